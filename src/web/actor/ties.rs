//! With whom a function works in a phase: by office, with the strength and who reported it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::domain::{ActorId, PhaseId, Report};
use crate::service::Snapshot;
use crate::text::Lang;
use crate::text::pages::ActorPage;
use crate::text::words;

use super::super::cooperation;
use super::super::reader::Reader;
use super::super::shown::phase_name;
use super::super::table::table;
use super::address::address;

/// What both sides say of one cooperation.
#[derive(Default)]
struct Tie<'n> {
    own: Option<&'n Report>,
    other: Option<&'n Report>,
}

/// The section of the page, about the phase that the address asks for, else the latest in which anything is reported.
pub(super) fn section(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Markup {
    let text = ActorPage::of(reader.lang);
    let phases = phases(view, actor);
    let phase = shown_phase(&phases, reader);
    html! {
        section.entered aria-labelledby="ties" {
            @match phase {
                None => {
                    h2 #ties { (text.ties) }
                    p { (text.no_ties) }
                }
                Some(phase) => {
                    h2 #ties { ((text.ties_in)(phase_name(&view.programme, phase))) }
                    (list(view, reader, (actor, phase)))
                    (others(view, reader, actor, &phases, phase))
                }
            }
        }
    }
}

/// The phase that the address asks for, else the latest of those in which anything is reported.
pub(super) fn shown_phase<'v>(phases: &[&'v PhaseId], reader: &Reader) -> Option<&'v PhaseId> {
    let asked = reader.asked("phase");
    let mut all = phases.iter().copied();
    all.find(|phase| asked == Some(phase.as_str()))
        .or(phases.last().copied())
}

/// The phases in which somebody reports something of it, from the earliest.
pub(super) fn phases<'v>(view: &'v Snapshot, actor: &ActorId) -> Vec<&'v PhaseId> {
    let phases = view.programme.phases_in_order().into_iter();
    let is_told = |phase: &PhaseId| {
        let mut keys = view.network.reports.keys();
        keys.any(|(in_phase, from, to)| in_phase == phase && (from == actor || to == actor))
    };
    phases.map(|(id, _)| id).filter(|id| is_told(id)).collect()
}

/// Its ties in a phase by the name of the other's department.
fn by_department<'v>(
    view: &'v Snapshot,
    actor: &ActorId,
    phase: &PhaseId,
) -> BTreeMap<&'v str, BTreeMap<&'v ActorId, Tie<'v>>> {
    let mut all: BTreeMap<&str, BTreeMap<&ActorId, Tie<'_>>> = BTreeMap::new();
    for ((in_phase, from, to), report) in &view.network.reports {
        let other = match (from == actor, to == actor) {
            (true, _) => to,
            (_, true) => from,
            _ => continue,
        };
        let place = view
            .network
            .memberships
            .get(&(other.clone(), phase.clone()));
        let Some(place) = place.filter(|_| in_phase == phase) else {
            continue;
        };
        let department = view.network.departments[&place.department].name.as_str();
        let tie = all.entry(department).or_default().entry(other).or_default();
        match from == actor {
            true => tie.own = Some(report),
            false => tie.other = Some(report),
        }
    }
    all
}

/// One line a function, office by office.
fn list(view: &Snapshot, reader: &Reader, (actor, phase): (&ActorId, &PhaseId)) -> Markup {
    let text = ActorPage::of(reader.lang);
    let [office, function, strength, reported] = text.tie_columns;
    let both = |other| {
        let both = cooperation::address(&view.version.district, actor, other);
        reader.link(&both, &[("phase", phase.as_str())])
    };
    let page = |other| reader.link(&address(&view.version.district, other), &[]);
    table(
        text.ties,
        &text.tie_columns,
        html! {
            @for (department, ties) in by_department(view, actor, phase) {
                @for (other, tie) in ties {
                    tr {
                        td data-column=(office) { (department) }
                        th scope="row" data-column=(function) { a href=(page(other)) { (view.network.actors[other].name) } }
                        td data-column=(strength) { (tie.strength(reader.lang)) }
                        td data-column=(reported) {
                            @let told = tie.reported(text);
                            a href=(both(other)) aria-label={ (view.network.actors[other].name) ": " (told) } { (told) }
                        }
                    }
                }
            }
        },
    )
}

fn others(
    view: &Snapshot,
    reader: &Reader,
    actor: &ActorId,
    phases: &[&PhaseId],
    shown: &PhaseId,
) -> Markup {
    let own = address(&view.version.district, actor);
    html! {
        @if phases.len() > 1 {
            p.hint {
                (ActorPage::of(reader.lang).other_phase) ": "
                @for phase in phases.iter().filter(|phase| **phase != shown) {
                    a href=(reader.link(&own, &[("phase", phase.as_str())])) { (phase_name(&view.programme, phase)) } " "
                }
            }
        }
    }
}

impl Tie<'_> {
    /// The larger of what both sides say: none stands as the smaller.
    fn strength(&self, lang: Lang) -> String {
        let said = [self.own, self.other].into_iter().flatten();
        let strength = said.filter_map(|report| report.strength).max();
        match strength {
            Some(strength) => {
                let name = words::strength(strength, lang).name;
                format!("{} – {name}", strength.number())
            }
            None => ActorPage::of(lang).no_strength.to_owned(),
        }
    }

    fn reported(&self, text: &ActorPage) -> String {
        let by = match (self.own.is_some(), self.other.is_some()) {
            (true, true) => text.by_both,
            (true, false) => text.by_own,
            (false, _) => text.by_other,
        };
        let mut said = [self.own, self.other].into_iter().flatten();
        match said.any(|report| report.in_workshop) {
            true => format!("{by}, {}", text.in_workshop),
            false => by.to_owned(),
        }
    }
}
