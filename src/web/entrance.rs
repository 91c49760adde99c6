//! The way in and out, as it stands on each page.

use maud::{Markup, html};

use crate::domain::Mode;
use crate::text::pages::SignIn;

use super::reader::Reader;

/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";

/// Where one signs out.
pub const SIGN_OUT: &str = "/sign-out";

/// Where an invitation is redeemed.
pub const INVITATION: &str = "/invitation";

/// Where one's own account is.
pub const ACCOUNT: &str = "/account";

/// Where the programme looks after the funding phases.
pub const PHASES: &str = "/programme/phases";

/// Where it looks after accounts.
pub const PROGRAMME_ACCOUNTS: &str = "/programme/accounts";

/// The reader's own account and the way out, or the way in; nothing where nobody signs in.
pub fn menu(reader: &Reader) -> Markup {
    let text = SignIn::of(reader.lang);
    html! {
        @if reader.comer.mode == Mode::Accounts {
            nav.account aria-label=(text.account) {
                @match reader.comer.signed.as_deref() {
                    None => a href=(reader.link(SIGN_IN, &[])) { (text.title) },
                    Some(signed) => {
                        a href=(reader.link(ACCOUNT, &[])) { (signed.name.as_ref().map_or(signed.email.as_str(), |name| name.as_str())) }
                        form method="post" action=(SIGN_OUT) { button type="submit" { (text.out) } }
                    }
                }
            }
        }
    }
}
