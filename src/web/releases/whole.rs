//! A district as a whole, for whom nothing by department was released.

use maud::{Markup, html};

use crate::service::{Whole, WholeFigures, day};
use crate::text::Lang;
use crate::text::numbers::{decimal, whole as number};
use crate::text::pages::{DistrictPage, Releases, date};
use crate::web::App;
use crate::web::errors::Result;
use crate::web::page::{Mark, Page};
use crate::web::reader::Reader;
use crate::web::shown::{Shown, phase_name};

/// The page of a district of which only the figures of the whole are told.
pub async fn page(app: &App, whole: &Whole, reader: &Reader) -> Result<Markup> {
    let (text, lang) = (Releases::of(reader.lang), reader.lang);
    let told = app.service.whole(whole).await?;
    let release = whole.release();
    let since = release
        .state
        .consent()
        .map(|consent| date(day(consent.at), lang));
    let phase = phase_name(whole.programme(), &release.phase);
    let main = html! {
        div.wide.narrow {
            h1 { (whole.district().name) }
            p.hint { ((text.shown)(release.name.as_str(), since.as_deref())) }
            p.hint { ((text.of)(&date(release.date, lang), phase)) }
            p { (text.whole) }
            (figures(&told, lang))
        }
    };
    Ok(Page {
        reader,
        title: whole.district().name.as_str(),
        mark: Mark::Leading(whole.district()),
        main,
    }
    .render())
}

/// The same of what leaders are shown, as a preview.
pub(super) fn figures_of(shown: &Shown, lang: Lang) -> Markup {
    figures(&WholeFigures::of(&shown.report), lang)
}

fn figures(told: &WholeFigures, lang: Lang) -> Markup {
    let text = Releases::of(lang);
    let silo = &told.silo;
    let none = || "–".to_owned();
    let response = told.response.map_or_else(none, |response| {
        let (answered, asked) = (response.answered as u64, response.asked as u64);
        format!("{} / {}", number(answered, lang), number(asked, lang))
    });
    let maybe = |figure: Option<f64>| figure.map_or_else(none, |figure| decimal(figure, lang));
    let values = [
        response,
        number(told.actors as u64, lang),
        number(told.ties as u64, lang),
        number(silo.internal, lang),
        maybe(silo.expected_internal()),
        maybe(silo.segregation),
    ];
    html! {
        section.statement {
            p.sentence { (told.headline.sentence(lang)) }
            p.judges-nobody { (DistrictPage::of(lang).judges_nobody) }
        }
        table.plain.figures {
            tbody {
                @for (name, value) in text.whole_rows.iter().zip(values) {
                    tr { th scope="row" { (name) } td.number { (value) } }
                }
            }
        }
    }
}
