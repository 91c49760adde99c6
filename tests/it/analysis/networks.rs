//! Surveys for tests: real networks of the shared folder, and small ones of our own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use miteinander::domain::{
    ActorKind, Column, Presence, Survey, SurveyActor, SurveyDepartment, SurveyPhase, SurveyTie,
    natural,
};

/// The folder of the shared networks; none, said loudly, where it is missing.
pub fn shared() -> Option<PathBuf> {
    crate::shared("networks")
}

/// One relation of a shared network as a survey; its waves are phases.
pub fn read(folder: &Path, relation: &str) -> Survey {
    let nodes = table(&folder.join("nodes.csv"));
    let edges = table(&folder.join("edges.csv"));
    let mut rows: Vec<&BTreeMap<String, String>> = nodes.iter().collect();
    rows.sort_by(|x, y| natural(&x["id"], &y["id"]));
    let place: BTreeMap<&str, u32> = rows.iter().map(|row| row["id"].as_str()).zip(0..).collect();
    let columns = rows[0]
        .keys()
        .map(|header| Column {
            names: match header.as_str() {
                "group" => vec!["department".to_owned(), "group".to_owned()],
                other => vec![other.to_owned()],
            },
            values: rows.iter().map(|row| Some(row[header].clone())).collect(),
        })
        .collect();
    let mut waves: Vec<&str> = edges
        .iter()
        .filter_map(|row| row.get("wave"))
        .map(String::as_str)
        .collect();
    waves.sort_by(|x, y| natural(x, y));
    waves.dedup();
    Survey {
        title: folder
            .file_name()
            .expect("a folder has a name")
            .to_string_lossy()
            .into_owned(),
        phases: waves
            .iter()
            .map(|wave| SurveyPhase {
                id: (*wave).to_owned(),
                name: format!("Wave {wave}"),
            })
            .collect(),
        actors: rows.iter().map(|row| actor(&row["id"])).collect(),
        presences: (0..rows.len() as u32).map(presence).collect(),
        columns,
        kinds: Vec::new(),
        ties: edges
            .iter()
            .filter(|row| row["relation"] == relation)
            .map(|row| SurveyTie {
                phase: row.get("wave").map(|wave| {
                    waves
                        .iter()
                        .position(|known| known == wave)
                        .expect("a wave of the file") as u16
                }),
                ..tie(
                    place[row["source"].as_str()],
                    place[row["target"].as_str()],
                    row["weight"].parse().ok(),
                )
            })
            .collect(),
        ..Survey::default()
    }
}

/// A survey from files with these departments, actors named by their place, and ties of strength 1.
pub fn survey(departments: &[&str], ties: &[(u32, u32)]) -> Survey {
    listed(Survey {
        title: "small".to_owned(),
        actors: (0..departments.len())
            .map(|at| actor(&at.to_string()))
            .collect(),
        presences: (0..departments.len() as u32).map(presence).collect(),
        columns: vec![Column {
            names: vec!["department".to_owned()],
            values: departments
                .iter()
                .map(|name| Some((*name).to_owned()))
                .collect(),
        }],
        ties: ties
            .iter()
            .map(|(from, to)| tie(*from, *to, Some(1.0)))
            .collect(),
        ..Survey::default()
    })
}

/// The survey with the departments that its column of departments names, of no known kind.
fn listed(mut survey: Survey) -> Survey {
    let values = &survey.columns[0].values;
    let mut names: Vec<String> = values.iter().flatten().cloned().collect();
    names.sort_by(|a, b| natural(a, b));
    names.dedup();
    for (row, value) in survey.presences.iter_mut().zip(values) {
        let place = names.iter().position(|name| Some(name) == value.as_ref());
        row.department = place.and_then(|place| u32::try_from(place).ok());
    }
    let departments = names.into_iter().map(|name| SurveyDepartment {
        id: name.clone(),
        name,
        short_name: None,
        kind: None,
    });
    survey.departments = departments.collect();
    survey
}

/// An actor whose label is its id.
pub fn actor(id: &str) -> SurveyActor {
    SurveyActor {
        id: id.to_owned(),
        label: id.to_owned(),
        kind: ActorKind::Function,
    }
}

/// An actor that stands in all phases, nothing else known.
pub fn presence(actor: u32) -> Presence {
    Presence {
        actor,
        phase: None,
        department: None,
        level: None,
        core_team: false,
        asked: None,
        answered: None,
        open: Vec::new(),
    }
}

/// One side's report.
pub fn tie(from: u32, to: u32, strength: Option<f64>) -> SurveyTie {
    SurveyTie {
        from,
        to,
        phase: None,
        strength,
        kinds: 0,
        binding: None,
        through_core_team: false,
    }
}

/// Numbers that look random and are the same each time.
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 to below `bound`.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}

/// A survey with planted silos: of two ends the second is in the same department in `inside` of 10 cases.
pub fn planted(actors: u32, departments: u32, ties: usize, inside: u32, seed: u64) -> Survey {
    let mut dice = Dice(seed);
    let mut own = survey(&[], &[]);
    own.actors = (0..actors).map(|at| actor(&at.to_string())).collect();
    own.presences = (0..actors).map(presence).collect();
    own.columns[0].values = (0..actors)
        .map(|at| Some(format!("Amt {}", at % departments)))
        .collect();
    own.ties = (0..ties)
        .map(|_| {
            let from = dice.below(actors);
            let near = dice.below(10) < inside;
            let to = if near {
                (from % departments + departments * dice.below(actors / departments)) % actors
            } else {
                dice.below(actors)
            };
            tie(from, to, Some(f64::from(1 + dice.below(5))))
        })
        .collect();
    listed(own)
}

fn table(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).expect("the shared file can be read");
    let headers = reader.headers().expect("a header").clone();
    reader
        .records()
        .map(|record| {
            let record = record.expect("a row");
            headers
                .iter()
                .zip(&record)
                .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                .collect()
        })
        .collect()
}
