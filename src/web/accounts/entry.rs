//! One account on a page, and the fields that name a new one.

use maud::{Markup, html};

use crate::domain::{Account, AccountId, Text};
use crate::text::AccountTexts;
use crate::text::pages::Accounts;
use crate::web::reader::Reader;

/// What a reader can do about an account.
#[derive(Default)]
pub(super) struct Can {
    /// The choice of another role.
    pub(super) roles: Option<Markup>,
    /// Give it a new link.
    pub(super) renew: bool,
    /// Remove it.
    pub(super) remove: bool,
}

/// One account, and what can be done about it; `page` is where it is listed.
pub(super) fn entry(
    reader: &Reader,
    page: &str,
    (id, account): (&AccountId, &Account),
    can: Can,
) -> Markup {
    let (text, words) = (Accounts::of(reader.lang), AccountTexts::of(reader.lang));
    let state = match account.password {
        Some(_) => words.ready,
        None => words.waits,
    };
    let email = account.email.as_str();
    let buttons = [
        (can.roles.is_some(), "role", text.change),
        (can.renew, "invite", text.renew),
        (can.remove, "remove", text.remove),
    ];
    html! {
        section.card.account-entry {
            h2 { (account.name.as_ref().map_or(email, Text::as_str)) }
            p { (email) " · " (words.role(&account.role)) " · " (state) }
            form.fields method="post" action=(reader.link(&format!("{page}/{id}"), &[])) {
                @if let Some(roles) = can.roles { (roles) }
                p.actions {
                    @for (_, action, name) in buttons.into_iter().filter(|(can, ..)| *can) {
                        button.button.quiet type="submit" name="action" value=(action) aria-label={ (name) ": " (email) } { (name) }
                    }
                }
            }
        }
    }
}

/// The fields that name somebody who is to be invited; `part` tells those of several forms apart.
pub(super) fn whom(reader: &Reader, part: &str) -> Markup {
    let text = Accounts::of(reader.lang);
    let (email, name) = (format!("email{part}"), format!("name{part}"));
    html! {
        p { label for=(email) { (text.email) } input id=(email) type="email" name="email" autocomplete="off" required; }
        p {
            label for=(name) { (text.name) small { " (" (text.name_hint) ")" } }
            input id=(name) type="text" name="name" autocomplete="off" maxlength="300";
        }
    }
}
