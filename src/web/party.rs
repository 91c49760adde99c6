//! Who may take part in an offer, as a form offers them: functions, whole offices and their sections.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::{DepartmentId, Network, Party, PhaseId, Text, look_alike, natural};
use crate::text::Lang;

use super::record::Choice;

/// Of more than so many nobody looks through a list of ticks: then names are typed.
pub const MOST_TICKS: usize = 120;

/// Everybody who may take part in a phase.
pub struct Parties {
    /// Each with what is sent, what is read, and the office under which it stands; those of an office together.
    all: Vec<(Party, Choice)>,
}

impl Parties {
    /// Those of a phase, and those who take part already.
    pub fn of<'a>(
        network: &Network,
        phase: Option<&PhaseId>,
        there: impl IntoIterator<Item = &'a Party>,
        lang: Lang,
    ) -> Self {
        let mut parties: BTreeSet<Party> = there.into_iter().cloned().collect();
        let departments = network.departments.keys();
        parties.extend(departments.map(|id| Party::Department(id.clone())));
        let mut places: HashMap<_, &DepartmentId> = HashMap::new();
        for ((actor, in_phase), place) in &network.memberships {
            places.entry(actor.clone()).or_insert(&place.department);
            if phase.is_none_or(|phase| phase == in_phase) {
                places.insert(actor.clone(), &place.department);
                parties.insert(Party::Actor(actor.clone()));
                let section = place.section.clone();
                let section = section.map(|name| Party::Section(place.department.clone(), name));
                parties.extend(section);
            }
        }
        let mut groups: BTreeMap<Group, Vec<(Party, Choice)>> = BTreeMap::new();
        for party in parties {
            let department = match &party {
                Party::Actor(id) => places.get(id).copied(),
                Party::Department(id) | Party::Section(id, _) => Some(id),
            };
            let group = Group::of(network, department);
            let choice =
                Choice::new(value(&party), label(network, &party, lang)).under(&group.name);
            groups.entry(group).or_default().push((party, choice));
        }
        for group in groups.values_mut() {
            group.sort_by(|(a, x), (b, y)| {
                rank(a)
                    .cmp(&rank(b))
                    .then_with(|| natural(&x.label, &y.label))
            });
        }
        Self {
            all: groups.into_values().flatten().collect(),
        }
    }

    /// Whether they are few enough to be ticked.
    pub fn are_few(&self) -> bool {
        self.all.len() <= MOST_TICKS
    }

    /// What is offered as ticks: all of few, else those that are chosen already.
    pub fn ticks(&self, chosen: &BTreeSet<Party>) -> Vec<Choice> {
        let all = self.all.iter();
        let shown = all.filter(|(party, _)| self.are_few() || chosen.contains(party));
        shown.map(|(_, choice)| choice.clone()).collect()
    }

    /// The names that are proposed while typing, each with its office.
    pub fn names(&self) -> Vec<String> {
        self.all.iter().map(|(_, choice)| named(choice)).collect()
    }

    /// The party that a value names.
    pub fn known(&self, sent: &str) -> Option<Party> {
        let mut all = self.all.iter();
        let found = all.find(|(_, choice)| choice.value == sent);
        found.map(|(party, _)| party.clone())
    }

    /// The parties that a line of names means, apart by semicolons; else the first name that means none or several.
    pub fn typed(&self, line: &str) -> Result<Vec<Party>, String> {
        let names = line
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        names
            .map(|name| self.meant(name).ok_or_else(|| name.to_owned()))
            .collect()
    }

    fn meant(&self, name: &str) -> Option<Party> {
        let key = look_alike(name);
        let by = |of: fn(&Choice) -> String| {
            let all = self.all.iter();
            let mut found = all.filter(|(_, choice)| look_alike(&of(choice)) == key);
            let first = found.next()?;
            found.next().is_none().then(|| first.0.clone())
        };
        by(named).or_else(|| by(|choice| choice.label.clone()))
    }
}

/// An office by which parties stand together; those without one at the end.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    is_none: bool,
    name: String,
}

impl Group {
    fn of(network: &Network, department: Option<&DepartmentId>) -> Self {
        let named = department.and_then(|id| network.departments.get(id));
        Self {
            is_none: named.is_none(),
            name: named.map_or_else(|| "–".to_owned(), |one| one.name.to_string()),
        }
    }
}

/// What a form sends for a party.
pub fn value(party: &Party) -> String {
    match party {
        Party::Actor(id) => format!("actor:{id}"),
        Party::Department(id) => format!("department:{id}"),
        Party::Section(id, name) => format!("section:{id}:{name}"),
    }
}

fn label(network: &Network, party: &Party, lang: Lang) -> String {
    let called = |name: Option<&Text>, id: &str| name.map_or(id.to_owned(), Text::to_string);
    match party {
        Party::Actor(id) => called(network.actors.get(id).map(|one| &one.name), id.as_str()),
        Party::Department(id) => {
            let name = network.departments.get(id).map(|one| &one.name);
            let whole = lang.pick("als Ganzes", "as a whole");
            format!("{} {whole}", called(name, id.as_str()))
        }
        Party::Section(_, name) => format!("{} {name}", lang.pick("Fachbereich", "Section")),
    }
}

fn named(choice: &Choice) -> String {
    match &choice.group {
        Some(group) => format!("{} ({group})", choice.label),
        None => choice.label.clone(),
    }
}

/// The whole office before its sections, and these before its functions.
fn rank(party: &Party) -> u8 {
    match party {
        Party::Department(_) => 0,
        Party::Section(..) => 1,
        Party::Actor(_) => 2,
    }
}
