//! What is read: every rule of the tables, every fault with its place, and that the same file again changes nothing.

mod books;
mod bounds;
mod coded;
mod damaged;
mod days;
mod doubtful;
mod failed;
mod formula;
mod fuzz;
mod left_out;
mod listed;
mod many;
mod merged;
mod names;
mod near_names;
mod office;
mod persons;
mod quoted;
mod round_trip;
mod rules;
mod stopping;
mod survey;
mod words;
mod wrong;
mod zipped;

use std::collections::BTreeMap;

use miteinander::domain::{ActorId, FundingPhase, Network, PhaseId, Programme, Stop, Text};
use miteinander::exchange::{Faults, ImportOptions, Input, Plan, PlanError, plan, read_watched};
use miteinander::text::Lang;

/// A file of the small cases over which people stumble, under its own name; none where they are not there.
pub fn case(path: &str) -> Option<Input> {
    let path = crate::shared(&format!("cases/{path}"))?;
    let name = path
        .file_name()
        .expect("a file")
        .to_string_lossy()
        .into_owned();
    let bytes = std::fs::read(&path).expect("a case");
    Some(Input { name, bytes })
}

/// A file of a test.
pub fn file(name: &str, text: &str) -> Input {
    Input {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// Two funding phases: 2019–2022, and an open one since 2023.
pub fn programme() -> Programme {
    let phase = |name: &str, start: &str, end: Option<&str>| FundingPhase {
        name: Text::parse(name).expect("a name"),
        start: start.parse().expect("a date"),
        end: end.map(|end| end.parse().expect("a date")),
    };
    let id = |id: &str| PhaseId::parse(id).expect("an id");
    let mut programme = Programme::default();
    let first = phase("2019–2022", "2019-09-01", Some("2022-12-31"));
    programme.phases.insert(id("1"), first);
    programme
        .phases
        .insert(id("2"), phase("2023–", "2023-01-01", None));
    programme
}

/// A district that is being filled by imports.
#[derive(Clone, Default)]
pub struct Filled {
    pub programme: Programme,
    pub network: Network,
    pub contacts: BTreeMap<ActorId, Text>,
}

impl Filled {
    pub fn new() -> Self {
        Self {
            programme: programme(),
            ..Self::default()
        }
    }

    pub fn plan_with(&self, files: &[Input], options: &ImportOptions) -> Result<Plan, Faults> {
        let read = read_watched(files, &options.columns, &Stop::never());
        let tables = read.map_err(|error| match error {
            PlanError::Faults(faults) => faults,
            PlanError::Stopped(_) => unreachable!("nobody stops it"),
        })?;
        plan(
            &tables,
            &self.network,
            &self.contacts,
            &self.programme,
            options,
        )
    }

    pub fn plan(&self, files: &[Input]) -> Result<Plan, Faults> {
        self.plan_with(files, &ImportOptions::default())
    }

    /// Takes files over as the service does, and gives the number of changes.
    pub fn take_with(&mut self, files: &[Input], options: &ImportOptions) -> usize {
        let plan = self
            .plan_with(files, options)
            .unwrap_or_else(|faults| panic!("{}", faults.say(Lang::En)));
        self.programme
            .apply(&plan.programme)
            .expect("a plan is legal");
        self.network
            .apply(&self.programme, &plan.network)
            .expect("a plan is legal");
        for (id, contact) in plan.contacts.clone() {
            match contact {
                Some(contact) => self.contacts.insert(id, contact),
                None => self.contacts.remove(&id),
            };
        }
        plan.len()
    }

    pub fn take(&mut self, files: &[Input]) -> usize {
        self.take_with(files, &ImportOptions::default())
    }
}
