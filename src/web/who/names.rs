//! The first step: whose form it is, and with whom that function had to do.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::domain::{ActorId, Department, DepartmentId, Network, PhaseId, look_alike};
use crate::service::{Snapshot, WhoSaid};
use crate::text::pages::WhoPage;
use crate::web::actor::new_address;
use crate::web::reader::{Reader, encode};

/// From how many names on they can be searched.
const SEARCHED: usize = 50;

/// The functions of an office, each with its name.
pub(super) struct Group<'a> {
    pub(super) id: &'a DepartmentId,
    pub(super) office: &'a Department,
    pub(super) is_own: bool,
    pub(super) functions: Vec<(&'a ActorId, &'a str)>,
}

/// All others of a phase by office: one's own last, the others from another one on for each function, so that no office is
/// always the first; inside by name.
pub(super) fn groups<'a>(
    network: &'a Network,
    phase: &PhaseId,
    actor: Option<&ActorId>,
) -> Vec<Group<'a>> {
    let own = actor.and_then(|actor| network.memberships.get(&(actor.clone(), phase.clone())));
    let own = own.map(|place| &place.department);
    let mut by_office: BTreeMap<&DepartmentId, Vec<(&ActorId, &str)>> = BTreeMap::new();
    for (id, place) in network.members(phase).filter(|(id, _)| Some(*id) != actor) {
        let Some(record) = network.actors.get(id) else {
            continue;
        };
        let of_office = by_office.entry(&place.department).or_default();
        of_office.push((id, record.name.as_str()));
    }
    let groups = by_office.into_iter().filter_map(|(id, mut functions)| {
        functions.sort_by_cached_key(|(_, name)| look_alike(name));
        Some(Group {
            office: network.departments.get(id)?,
            is_own: own == Some(id),
            id,
            functions,
        })
    });
    let (last, mut others): (Vec<Group>, Vec<Group>) = groups.partition(|group| group.is_own);
    others.sort_by_cached_key(|group| look_alike(group.office.name.as_str()));
    if let Some(actor) = actor.filter(|_| !others.is_empty()) {
        let turn = actor.as_str().bytes().map(usize::from).sum::<usize>();
        let by = turn % others.len();
        others.rotate_left(by);
    }
    others.extend(last);
    others
}

/// The choice of a function.
pub(super) fn functions(view: &Snapshot, phase: &PhaseId, reader: &Reader) -> Markup {
    let text = WhoPage::of(reader.lang);
    let groups = groups(&view.network, phase, None);
    let phases = view.programme.phases_in_order();
    let anew = new_address(&view.version.district);
    let entered = reader.link(&anew, &[("phase", phase.as_str())]);
    html! {
        p.lead { (text.lead) }
        @if groups.is_empty() { p.notice { (text.nobody) " " a href=(entered) { (text.new_function) } } }
        form method="get" {
            p.field {
                label for="actor" { (text.function) }
                select #actor name="actor" required {
                    option value="" { (text.choose) }
                    @for group in groups {
                        optgroup label=(group.office.name) {
                            @for (id, name) in group.functions { option value=(id) { (name) } }
                        }
                    }
                }
            }
            @if phases.len() > 1 {
                p.field {
                    label for="phase" { (text.phase) }
                    select #phase name="phase" {
                        @for (id, one) in phases { option value=(id) selected[id == phase] { (one.name) } }
                    }
                }
            } @else { input type="hidden" name="phase" value=(phase); }
            p.actions { button.button type="submit" { (text.go_on) } }
        }
    }
}

/// The names to tick; those named already are ticked, or those that were ticked before.
pub(super) fn ticks(
    view: &Snapshot,
    phase: &PhaseId,
    actor: &ActorId,
    (said, ticked): (&WhoSaid, &BTreeSet<ActorId>),
    reader: &Reader,
) -> Markup {
    let text = WhoPage::of(reader.lang);
    let groups = groups(&view.network, phase, Some(actor));
    let all: usize = groups.iter().map(|group| group.functions.len()).sum();
    let is_ticked = |id: &ActorId| match ticked.is_empty() {
        true => said.ties.contains_key(id),
        false => ticked.contains(id),
    };
    html! {
        @if groups.is_empty() { p.notice { (text.nobody_else) } }
        form method="get" {
            input type="hidden" name="actor" value=(actor);
            input type="hidden" name="phase" value=(phase);
            input type="hidden" name="step" value="2";
            @if all > SEARCHED {
                p.field data-script hidden {
                    label for="search" { (text.search) }
                    input #search type="search" autocomplete="off" data-search;
                }
            }
            @for group in groups {
                fieldset.card data-office {
                    legend { (group.office.name) @if group.is_own { " (" (text.own_office) ")" } }
                    ul.ticks {
                        @for (id, name) in group.functions {
                            @let field = format!("with-{}", encode(id.as_str()));
                            li {
                                input id=(field) type="checkbox" name="with" value=(id) checked[is_ticked(id)];
                                label for=(field) { (name) }
                            }
                        }
                    }
                }
            }
            p.actions.sticky { button.button type="submit" { (text.go_on) } }
        }
    }
}
