//! The form of what one side says of a cooperation.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ActorId, Change, OfferId, PhaseId, Report, Strength, TieKind, both_sides, natural, reporting,
};
use crate::exchange::read_since;
use crate::service::Snapshot;
use crate::text::pages::{CooperationPage, RecordText};
use crate::text::{Lang, words};
use crate::web::record::{
    Choice, Control, Faults, Field, Filled, Read, Reading, RecordForm, YES, answer,
};

/// The form of what the first of two says of the second in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SideForm {
    /// In which phase.
    pub phase: PhaseId,
    /// Who says it, and of whom.
    pub ends: [ActorId; 2],
}

impl SideForm {
    /// The other side's.
    pub fn turned(&self) -> Self {
        let [from, to] = self.ends.clone();
        Self {
            phase: self.phase.clone(),
            ends: [to, from],
        }
    }

    /// The fields with the offers that either side names.
    pub fn fields_of_both(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let sides = both_sides(&view.network, &self.phase, &self.ends);
        let named = sides
            .into_iter()
            .flatten()
            .flat_map(|report| &report.offers);
        fields(view, &self.phase, named.cloned().collect(), lang)
    }

    /// The side that a new form names, or what is wrong with that.
    pub fn named(view: &Snapshot, typed: &Filled, lang: Lang) -> Result<Self, Faults> {
        let text = CooperationPage::of(lang);
        let mut reading = Reading::of(typed, lang);
        let phase = reading.choice("phase", |sent| view.phase(sent).ok());
        let known = |sent: &str| {
            let id = ActorId::parse(sent).ok();
            id.filter(|id| view.network.actors.contains_key(id))
        };
        let ends = ["from", "to"].map(|field| reading.choice(field, known));
        if let (Some(phase), [Some(from), Some(to)]) = (&phase, &ends) {
            if from == to {
                reading.fault("to", text.itself);
            }
            let name = view.programme.phases[phase].name.as_str();
            for (field, id) in [("from", from), ("to", to)] {
                if !view
                    .network
                    .memberships
                    .contains_key(&(id.clone(), phase.clone()))
                {
                    reading.fault(field, (text.not_there)(name));
                }
            }
        }
        let [from, to] = ends;
        reading.done(phase.zip(from.zip(to)).map(|(phase, (from, to))| Self {
            phase,
            ends: [from, to],
        }))
    }
}

impl RecordForm for SideForm {
    type Record = Report;

    fn standing(&self, view: &Snapshot) -> Option<Report> {
        let [own, _] = both_sides(&view.network, &self.phase, &self.ends);
        own.cloned()
    }

    fn fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let there = self.standing(view).map(|report| report.offers);
        fields(view, &self.phase, there.unwrap_or_default(), lang)
    }

    fn fill(&self, report: &Report) -> Filled {
        Filled::default()
            .with_some("strength", report.strength.map(Strength::number))
            .with_all("kinds", report.kinds.iter().map(TieKind::code))
            .with_some("binding", report.binding.map(answer))
            .with_some("since", report.since)
            .with_all("offers", &report.offers)
            .with_some("through_core_team", report.through_core_team.then_some(YES))
            .with_some("note", report.note.as_ref())
    }

    fn read(&self, view: &Snapshot, typed: &Filled, lang: Lang) -> Read<Report> {
        let mut reading = Reading::of(typed, lang);
        let since = match typed.one("since") {
            "" => None,
            since => read_since(since).or_else(|| {
                reading.fault("since", CooperationPage::of(lang).not_since);
                None
            }),
        };
        let offer = |sent: &str| {
            let id = OfferId::parse(sent).ok();
            id.filter(|id| view.network.offers.contains_key(id))
        };
        let kinds: Vec<TieKind> = reading.all("kinds", TieKind::from_code);
        let report = Report {
            strength: reading.maybe("strength", |sent| Strength::parse(sent.parse().ok()?).ok()),
            kinds: kinds.into_iter().collect(),
            binding: reading.answer("binding"),
            since,
            through_core_team: reading.tick("through_core_team"),
            offers: reading.all("offers", offer),
            // What was told in a workshop stays so, whoever corrects it.
            in_workshop: self.standing(view).is_some_and(|report| report.in_workshop),
            note: reading.note("note"),
        };
        reading.done(Some(report))
    }

    fn changes(&self, view: &Snapshot, record: &Report) -> Vec<Change> {
        reporting(&view.network, &self.phase, &self.ends, record.clone())
    }
}

/// The fields of what a side says, with the offers of a phase and those that are chosen already.
fn fields(view: &Snapshot, phase: &PhaseId, chosen: BTreeSet<OfferId>, lang: Lang) -> Vec<Field> {
    let text = CooperationPage::of(lang);
    let kinds = Choice::all(&TieKind::ALL, TieKind::code, |kind| {
        words::tie_kind(kind, lang)
    });
    let offers = view.network.offers.iter();
    let offers =
        offers.filter(|(id, one)| one.providers.contains_key(phase) || chosen.contains(id));
    let mut offers: Vec<_> = offers.map(|(id, one)| Choice::new(id, &one.name)).collect();
    offers.sort_by(|a, b| natural(&a.label, &b.label));
    let mut fields = vec![
        Field::new("strength", text.strength, Control::One(steps(lang))).hint(text.strength_hint),
        Field::new("kinds", text.kinds, Control::Many(kinds)),
        Field::new("binding", text.binding, Control::One(Choice::answers(lang))),
        Field::new("since", text.since, Control::Line(Vec::new())).hint(text.since_hint),
    ];
    if !offers.is_empty() {
        fields.push(Field::new("offers", text.offers, Control::Many(offers)));
    }
    fields.extend([
        Field::new("through_core_team", text.through_core_team, Control::Tick),
        Field::new("note", text.note, Control::Note).hint(text.note_hint),
    ]);
    fields
}

/// The steps of the scale in its own words, and that nothing is stated.
fn steps(lang: Lang) -> Vec<Choice> {
    let steps = (0..=i64::from(Strength::MAX)).filter_map(|number| Strength::parse(number).ok());
    let steps = steps.map(|step| {
        let anchor = words::strength(step, lang);
        Choice::new(
            step.number(),
            format!("{}: {}", anchor.name, anchor.meaning),
        )
    });
    let unsaid = Choice::new("", RecordText::of(lang).unsaid);
    [unsaid].into_iter().chain(steps).collect()
}

/// The fields of a new one: in which phase, who with whom, and what is said.
pub(super) fn new_fields(view: &Snapshot, phase: &PhaseId, lang: Lang) -> Vec<Field> {
    let text = CooperationPage::of(lang);
    let phases = view.programme.phases_in_order().into_iter().rev();
    let phases: Vec<_> = phases.map(|(id, one)| Choice::new(id, &one.name)).collect();
    let actors = functions(view, phase, lang);
    let mut all = vec![
        Field::new("phase", text.phase, Control::One(phases)).required(),
        Field::new("from", text.from, Control::One(actors.clone())).required(),
        Field::new("to", text.to, Control::One(actors)).required(),
    ];
    all.extend(fields(view, phase, BTreeSet::new(), lang));
    all
}

/// The functions of a phase under their offices.
pub fn functions(view: &Snapshot, phase: &PhaseId, lang: Lang) -> Vec<Choice> {
    let network = &view.network;
    let mut groups: BTreeMap<&str, Vec<Choice>> = BTreeMap::new();
    for (id, place) in network.members(phase) {
        let office = network.departments.get(&place.department);
        let office = office.map_or(place.department.as_str(), |one| one.name.as_str());
        let called = network
            .actors
            .get(id)
            .map_or(id.as_str(), |one| one.name.as_str());
        let choice = Choice::new(id, called).under(office);
        groups.entry(office).or_default().push(choice);
    }
    for group in groups.values_mut() {
        group.sort_by(|a, b| natural(&a.label, &b.label));
    }
    let please = Choice::new("", RecordText::of(lang).please);
    [please]
        .into_iter()
        .chain(groups.into_values().flatten())
        .collect()
}
