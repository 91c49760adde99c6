//! What changed between two phases as the leaders' reports of the two tell it.
//!
//! Nothing here is worked out from single functions: a pair has its state and ties in each phase, an office its ties, and
//! both are in the report of that phase. So the two together tell nothing that the two reports don't. The comparison of
//! who was there in both phases gives no number: two bases in one picture contradict each other.

use std::collections::BTreeMap;

use crate::text::pages::{PhasesTold, Trend, Whole};
use crate::text::views::{Answers, InPhase, OfficesChangeTexts, Share};

use super::compare::{Comparison, FEWEST_TIES, clearly_more, doubt};
use super::departments::DepartmentFigures;
use super::pairs::{DepartmentPair, PairState};
use super::report::SiloReport;

/// Under so many whole percent a share hardly changed.
const HARDLY: i64 = 5;

/// Two phases side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficesChange {
    /// The offices of both phases, first those of the later one.
    pub offices: Vec<OfficeInPhases>,
    /// The pairs of offices with a tie in either phase.
    pub pairs: Vec<PairInPhases>,
    /// All offices together, before and now.
    pub whole: [Whole; 2],
}

/// An office in two phases.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeInPhases {
    /// Its name.
    pub name: String,
    /// How many functions it has in each phase; none: it is not there.
    pub functions: [u32; 2],
    /// How many of its ties stay inside in each phase; none where that is not told, or there is no tie.
    pub shares: [Option<Share>; 2],
}

/// Two offices in two phases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairInPhases {
    /// Their places among the offices.
    pub ends: [usize; 2],
    /// What is reported of it before and now.
    pub phases: [InPhase; 2],
    /// What became of it, where that is told.
    pub turn: Option<Turn>,
}

/// What may become of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// No tie before, some now.
    New,
    /// Some before, none now.
    Ended,
    /// Clearly more now.
    Grown,
}

impl Turn {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::New, Self::Ended, Self::Grown];

    /// What became of a pair; none where nothing of that did, or nobody was asked in one of the phases.
    fn of([from, to]: [InPhase; 2]) -> Option<Self> {
        if [from, to].contains(&InPhase::NotAsked) {
            return None;
        }
        match (from.any(), to.any()) {
            (false, true) => Some(Self::New),
            (true, false) => Some(Self::Ended),
            _ => {
                let grown = from.ties().zip(to.ties());
                let grown = grown.is_some_and(|(from, to)| clearly_more([from, to]));
                grown.then_some(Self::Grown)
            }
        }
    }
}

/// The figures of departments and their pairs in one phase, as the leaders' report of it has them.
pub type OfficeRows<'a> = (&'a [DepartmentFigures], Option<&'a [DepartmentPair]>);

impl PairInPhases {
    /// Its ties where they may be told, after a colon.
    pub fn ties_told(&self, say: &OfficesChangeTexts) -> String {
        let [from, to] = self.phases.map(InPhase::ties);
        let ties = match self.turn {
            Some(Turn::New) => to.map(say.now),
            Some(Turn::Ended) => from.map(say.once),
            Some(Turn::Grown) => from.zip(to).map(|(from, to)| (say.grown)(from, to)),
            None => None,
        };
        ties.map_or_else(String::new, |ties| format!(": {ties}"))
    }

    /// The ties that the width of its line tells: now, or before where it ended.
    pub fn told_ties(&self) -> Option<u32> {
        let [from, to] = self.phases;
        match self.turn {
            Some(Turn::Ended) => from.ties(),
            _ => to.ties(),
        }
    }
}

impl OfficesChange {
    /// What changed from one report to another.
    pub fn of_reports(reports: [&SiloReport; 2]) -> Self {
        Self::of(reports.map(|report| {
            let pairs = report.department_pairs.as_deref();
            (report.department_figures.as_slice(), pairs)
        }))
    }

    /// What changed from one phase to another.
    pub fn of(phases: [OfficeRows<'_>; 2]) -> Self {
        let [before, now] = phases.map(|(departments, _)| by_name(departments));
        let names = phases[1].0.iter().chain(phases[0].0);
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut offices = Vec::new();
        for figures in names {
            let name = figures.department.as_str();
            if places.contains_key(name) {
                continue;
            }
            places.insert(name, offices.len());
            let own = [&before, &now].map(|all| all.get(name));
            offices.push(OfficeInPhases {
                name: name.to_owned(),
                functions: own.map(|own| own.map_or(0, |own| own.actors)),
                shares: own.map(|own| own.and_then(|own| share(own))),
            });
        }
        Self {
            offices,
            pairs: pairs(&places, phases),
            whole: phases.map(whole),
        }
    }

    /// The pairs of which this became.
    pub fn turned(&self, turn: Turn) -> impl Iterator<Item = &PairInPhases> {
        let pairs = self.pairs.iter();
        pairs.filter(move |pair| pair.turn == Some(turn))
    }

    /// The names of a pair's offices.
    pub fn called(&self, pair: &PairInPhases) -> [&str; 2] {
        pair.ends.map(|end| self.offices[end].name.as_str())
    }

    /// Whether there is more than one office, so that something can be said between them.
    pub fn has_offices(&self) -> bool {
        self.offices.len() > 1
    }

    /// A pair of which something became, under a heading that says what: its offices, and its ties where they may be told.
    pub fn short(&self, pair: &PairInPhases, say: &OfficesChangeTexts) -> String {
        let [a, b] = self.called(pair);
        format!("{a} – {b}{}", pair.ties_told(say))
    }

    /// What is said of it in sentences beside the reports of the two phases.
    pub fn told_of_reports(
        &self,
        reports: [&SiloReport; 2],
        comparison: &Comparison,
    ) -> PhasesTold {
        let answers = reports.map(|report| report.response.as_ref());
        let answers = answers.map(|all| all.map(|all| (all.asked, all.answered)));
        self.told(answers, comparison)
    }

    /// What is said of it in sentences; `answered` is who was asked and who answered by the report of each phase.
    pub fn told(&self, answered: [Answers; 2], comparison: &Comparison) -> PhasesTold {
        let turned = self.pairs.iter().any(|pair| pair.turn.is_some());
        let shares = self.whole.map(Whole::share);
        let both = shares[0].zip(shares[1]);
        let ties = shares.map(|share| share.map_or(0, |share| share.all as usize));
        let rates = answered.map(|answers| {
            let answers = answers.filter(|(asked, _)| *asked > 0);
            answers.map(|(asked, answered)| answered as f64 / asked as f64)
        });
        let recorded = answered.map(|answers| answers.is_some());
        PhasesTold {
            whole: self.whole,
            answered,
            changed: turned || both.is_some_and(|(before, now)| before != now),
            // Where there is no share in one of them, that is said, and nothing is compared.
            doubt: both.and_then(|_| doubt(&comparison.actors, (recorded, rates), ties)),
            trend: both
                .and_then(|(before, now)| trend(comparison, now.percent() - before.percent())),
        }
    }
}

fn by_name(departments: &[DepartmentFigures]) -> BTreeMap<&str, &DepartmentFigures> {
    departments
        .iter()
        .map(|figures| (figures.department.as_str(), figures))
        .collect()
}

/// The share that stays inside. Where of no pair of an office's functions a side answered, none inside is not known.
fn share(figures: &DepartmentFigures) -> Option<Share> {
    let (inside, external) = figures.internal.zip(figures.external)?;
    let unknown = figures.density_internal.is_none() && inside == 0;
    let all = inside + external;
    (all > 0 && !unknown).then_some(Share { inside, all })
}

/// What all offices of a phase have together: the ties of the report's own sentence.
fn whole((departments, pairs): OfficeRows<'_>) -> Whole {
    let told = departments.iter();
    let told: Vec<[u32; 2]> = told
        .filter_map(|own| own.internal.zip(own.external))
        .map(|(inside, external)| [inside, external])
        .collect();
    let inside: u32 = told.iter().map(|[inside, _]| inside).sum();
    // A tie between two offices is one of each.
    let between: u32 = told.iter().map(|[_, external]| external).sum::<u32>() / 2;
    let all = inside + between;
    let mut pairs = pairs.into_iter().flatten();
    let held_back = pairs.any(|pair| pair.ties.is_none() && pair.state == PairState::Reported);
    match (departments.len(), told.len()) {
        (0, _) => Whole::NoOffice,
        (1, _) => Whole::OneOffice(told.first().map(|[inside, _]| *inside)),
        (_, 0 | 1) => Whole::Withheld,
        _ if all == 0 && held_back => Whole::Withheld,
        _ if all == 0 => Whole::NoTies,
        _ => Whole::Share(Share { inside, all }),
    }
}

/// The pairs as the reports of the two phases tell them. A pair that is not in one of the phases was not asked about there.
fn pairs(places: &BTreeMap<&str, usize>, phases: [OfficeRows<'_>; 2]) -> Vec<PairInPhases> {
    let mut told: BTreeMap<[usize; 2], [InPhase; 2]> = BTreeMap::new();
    for (side, (_, pairs)) in phases.into_iter().enumerate() {
        for pair in pairs.into_iter().flatten() {
            let ends = places.get(pair.a.as_str()).zip(places.get(pair.b.as_str()));
            let Some((a, b)) = ends else { continue };
            let ends = [*a.min(b), *a.max(b)];
            told.entry(ends).or_insert([InPhase::NotAsked; 2])[side] = reported(pair);
        }
    }
    let told = told.into_iter();
    let told = told.filter(|(_, phases)| phases.iter().any(|side| side.any()));
    told.map(|(ends, phases)| PairInPhases {
        ends,
        phases,
        turn: Turn::of(phases),
    })
    .collect()
}

fn reported(pair: &DepartmentPair) -> InPhase {
    match (pair.state, pair.ties) {
        (PairState::NotAsked, _) => InPhase::NotAsked,
        (_, Some(ties)) => InPhase::Ties(ties),
        (PairState::Reported, None) => InPhase::Reported,
        (PairState::NoneReported, None) => InPhase::NoneReported,
    }
}

/// How the share changed over who was there in both phases, in a word; `overall` is by how many percent it did over all.
/// None where the comparison covers too little of the offices or too few ties to say so much.
fn trend(comparison: &Comparison, overall: i64) -> Option<Trend> {
    let most = |[compared, all]: [usize; 2]| 2 * compared >= all;
    let enough = comparison
        .counts()
        .iter()
        .all(|ties| ties.iter().sum::<usize>() >= FEWEST_TIES);
    if !enough || !comparison.offices.is_none_or(most) {
        return None;
    }
    let told = comparison.told();
    let (from, to) = told.inside?;
    let change = (100.0 * (to - from)).round() as i64;
    let direction = if change.abs() < HARDLY {
        0
    } else {
        change.signum()
    };
    Some(Trend {
        direction,
        too: direction != 0 && direction == overall.signum(),
        by_chance: direction != 0 && told.beyond_chance == Some(false),
        answers_known: comparison.comparable.response_from.is_some()
            && comparison.comparable.response_to.is_some(),
    })
}
