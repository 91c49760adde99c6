//! Invented networks of any size, as surveys: the same numbers give the same network.

use miteinander::domain::{ActorKind, Column, Presence, Survey, SurveyActor, SurveyTie};

/// A survey with planted silos: in 4 of 10 cases the second end is of the first one's department.
pub fn planted(actors: u32, departments: u32, ties: usize) -> Survey {
    let mut state = 1_u64;
    let mut below = |bound: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(bound)) as u32
    };
    Survey {
        title: "planted".to_owned(),
        actors: (0..actors)
            .map(|at| SurveyActor {
                id: at.to_string(),
                label: at.to_string(),
                kind: ActorKind::Function,
            })
            .collect(),
        presences: (0..actors)
            .map(|actor| Presence {
                actor,
                phase: None,
                department: None,
                level: None,
                core_team: false,
                asked: None,
                answered: None,
                open: Vec::new(),
            })
            .collect(),
        columns: vec![Column {
            names: vec!["department".to_owned()],
            values: (0..actors)
                .map(|at| Some(format!("Amt {}", at % departments)))
                .collect(),
        }],
        ties: (0..ties)
            .map(|_| {
                let from = below(actors);
                let near = below(10) < 4;
                let to = if near {
                    (from % departments + departments * below(actors / departments)) % actors
                } else {
                    below(actors)
                };
                SurveyTie {
                    from,
                    to,
                    phase: None,
                    strength: Some(f64::from(1 + below(5))),
                    kinds: 0,
                    binding: None,
                    through_core_team: false,
                }
            })
            .collect(),
        ..Survey::default()
    }
}
