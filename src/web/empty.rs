//! A district in which no cooperation has been entered: how to begin, and the offers that are there.

use maud::{Markup, html};

use crate::analysis::Options;
use crate::domain::Offer;
use crate::service::{DEMONSTRATION, Seen, Snapshot};
use crate::text::pages::Empty;

use super::App;
use super::errors::Result;
use super::matrix::Matrix;
use super::page::{district_address, district_link, district_menu};
use super::reader::{Reader, encode};
use super::record::menu;

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
                Seen::Frozen(_) | Seen::Leading(_) => p { (Empty::of(reader.lang).for_leaders) },
            }
            @if let Some(offers) = offers { (offers) }
        }
    })
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
fn steps(view: &Snapshot) -> [Step; 4] {
    let base = district_address(&view.version.district);
    let network = &view.network;
    let is_shared = |offer: &Offer| offer.parties().next().is_some();
    let shared = network.offers.values().any(is_shared);
    let bare = network.offers.iter().find(|(_, offer)| !is_shared(offer));
    let offer = bare.or(network.offers.iter().next());
    let step = |done, rest: String| Step {
        done,
        to: format!("{base}{rest}"),
    };
    [
        step(!network.departments.is_empty(), "/offices".to_owned()),
        step(!network.offers.is_empty(), "/offers/new".to_owned()),
        step(
            shared,
            offer.map_or("/offers/new".to_owned(), |(id, _)| {
                format!("/offers/{}", encode(id.as_str()))
            }),
        ),
        step(!network.reports.is_empty(), "/quick".to_owned()),
    ]
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
    let steps = steps(view);
    let next = steps.iter().position(|step| !step.done);
    html! {
        section.card.begin aria-labelledby="begin" {
            h2 #begin { @if begun == 0 { (text.title) } @else { ((text.begun)(begun, view.network.offers.len())) } }
            p { @if begun == 0 { (text.lead) } @else { (text.next) } }
            ol.steps {
                @for (at, (step, words)) in steps.iter().zip(text.steps).enumerate() {
                    li aria-current=[(next == Some(at)).then_some("step")] {
                        @if step.done { span.done role="img" aria-label=(text.done) { "✓" } " " }
                        (words)
                        @if step.done || next == Some(at) {
                            " " a.button.quiet[step.done] href=(reader.link(&step.to, &[])) { (text.ways[at]) }
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
