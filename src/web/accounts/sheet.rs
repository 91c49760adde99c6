//! The sheet of an invitation: shown once, to be printed or copied into a mail.

use maud::{Markup, html};

use crate::domain::District;
use crate::service::{Invitation, day};
use crate::text::AccountTexts;
use crate::text::pages::{Accounts, date};
use crate::web::entrance::INVITATION;
use crate::web::qr::qr;
use crate::web::reader::{Reader, encode};

/// The sheet; `base` is the address under which browsers reach the service, `back` the page of the accounts.
pub(super) fn sheet(
    reader: &Reader,
    invitation: &Invitation,
    district: Option<&District>,
    base: &str,
    back: &str,
) -> Markup {
    let text = Accounts::of(reader.lang);
    let account = &invitation.account;
    let role = AccountTexts::of(reader.lang).role(&account.role);
    let what = match district {
        Some(district) => format!("{role}, {}", district.name),
        None => role.to_owned(),
    };
    let until = date(day(invitation.ends), reader.lang);
    let link = format!("{base}{INVITATION}/{}", invitation.token);
    let letter = (text.letter)(&what, &link, &until);
    let mail = format!(
        "mailto:{}?subject={}&body={}",
        encode(account.email.as_str()),
        encode(text.subject),
        encode(&letter.replace('\n', "\r\n"))
    );
    html! {
        p.notice role="status" { (text.once) }
        section.card.sheet aria-labelledby="sheet" {
            h2 #sheet { (text.sheet) }
            p { ((text.whom)(account.email.as_str(), &what)) }
            p { ((text.until)(&until)) }
            @if let Some(picture) = qr(&link, text.picture) { (picture) }
            p.link { (link) }
            p { ((text.code)(&format!("{base}{INVITATION}"))) }
            p.code { (invitation.code) }
        }
        p.hint.screen-alone { (text.print) }
        section.card.screen-alone aria-labelledby="copy" {
            h2 #copy { (text.copy) }
            pre.letter tabindex="0" { (letter) }
            p.actions { a.button.quiet href=(mail) { (text.mail) } }
        }
        p.actions { a.button href=(reader.link(back, &[])) { (text.back) } }
    }
}
