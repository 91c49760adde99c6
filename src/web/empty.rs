//! A district in which no cooperation has been entered: how to begin, and the offers that are there.

use maud::{Markup, html};

use crate::analysis::Options;
use crate::domain::{Offer, OfferId};
use crate::service::{DEMONSTRATION, Seen, Snapshot};
use crate::text::pages::Empty;

use super::App;
use super::errors::Result;
use super::matrix::Matrix;
use super::offer;
use super::page::{district_address, district_link, district_menu};
use super::reader::Reader;
use super::record::{EDIT, menu};

/// The content of the page.
pub async fn page(app: &App, seen: &Seen, taken: Markup, reader: &Reader) -> Result<Markup> {
    let offers = offers(app, seen, reader).await?;
    Ok(html! {
        div.wide {
            (district_menu(reader, &seen.version().version.district))
            @if let Seen::Working(view) = seen { (menu(reader, &view.version.district)) }
            h1 { (seen.district().name) }
            (taken)
            @match seen {
                Seen::Working(view) => (begin(view, reader)),
                Seen::Frozen(_) | Seen::Leading(_) => p { (nothing(seen, &offers, reader)) },
            }
            @if let Some(offers) = offers { (offers) }
        }
    })
}

/// What is not entered, for who cannot enter it.
fn nothing(seen: &Seen, offers: &Option<Markup>, reader: &Reader) -> &'static str {
    let text = Empty::of(reader.lang);
    match (seen, offers) {
        (Seen::Leading(_), None) => text.title,
        (Seen::Leading(_), Some(_)) => text.offers_alone,
        _ => text.for_leaders,
    }
}

/// The offers of the latest phase that has any: what can be shown before cooperation is entered. None without an offer.
async fn offers(app: &App, seen: &Seen, reader: &Reader) -> Result<Option<Markup>> {
    let phases = seen.programme().phases_in_order().into_iter().rev();
    let mut offered = phases.map(|(id, _)| (id, seen.offers(id)));
    let Some((phase, offers)) = offered.find(|(_, offers)| !offers.is_empty()) else {
        return Ok(None);
    };
    let selection = app.service.usual(seen, phase).await;
    let report = app.service.report(seen, &selection, Options::shown());
    let report = report.await?;
    let items = [("view", "chain"), ("phase", phase.as_str())];
    let chain = district_link(seen, reader, "/map", &items);
    Ok(Some(html! {
        (Matrix::of(offers, &chain).render(report.gaps.as_ref(), reader.lang))
        p.actions { a.button.quiet href=(chain) { (Empty::of(reader.lang).chain) } }
    }))
}

/// A step of the beginning: whether it is done, and where it is taken.
struct Step {
    done: bool,
    to: String,
}

/// The steps, in their order.
fn steps(view: &Snapshot, reader: &Reader) -> [Step; 5] {
    let base = district_address(&view.version.district);
    let network = &view.network;
    let is_shared = |offer: &Offer| offer.parties().next().is_some();
    let shared = network.offers.values().any(is_shared);
    let bare = network.offers.iter().find(|(_, offer)| !is_shared(offer));
    let offer = bare.or(network.offers.iter().next());
    let step = |done, rest: &str| Step {
        done,
        to: reader.link(&format!("{base}{rest}"), &[]),
    };
    [
        step(!network.departments.is_empty(), "/offices"),
        step(!network.offers.is_empty(), "/offers/new"),
        step(!network.actors.is_empty(), "/actors/new"),
        match offer {
            Some((id, _)) => Step {
                done: shared,
                to: offer_form(view, reader, id),
            },
            None => step(shared, "/offers/new"),
        },
        step(!network.reports.is_empty(), "/who"),
    ]
}

/// The form of an offer, where it is ticked who takes part.
fn offer_form(view: &Snapshot, reader: &Reader, id: &OfferId) -> String {
    let phase = view.latest_phase();
    let edits = phase.iter().map(|phase| (EDIT, phase.as_str()));
    let edits: Vec<_> = edits.collect();
    reader.link(&offer::address(&view.version.district, id), &edits)
}

/// The first steps: those that are done are ticked, the next is offered.
fn begin(view: &Snapshot, reader: &Reader) -> Markup {
    let text = Empty::of(reader.lang);
    let base = district_address(&view.version.district);
    let begun = view.network.departments.len();
    // The district's own template knows what is entered.
    let template = match begun {
        0 => "/template.xlsx".to_owned(),
        _ => format!("{base}/export/template.xlsx"),
    };
    let steps = steps(view, reader);
    let next = steps.iter().position(|step| !step.done);
    html! {
        section.card.begin aria-labelledby="begin" {
            h2 #begin { @if begun == 0 { (text.title) } @else { ((text.begun)(begun, view.network.offers.len())) } }
            p { @if begun == 0 { (text.lead) } @else { (text.next) } }
            ol.first-steps {
                @for (at, (step, words)) in steps.iter().zip(text.steps).enumerate() {
                    li aria-current=[(next == Some(at)).then_some("step")] {
                        @if step.done { span.done role="img" aria-label=(text.done) { "✓" } " " }
                        (words)
                        @if step.done || next == Some(at) {
                            " " a.button.quiet[step.done] href=(step.to) { (text.ways[at]) }
                        }
                    }
                }
            }
            p.actions {
                a.button.quiet href=(template) { (text.template) }
                a.button.quiet href={ (base) "/import" } { (text.import) }
                a.button.quiet href={ "/districts/" (DEMONSTRATION) } { (text.demonstration) }
            }
            p.hint { (text.before) " " a href="/privacy#before" { (text.papers) } "." }
        }
    }
}
