//! A district as leaders read it: the headline, the picture, three findings, what changed, one offer; printed, it is the
//! handout for a meeting.

use std::sync::Arc;

use maud::{Markup, PreEscaped, html};

use crate::analysis::{OneOffer, findings as findings_of, nothing, one_offer};
use crate::map::{Sheet, View};
use crate::service::ShownOffer;
use crate::text::pages::{DistrictPage, LeadingPage, Long, MapPage};
use crate::text::{Lang, words};

use super::App;
use super::errors::Result;
use super::name::{line, name};
use super::page::district_link;
use super::parts::parts;
use super::picture::{LARGEST_PICTURE, fits_narrow, image, pocket};
use super::reader::Reader;
use super::shown::Shown;
use super::statement::statement;
use super::{change, figures};

/// What the page shows of a district below its name.
pub async fn body(app: &App, shown: &Shown, reader: &Reader) -> Result<Markup> {
    let picture = Pictured::of(app, shown, reader.lang).await?;
    Ok(html! {
        div.leading {
            (statement(shown, reader, handout(shown, reader)))
            div.two {
                (findings(shown, &picture, reader.lang))
                (map(shown, &picture, reader))
                (change::section(shown, reader.lang))
            }
            (offer(shown, reader))
            (figures::section(shown, reader))
        }
    })
}

/// The first picture of the phase.
pub struct Pictured {
    view: View,
    /// The picture.
    pub sheet: Arc<Sheet>,
    /// The network for a narrow screen; pairs are a list there.
    pub pocket: Option<Arc<String>>,
}

impl Pictured {
    /// Draws it.
    pub async fn of(app: &App, shown: &Shown, lang: Lang) -> Result<Self> {
        let seen = &shown.seen;
        let view = app.service.first_view(seen, &shown.phase).await?;
        let (selection, drawing) = shown.pictured(lang);
        let (selection, pocket) = match view {
            View::Matrix => (shown.selection.clone(), None),
            _ => {
                let pocket = app.service.pocket(seen, &selection, lang).await?;
                (selection, Some(pocket))
            }
        };
        let sheet = app.service.sheet(seen, &view, &selection, drawing);
        Ok(Self {
            sheet: sheet.await?,
            view,
            pocket,
        })
    }
}

/// The handout, as a file and as the page itself on paper.
fn handout(shown: &Shown, reader: &Reader) -> Markup {
    let text = LeadingPage::of(reader.lang);
    let items = [
        ("phase", shown.phase.as_str()),
        ("lang", reader.lang.code()),
    ];
    let file = district_link(&shown.seen, reader, "/handout.pdf", &items);
    html! {
        p.handout {
            a.button.quiet href=(file) { (text.handout) } " "
            button.button.quiet type="button" data-print data-script hidden { (text.print) }
            span.hint data-no-script { (text.print_by_hand) }
        }
    }
}

/// The findings as a list; not on a narrow screen where its picture holds them, with the numbers of its lines.
fn findings(shown: &Shown, picture: &Pictured, lang: Lang) -> Markup {
    let text = LeadingPage::of(lang);
    let pocket = picture.pocket.as_deref();
    let held = pocket.is_some_and(|svg| fits_narrow(svg));
    let found = findings_of(&shown.report);
    html! {
        section.start.not-narrow[held] aria-labelledby="findings-title" {
            h2 #findings-title { (text.findings) }
            @if found.is_empty() { p { (nothing(&shown.report, lang)) "." } }
            @else {
                ol.findings {
                    @for one in &found { li { h3 { (one.title(lang)) } p { (line(&one.sentence(lang))) } } }
                }
            }
        }
    }
}

fn map(shown: &Shown, picture: &Pictured, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let view = match picture.view {
        View::Matrix => "matrix",
        _ => "network",
    };
    let items = [
        ("view", view),
        ("phase", shown.phase.as_str()),
        ("lang", reader.lang.code()),
    ];
    let file = |ending: &str| district_link(&shown.seen, reader, ending, &items);
    let svg = picture.sheet.svg();
    // The network's picture holds the headline and the findings; on paper they stand beside it alone.
    let tells = !matches!(picture.view, View::Matrix);
    html! {
        section.map.tells[tells] aria-labelledby="map-heading" {
            h2 #map-heading { (text.map) }
            @if svg.len() <= LARGEST_PICTURE { div.picture.beside-narrow { (PreEscaped(svg)) } }
            @else {
                p.hint.not-narrow { (Long::of(reader.lang).picture) }
                div.picture.beside-narrow { (image(&file("/map.svg"), text.map)) }
            }
            @match &picture.pocket {
                Some(svg) => (pocket(svg, reader)),
                None => (parts(MapPage::of(reader.lang).parts, &picture.sheet.table().parts)),
            }
            ul.links {
                li { a href=(shown.link(reader, "/map", &[])) { (text.all_maps) } }
                li { a href=(file("/map.pdf")) { (text.print) } }
                li { a href=(file("/map.svg")) { (text.enlarge) } }
            }
        }
    }
}

/// The one offer of which most is to be said.
fn offer(shown: &Shown, reader: &Reader) -> Markup {
    let text = LeadingPage::of(reader.lang);
    let offers = shown.seen.offers(&shown.phase);
    let told = one_offer(&shown.report);
    html! {
        section.one-offer aria-labelledby="offer-title" {
            h2 #offer-title { (text.offer) }
            @match &told {
                Some(told) => {
                    @let own = offers.iter().find(|offer| offer.id.as_str() == told.id);
                    (card(shown, told, own, reader))
                }
                None if offers.is_empty() => p { (DistrictPage::of(reader.lang).no_offers) },
                None => p { (text.no_offer) },
            }
        }
    }
}

fn card(shown: &Shown, told: &OneOffer, own: Option<&ShownOffer>, reader: &Reader) -> Markup {
    let (text, lang) = (LeadingPage::of(reader.lang), reader.lang);
    let address = shown.link(reader, "/map", &[("view", "offer"), ("offer", told.id)]);
    html! {
        div.card {
            h3 { (name(told.missing.offer)) }
            @if let Some(own) = own {
                @let phases = own.life_phases.iter().map(|one| words::life_phase(*one, lang));
                @let fields = own.fields.iter().map(|one| words::field(*one, lang));
                p.content { (phases.chain(fields).collect::<Vec<_>>().join(" · ")) }
            }
            p { (line(&told.missing.say(lang))) }
            p.hint { (text.offer_why) }
            ul.links { li { a href=(address) { (text.offer_map) } } }
        }
    }
}
