//! How often networks without any structure are said to have some: `cargo bench --bench alarms`, or with a number of
//! networks behind `--`.
//!
//! Each network has twelve departments of eight functions and ties drawn without looking at departments: between any
//! two as likely, or by a readiness to meet others that differs from function to function. Everybody answers; or in
//! three departments every other one does not, and what only such could have told is not known. Then each pair and each
//! department gets its verdict as in a report. It ends with 1 where more than 5 % of the networks have a certain word on
//! a pair, or where more than 10 % of the pairs have any, hints included.

use std::process::ExitCode;

use miteinander::analysis::chance::activity::Activity;
use miteinander::analysis::chance::labels::Moments;
use miteinander::analysis::chance::permutations::permute;
use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::Partition;
use miteinander::analysis::{
    Graph, PairVerdict, Selection, Unwatched, Verdict, department_figures, department_pairs,
};
use miteinander::domain::{ActorKind, Column, Presence, Survey, SurveyActor, SurveyTie};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

const NETWORKS: u64 = 1_000;
const DEPARTMENTS: u32 = 12;
const EACH: u32 = 8;
const TIES: usize = 600;
const PERMUTATIONS: u32 = 9_999;

/// A number from 0 to below 1.
fn unit(rng: &mut Xoshiro256PlusPlus) -> f64 {
    rng.next_u64() as f64 / 2.0_f64.powi(64)
}

/// Whether an actor answered, where half of three departments did not.
fn heard(actor: u32, missing: bool) -> bool {
    !missing || actor / EACH >= 3 || actor.is_multiple_of(2)
}

/// A network without structure; of ties that nobody told nothing is known.
fn network(seed: u64, uneven: bool, missing: bool) -> Survey {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let actors = DEPARTMENTS * EACH;
    let ready: Vec<f64> = (0..actors)
        .map(|_| match uneven {
            true => (1.5 * unit(&mut rng)).exp(),
            false => 1.0,
        })
        .collect();
    let all: f64 = ready.iter().sum();
    let mut survey = Survey {
        title: "without structure".to_owned(),
        ..Survey::default()
    };
    survey.actors = (0..actors)
        .map(|at| SurveyActor {
            id: at.to_string(),
            label: at.to_string(),
            kind: ActorKind::Function,
        })
        .collect();
    survey.presences = (0..actors)
        .map(|actor| Presence {
            actor,
            phase: None,
            department: None,
            level: None,
            core_team: false,
            asked: None,
            answered: missing.then(|| heard(actor, missing)),
            open: Vec::new(),
        })
        .collect();
    survey.columns = vec![Column {
        names: vec!["department".to_owned()],
        values: (0..actors)
            .map(|at| Some(format!("Amt {}", at / EACH)))
            .collect(),
    }];
    for from in 0..actors {
        for to in from + 1..actors {
            let share = ready[from as usize] * ready[to as usize] / (all * all);
            let tied = unit(&mut rng) < (2.0 * TIES as f64 * share).min(1.0);
            if tied && (heard(from, missing) || heard(to, missing)) {
                survey.ties.push(SurveyTie {
                    from,
                    to,
                    phase: None,
                    strength: Some(1.0),
                    kinds: 0,
                    binding: None,
                    through_core_team: false,
                });
            }
        }
    }
    survey
}

/// How many words were said: certain ones, and with hints; of how many pairs or departments that are judged.
#[derive(Default)]
struct Words {
    certain: usize,
    any: usize,
    judged: usize,
}

fn words(survey: &Survey, seed: u64) -> [Words; 2] {
    let selection = Selection::working(survey);
    let graph = Graph::select(survey, &selection).expect("the selection fits");
    let partition = Partition::of(&graph, &selection);
    let counts = Counts::of(&partition);
    let moments = Moments::of(&partition);
    let activity = Activity::of(&partition);
    let permuted =
        permute(&partition, &counts, PERMUTATIONS, seed, &Unwatched).expect("nobody stops it");
    let permuted = permuted.as_ref();
    let pairs = department_pairs(&partition, &counts, &moments, Some(&activity), permuted);
    let mut of_pairs = Words::default();
    for pair in pairs.iter().flatten() {
        of_pairs.judged += usize::from(pair.q.is_some());
        match pair.verdict {
            Some(PairVerdict::Gap | PairVerdict::Close) => of_pairs.certain += 1,
            Some(PairVerdict::MaybeGap | PairVerdict::MaybeClose) => of_pairs.any += 1,
            _ => {}
        }
    }
    let figures = department_figures(&graph, &partition, &counts, &moments, &activity, permuted);
    let mut of_departments = Words::default();
    for own in &figures {
        of_departments.judged += usize::from(own.q.is_some());
        match own.verdict {
            Some(Verdict::Closed | Verdict::Open) => of_departments.certain += 1,
            Some(Verdict::MaybeClosed | Verdict::MaybeOpen) => of_departments.any += 1,
            _ => {}
        }
    }
    [of_pairs, of_departments].map(|words| Words {
        any: words.any + words.certain,
        ..words
    })
}

fn main() -> ExitCode {
    let asked = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    let networks = asked.unwrap_or(NETWORKS);
    println!(
        "{networks} networks of 12 departments without structure, {PERMUTATIONS} permutations"
    );
    println!(
        "                                networks with a word    pairs or departments with one"
    );
    println!(
        "                                certain   with hints    certain   with hints   judged"
    );
    let mut holds = true;
    for (contacts, uneven) in [("even", false), ("uneven", true)] {
        for (answers, missing) in [("all", false), ("half of three missing", true)] {
            let mut seen = [[0_usize; 2]; 2];
            let mut all = [const {
                Words {
                    certain: 0,
                    any: 0,
                    judged: 0,
                }
            }; 2];
            for seed in 0..networks {
                let found = words(&network(seed, uneven, missing), seed);
                for ((seen, all), found) in seen.iter_mut().zip(&mut all).zip(found) {
                    seen[0] += usize::from(found.certain > 0);
                    seen[1] += usize::from(found.any > 0);
                    all.certain += found.certain;
                    all.any += found.any;
                    all.judged += found.judged;
                }
            }
            for (at, what) in ["pairs", "departments"].into_iter().enumerate() {
                let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
                let [certain, hints] = seen[at].map(|n| share(n, networks as usize));
                let of = [all[at].certain, all[at].any].map(|n| share(n, all[at].judged));
                println!(
                    "{contacts:6} {answers:21} {what:11} {certain:6.1} % {hints:9.1} % {:9.2} % {:9.2} % {:8}",
                    of[0], of[1], all[at].judged
                );
                holds &= at > 0 || (certain <= 5.0 && of[1] <= 10.0);
            }
        }
    }
    match holds {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
