//! The form of an organisation, with its division in one funding phase.

use serde::{Deserialize, Serialize};

use crate::domain::{
    Change, Department, DepartmentId, DepartmentKind, Edit, PhaseId, Refusal, Text, look_alike,
};
use crate::exchange::{Named, alike_to};
use crate::service::Snapshot;
use crate::text::Lang;
use crate::text::pages::{DepartmentPage, RecordText};
use crate::text::words;

use super::super::record::{
    Choice, Control, Faults, Field, Filled, Read, Reading, RecordForm, Twin, proposed,
};
use super::address::address;

/// An organisation with its division in one phase, as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Office {
    name: Text,
    short_name: Option<Text>,
    kind: DepartmentKind,
    policy_field: Option<Text>,
    division: Option<Text>,
}

/// The form of one organisation, or of a new one, about one phase.
pub(super) struct DepartmentForm {
    /// Of which organisation; none: of a new one.
    pub id: Option<DepartmentId>,
    /// Of which phase the division is; none where there is none yet.
    pub phase: Option<PhaseId>,
}

impl RecordForm for DepartmentForm {
    type Record = Office;

    fn standing(&self, view: &Snapshot) -> Option<Office> {
        let department = view.network.departments.get(self.id.as_ref()?)?;
        let phase = self.phase.as_ref();
        let division = phase.and_then(|phase| department.divisions.get(phase));
        Some(Office {
            name: department.name.clone(),
            short_name: department.short_name.clone(),
            kind: department.kind,
            policy_field: department.policy_field.clone(),
            division: division.cloned(),
        })
    }

    fn fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let text = DepartmentPage::of(lang);
        let kinds = Choice::all(&DepartmentKind::ALL, DepartmentKind::code, |kind| {
            words::department_kind(kind, lang)
        });
        let kinds = match self.id {
            Some(_) => kinds,
            None => [Choice::new("", RecordText::of(lang).please)]
                .into_iter()
                .chain(kinds)
                .collect(),
        };
        let departments = || view.network.departments.values();
        let fields = departments().filter_map(|one| one.policy_field.as_ref());
        let divisions = departments().flat_map(|one| one.divisions.values());
        let names = match self.id {
            None => proposed(departments().map(|one| &one.name)),
            Some(_) => Vec::new(),
        };
        let mut all = vec![
            Field::new("name", text.name, Control::Line(names)).required(),
            Field::new("short_name", text.short_name, Control::Line(Vec::new()))
                .hint(text.short_name_hint),
            Field::new("kind", text.kind, Control::One(kinds)).required(),
            Field::new(
                "policy_field",
                text.policy_field,
                Control::Line(proposed(fields)),
            ),
        ];
        if self.phase.is_some() {
            let proposed = Control::Line(proposed(divisions));
            all.push(Field::new("division", text.division_label, proposed));
        }
        all
    }

    fn fill(&self, record: &Office) -> Filled {
        Filled::default()
            .with("name", &record.name)
            .with_some("short_name", record.short_name.as_ref())
            .with("kind", record.kind.code())
            .with_some("policy_field", record.policy_field.as_ref())
            .with_some("division", record.division.as_ref())
    }

    fn read(&self, view: &Snapshot, typed: &Filled, lang: Lang) -> Read<Office> {
        let mut reading = Reading::of(typed, lang);
        let name = reading.name("name");
        let short_name = reading.text("short_name");
        let kind = reading.choice("kind", DepartmentKind::from_code);
        let policy_field = reading.text("policy_field");
        let division = self.phase.as_ref().and_then(|_| reading.text("division"));
        let mut others = view.network.departments.iter();
        let is_taken = |name: &Text| {
            others.any(|(id, other)| Some(id) != self.id.as_ref() && other.name == *name)
        };
        if name.as_ref().is_some_and(is_taken) {
            reading.fault("name", DepartmentPage::of(lang).name_taken);
        }
        let office = || {
            Some(Office {
                name: name?,
                short_name,
                kind: kind?,
                policy_field,
                division,
            })
        };
        reading.done(office())
    }

    fn twins(&self, view: &Snapshot, record: &Office) -> Vec<Twin> {
        let looks = |office: &Office| look_alike(office.name.as_str());
        let before = self.standing(view);
        if before.is_some_and(|before| looks(&before) == looks(record)) {
            return Vec::new();
        }
        let others = view.network.departments.iter();
        let others: Vec<_> = others
            .filter(|(id, _)| Some(*id) != self.id.as_ref())
            .collect();
        let named = |name| Named { name, group: None };
        let names: Vec<_> = others
            .iter()
            .map(|(_, one)| named(one.name.as_str()))
            .collect();
        let twin = |at: usize| {
            let (id, department) = others[at];
            Twin {
                name: department.name.to_string(),
                place: None,
                address: address(&view.version.district, id),
            }
        };
        let alike = alike_to(named(record.name.as_str()), &names).into_iter();
        alike.map(twin).collect()
    }

    fn changes(&self, view: &Snapshot, record: &Office) -> Vec<Change> {
        let departments = &view.network.departments;
        let id = self.id.clone().unwrap_or_else(|| {
            let taken = |id: &DepartmentId| departments.contains_key(id);
            DepartmentId::from_name(record.name.as_str(), taken)
        });
        let before = departments.get(&id).cloned();
        let mut divisions = before
            .as_ref()
            .map(|it| it.divisions.clone())
            .unwrap_or_default();
        if let Some(phase) = &self.phase {
            match &record.division {
                Some(division) => divisions.insert(phase.clone(), division.clone()),
                None => divisions.remove(phase),
            };
        }
        let department = Department {
            name: record.name.clone(),
            short_name: record.short_name.clone(),
            kind: record.kind,
            policy_field: record.policy_field.clone(),
            divisions,
        };
        let edit = Edit::between(id, before, Some(department));
        edit.map(Change::Department).into_iter().collect()
    }

    fn refused(&self, refusal: Refusal, lang: Lang) -> Option<Faults> {
        match refusal {
            Refusal::NameTaken => Some(Faults::one("name", DepartmentPage::of(lang).name_taken)),
            _ => None,
        }
    }
}
