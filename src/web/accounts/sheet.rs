//! The sheet of an invitation: shown once, to be printed or copied into a mail.

use maud::{Markup, html};

use super::qr::qr;
use crate::service::{Invitation, Snapshot, day};
use crate::text::AccountTexts;
use crate::text::pages::{Accounts, date};
use crate::web::entrance::INVITATION;
use crate::web::page::{district_address, district_page};
use crate::web::reader::{Reader, encode};

/// The sheet; `base` is the address under which browsers reach the service.
pub(super) fn page(
    view: &Snapshot,
    reader: &Reader,
    invitation: &Invitation,
    base: &str,
) -> Markup {
    let text = Accounts::of(reader.lang);
    let account = &invitation.account;
    let role = AccountTexts::of(reader.lang).role(&account.role);
    let district = view.district.name.as_str();
    let until = date(day(invitation.ends), reader.lang);
    let link = format!("{base}{INVITATION}/{}", invitation.token);
    let letter = (text.letter)(role, district, &link, &until);
    let mail = format!(
        "mailto:{}?subject={}&body={}",
        encode(account.email.as_str()),
        encode(text.subject),
        encode(&letter.replace('\n', "\r\n"))
    );
    let accounts = format!("{}/accounts", district_address(&view.version.district));
    let main = html! {
        p.notice role="status" { (text.once) }
        section.card.sheet aria-labelledby="sheet" {
            h2 #sheet { (text.sheet) }
            p { ((text.whom)(account.email.as_str(), role, district)) }
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
        p.actions { a.button href=(reader.link(&accounts, &[])) { (text.back) } }
    };
    district_page(view, reader, text.title, main)
}
