//! The form of an offer, and of who runs it in one funding phase.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Change, DepartmentId, Edit, Field as Subject, LifePhase, Offer, OfferId, Party, PhaseId, Text,
    look_alike, natural,
};
use crate::exchange::{Named, alike_to};
use crate::service::Snapshot;
use crate::text::pages::{OfferPage, RecordText};
use crate::text::{Lang, words};

use super::super::party::{Parties, value};
use super::super::record::{
    Choice, Control, Field, Filled, Read, Reading, RecordForm, Sheet, Twin,
};
use super::address;

/// The lists of who takes part, each with the field in which further names are typed.
const LISTS: [(&str, &str); 3] = [
    ("providers", "add_providers"),
    ("known_to", "add_known_to"),
    ("referred_by", "add_referred_by"),
];

/// The form of one offer, or of a new one.
pub(super) struct OfferForm {
    /// Of which offer; none: of a new one.
    pub id: Option<OfferId>,
    /// The phase whose providers it shows.
    pub phase: PhaseId,
    /// Who else is chosen in a form that was sent.
    pub chosen: Vec<String>,
}

impl OfferForm {
    /// The same form to show a sheet: what is chosen there can be unticked.
    pub fn showing(self, sheet: &Sheet) -> Self {
        let lists = LISTS.into_iter();
        let chosen = lists.flat_map(|(list, _)| sheet.filled.all(list).to_vec());
        Self {
            chosen: chosen.collect(),
            ..self
        }
    }

    fn offer<'v>(&self, view: &'v Snapshot) -> Option<&'v Offer> {
        view.network.offers.get(self.id.as_ref()?)
    }

    /// Who may take part: of every phase where somebody was chosen who has left.
    fn parties(&self, view: &Snapshot, lang: Lang) -> Parties {
        let there = self.offer(view).into_iter().flat_map(Offer::parties);
        let here = Parties::of(&view.network, Some(&self.phase), there, lang);
        let anywhere = || Parties::of(&view.network, None, [], lang);
        let is_missing = self.chosen.iter().any(|sent| here.known(sent).is_none());
        if is_missing { anywhere() } else { here }
    }
}

impl RecordForm for OfferForm {
    type Record = Offer;

    fn standing(&self, view: &Snapshot) -> Option<Offer> {
        self.offer(view).cloned()
    }

    fn fields(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let text = OfferPage::of(lang);
        let line = || Control::Line(Vec::new());
        let life = Choice::all(&LifePhase::ALL, LifePhase::code, |one| {
            words::life_phase(one, lang)
        });
        let subjects = Choice::all(&Subject::ALL, Subject::code, |one| words::field(one, lang));
        let phases = view.programme.phases_in_order().into_iter().rev();
        let phases = phases.map(|(id, phase)| Choice::new(id, &phase.name));
        let mut fields = vec![
            Field::new("name", text.name, line()).required(),
            Field::new("life_phases", text.life_phases, Control::Many(life)).required(),
            Field::new("fields", text.fields, Control::Many(subjects)).required(),
            Field::new("phases", text.phases, Control::Many(phases.collect())),
            Field::new(
                "responsible",
                text.responsible,
                Control::One(departments(view, lang)),
            ),
        ];
        fields.extend(self.lists(view, lang));
        fields.extend([
            Field::new("target_group", text.target_group, line()),
            Field::new("area", text.area, line()),
            Field::new("goal", text.goal, line()),
            Field::new("funding", text.funding, line()),
            Field::new("note", text.note, Control::Note).hint(text.note_hint),
        ]);
        fields
    }

    fn fill(&self, offer: &Offer) -> Filled {
        let values = |parties: &BTreeSet<Party>| parties.iter().map(value).collect::<Vec<_>>();
        let here = offer.providers.get(&self.phase);
        Filled::default()
            .with("name", &offer.name)
            .with_all(
                "life_phases",
                offer.life_phases.iter().map(|one| one.code()),
            )
            .with_all("fields", offer.fields.iter().map(|one| one.code()))
            .with_all("phases", offer.providers.keys())
            .with_all("providers", here.map(values).unwrap_or_default())
            .with_some("responsible", offer.responsible.as_ref())
            .with_all("known_to", values(&offer.known_to))
            .with_all("referred_by", values(&offer.referred_by))
            .with_some("target_group", offer.target_group.as_ref())
            .with_some("area", offer.area.as_ref())
            .with_some("goal", offer.goal.as_ref())
            .with_some("funding", offer.funding.as_ref())
            .with_some("note", offer.note.as_ref())
    }

    fn read(&self, view: &Snapshot, typed: &Filled, lang: Lang) -> Read<Offer> {
        let mut reading = Reading::of(typed, lang);
        let name = reading.name("name");
        let life_phases: BTreeSet<_> = reading.all("life_phases", LifePhase::from_code);
        let fields: BTreeSet<_> = reading.all("fields", Subject::from_code);
        for (field, is_empty) in [
            ("life_phases", life_phases.is_empty()),
            ("fields", fields.is_empty()),
        ] {
            if is_empty {
                reading.fault(field, RecordText::of(lang).choose);
            }
        }
        let parties = self.parties(view, lang);
        let [providers, known_to, referred_by] =
            LISTS.map(|list| taking_part(&mut reading, &parties, typed, list, lang));
        let offer = Offer {
            providers: self.providers(view, &mut reading, providers, lang),
            responsible: reading.maybe("responsible", |sent| {
                let id = DepartmentId::parse(sent).ok();
                id.filter(|id| view.network.departments.contains_key(id))
            }),
            target_group: reading.long_text("target_group"),
            area: reading.long_text("area"),
            goal: reading.long_text("goal"),
            funding: reading.long_text("funding"),
            note: reading.note("note"),
            // Without a name nothing of this is saved.
            name: name.unwrap_or_else(|| Text::parse("–").expect("a dash is a text")),
            life_phases,
            fields,
            known_to,
            referred_by,
        };
        reading.done(Some(offer))
    }

    fn twins(&self, view: &Snapshot, record: &Offer) -> Vec<Twin> {
        let look = look_alike(record.name.as_str());
        let own = self.offer(view);
        if own.is_some_and(|own| look_alike(own.name.as_str()) == look) {
            return Vec::new();
        }
        let others = view.network.offers.iter();
        let others: Vec<_> = others
            .filter(|(id, _)| Some(*id) != self.id.as_ref())
            .collect();
        let called = |name| Named { name, group: None };
        let names: Vec<_> = others
            .iter()
            .map(|(_, one)| called(one.name.as_str()))
            .collect();
        let alike = alike_to(called(record.name.as_str()), &names).into_iter();
        alike
            .map(|at| Twin {
                name: others[at].1.name.to_string(),
                place: None,
                address: address(&view.version.district, others[at].0),
            })
            .collect()
    }

    fn changes(&self, view: &Snapshot, record: &Offer) -> Vec<Change> {
        let key = self.id.clone().unwrap_or_else(|| new_id(view, record));
        let before = view.network.offers.get(&key).cloned();
        let after = Some(record.clone());
        vec![Change::Offer(Box::new(Edit { key, before, after }))]
    }
}

impl OfferForm {
    /// The lists of who takes part.
    fn lists(&self, view: &Snapshot, lang: Lang) -> Vec<Field> {
        let text = OfferPage::of(lang);
        let parties = self.parties(view, lang);
        let there = self
            .offer(view)
            .into_iter()
            .flat_map(Offer::parties)
            .cloned();
        let chosen = self.chosen.iter().filter_map(|sent| parties.known(sent));
        let chosen: BTreeSet<Party> = there.chain(chosen).collect();
        let ticks = parties.ticks(&chosen);
        let labels = [text.providers, text.known_to, text.referred_by];
        let mut fields = Vec::new();
        for (((list, more), label), add) in LISTS.into_iter().zip(labels).zip(text.add) {
            if !ticks.is_empty() {
                let field = Field::new(list, label, Control::Many(ticks.clone()));
                fields.push(match list {
                    "providers" => field.hint(text.providers_hint),
                    _ => field,
                });
            }
            if !parties.are_few() {
                let line = Control::Line(parties.names());
                fields.push(Field::new(more, add, line).hint(text.add_hint));
            }
        }
        fields
    }

    /// Who runs it in each phase that is ticked: in the phase of the form as typed, in others as it stands there; in one
    /// that is new as in that of the form.
    fn providers(
        &self,
        view: &Snapshot,
        reading: &mut Reading<'_>,
        typed: BTreeSet<Party>,
        lang: Lang,
    ) -> BTreeMap<PhaseId, BTreeSet<Party>> {
        let known = |sent: &str| {
            let id = PhaseId::parse(sent).ok();
            id.filter(|id| view.programme.phases.contains_key(id))
        };
        let phases: BTreeSet<PhaseId> = reading.all("phases", known);
        let nothing = BTreeMap::new();
        let standing = self.offer(view).map_or(&nothing, |offer| &offer.providers);
        let here = standing.get(&self.phase).cloned().unwrap_or_default();
        if phases.is_empty() {
            reading.fault("phases", RecordText::of(lang).choose);
        } else if !phases.contains(&self.phase) && typed != here {
            reading.fault("phases", OfferPage::of(lang).not_in_phase);
        }
        let of = |phase: &PhaseId| match standing.get(phase) {
            Some(parties) if *phase != self.phase => parties.clone(),
            _ => typed.clone(),
        };
        phases
            .iter()
            .map(|phase| (phase.clone(), of(phase)))
            .collect()
    }
}

/// Who is ticked in a list, and whom its line names.
fn taking_part(
    reading: &mut Reading<'_>,
    parties: &Parties,
    filled: &Filled,
    (list, more): (&'static str, &'static str),
    lang: Lang,
) -> BTreeSet<Party> {
    let mut all: BTreeSet<Party> = reading.all(list, |sent| parties.known(sent));
    match parties.typed(filled.one(more)) {
        Ok(named) => all.extend(named),
        Err(name) => reading.fault(more, (OfferPage::of(lang).nobody)(&name)),
    }
    all
}

/// The organisations that may be responsible.
fn departments(view: &Snapshot, lang: Lang) -> Vec<Choice> {
    let all = view.network.departments.iter();
    let mut all: Vec<_> = all.map(|(id, one)| Choice::new(id, &one.name)).collect();
    all.sort_by(|a, b| natural(&a.label, &b.label));
    all.insert(0, Choice::new("", RecordText::of(lang).unsaid));
    all
}

/// The id of a new offer; none that is an address of ours.
fn new_id(view: &Snapshot, record: &Offer) -> OfferId {
    let taken = |id: &OfferId| id.as_str() == "new" || view.network.offers.contains_key(id);
    OfferId::from_name(record.name.as_str(), taken)
}
