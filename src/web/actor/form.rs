//! The form of a function and of its place in one funding phase.

use serde::{Deserialize, Serialize};

use crate::domain::{
    Actor, ActorId, ActorKind, Change, DepartmentId, DepartmentKind, Edit, Level, Membership, Noun,
    PhaseId, Refusal, look_alike,
};
use crate::exchange::{Named, alike_to};
use crate::service::Snapshot;
use crate::text::Lang;
use crate::text::pages::{ActorFormText, RecordText};
use crate::text::words;

use super::super::record::{
    Choice, Control, Faults, Field, Filled, Read, Reading, RecordForm, Twin, YES, proposed,
};
use super::address::address;

/// A function with its place in one phase, as the form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Placed {
    actor: Actor,
    membership: Option<Membership>,
}

/// The form of one function, or of a new one, about one phase.
pub(super) struct ActorForm {
    /// Of which function; none: of a new one.
    pub id: Option<ActorId>,
    /// About which phase; none where there is none yet.
    pub phase: Option<PhaseId>,
}

/// The fields of a place beside its department.
const OF_PLACE: [&str; 5] = ["section", "level", "core_team", "asked", "answered"];

impl RecordForm for ActorForm {
    type Record = Placed;

    fn standing(&self, view: &Snapshot) -> Option<Placed> {
        let id = self.id.as_ref()?;
        let place = self.phase.as_ref().map(|phase| (id.clone(), phase.clone()));
        Some(Placed {
            actor: view.network.actors.get(id)?.clone(),
            membership: place.and_then(|key| view.network.memberships.get(&key).cloned()),
        })
    }

    fn fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let text = ActorFormText::of(lang);
        let kinds = Choice::all(&ActorKind::ALL, ActorKind::code, |kind| {
            words::actor_kind(kind, lang)
        });
        let mut fields = vec![
            Field::new("name", text.name, Control::Line(self.known_names(view))).required(),
            Field::new("kind", text.kind, Control::One(kinds)).required(),
        ];
        if self.phase.is_some() {
            fields.extend(self.place_fields(view, lang));
        }
        fields.push(Field::new("note", text.note, Control::Note).hint(text.note_hint));
        fields
    }

    fn fill(&self, record: &Placed) -> Filled {
        let filled = Filled::default()
            .with("name", &record.actor.name)
            .with("kind", record.actor.kind.code())
            .with_some("note", record.actor.note.as_ref());
        let Some(place) = &record.membership else {
            return filled;
        };
        let said = |answer: Option<bool>| answer.map(super::super::record::answer);
        filled
            .with("department", &place.department)
            .with_some("section", place.section.as_ref())
            .with_some("level", place.level.map(Level::code))
            .with_some("core_team", place.core_team.then_some(YES))
            .with_some("asked", said(place.asked))
            .with_some("answered", said(place.answered))
    }

    fn read(&self, view: &Snapshot, typed: &Filled, lang: Lang) -> Read<Placed> {
        let mut reading = Reading::of(typed, lang);
        let name = reading.name("name");
        let kind = reading.choice("kind", ActorKind::from_code);
        let note = reading.note("note");
        let membership = self.read_place(&mut reading, view, typed, lang);
        let placed = || {
            Some(Placed {
                actor: Actor {
                    name: name?,
                    kind: kind?,
                    note,
                },
                membership,
            })
        };
        reading.done(placed())
    }

    fn twins(&self, view: &Snapshot, record: &Placed) -> Vec<Twin> {
        let before = self.standing(view);
        let looks = |placed: &Placed| look_alike(placed.actor.name.as_str());
        if before.is_some_and(|before| looks(&before) == looks(record)) {
            return Vec::new();
        }
        let department = record.membership.as_ref().map(|place| &place.department);
        let others: Vec<(&ActorId, &DepartmentId)> = last_places(view)
            .into_iter()
            .filter(|(id, _)| Some(*id) != self.id.as_ref())
            .collect();
        let named = |(id, department): &(&ActorId, &'_ DepartmentId)| {
            (
                view.network.actors[*id].name.to_string(),
                department.to_string(),
            )
        };
        let names: Vec<(String, String)> = others.iter().map(named).collect();
        let names: Vec<Named<'_>> = names
            .iter()
            .map(|(name, group)| Named {
                name,
                group: Some(group),
            })
            .collect();
        let own = Named {
            name: record.actor.name.as_str(),
            group: department.map(|id| id.as_str()),
        };
        let twin = |at: usize| {
            let (id, department) = others[at];
            Twin {
                name: view.network.actors[id].name.to_string(),
                place: Some(view.network.departments[department].name.to_string()),
                address: address(&view.version.district, id),
            }
        };
        alike_to(own, &names).into_iter().map(twin).collect()
    }

    fn changes(&self, view: &Snapshot, record: &Placed) -> Vec<Change> {
        let network = &view.network;
        let id = self.id.clone().unwrap_or_else(|| {
            let taken = |id: &ActorId| network.actors.contains_key(id);
            ActorId::from_name(record.actor.name.as_str(), taken)
        });
        let before = network.actors.get(&id).cloned();
        let actor = Edit::between(id.clone(), before, Some(record.actor.clone()));
        let place = self.phase.clone().and_then(|phase| {
            let key = (id, phase);
            let before = network.memberships.get(&key).cloned();
            Edit::between(key, before, record.membership.clone())
        });
        let actor = actor.map(Change::Actor).into_iter();
        actor.chain(place.map(Change::Membership)).collect()
    }

    fn refused(&self, refusal: Refusal, lang: Lang) -> Option<Faults> {
        let text = ActorFormText::of(lang);
        match refusal {
            Refusal::StillUsed(Noun::Membership) => {
                Some(Faults::one("department", text.still_tied))
            }
            _ => None,
        }
    }
}

impl ActorForm {
    /// The names that there are, shown while a new one is typed.
    fn known_names(&self, view: &Snapshot) -> Vec<String> {
        let actors = view.network.actors.values();
        match self.id {
            None => proposed(actors.map(|one| &one.name)),
            Some(_) => Vec::new(),
        }
    }

    fn place_fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let text = ActorFormText::of(lang);
        let levels = Choice::all(&Level::ALL, Level::code, |level| words::level(level, lang));
        let levels = [Choice::new("", RecordText::of(lang).unsaid)]
            .into_iter()
            .chain(levels);
        let none = match self.id {
            Some(_) => text.nowhere,
            None => RecordText::of(lang).please,
        };
        let departments = [Choice::new("", none)]
            .into_iter()
            .chain(departments(view, lang));
        let department = Field::new(
            "department",
            text.department,
            Control::One(departments.collect()),
        );
        let department = match self.id {
            Some(_) => department,
            None => department.required(),
        };
        let answers = || Control::One(Choice::answers(lang));
        vec![
            department,
            Field::new("section", text.section, Control::Line(sections(view)))
                .hint(text.section_hint),
            Field::new("level", text.level, Control::One(levels.collect())),
            Field::new("asked", text.asked, answers()),
            Field::new("answered", text.answered, answers()),
            Field::new("core_team", text.core_team, Control::Tick),
        ]
    }

    /// Where it stands in the phase, if anywhere.
    fn read_place(
        &self,
        reading: &mut Reading<'_>,
        view: &Snapshot,
        typed: &Filled,
        lang: Lang,
    ) -> Option<Membership> {
        self.phase.as_ref()?;
        let known = |id: &str| {
            let id = DepartmentId::parse(id).ok()?;
            view.network.departments.contains_key(&id).then_some(id)
        };
        let department = match self.id {
            Some(_) => reading.maybe("department", known),
            None => reading.choice("department", known),
        };
        let said = OF_PLACE.iter().any(|field| !typed.one(field).is_empty());
        if department.is_none() && said {
            reading.fault("department", ActorFormText::of(lang).needs_department);
        }
        let place = |reading: &mut Reading<'_>, department| Membership {
            department,
            section: reading.text("section"),
            level: reading.maybe("level", Level::from_code),
            core_team: reading.tick("core_team"),
            asked: reading.answer("asked"),
            answered: reading.answer("answered"),
        };
        department.map(|department| place(reading, department))
    }
}

/// The departments to choose from, offices and others apart.
pub fn departments(view: &Snapshot, lang: Lang) -> Vec<Choice> {
    let mut all: Vec<_> = view.network.departments.iter().collect();
    let rank = |kind: DepartmentKind| DepartmentKind::ALL.iter().position(|one| *one == kind);
    all.sort_by_key(|(_, one)| (rank(one.kind), one.name.as_str().to_lowercase()));
    let choices = all
        .into_iter()
        .map(|(id, one)| Choice::new(id, &one.name).under(words::department_kind(one.kind, lang)));
    choices.collect()
}

/// The sections that are named somewhere in the district.
pub(super) fn sections(view: &Snapshot) -> Vec<String> {
    let places = view.network.memberships.values();
    proposed(places.filter_map(|place| place.section.as_ref()))
}

/// Each function with the department of its latest phase, in the order of their ids.
pub fn last_places(view: &Snapshot) -> Vec<(&ActorId, &DepartmentId)> {
    let phases = view.programme.phases_in_order();
    let when = |phase: &PhaseId| phases.iter().position(|(id, _)| *id == phase);
    let places: Vec<_> = view.network.memberships.iter().collect();
    let each = places.chunk_by(|((a, _), _), ((b, _), _)| a == b);
    let last = each.filter_map(|own| {
        let ((actor, _), place) = own.iter().max_by_key(|((_, phase), _)| when(phase))?;
        Some((actor, &place.department))
    });
    last.collect()
}
