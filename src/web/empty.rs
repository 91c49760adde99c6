//! A district in which no cooperation has been entered: how to begin, and the offers that are there.

use maud::{Markup, html};

use crate::analysis::Options;
use crate::domain::PhaseId;
use crate::service::{DEMONSTRATION, Snapshot};
use crate::store::Step;
use crate::text::pages::Empty;

use super::App;
use super::district::taken_note;
use super::errors::Result;
use super::matrix::Matrix;
use super::page::{district_address, district_menu};
use super::reader::{Reader, encode};

/// The offers of the latest phase that has any: what can be shown before cooperation is entered. None without an offer.
pub async fn offers(app: &App, view: &Snapshot, reader: &Reader) -> Result<Option<Markup>> {
    let phases = view.programme.phases_in_order();
    let offered = |phase: &PhaseId| {
        let mut offers = view.network.offers.values();
        offers.any(|offer| offer.phases().any(|one| one == phase))
    };
    let Some(phase) = phases
        .into_iter()
        .rev()
        .find_map(|(id, _)| offered(id).then_some(id))
    else {
        return Ok(None);
    };
    let selection = app.selection(view, phase).await;
    let report = app
        .service
        .report(view, &selection, Options::default())
        .await?;
    let text = Empty::of(reader.lang);
    let chain = format!(
        "{}/map?view=chain&phase={}",
        district_address(&view.version.district),
        encode(phase.as_str())
    );
    Ok(Some(html! {
        (Matrix::of(&view.network, phase, &chain).render(report.gaps.as_ref(), reader.lang))
        p.actions { a.button.quiet href=(chain) { (text.chain) } }
    }))
}

/// The content of the page.
pub fn page(
    view: &Snapshot,
    taken: Option<&Step>,
    offers: Option<&Markup>,
    reader: &Reader,
) -> Markup {
    let text = Empty::of(reader.lang);
    let base = district_address(&view.version.district);
    let begun = view.network.departments.len();
    html! {
        div.wide {
            (district_menu(reader, &view.version.district))
            h1 { (view.district.name) }
            @if let Some(step) = taken { (taken_note(view, step, reader)) }
            section.card.begin aria-labelledby="begin" {
                h2 #begin { @if begun == 0 { (text.title) } @else { ((text.begun)(begun, view.network.offers.len())) } }
                p { @if begun == 0 { (text.lead) } @else { (text.next) } }
                ol { @for step in text.steps { li { (step) } } }
                p.actions {
                    a.button href={ (base) "/offices" } { (text.choose) }
                    a.button.quiet href="/template.xlsx" { (text.template) }
                    a.button.quiet href={ (base) "/import" } { (text.import) }
                    a.button.quiet href={ "/districts/" (DEMONSTRATION) } { (text.demonstration) }
                }
                p.hint { (text.before) " " a href="/privacy#before" { (text.papers) } "." }
            }
            @if let Some(offers) = offers { (offers) }
        }
    }
}
