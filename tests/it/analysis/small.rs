//! A small invented network, worked out by hand.

use miteinander::analysis::{
    DepartmentPair, Graph, Inclusion, Options, PairState, Selection, SiloReport, report,
};
use miteinander::domain::{ActorKind, DepartmentKind, Presence, Survey};

use super::networks::{planted, presence, survey, tie};

fn figures(survey: &Survey) -> SiloReport {
    report(
        survey,
        &Selection::working(survey),
        &Options {
            permutations: 99,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("fits")
}

/// Two offices with a tie inside each, joined by function 1 alone; a third reached through 4 only.
fn three_offices() -> Survey {
    survey(
        &["A", "A", "B", "B", "B", "C"],
        &[(0, 1), (2, 3), (1, 2), (3, 1), (4, 5)],
    )
}

#[test]
fn a_bridge_between_two_offices_is_named() {
    let links = figures(&three_offices())
        .single_links
        .expect("few departments");
    let told: Vec<_> = links
        .iter()
        .map(|link| {
            (
                link.a.as_str(),
                link.b.as_str(),
                link.actor.as_deref(),
                link.direct,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("A", "B", Some("1"), true),
            // A single tie hangs on either of its ends.
            ("B", "C", Some("4"), true),
            ("B", "C", Some("5"), true),
        ]
    );
}

#[test]
fn the_only_common_contact_of_two_offices_is_named() {
    // 2 of B knows 0 of A and 3 of C; A and C have no tie.
    let mut survey = survey(&["A", "A", "B", "C", "B"], &[(0, 2), (2, 3)]);
    let contact = |survey: &Survey| {
        let links = figures(survey).single_links.expect("few departments");
        let between = links
            .into_iter()
            .find(|link| link.a == "A" && link.b == "C");
        between.map(|link| (link.actor, link.direct))
    };
    assert_eq!(contact(&survey), Some((Some("2".to_owned()), false)));
    survey
        .ties
        .extend([tie(4, 1, Some(1.0)), tie(4, 3, Some(1.0))]);
    assert_eq!(contact(&survey), None, "two common contacts are not one");
    survey.actors[4].kind = ActorKind::Body;
    assert_eq!(
        contact(&survey),
        Some((Some("2".to_owned()), false)),
        "a seat in a body is no contact"
    );
}

#[test]
fn parts_isolates_and_density_are_counted() {
    let report = figures(&survey(
        &["A", "A", "B", "B", "B"],
        &[(0, 1), (1, 2), (2, 0)],
    ));
    assert_eq!((report.components, report.largest_component), (3, 3));
    assert_eq!(report.isolates, Some(vec!["3".to_owned(), "4".to_owned()]));
    assert_eq!(report.density, Some(0.3));
}

#[test]
fn a_pair_is_tied_if_either_side_says_so_with_the_larger_strength() {
    let mut survey = survey(&["A", "B", "B"], &[]);
    survey.ties = vec![
        tie(0, 1, Some(1.0)),
        tie(1, 0, Some(4.0)),
        tie(2, 0, Some(3.0)),
        tie(0, 2, None),
        tie(1, 2, Some(1.0)),
    ];
    survey.ties[1].binding = Some(true);
    let selection = Selection {
        min_strength: 2.0,
        ..Selection::working(&survey)
    };
    let graph = Graph::select(&survey, &selection).expect("fits");
    let told: Vec<_> = graph
        .ties
        .iter()
        .map(|tie| (tie.a, tie.b, tie.strength, tie.confirmed, tie.binding))
        .collect();
    // 0 says of 1 only that they know each other: not confirmed at 2. 0 says of 2 that they work together: confirmed.
    assert_eq!(
        told,
        [(0, 1, 4.0, false, Some(true)), (0, 2, 3.0, true, None)]
    );
    assert_eq!(
        (graph.neighbours(0), graph.strengths(0)),
        (&[1, 2][..], &[4.0, 3.0][..])
    );
    assert_eq!(
        (graph.ties_below_threshold, graph.ties_without_strength),
        (1, 0)
    );

    let arcs = Graph::select(
        &survey,
        &Selection {
            directed: true,
            ..selection
        },
    )
    .expect("fits");
    assert_eq!(
        arcs.arcs
            .iter()
            .map(|arc| (arc.from, arc.to))
            .collect::<Vec<_>>(),
        [(1, 0), (2, 0)]
    );
    assert_eq!(
        (arcs.ties_below_threshold, arcs.ties_without_strength),
        (2, 1)
    );
}

#[test]
fn nobody_asked_is_not_the_same_as_nothing_reported() {
    let mut survey = survey(&["A", "A", "B", "C", "C"], &[(0, 1)]);
    for (at, answered) in [true, false, false, false, false].into_iter().enumerate() {
        survey.presences[at] = Presence {
            asked: Some(true),
            answered: Some(answered),
            ..presence(at as u32)
        };
    }
    let report = figures(&survey);
    let pairs = report.department_pairs.expect("few departments");
    let told: Vec<_> = pairs
        .iter()
        .map(|pair| {
            (
                pair.state,
                pair.possible,
                pair.z.is_some(),
                pair.p_low.is_some(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (PairState::NoneReported, Some(1), true, true),
            (PairState::NoneReported, Some(2), true, true),
            (PairState::NotAsked, Some(0), false, false),
        ]
    );
    assert_eq!(pairs[2].density, None);
    assert!(
        pairs[2].expected.is_some(),
        "what is to be expected does not depend on answers"
    );
    let response = report.response.expect("recorded");
    assert_eq!(
        (response.asked, response.answered, response.rate),
        (5, 1, Some(0.2))
    );
    assert_eq!((response.one_sided, response.confirmed), (1, None));
}

#[test]
fn the_headline_of_a_district_is_about_its_offices_without_bodies() {
    let mut survey = survey(
        &["A", "A", "B", "T", "T"],
        &[(0, 1), (0, 2), (0, 3), (3, 4), (2, 1)],
    );
    survey.from_district = true;
    survey.actors[2].kind = ActorKind::Body;
    for department in &mut survey.departments {
        department.kind = Some(match department.name.as_str() {
            "T" => DepartmentKind::Provider,
            _ => DepartmentKind::OtherUnit,
        });
    }
    for row in &mut survey.ties {
        row.strength = Some(2.0);
    }
    let offices = figures(&survey);
    assert_eq!((offices.scope, offices.min_strength), ("offices", 2.0));
    assert_eq!(
        (offices.actors, offices.ties, offices.departments),
        (5, 5, 1)
    );
    assert_eq!((offices.silo.internal, offices.silo.external), (1, 0));
    assert_eq!(
        (
            offices.left_out.actors,
            offices.left_out.ties,
            offices.left_out.bodies
        ),
        (2, Some(4), 1)
    );
    let all = Selection {
        scope: Inclusion::All,
        bodies: true,
        ..Selection::working(&survey)
    };
    let all = report(
        &survey,
        &all,
        &Options {
            permutations: 0,
            seed: 1,
            ..Options::default()
        },
    )
    .expect("fits");
    assert_eq!(
        (all.silo.internal, all.silo.external, all.departments),
        (2, 3, 3)
    );
}

#[test]
fn kinds_and_phases_choose_rows() {
    let mut survey = three_offices();
    survey.kinds = vec!["referral".to_owned(), "committee".to_owned()];
    for (at, row) in survey.ties.iter_mut().enumerate() {
        row.kinds = (at % 3) as u64;
    }
    let ties = |kinds: &[&str]| {
        let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        let selection = Selection {
            kinds,
            ..Selection::working(&survey)
        };
        report(
            &survey,
            &selection,
            &Options {
                permutations: 0,
                seed: 1,
                ..Options::default()
            },
        )
        .expect("fits")
        .ties
    };
    assert_eq!(
        (
            ties(&[]),
            ties(&["referral"]),
            ties(&["committee"]),
            ties(&["referral", "committee"])
        ),
        (5, 2, 1, 3)
    );
}

#[test]
fn keys_of_selections_are_equal_only_for_equal_selections() {
    let base = Selection::working(&three_offices());
    let kinds = |kinds: &[&str]| {
        kinds
            .iter()
            .map(|kind| (*kind).to_owned())
            .collect::<Vec<_>>()
    };
    let different = [
        base.clone(),
        Selection {
            phase: Some("a".to_owned()),
            ..base.clone()
        },
        Selection {
            kinds: kinds(&["a"]),
            ..base.clone()
        },
        Selection {
            kinds: kinds(&["a", "b"]),
            ..base.clone()
        },
        Selection {
            kinds: kinds(&["a;1:b"]),
            ..base.clone()
        },
        Selection {
            min_strength: 2.5,
            ..base.clone()
        },
        Selection {
            bodies: true,
            ..base.clone()
        },
        Selection {
            directed: true,
            ..base.clone()
        },
    ];
    let keys: std::collections::BTreeSet<String> = different.iter().map(Selection::key).collect();
    assert_eq!(keys.len(), different.len());
    assert_eq!(base.key(), base.clone().key());
}

#[test]
fn the_range_of_a_pair_without_a_tie_begins_at_0_where_chance_gives_none_often_enough() {
    let report = figures(&planted(60, 6, 90, 10, 5));
    let pairs = report.department_pairs.expect("few departments");
    let empty: Vec<_> = pairs.iter().filter(|pair| pair.ties == Some(0)).collect();
    let often = |pair: &&&DepartmentPair| pair.p_low > Some(0.025);
    let seldom = empty.len() - empty.iter().filter(often).count();
    assert!(
        seldom > 0 && seldom < empty.len(),
        "{seldom} of {}",
        empty.len()
    );
    for pair in empty {
        let (_, low, high) = pair.expected_range().expect("sd is defined");
        let none = pair.p_low.expect("permutations ran");
        assert_eq!(low == 0, none > 0.025, "{}, {}", pair.a, pair.b);
        assert!(low <= high);
    }
}
