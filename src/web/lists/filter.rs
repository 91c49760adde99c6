//! What a list is asked for in its address, and the form that asks for it.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};

use crate::domain::{ActorId, DepartmentId, PhaseId, Report, Sought, natural};
use crate::service::Snapshot;
use crate::text::pages::Lists;
use crate::web::access::{Access, Caller};
use crate::web::choice::choice;
use crate::web::errors::{Error, Result};
use crate::web::name::short;
use crate::web::reader::Reader;

use super::in_phase;

/// What stands in an address for all phases.
const ALL: &str = "all";

/// What all lists can be asked for; what a list has no field for is left alone.
pub(super) struct Filter {
    /// The name, or a part of it.
    pub sought: Sought,
    typed: String,
    /// The phase; none for all.
    pub phase: Option<PhaseId>,
    /// The organisation to which something belongs.
    pub department: Option<DepartmentId>,
    /// Only what is of the core team.
    pub core_team: bool,
    /// Only what has no cooperation.
    pub alone: bool,
    /// Only who did not answer: known to the coordination alone.
    pub silent: bool,
    /// Whether anything is left out by it.
    pub is_set: bool,
}

impl Filter {
    /// What the address asks for. A phase or an organisation that is not there is an error.
    pub fn of(view: &Snapshot, reader: &Reader) -> Result<Self> {
        let phase = match reader.asked("phase") {
            Some(ALL) => None,
            Some(asked) => Some(view.phase(asked)?),
            None => view.latest_phase(),
        };
        let known = |asked: &str| {
            let id = DepartmentId::parse(asked).ok();
            let id = id.filter(|id| view.network.departments.contains_key(id));
            id.ok_or(Error::NotFound)
        };
        let typed = reader.asked("q").unwrap_or_default().trim().to_owned();
        let is_ticked = |key| reader.asked(key).is_some();
        let fields = ["q", "department", "kind", "field", "core_team", "alone"];
        let silent = is_ticked("silent") && reader.may(Access::Coordination);
        Ok(Self {
            sought: Sought::parse(&typed),
            phase,
            department: reader.asked("department").map(known).transpose()?,
            core_team: is_ticked("core_team"),
            alone: is_ticked("alone"),
            silent,
            is_set: silent || fields.into_iter().any(is_ticked),
            typed,
        })
    }

    /// The form with the search, the fields of a list and the button.
    pub fn form(&self, reader: &Reader, fields: Markup) -> Markup {
        let text = Lists::of(reader.lang);
        html! {
            search {
                form.choices method="get" action=(reader.path) aria-label=(text.filters) {
                    p.choice {
                        label for="choose-q" { (text.search) }
                        input #choose-q type="text" name="q" value=(self.typed) autocomplete="off" maxlength="300";
                    }
                    (fields)
                    @if let Some(role) = reader.caller.role() { input type="hidden" name=(Caller::KEY) value=(role); }
                    button.button.quiet type="submit" { (text.show) }
                }
            }
        }
    }

    /// The choice of a phase.
    pub fn phases(&self, view: &Snapshot, reader: &Reader) -> Markup {
        let text = Lists::of(reader.lang);
        let phases = view.programme.phases_in_order().into_iter().rev();
        let phases = phases.map(|(id, phase)| (id.to_string(), phase.name.to_string()));
        let all = (ALL.to_owned(), text.all.to_owned());
        let options: Vec<_> = phases.chain([all]).collect();
        let chosen = self.phase.as_ref().map_or(ALL, PhaseId::as_str);
        choice("phase", text.phase, &options, chosen)
    }

    /// The choice of an organisation.
    pub fn departments(&self, view: &Snapshot, reader: &Reader) -> Markup {
        let text = Lists::of(reader.lang);
        let departments = view.network.departments.iter();
        let mut options: Vec<_> = departments
            .map(|(id, one)| (id.to_string(), short(one.name.as_str()).into_owned()))
            .collect();
        options.sort_by(|(_, a), (_, b)| natural(a, b));
        options.insert(0, (String::new(), text.all.to_owned()));
        let chosen = self.department.as_ref().map_or("", DepartmentId::as_str);
        choice("department", text.department, &options, chosen)
    }

    /// How many others each function works with, where there is one.
    pub fn partners<'a>(&self, view: &'a Snapshot) -> HashMap<&'a ActorId, usize> {
        let reports = view.network.reports.iter();
        let told = reports.filter(|((phase, ..), report)| {
            in_phase(self.phase.as_ref(), phase) && is_contact(report)
        });
        let pairs: HashSet<_> = told
            .map(|((_, from, to), _)| (from.min(to), from.max(to)))
            .collect();
        let mut partners = HashMap::new();
        for end in pairs.into_iter().flat_map(|(a, b)| [a, b]) {
            *partners.entry(end).or_default() += 1;
        }
        partners
    }
}

/// Whether a report tells of cooperation: who says that there was no contact tells of none.
pub(super) fn is_contact(report: &Report) -> bool {
    report.strength.is_none_or(|strength| strength.number() > 0)
}

/// A choice of one of several kinds by their codes, and all.
pub(super) fn kinds<T: Copy>(
    reader: &Reader,
    (name, label): (&str, &str),
    all: &[T],
    (code, word): (fn(T) -> &'static str, impl Fn(T) -> &'static str),
) -> Markup {
    let none = (String::new(), Lists::of(reader.lang).all.to_owned());
    let kinds = all.iter();
    let kinds = kinds.map(|kind| (code(*kind).to_owned(), word(*kind).to_owned()));
    let options: Vec<_> = [none].into_iter().chain(kinds).collect();
    choice(
        name,
        label,
        &options,
        reader.asked(name).unwrap_or_default(),
    )
}

/// The kind that the address asks for; a code that is none is an error.
pub(super) fn kind<T>(
    reader: &Reader,
    name: &str,
    read: fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let asked = reader.asked(name);
    asked
        .map(|code| read(code).ok_or(Error::NotFound))
        .transpose()
}

/// A box to tick.
pub(super) fn tick(name: &str, label: &str, is_ticked: bool) -> Markup {
    html! {
        p.tick {
            input id={ "choose-" (name) } type="checkbox" name=(name) value="yes" checked[is_ticked];
            label for={ "choose-" (name) } { (label) }
        }
    }
}
