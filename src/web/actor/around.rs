//! The picture of a function in the middle of those it works with.

use maud::{Markup, PreEscaped, html};

use crate::analysis::{Inclusion, Selection};
use crate::domain::ActorId;
use crate::map::View;
use crate::service::{Drawing, Seen, Snapshot};
use crate::text::pages::ActorPage;

use super::super::App;
use super::super::errors::Result;
use super::super::page::district_address;
use super::super::reader::Reader;
use super::ties::{phases, shown_phase};

/// The picture with the way to it as a map, which can be saved and printed; nothing where nothing is reported.
pub(super) async fn section(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    actor: &ActorId,
) -> Result<Markup> {
    let text = ActorPage::of(reader.lang);
    let told = phases(view, actor);
    let Some(phase) = shown_phase(&told, reader) else {
        return Ok(html! {});
    };
    let seen = Seen::Working(view.clone());
    let selection = Selection {
        scope: Inclusion::All,
        phase: Some(phase.to_string()),
        ..app.service.usual(&seen, phase).await
    };
    let wanted = View::Actor(actor.to_string());
    let drawing = Drawing::on_screen(reader.lang, app.service.date(&seen).await?);
    let sheet = app.service.sheet(&seen, &wanted, &selection, drawing);
    let sheet = sheet.await?;
    let map = district_address(&view.version.district) + "/map";
    let items = [
        ("view", "actor"),
        ("phase", phase.as_str()),
        ("actor", actor.as_str()),
    ];
    Ok(html! {
        section.around aria-labelledby="around" {
            h2 #around { (text.around) }
            div.picture.wide-screen { (PreEscaped(sheet.svg())) }
            p { a href=(reader.link(&map, &items)) { (text.as_map) } }
        }
    })
}
