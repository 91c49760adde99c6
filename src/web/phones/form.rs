//! What a phone sends: who reports of whom, how strong it is, of which kinds.

use crate::domain::{ActorId, PhaseId, Report, ReportKey, Strength, TieKind};
use crate::service::{MOST_ENTRIES, NotAdded, Snapshot};
use crate::text::Lang;
use crate::text::pages::PhonePage;
use crate::web::record::{Faults, Filled, Reading};

/// A report that was typed.
pub(super) struct Entered {
    /// In which phase, who says it, of whom.
    pub key: ReportKey,
    /// What is said.
    pub report: Report,
}

impl Entered {
    /// Reads what was typed, or says at each field what is wrong.
    pub fn read(
        view: &Snapshot,
        phase: &PhaseId,
        typed: &Filled,
        lang: Lang,
    ) -> Result<Self, Faults> {
        let text = PhonePage::of(lang);
        let mut reading = Reading::of(typed, lang);
        let ends = ["from", "to"].map(|field| {
            let actor = reading.choice(field, |sent| ActorId::parse(sent).ok());
            let left = actor.as_ref().is_some_and(|actor| {
                let place = (actor.clone(), phase.clone());
                !view.network.memberships.contains_key(&place)
            });
            if left {
                reading.fault(field, text.left);
            }
            actor
        });
        if let [Some(from), Some(to)] = &ends
            && from == to
        {
            reading.fault("to", text.itself);
        }
        let strength = reading.choice("strength", strength);
        let kinds: Vec<TieKind> = reading.all("kinds", TieKind::from_code);
        let [from, to] = ends;
        let both = from.zip(to).zip(strength);
        reading.done(both.map(|((from, to), strength)| Self {
            key: (phase.clone(), from, to),
            report: Report {
                strength: Some(strength),
                kinds: kinds.into_iter().collect(),
                ..Report::default()
            },
        }))
    }
}

/// A strength as the form offers it: who has nothing to do with each other enters nothing.
fn strength(sent: &str) -> Option<Strength> {
    let strength = Strength::parse(sent.parse().ok()?).ok()?;
    (strength.number() > 0).then_some(strength)
}

/// Why a report was not added, at its fields.
pub(super) fn faults_of(why: NotAdded, lang: Lang) -> Faults {
    let text = PhonePage::of(lang);
    let mut faults = Faults::default();
    match why {
        NotAdded::Left(left) => {
            let ends = ["from", "to"].into_iter().zip(left);
            for (field, _) in ends.filter(|(_, left)| *left) {
                faults.add(field, text.left);
            }
        }
        NotAdded::Itself => faults.add("to", text.itself),
        NotAdded::Stands => faults.add("to", text.stands),
        NotAdded::TooMany => faults.add("from", (text.too_many)(MOST_ENTRIES)),
    }
    faults
}
