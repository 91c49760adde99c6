//! What is known of real networks beside chance, from permutations and closed forms that others computed.

use super::networks::{read, shared};
use super::reference::{near, run, selection};

#[test]
fn eleven_agencies_look_open_and_are_siloed() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("dhhs_collab"), "collab");
    let report = run(&survey, &selection("department", None, 1.0, false), 9_999);
    let silo = &report.silo;
    near(silo.e_i.expect("ties"), 0.230_425_055_928_412, "E-I");
    near(silo.expected.expect("ties"), 0.699_510_831_586, "expected");
    let sd = silo.sd.expect("ties");
    assert!((sd - 0.042_435).abs() < 5e-7, "sd {sd}");
    let permutations = silo.permutations.as_ref().expect("permutations");
    assert_eq!(permutations.p_low, 1.0 / 10_000.0);

    let nih = &report.department_figures[7];
    assert_eq!(nih.department, "NIH");
    assert!((nih.expected_internal.expect("ties") - 37.484).abs() < 5e-4);
    assert!((nih.sd_internal.expect("ties") - 10.275).abs() < 5e-4);
    let pairs = report.department_pairs.as_ref().expect("few departments");
    let pair = pairs
        .iter()
        .find(|pair| (pair.a.as_str(), pair.b.as_str()) == ("CDC", "NIH"));
    let pair = pair.expect("every pair is there");
    assert_eq!(pair.ties, Some(83));
    assert!((pair.expected.expect("ties") - 59.975).abs() < 5e-4);
    assert!((pair.sd.expect("ties") - 10.853).abs() < 5e-4);
    assert!((pair.z.expect("a spread") - 2.1).abs() < 0.05);
}

#[test]
fn the_label_null_has_the_published_moments() {
    let Some(folder) = shared() else { return };
    for (network, relation, department, directed, mean, sd) in [
        (
            "krackhardt_hightech",
            "friendship",
            "department",
            false,
            0.552_381,
            0.078_020,
        ),
        (
            "krackhardt_hightech",
            "friendship",
            "level",
            false,
            -0.2,
            0.129_192,
        ),
        (
            "krackhardt_hightech",
            "advice",
            "department",
            true,
            0.552_381,
            0.048_378,
        ),
    ] {
        let survey = read(&folder.join(network), relation);
        // The file has both a group and a department; the key stands for the first.
        let column = if department == "department" {
            "group"
        } else {
            department
        };
        let silo = run(&survey, &selection(column, None, 1.0, directed), 0).silo;
        assert!(
            (silo.expected.expect("ties") - mean).abs() < 5e-7,
            "{relation} by {department}"
        );
        assert!(
            (silo.sd.expect("ties") - sd).abs() < 5e-7,
            "{relation} by {department}"
        );
    }
}

#[test]
fn segregation_grows_with_the_strength_of_ties() {
    let Some(folder) = shared() else { return };
    let dhhs = read(&folder.join("dhhs_collab"), "collab");
    for (threshold, expected) in [(1.0, 0.276_012), (2.0, 0.361_871), (3.0, 0.489_823)] {
        let silo = run(&dhhs, &selection("department", None, threshold, false), 0).silo;
        assert!((silo.segregation.expect("ties") - expected).abs() < 5e-7);
    }
    let friends = read(&folder.join("krackhardt_hightech"), "friendship");
    let silo = run(&friends, &selection("group", None, 1.0, false), 0).silo;
    assert!((silo.segregation.expect("ties") - 0.151_976).abs() < 5e-7);
}

#[test]
fn agencies_of_one_kind_are_no_silo_in_indiana() {
    let Some(folder) = shared() else { return };
    let survey = read(&folder.join("tc_indiana"), "cnt");
    let mut found = Vec::new();
    for relation in ["cnt", "coll", "diss"] {
        let survey = read(&folder.join("tc_indiana"), relation);
        let silo = run(&survey, &selection("agency_cat", None, 1.0, false), 0).silo;
        found.push((silo.z.expect("ties"), silo.segregation.expect("ties")));
    }
    assert!(!survey.ties.is_empty());
    assert!(
        found
            .iter()
            .any(|(z, segregation)| (z + 0.91).abs() < 0.005
                && (segregation - 0.038_138).abs() < 5e-7),
        "{found:?}"
    );
}
