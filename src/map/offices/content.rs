//! What the leaders' picture shows: offices, their pairs, partners and findings, all of them aggregated before.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::aggregate::{Partners, partners};
use crate::analysis::{
    DepartmentFigures, DepartmentPair, Finding, Found, Inclusion, PairState, PairVerdict,
    Selection, SelectionError, SiloReport, findings, held,
};
use crate::domain::Survey;
use crate::map::network::scene::Scene;

/// So many pairs that hang on one function have its open circle, and so many its colour: of more no single one would be
/// seen.
const MOST_RINGED: usize = 8;
const MOST_HELD: usize = 24;

/// The content of a picture, before anything has a place.
#[derive(Debug, Clone)]
pub struct Content<'a> {
    /// The offices of all phases, each with its place.
    pub offices: Vec<Office>,
    /// The pairs of offices of which something is drawn.
    pub pairs: Vec<Pair>,
    /// The organisations beside the offices.
    pub partners: Partners,
    /// What is to be said first, strongest first.
    pub findings: Vec<Finding<'a>>,
    /// What it all comes from.
    pub report: &'a SiloReport,
    /// How much of the pairs that hang on one function is marked.
    pub marked: Marked,
}

/// How much of the pairs that hang on one function is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// All have circle and colour.
    Whole,
    /// All have the colour, those with the most ties the circle.
    ByColour,
    /// Those with the most ties have the colour, of these some the circle.
    InPart,
}

/// An office.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Its place among the departments of all scopes, which decides its colour.
    pub hue: usize,
    /// How many functions it has in the phase; none: it is not there.
    pub functions: u32,
    /// What is told of its ties.
    pub ties: OfficeTies,
    /// The number of the finding that says that it keeps more inside than to be expected.
    pub finding: Option<usize>,
}

/// What is told of an office's ties.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OfficeTies {
    /// Nothing: it is not there, or has too few functions.
    Untold,
    /// All of them alone: nobody was asked about those inside.
    InsideUnknown,
    /// Those inside, all of them, and how many inside its size lets expect.
    Told {
        /// Ties inside.
        inside: u32,
        /// All its ties, inside and to other offices.
        all: u32,
        /// The ties inside to be expected.
        expected: f64,
    },
}

/// Two offices.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Their places among the offices, the smaller first.
    pub ends: [usize; 2],
    /// How many ties; none where that may not be told.
    pub ties: Option<u32>,
    /// How many of them are agreed in writing.
    pub binding: u32,
    /// The ties to be expected.
    pub expected: f64,
    /// How it lies to what is to be expected.
    pub lies: Lies,
    /// Whether all ties end at one function.
    pub hangs: bool,
    /// Whether it does, and is one of the pairs that have the colour of that.
    pub held: bool,
    /// Whether it does, and is one of the pairs that have its circle.
    pub ringed: bool,
    /// The number of the finding that tells how its ties lie to what is to be expected.
    pub finding: Option<usize>,
    /// The number of the finding that tells what hangs on one function.
    pub held_finding: Option<usize>,
}

/// How the ties of a pair lie to what is to be expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// Fewer; certain, or as a hint.
    Fewer {
        /// Whether it is no mere hint.
        certain: bool,
    },
    /// Nothing is to be said.
    Unremarkable,
    /// More; certain, or as a hint.
    More {
        /// Whether it is no mere hint.
        certain: bool,
    },
}

impl Lies {
    fn of(verdict: Option<PairVerdict>) -> Self {
        match verdict {
            Some(PairVerdict::Gap) => Self::Fewer { certain: true },
            Some(PairVerdict::MaybeGap) => Self::Fewer { certain: false },
            Some(PairVerdict::Close) => Self::More { certain: true },
            Some(PairVerdict::MaybeClose) => Self::More { certain: false },
            _ => Self::Unremarkable,
        }
    }
}

/// The selection that the picture is of, whatever other departments are asked for: of who knows offices, these alone.
pub fn of_offices(survey: &Survey, selection: &Selection) -> Selection {
    let mut departments = survey.departments.iter();
    let known = departments.any(|department| department.kind.is_some());
    Selection {
        scope: if known {
            Inclusion::Offices
        } else {
            Inclusion::All
        },
        ..selection.clone()
    }
}

impl<'a> Content<'a> {
    /// The content of a selection of offices, with its scene and report.
    pub fn of(
        survey: &Survey,
        selection: &Selection,
        scene: &Scene,
        report: &'a SiloReport,
    ) -> Result<Self, SelectionError> {
        let findings = findings(report);
        let figures: BTreeMap<&str, &DepartmentFigures> = report
            .department_figures
            .iter()
            .map(|figures| (figures.department.as_str(), figures))
            .collect();
        let offices = scene.rooms.iter().map(|room| {
            let figures = figures.get(room.name.as_str()).copied();
            Office {
                name: room.name.clone(),
                hue: room.hue,
                functions: figures.map_or(0, |figures| figures.actors),
                ties: figures.map_or(OfficeTies::Untold, told),
                finding: findings
                    .iter()
                    .position(|finding| finding.keeping().contains(&room.name.as_str())),
            }
        });
        Ok(Self {
            offices: offices.collect(),
            pairs: pairs(scene, report, &findings),
            partners: partners(survey, selection)?,
            report,
            marked: match held(report).len() {
                few if few <= MOST_RINGED => Marked::Whole,
                some if some <= MOST_HELD => Marked::ByColour,
                _ => Marked::InPart,
            },
            findings,
        })
    }

    /// The offices that are there in the phase, with their places among all.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Office)> {
        let offices = self.offices.iter().enumerate();
        offices.filter(|(_, office)| office.functions > 0)
    }
}

fn told(figures: &DepartmentFigures) -> OfficeTies {
    let (Some(inside), Some(external)) = (figures.internal, figures.external) else {
        return OfficeTies::Untold;
    };
    match (figures.density_internal, figures.expected_internal) {
        // Of no pair of its functions a side answered.
        (None, _) if inside == 0 => OfficeTies::InsideUnknown,
        (_, expected) => OfficeTies::Told {
            inside,
            all: inside + external,
            expected: expected.unwrap_or(0.0),
        },
    }
}

/// The pairs of offices with a reported tie, and those without where some would be expected.
fn pairs(scene: &Scene, report: &SiloReport, findings: &[Finding]) -> Vec<Pair> {
    let places: BTreeMap<&str, usize> = scene
        .rooms
        .iter()
        .enumerate()
        .map(|(place, room)| (room.name.as_str(), place))
        .collect();
    let links = held(report);
    let first = |most: usize| -> BTreeSet<(&str, &str)> {
        let links = links.iter().take(most);
        links.map(|link| (&*link.a, &*link.b)).collect()
    };
    let (all, held, ringed) = (first(usize::MAX), first(MOST_HELD), first(MOST_RINGED));
    let told = in_findings(findings);
    let is_held = |finding: &Finding| matches!(finding.found, Found::Held(_));
    let held_finding = findings.iter().position(is_held);
    let pairs = report.department_pairs.iter().flatten();
    pairs
        .filter_map(|pair| {
            let (a, b) = (*places.get(pair.a.as_str())?, *places.get(pair.b.as_str())?);
            let key = (pair.a.as_str(), pair.b.as_str());
            let lies = Lies::of(pair.verdict);
            let drawn = pair.state == PairState::Reported || matches!(lies, Lies::Fewer { .. });
            drawn.then(|| Pair {
                ends: [a.min(b), a.max(b)],
                ties: pair.ties,
                binding: pair.binding.unwrap_or(0),
                expected: expected(pair),
                lies,
                hangs: all.contains(&key),
                held: held.contains(&key),
                ringed: ringed.contains(&key),
                finding: told.get(&key).copied(),
                held_finding: held_finding.filter(|_| all.contains(&key)),
            })
        })
        .collect()
}

fn expected(pair: &DepartmentPair) -> f64 {
    pair.expected.unwrap_or(0.0)
}

/// The finding that tells how each pair lies to what is to be expected.
fn in_findings<'a>(findings: &'a [Finding]) -> BTreeMap<(&'a str, &'a str), usize> {
    let mut told = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate() {
        let pairs: Vec<(&str, &str)> = match &finding.found {
            Found::Apart(pair) => vec![(&*pair.a, &*pair.b)],
            Found::AlsoApart(pairs) | Found::More(pairs) => {
                pairs.iter().map(|pair| (&*pair.a, &*pair.b)).collect()
            }
            Found::Held(_) | Found::Inside(_) => Vec::new(),
        };
        told.extend(pairs.into_iter().map(|pair| (pair, number)));
    }
    told
}
