//! Laying a district's map out afresh.

use axum::extract::State;
use axum::response::Redirect;
use maud::{Markup, html};

use crate::service::Seen;
use crate::store::{Head, Mark};
use crate::text::pages::MapPage;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::page::district_address;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::visit::Editor;

/// POST /districts/{district}/map
///
/// Only of the state that the form was made of: sent twice, or after somebody else wrote, it does nothing.
pub async fn afresh(
    State(app): State<App>,
    Editor(view): Editor,
    form: Posted,
) -> Result<Redirect> {
    let seen = form.one("seen").and_then(|seen| seen.parse::<Head>().ok());
    let seen = seen.ok_or(Error::BadRequest)?;
    let mark = Mark(app.draw.number());
    if seen == view.version.head {
        app.service.arrange_afresh(&view, mark).await?;
    }
    let address = district_address(&view.version.district);
    Ok(Redirect::to(&format!("{address}/map")))
}

/// The button, folded: what it does concerns everybody who knows the map.
pub fn form(seen: &Seen, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    let version = seen.version().version;
    let address = district_address(&version.district) + "/map";
    html! {
        details.afresh {
            summary { (text.afresh) }
            form method="post" action=(address) {
                input type="hidden" name="seen" value=(version.head);
                p { (text.afresh_says) }
                button.button.quiet type="submit" { (text.afresh) }
            }
        }
    }
}
