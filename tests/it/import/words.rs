//! Phases, strengths and life phases in people's own words.

use miteinander::domain::{LifePhase, Strength};
use miteinander::exchange::{Input, Notice, Problem, survey};
use miteinander::text::Lang;

use super::names::case;
use super::{Filled, file};

const ACTORS: &str = "name,department\nA,Jugendamt\nB,Jugendamt\n";

fn departments() -> Input {
    file("departments.csv", "name,kind\nJugendamt,office\n")
}

#[test]
fn a_phase_is_found_as_people_write_it() {
    let before = [
        "2019-2022",
        "2019 – 2022",
        "2019 bis 2022",
        "Förderphase 1",
        "FP 1",
        "fp1",
        "1. Förderphase",
        "2022",
    ];
    let now = ["2023-", "ab 2023", "seit 2023", "Phase 2", "2023", "2023 –"];
    let known = before
        .map(|text| (text, "1"))
        .into_iter()
        .chain(now.map(|text| (text, "2")));
    for (written, id) in known {
        let actors = format!("name,department,phase\nA,Jugendamt,{written}\n");
        let mut district = Filled::new();
        district.take(&[departments(), file("actors.csv", &actors)]);
        let (_, phase) = district.network.memberships.keys().next().expect("a place");
        assert_eq!(phase.as_str(), id, "{written}");
    }
    for unknown in ["2021", "FP 3", "2018-2022"] {
        let actors = format!("name,department,phase\nA,Jugendamt,{unknown}\n");
        let faults = Filled::new().plan(&[departments(), file("actors.csv", &actors)]);
        assert!(matches!(
            faults.expect_err(unknown).list[0].problem,
            Problem::NoSuch { .. }
        ));
    }
}

#[test]
fn the_case_of_phase_names_comes_into_the_known_phase() {
    let Some(files) = case(&["26-phase-names/p10.xlsx"]) else {
        return;
    };
    let mut district = Filled::new();
    district.take(&files);
    assert_eq!(district.network.memberships.len(), 10);
    assert!(
        district
            .network
            .memberships
            .keys()
            .all(|(_, phase)| phase.as_str() == "1")
    );
}

#[test]
fn dates_of_phases_may_be_years_or_months() {
    let phases = |start: &str, end: &str| {
        file(
            "phases.csv",
            &format!("name,start,end\n2019-2022,{start},{end}\n"),
        )
    };
    for (start, end) in [
        ("2019", "2022"),
        ("09/2019", "12/2022"),
        ("2019-09", "2022-12"),
    ] {
        assert_eq!(
            Filled::new().take(&[phases(start, end)]),
            0,
            "{start} {end}"
        );
    }
    assert!(Filled::new().plan(&[phases("2018", "2022")]).is_err());
    let mut empty = Filled::default();
    empty.take(&[phases("2019", "2022")]);
    let phase = empty.programme.phases.values().next().expect("the phase");
    assert_eq!(phase.start.to_string(), "2019-01-01");
    assert_eq!(
        phase.end.map(|end| end.to_string()).as_deref(),
        Some("2022-12-31")
    );
}

#[test]
fn one_phase_twice_with_other_dates_is_a_fault() {
    let Some(files) = case(&[
        "29-same-phase-twice/actors.csv",
        "29-same-phase-twice/cooperations.csv",
        "29-same-phase-twice/departments.csv",
        "29-same-phase-twice/phases.csv",
    ]) else {
        return;
    };
    let judged = [
        Filled::new().plan(&files).map(|_| ()),
        Filled::default().plan(&files).map(|_| ()),
        survey(&files).map(|_| ()),
    ];
    for faults in judged {
        let faults = faults.expect_err("two starts of one phase");
        let [fault] = faults.list.as_slice() else {
            panic!("{}", faults.say(Lang::De))
        };
        assert!(matches!(&fault.problem, Problem::Differs(earlier) if earlier.row == 2));
        assert_eq!(fault.place.row, Some(4));
    }
}

#[test]
fn plain_files_find_their_phases_as_people_write_them() {
    let phases = file(
        "phases.csv",
        "id,name,start,end\nF1,Förderphase 1,2019-09-01,2022-12-31\nF2,Förderphase 2,2023-01-01,\n",
    );
    let ties = "from,to,phase\na,b,FP 1\nb,c,2019-2022\nc,d,ab 2023\nd,e,F1\n";
    let survey = survey(&[phases, file("ties.csv", ties)]).expect("no fault");
    assert_eq!(survey.phases.len(), 2);
    let of: Vec<_> = survey.ties.iter().map(|tie| tie.phase).collect();
    assert_eq!(of, [Some(0), Some(0), Some(1), Some(0)]);
}

#[test]
fn a_strength_is_a_number_its_anchor_or_not_stated() {
    let unstated = [
        "keine Angabe",
        "k. A.",
        "k.A.",
        "weiß ich nicht",
        "n/a",
        "Weiß ich nicht / keine Angabe",
        "don't know",
    ];
    let words = unstated.map(|text| (text, None)).into_iter().chain([
        ("Wir stimmen uns ab", Some(3)),
        ("wir informieren uns", Some(2)),
        ("We know each other", Some(1)),
        ("Kein Kontakt", Some(0)),
        ("4 – Wir führen gemeinsam durch", Some(4)),
    ]);
    for (written, strength) in words {
        let ties = format!("from,to,strength\nA,B,{written}\n");
        let mut district = Filled::new();
        district.take(&[
            departments(),
            file("actors.csv", ACTORS),
            file("cooperations.csv", &ties),
        ]);
        let report = district.network.reports.values().next().expect("the tie");
        assert_eq!(report.strength.map(Strength::number), strength, "{written}");
        let survey = survey(&[file("cooperations.csv", &ties)]).expect("no fault");
        assert_eq!(
            survey.ties[0].strength,
            strength.map(f64::from),
            "{written}"
        );
    }
    let wrong = "from,to,strength\nA,B,hoch\n";
    let files = [
        departments(),
        file("actors.csv", ACTORS),
        file("cooperations.csv", wrong),
    ];
    let faults = Filled::new().plan(&files).expect_err("no strength");
    assert_eq!(faults.list[0].problem, Problem::NotAStrength);
}

#[test]
fn a_span_of_ages_is_all_its_life_phases() {
    use LifePhase::{From0To3, From3To6, From6To10, From10To14, From14};
    let spans: [(&str, &[LifePhase]); 7] = [
        ("0–6", &[From0To3, From3To6]),
        ("3–10", &[From3To6, From6To10]),
        ("0 bis 6 Jahre", &[From0To3, From3To6]),
        ("10-18", &[From10To14, From14]),
        ("0–27", &[From0To3, From3To6, From6To10, From10To14, From14]),
        ("ab 10", &[From10To14, From14]),
        ("0–6 | 14–18", &[From0To3, From3To6, From14]),
    ];
    for (written, phases) in spans {
        let offers = format!("name;life_phases;fields;providers\nCafé;{written};Bildung;A\n");
        let mut district = Filled::new();
        let files = [
            departments(),
            file("actors.csv", ACTORS),
            file("offers.csv", &offers),
        ];
        district.take(&files);
        let offer = district.network.offers.values().next().expect("the offer");
        assert_eq!(
            offer.life_phases.iter().copied().collect::<Vec<_>>(),
            phases,
            "{written}"
        );
        let survey = survey(&files).expect("no fault");
        assert_eq!(survey.offers[0].life_phases, offer.life_phases, "{written}");
    }
    let wrong = "name;life_phases;fields;providers\nCafé;4–6;Bildung;A\n";
    let files = [
        departments(),
        file("actors.csv", ACTORS),
        file("offers.csv", wrong),
    ];
    assert!(Filled::new().plan(&files).is_err());
}

#[test]
fn commas_in_lists_are_taken_and_said() {
    let offers = "name;life_phases;fields;providers\nCafé;0–3;Bildung;A, B\n";
    let files = [
        departments(),
        file("actors.csv", ACTORS),
        file("offers.csv", offers),
    ];
    let plan = Filled::new().plan(&files).expect("no fault");
    let said = Notice::OtherMark {
        source: "offers.csv".to_owned(),
        column: "providers".to_owned(),
        row: 2,
    };
    assert_eq!(plan.notices, [said]);
}
