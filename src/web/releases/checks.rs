//! What is to be looked at before a release: response, what is held back and why, what changed since the last one.

use maud::{Markup, html};

use crate::analysis::Response;
use crate::domain::Recipient;
use crate::service::{self, FrozenSnapshot, Snapshot, last_released};
use crate::text::Lang;
use crate::text::pages::{Releases, date};
use crate::web::App;
use crate::web::errors::Result;
use crate::web::shown::Shown;

/// What was checked.
pub(super) struct Checked {
    /// Why the state may not be released.
    pub refused: Option<service::Error>,
    /// The section of the page.
    pub section: Markup,
}

/// Checks a state as the district stands.
pub(super) async fn of(
    app: &App,
    view: &Snapshot,
    frozen: &FrozenSnapshot,
    shown: &Shown,
    lang: Lang,
) -> Result<Checked> {
    let text = Releases::of(lang);
    let refused = match app.service.may_be_released(view, frozen).await {
        Ok(()) => None,
        Err(error @ service::Error::Release(_)) => Some(error),
        Err(error) => return Err(error.into()),
    };
    let since = since_last(app, view, frozen, lang).await?;
    let section = html! {
        section.card aria-labelledby="checks" {
            h2 #checks { (text.checks) }
            ul.checks {
                @match &refused {
                    Some(error) => li.no { strong { (error.say(lang)) } },
                    None => li.yes { (text.unchanged) },
                }
                (answered(shown.report.response, text))
                (hidden(frozen, text))
                li { (since) }
                li { (text.never) }
                @if let Some(day) = frozen.erased() { li { ((text.erased)(&date(day, lang))) } }
            }
        }
    };
    Ok(Checked { refused, section })
}

fn answered(response: Option<Response>, text: &Releases) -> Markup {
    let Some(response) = response else {
        return html! { li { (text.not_recorded) } };
    };
    let enough = response.is_enough();
    html! {
        li.yes[enough].no[!enough] { ((text.answered)(response.answered, response.asked, enough)) }
    }
}

fn hidden(frozen: &FrozenSnapshot, text: &Releases) -> Markup {
    let hidden = frozen.hidden();
    html! {
        @if hidden.is_empty() { li.yes { (text.nothing_hidden) } }
        @else {
            li {
                (text.hidden)
                ul {
                    @for one in &hidden {
                        li { (match one.is_small { true => (text.small)(&one.name, one.functions), false => (text.held_back)(&one.name) }) }
                    }
                }
            }
        }
    }
}

async fn since_last(
    app: &App,
    view: &Snapshot,
    frozen: &FrozenSnapshot,
    lang: Lang,
) -> Result<String> {
    let text = Releases::of(lang);
    let last = last_released(&view.network, Recipient::Leaders);
    let Some((id, _)) = last.filter(|(id, _)| **id != frozen.id) else {
        return Ok(text.first.to_owned());
    };
    let last = app.service.frozen(view, id).await?;
    let change = app.service.changed_since(&last, frozen).await?;
    let told = change.told();
    Ok((text.since_last)(
        last.release.name.as_str(),
        told.ties,
        told.functions,
    ))
}
