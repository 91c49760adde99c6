//! One district: headline, where to start, map, change, offers, figures; or how to begin. Leaders have a page of their
//! own: see `leading`.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, PreEscaped, html};

use crate::domain::PhaseId;
use crate::map::Picture;
use crate::service::{Seen, Sight, day};
use crate::text::Lang;
use crate::text::pages::{DistrictPage, Long, QuickPage, Releases, WhoPage, date};

use super::App;
use super::access::Access;
use super::errors::Result;
use super::kept::{Key, Parts};
use super::matrix::Matrix;
use super::name::short;
use super::page::{Mark, Page, district_link, district_menu};
use super::picture::{LARGEST_PICTURE, image, pocket};
use super::reader::Reader;
use super::record::menu;
use super::shown::{Shown, asked_phase, phase_name};
use super::statement::statement;
use super::visit::Reading;
use super::{change, empty, figures, leading, pairs, releases, taken};

/// GET /districts/{district}
pub async fn show(
    State(app): State<App>,
    Reading(sight): Reading,
    reader: Reader,
) -> Result<Markup> {
    let seen = match sight {
        Sight::Open(seen) => seen,
        Sight::Whole(whole) => return releases::whole(&app, &whole, &reader).await,
    };
    let taken = taken_note(&app, &seen, &reader).await?;
    if seen.is_empty() {
        let main = empty::page(&app, &seen, taken, &reader).await?;
        return Ok(framed(&seen, &reader, main));
    }
    let parts = parts(&app, &seen, &reader).await?;
    let main = html! {
        div.wide.district-page {
            (district_menu(&reader, &seen.version().version.district))
            @if let Seen::Working(view) = &seen { (menu(&reader, &view.version.district)) }
            (PreEscaped(&parts.head))
            (taken)
            (entry_links(&seen, &reader))
            (PreEscaped(&parts.body))
        }
    };
    Ok(framed(&seen, &reader, main))
}

/// The ways to enter cooperations, for who may.
fn entry_links(seen: &Seen, reader: &Reader) -> Markup {
    html! {
        @if let (Seen::Working(_), true) = (seen, reader.may(Access::Working)) {
            p.entry {
                a href=(district_link(seen, reader, "/quick", &[])) { (QuickPage::of(reader.lang).title) }
                a href=(district_link(seen, reader, "/who", &[])) { (WhoPage::of(reader.lang).title) }
            }
        }
    }
}

/// What the page shows to everybody alike, written once for each state of the district.
async fn parts(app: &App, seen: &Seen, reader: &Reader) -> Result<Arc<Parts>> {
    let key = Key {
        version: seen.version(),
        phase: asked_phase(seen, reader)?,
        lang: reader.lang,
        role: reader.caller.role(),
    };
    if let Some(parts) = app.kept.get(&key).await {
        return Ok(parts);
    }
    let shown = Shown::load(app, seen, &key.phase).await?;
    let body = match seen {
        Seen::Working(_) | Seen::Frozen(_) => {
            body(&shown, &Drawn::of(app, &shown, reader.lang).await?, reader)
        }
        Seen::Leading(_) => leading::body(app, &shown, reader).await?,
    };
    let parts = Arc::new(Parts {
        head: head(&shown, reader).into_string(),
        body: body.into_string(),
    });
    app.kept.keep(key, Arc::clone(&parts)).await;
    Ok(parts)
}

/// What the address says was just taken over; who cannot take it back is told nothing of it.
async fn taken_note(app: &App, seen: &Seen, reader: &Reader) -> Result<Markup> {
    let Seen::Working(view) = seen else {
        return Ok(html! {});
    };
    let step = taken::step(app, view, reader).await?;
    Ok(step.map_or_else(|| html! {}, |step| taken::note(view, &step, reader)))
}

fn framed(seen: &Seen, reader: &Reader, main: Markup) -> Markup {
    Page {
        reader,
        title: seen.district().name.as_str(),
        mark: Mark::of(seen),
        main,
    }
    .render()
}

/// The map, once for a wide and once for a narrow screen.
struct Drawn {
    picture: Arc<Picture>,
    pocket: Arc<String>,
}

impl Drawn {
    async fn of(app: &App, shown: &Shown, lang: Lang) -> Result<Self> {
        let (selection, drawing) = shown.pictured(lang);
        let seen = &shown.seen;
        Ok(Self {
            picture: app.service.picture(seen, &selection, drawing).await?,
            pocket: app.service.pocket(seen, &selection, lang).await?,
        })
    }
}

fn body(shown: &Shown, drawn: &Drawn, reader: &Reader) -> Markup {
    let lang = reader.lang;
    html! {
        (statement(shown, reader, handout(shown, reader)))
        div.two {
            (pairs::where_to_start(&shown.report, lang))
            (map(shown, drawn, reader))
            (change::section(shown, lang))
        }
        (matrix_of(shown, reader))
        (figures::section(shown, reader))
    }
}

fn matrix_of(shown: &Shown, reader: &Reader) -> Markup {
    let chain = shown.link(reader, "/map", &[("view", "chain")]);
    let matrix = Matrix::of(shown.seen.offers(&shown.phase), &chain);
    matrix.render(shown.report.gaps.as_ref(), reader.lang)
}

fn head(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let (seen, programme) = (&shown.seen, shown.seen.programme());
    let phases = seen.phases_with_reports();
    let address = |phase: &PhaseId| district_link(seen, reader, "", &[("phase", phase.as_str())]);
    html! {
        div.head {
            h1 { (seen.district().name) }
            @if let Some(release) = seen.release() {
                @let since = release.state.consent().map(|consent| date(day(consent.at), reader.lang));
                p.shown-release { ((Releases::of(reader.lang).shown)(release.name.as_str(), since.as_deref())) }
            }
            ul.facts {
                @if let Some(day) = shown.as_of { li { ((text.as_of)(&date(day, reader.lang))) } }
                li { ((text.phase)(phase_name(programme, &shown.phase))) }
                @if let Some(response) = &shown.report.response {
                    li { ((text.answered)(response.answered, response.asked)) }
                }
            }
            @if phases.len() > 1 {
                nav.phases aria-label=(text.phases) {
                    ul {
                        @for phase in &phases {
                            li { a href=(address(phase))
                                aria-current=[(*phase == shown.phase).then_some("true")] { (phase_name(programme, phase)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The way to what may be handed out: what leaders see, never the working state.
fn handout(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let items = [("audience", "leadership"), ("phase", shown.phase.as_str())];
    let address = district_link(&shown.seen, reader, "", &items);
    html! { p.handout { a.button.quiet href=(address) { (text.handout) } } }
}

fn map(shown: &Shown, drawn: &Drawn, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let svg = drawn.picture.svg();
    let lang = ("lang", reader.lang.code());
    let file = |ending: &str| {
        let items = [("phase", shown.phase.as_str()), lang];
        district_link(&shown.seen, reader, ending, &items)
    };
    let picture = file("/map.svg");
    let inline = svg.len() + drawn.pocket.len() <= LARGEST_PICTURE;
    html! {
        section.map aria-labelledby="map-heading" data-map {
            h2 #map-heading { (text.map) }
            @if inline {
                (lights(&drawn.picture, text))
                div.picture.beside-narrow { (PreEscaped(svg)) }
            } @else {
                p.hint.not-narrow { (Long::of(reader.lang).picture) }
                div.picture.beside-narrow { (image(&picture, text.map)) }
            }
            (pocket(&drawn.pocket, reader))
            ul.links {
                li { a href=(shown.link(reader, "/map", &[])) { (text.all_maps) } }
                // The tables are of how the district stands.
                @if let Seen::Working(_) = shown.seen { li { a href=(shown.link(reader, "/table", &[])) { (text.as_table) } } }
                li { a href=(file("/map.pdf")) { (text.print) } }
                li { a href=(picture) { (text.enlarge) } }
            }
        }
    }
}

/// The choice of an office to light up.
fn lights(picture: &Picture, text: &DistrictPage) -> Markup {
    html! {
        p.light data-script hidden {
            label for="light" { (text.light_up) } " "
            select #light data-light {
                option value="" { (text.all_offices) }
                @for office in &picture.geometry().departments { option value=(office.id) { (short(&office.id)) } }
            }
        }
    }
}
