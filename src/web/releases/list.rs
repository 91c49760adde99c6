//! The list of a district's states, and the form that freezes one.

use maud::{Markup, html};

use crate::domain::{Recipient, Release, ReleaseId, ReleaseState};
use crate::service::{Snapshot, day, last_released};
use crate::text::pages::{Releases, date};
use crate::text::{Lang, words};
use crate::web::App;
use crate::web::access::Access;
use crate::web::errors::Result;
use crate::web::page::{district_address, district_page};
use crate::web::reader::{RELEASE, Reader};
use crate::web::shown::phase_name;

use super::form::Entered;
use super::{address, address_of};

pub(super) fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (said, entered): (Markup, &Entered),
) -> Result<Markup> {
    let text = Releases::of(reader.lang);
    let looks_after = reader.may(Access::Coordination);
    let main = html! {
        (said)
        p.lead { (text.lead) }
        ul.seen-now {
            @for whom in [Recipient::Leaders, Recipient::Programme] { li { (seen(view, whom, reader.lang)) } }
        }
        section aria-labelledby="states" {
            h2 #states { (text.list) }
            @if view.network.releases.is_empty() { p { (text.none) } }
            @for (id, release) in newest_first(view) { (card(view, reader, (id, release), looks_after)) }
        }
        @if looks_after { (form(app, view, reader, entered)) }
    };
    Ok(district_page(view, reader, text.title, main))
}

/// What somebody sees at present.
fn seen(view: &Snapshot, whom: Recipient, lang: Lang) -> String {
    let text = Releases::of(lang);
    let name = words::recipient(whom, lang);
    let since = |release: &Release| release.seen_by(whom).map(|at| date(day(at), lang));
    match last_released(&view.network, whom) {
        Some((_, release)) => (text.sees)(
            name,
            release.name.as_str(),
            &since(release).unwrap_or_default(),
        ),
        None => (text.sees_nothing)(name),
    }
}

fn newest_first(view: &Snapshot) -> Vec<(&ReleaseId, &Release)> {
    let mut all: Vec<_> = view.network.releases.iter().collect();
    let at = |release: &Release| release.state.consent().map(|consent| consent.at);
    all.sort_by_key(|(id, release)| std::cmp::Reverse((release.date, at(release), (*id).clone())));
    all
}

fn card(
    view: &Snapshot,
    reader: &Reader,
    (id, release): (&ReleaseId, &Release),
    looks_after: bool,
) -> Markup {
    let text = Releases::of(reader.lang);
    let asked = [(RELEASE, id.as_str())];
    let working = reader.link(&district_address(&view.version.district), &asked);
    let is_open = matches!(release.state, ReleaseState::Frozen);
    html! {
        section.card.release {
            h3 { (release.name) }
            p.hint { ((text.of)(&date(release.date, reader.lang), phase_name(&view.programme, &release.phase))) }
            (state(view, (id, release), reader.lang))
            p.actions {
                @if looks_after {
                    a.button.quiet[!is_open] href=(reader.link(&address_of(view, id), &[])) {
                        (if is_open { text.open_frozen } else { text.open })
                    }
                    " "
                }
                a href=(working) { (text.working) }
            }
        }
    }
}

/// What has become of a state, in words.
pub(super) fn state(view: &Snapshot, (id, release): (&ReleaseId, &Release), lang: Lang) -> Markup {
    let text = Releases::of(lang);
    let is_seen = [Recipient::Leaders, Recipient::Programme]
        .into_iter()
        .any(|whom| last_released(&view.network, whom).is_some_and(|(last, _)| last == id));
    let (class, said) = match &release.state {
        ReleaseState::Frozen => ("frozen", text.frozen.to_owned()),
        ReleaseState::Released(consent) => {
            let since = (text.released)(&date(day(consent.at), lang));
            match is_seen {
                true => ("released", since),
                false => ("frozen", format!("{since}, {}", text.replaced)),
            }
        }
        ReleaseState::Withdrawn(_) => ("withdrawn", text.withdrawn.to_owned()),
    };
    html! {
        p.state.{(class)} { (said) }
        @if let Some(consent) = release.state.consent() {
            @let to: Vec<_> = consent.to.iter().map(|one| words::recipient(*one, lang)).collect();
            p.hint {
                ((text.to)(&to.join(", "))) " · "
                ((text.decided)(words::decider(consent.by, lang), &date(consent.on, lang)))
            }
        }
    }
}

fn form(app: &App, view: &Snapshot, reader: &Reader, entered: &Entered) -> Markup {
    let text = Releases::of(reader.lang);
    let phases = view.network.phases_with_reports(&view.programme);
    html! {
        section.card aria-labelledby="freeze" {
            h2 #freeze { (text.freeze) }
            @if phases.is_empty() { p { (text.nothing_to_freeze) } }
            @else {
                p.hint { (text.freeze_note) }
                form.fields method="post" action=(reader.link(&address(view), &[])) {
                    input type="hidden" name="request" value=(app.draw.number());
                    @for (key, label, value) in [("name", text.name, &entered.name), ("date", text.date, &entered.date)] {
                        p {
                            label for=(key) { (label) }
                            input id=(key) type="text" name=(key) size=[(key == "name").then_some("26")] value=(value) autocomplete="off" required;
                        }
                    }
                    p {
                        label for="phase" { (text.phase) }
                        select #phase name="phase" {
                            @for phase in phases {
                                option value=(phase) selected[phase.as_str() == entered.phase] { (phase_name(&view.programme, phase)) }
                            }
                        }
                    }
                    p.actions { button.button type="submit" { (text.freeze_button) } }
                }
            }
        }
    }
}
