//! Changes in words, name by name: what a preview announces and the history remembers.

mod lines;
mod names;

pub use names::Names;

use std::collections::BTreeSet;

use crate::domain::{Change, Noun, PhaseId};

use super::Lang;

/// What happens to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// It is new.
    Added,
    /// It was there and is different now.
    Changed,
    /// It goes.
    Removed,
}

/// The changes of one kind, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happens.
    pub deed: Deed,
    /// To which kind of record.
    pub noun: Noun,
    /// How many of what: "3 Organisationen neu".
    pub title: String,
    /// How many records.
    pub count: usize,
    /// One line a record, unless only the first were to be told.
    pub lines: Vec<String>,
}

impl Told {
    /// The group without its lines, for who tells their number alone.
    pub fn without_lines(&self) -> Self {
        Self {
            lines: Vec::new(),
            title: self.title.clone(),
            ..*self
        }
    }
}

/// Tells changes in groups: what is added, what is changed, what is removed, each by kind of record.
pub fn tell(changes: &[Change], names: &Names<'_>, lang: Lang) -> Vec<Told> {
    tell_first(usize::MAX, changes, names, lang)
}

/// The same with so many lines of each kind at most.
pub fn tell_first(most: usize, changes: &[Change], names: &Names<'_>, lang: Lang) -> Vec<Told> {
    let mut groups: Vec<Told> = Vec::new();
    for change in changes {
        let (deed, noun) = (deed(change), change.noun());
        let place = groups
            .iter()
            .position(|group| (group.deed, group.noun) == (deed, noun));
        let place = place.unwrap_or_else(|| {
            groups.push(Told {
                deed,
                noun,
                title: String::new(),
                count: 0,
                lines: Vec::new(),
            });
            groups.len() - 1
        });
        let group = &mut groups[place];
        group.count += 1;
        if group.lines.len() < most {
            group.lines.push(lines::line(change, names, lang));
        }
    }
    groups.sort_by_key(|group| (group.deed, group.noun));
    for group in &mut groups {
        group.title = match group.noun {
            Noun::Membership => placed(group, &phases(changes, group.deed), names, lang),
            noun => title(group.deed, noun, group.count, lang),
        };
    }
    groups
}

/// The groups in one sentence: "3 Organisationen neu, 1 Funktion geändert".
pub fn summary(told: &[Told]) -> String {
    let titles: Vec<&str> = told.iter().map(|group| group.title.as_str()).collect();
    titles.join(", ")
}

/// The same sentence without telling each change.
pub fn counted(changes: &[Change], names: &Names<'_>, lang: Lang) -> String {
    summary(&tell_first(0, changes, names, lang))
}

/// The phases in which actors are placed, moved or no longer placed.
fn phases(changes: &[Change], of: Deed) -> BTreeSet<&PhaseId> {
    let changes = changes.iter().filter(|change| deed(change) == of);
    let phases = changes.filter_map(|change| match change {
        Change::Membership(edit) => Some(&edit.key.1),
        _ => None,
    });
    phases.collect()
}

/// "25 Funktionen einem Amt zugeordnet (ab 2023)"
fn placed(group: &Told, phases: &BTreeSet<&PhaseId>, names: &Names<'_>, lang: Lang) -> String {
    let n = group.count;
    let of = |de: [&'static str; 2], en: [&'static str; 2]| lang.pick(de, en)[usize::from(n != 1)];
    let told = match group.deed {
        Deed::Added => of(
            [
                "Funktion einem Amt zugeordnet",
                "Funktionen einem Amt zugeordnet",
            ],
            [
                "function assigned to an office",
                "functions assigned to an office",
            ],
        ),
        Deed::Changed => of(
            [
                "Zuordnung zu einem Amt geändert",
                "Zuordnungen zu einem Amt geändert",
            ],
            [
                "assignment to an office changed",
                "assignments to an office changed",
            ],
        ),
        Deed::Removed => of(
            [
                "Zuordnung zu einem Amt entfernt",
                "Zuordnungen zu einem Amt entfernt",
            ],
            [
                "assignment to an office removed",
                "assignments to an office removed",
            ],
        ),
    };
    let named: Vec<&str> = phases.iter().map(|id| names.phase(id)).collect();
    match named.len() {
        0 => format!("{n} {told}"),
        1..=3 => format!("{n} {told} ({})", named.join(", ")),
        all => format!(
            "{n} {told} ({all} {})",
            lang.pick("Förderphasen", "funding phases")
        ),
    }
}

fn deed(change: &Change) -> Deed {
    match change.there() {
        (false, _) => Deed::Added,
        (true, false) => Deed::Removed,
        (true, true) => Deed::Changed,
    }
}

fn title(deed: Deed, noun: Noun, n: usize, lang: Lang) -> String {
    let (one, many) = match noun {
        Noun::District => lang.pick(("Bezirk", "Bezirke"), ("district", "districts")),
        Noun::Phase => lang.pick(
            (
                "Förderphase für alle Bezirke",
                "Förderphasen für alle Bezirke",
            ),
            (
                "funding phase for all districts",
                "funding phases for all districts",
            ),
        ),
        Noun::Department => lang.pick(
            ("Organisation", "Organisationen"),
            ("organisation", "organisations"),
        ),
        Noun::Actor => lang.pick(
            ("Funktion oder Einrichtung", "Funktionen und Einrichtungen"),
            ("function or facility", "functions and facilities"),
        ),
        Noun::Membership => lang.pick(
            ("Zuordnung zu einem Amt", "Zuordnungen zu einem Amt"),
            ("assignment to an office", "assignments to an office"),
        ),
        Noun::Offer => lang.pick(("Angebot", "Angebote"), ("offer", "offers")),
        Noun::Report => lang.pick(
            ("Angabe zur Zusammenarbeit", "Angaben zur Zusammenarbeit"),
            ("report of cooperation", "reports of cooperation"),
        ),
        Noun::OpenPoint => lang.pick(
            ("offener Punkt", "offene Punkte"),
            ("open point", "open points"),
        ),
        Noun::Release => lang.pick(
            ("festgehaltener Stand", "festgehaltene Stände"),
            ("frozen state", "frozen states"),
        ),
    };
    let deed = match deed {
        Deed::Added => lang.pick("neu", "added"),
        Deed::Changed => lang.pick("geändert", "changed"),
        Deed::Removed => lang.pick("entfernt", "removed"),
    };
    format!("{n} {} {deed}", if n == 1 { one } else { many })
}
