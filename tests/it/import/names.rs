//! Names that look alike are one, and what is said of those that are only near.

use miteinander::domain::Network;
use miteinander::exchange::{Input, Notice, Problem, survey};
use miteinander::text::Lang;

use super::{Filled, file};

/// The files of a case of the shared folder.
pub fn case(names: &[&str]) -> Option<Vec<Input>> {
    let files = names.iter().map(|name| {
        let path = crate::shared(&format!("cases/{name}"))?;
        let bytes = std::fs::read(&path).expect("the case can be read");
        let name = path
            .file_name()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        Some(Input { name, bytes })
    });
    files.collect()
}

pub fn departments() -> Input {
    file(
        "departments.csv",
        "name,short_name,kind\nJugendamt,Jug,office\nGesundheitsamt,Ges,office\nOE QPK,QPK,other_unit\n",
    )
}

pub fn names(network: &Network) -> Vec<&str> {
    let actors = network.actors.values();
    actors.map(|actor| actor.name.as_str()).collect()
}

#[test]
fn what_little_a_name_differs_in_is_said() {
    let actors = "name,department\nRSD Süd,\u{408}ugendamt\nKJGD,Gesundheitsamt\n";
    let files = [departments(), file("actors.csv", actors)];
    let said = Filled::new()
        .plan(&files)
        .expect_err("a letter that looks like ours")
        .say(Lang::De);
    let differs = "Meinten Sie „Jugendamt“? Anders ist „\u{408} (U+0408)“ statt „J“.";
    assert!(said.contains(differs), "{said}");
}

/// The same name as people's programs write it.
const ALIKE: [&str; 8] = [
    "RSD\u{a0}Su\u{308}d-Ost",
    "RSD  Süd-Ost",
    "RSD\u{202f}Süd\u{2013}Ost",
    "RSD Süd\u{ad}-Ost",
    "RSD\u{200b} Süd-Ost",
    "\u{feff}RSD Süd\u{2011}Ost ",
    "RSD\tSüd\u{2212}Ost",
    "rsd süd-ost",
];

#[test]
fn a_name_that_only_looks_alike_is_the_known_one() {
    for written in ALIKE {
        let mut district = Filled::new();
        let actors = "name,department\nRSD Süd-Ost,Jugendamt\nKJGD,Gesundheitsamt\n";
        district.take(&[departments(), file("actors.csv", actors)]);
        let again = format!("name\tdepartment\n\"{written}\"\tJugendamt\n");
        let ties = format!("from\tto\tstrength\n\"{written}\"\tKJGD\t3\n");
        let again = [file("actors.csv", &again), file("cooperations.csv", &ties)];
        assert_eq!(
            district.take(&again),
            1,
            "{written:?}: the tie alone is new"
        );
        assert_eq!(
            names(&district.network),
            ["KJGD", "RSD Süd-Ost"],
            "{written:?}"
        );
    }
}

#[test]
fn a_line_break_in_a_name_is_a_blank() {
    let mut district = Filled::new();
    let actors = "name,department\nRSD Süd,Jugendamt\n\"RSD\nSüd\",Jugendamt\n";
    district.take(&[departments(), file("actors.csv", actors)]);
    assert_eq!(names(&district.network), ["RSD Süd"]);
}

#[test]
fn departments_offers_and_lists_are_found_by_how_they_look() {
    let actors = "name,department,section\nFrühe Hilfen,OE\u{a0}QPK,\nRSD Süd,Jugend\u{ad}amt,RSD\u{a0}1\nRSD Nord,JUG,RSD 1\n";
    let offers = "name;life_phases;fields;providers;responsible\n\
        Café – Treff;0–3;Bildung;Frühe\u{a0}Hilfen | rsd nord;oe qpk\n";
    let ties = "from,to,strength,offers\nFrühe Hilfen,RSD  Süd,3,Café - Treff\n";
    let mut district = Filled::new();
    district.take(&[
        departments(),
        file("actors.csv", actors),
        file("offers.csv", offers),
        file("cooperations.csv", ties),
    ]);
    assert_eq!(district.network.departments.len(), 3);
    let sections = district.network.memberships.values();
    let sections: Vec<&str> = sections
        .filter_map(|m| Some(m.section.as_ref()?.as_str()))
        .collect();
    assert_eq!(
        sections, ["RSD\u{a0}1"; 2],
        "the first spelling of the file"
    );
    let offer = district.network.offers.values().next().expect("the offer");
    assert_eq!(offer.parties().count(), 2);
    let report = district.network.reports.values().next().expect("the tie");
    assert_eq!(report.offers.len(), 1);
}

#[test]
fn a_name_in_another_case_is_taken_and_said() {
    let actors = "name,department\nRSD Süd,Jugendamt\nKJGD,Gesundheitsamt\n";
    let ties = "from,to,strength\nrsd süd,KJGD,3\n";
    let files = [
        departments(),
        file("actors.csv", actors),
        file("cooperations.csv", ties),
    ];
    let plan = Filled::new().plan(&files).expect("no fault");
    let said = Notice::Understood {
        written: "rsd süd".to_owned(),
        taken: "RSD Süd".to_owned(),
    };
    assert_eq!(plan.notices, [said]);
}

#[test]
fn names_that_differ_in_case_alone_are_told_apart_where_both_are_known() {
    let actors =
        "id,name,department\na,Lotse,Jugendamt\nb,LOTSE,Jugendamt\nc,KJGD,Gesundheitsamt\n";
    let ties = |end: &str| {
        file(
            "cooperations.csv",
            &format!("from,to,strength\n{end},KJGD,3\n"),
        )
    };
    let plan =
        |end: &str| Filled::new().plan(&[departments(), file("actors.csv", actors), ties(end)]);
    assert!(plan("LOTSE").is_ok());
    let faults = plan("lotse").expect_err("it may be either");
    assert!(matches!(faults.list[0].problem, Problem::Ambiguous { .. }));
}

#[test]
fn the_cases_of_look_alikes_are_read_as_one() {
    for name in ["actor-twice-nbsp.xlsx", "dept-soft-hyphen.xlsx"] {
        let Some(files) = case(&[&format!("08-look-alike-names/{name}")]) else {
            return;
        };
        let mut district = Filled::new();
        district.take(&files);
        assert_eq!(district.network.actors.len(), 10, "{name}");
        assert_eq!(district.network.departments.len(), 4, "{name}");
        let survey = survey(&files).expect("the same as plain files");
        assert_eq!(
            (survey.actors.len(), survey.departments.len()),
            (10, 4),
            "{name}"
        );
    }
    let Some(files) = case(&["08-look-alike-names/plain-dept-nbsp.xlsx"]) else {
        return;
    };
    let survey = survey(&files).expect("plain files");
    assert_eq!(survey.departments.len(), 4);
}

#[test]
fn plain_ties_name_one_actor_however_it_is_spelled() {
    let ties = "from,to\nRSD Süd,KJGD\nKJGD,RSD\u{a0}Süd\nrsd süd,Frühe Hilfen\n7,8\n";
    let survey = survey(&[file("ties.csv", ties)]).expect("no fault");
    assert_eq!(survey.actors.len(), 5);
    let sections = "name,department,section\nA,Jugendamt,RSD Süd\nB,Jugendamt,RSD\u{a0}Süd\n";
    let survey = miteinander::exchange::survey(&[file("actors.csv", sections)]).expect("no fault");
    let column = survey
        .columns
        .iter()
        .find(|column| column.names[0] == "section");
    let values = &column.expect("sections").values;
    assert_eq!(values[0], values[1]);
}

#[test]
fn several_workbooks_that_repeat_the_offices_go_together() {
    let all = ["gesundheitsamt", "jugendamt", "oe", "schul-"];
    let all = all.map(|name| format!("24-five-workbooks-at-once/{name}.xlsx"));
    for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
        let names = order.map(|at| all[at].as_str());
        let Some(files) = case(&names) else { return };
        let mut district = Filled::new();
        district.take(&files);
        assert_eq!(district.network.actors.len(), 10);
        assert_eq!(district.network.reports.len(), 8);
        let offices = district.network.departments.values();
        let short: Vec<_> = offices
            .map(|one| one.short_name.clone().map(String::from))
            .collect();
        let expected = ["Ges", "Jug", "QPK", "SchulSport"];
        assert_eq!(
            short,
            expected.map(|name| Some(name.to_owned())),
            "the filled cell counts"
        );
        assert!(
            district
                .network
                .departments
                .values()
                .all(|one| !one.divisions.is_empty())
        );
        let survey = survey(&files).expect("the same as plain files");
        assert_eq!((survey.actors.len(), survey.ties.len()), (10, 8));
        assert!(
            survey
                .departments
                .iter()
                .all(|one| one.short_name.is_some())
        );
    }
}

#[test]
fn a_contradiction_names_file_and_row_of_both() {
    let first = file(
        "a-funktionen.csv",
        "name,department,level\nRSD,Jugendamt,leitend\nKJGD,Gesundheitsamt,\n",
    );
    let other = file(
        "b-funktionen.csv",
        "name,department,level\nRSD,Jugendamt,operativ\nKJGD,Gesundheitsamt,leitend\n",
    );
    let faults = Filled::new()
        .plan(&[departments(), first.clone(), other.clone()])
        .expect_err("two levels");
    assert_eq!(faults.len(), 1, "an empty cell contradicts nothing");
    let said = faults.say(Lang::De);
    assert_eq!(
        said,
        "b-funktionen.csv, Zeile 2, Spalte „level“: Dasselbe steht schon in a-funktionen.csv, Zeile 2, dort aber anders \
         (level: „leitend“). Bitte angleichen oder eine der beiden Zeilen löschen."
    );
    let faults = survey(&[first, other]).expect_err("the same of plain files");
    assert!(
        faults
            .say(Lang::De)
            .contains("steht schon in a-funktionen.csv, Zeile 2")
    );
}

#[test]
fn one_function_in_two_departments_by_its_id_is_told_with_the_first() {
    let actors = "id,name,department\na,RSD,Jugendamt\na,RSD,Gesundheitsamt\n";
    let faults = Filled::new().plan(&[departments(), file("actors.csv", actors)]);
    let said = faults.expect_err("one id").say(Lang::De);
    assert!(
        said.contains("Diese Funktion steht schon in Zeile 2, dort bei: Jugendamt."),
        "{said}"
    );
}

#[test]
fn one_name_in_two_offices_is_two_functions() {
    let actors =
        "name,department\nKoordination,Jugendamt\nKoordination,Gesundheitsamt\nRSD,Jugendamt\n";
    let files = |end: &str| {
        let ties = format!("from,to,strength\n{end},RSD,3\n");
        [
            departments(),
            file("actors.csv", actors),
            file("cooperations.csv", &ties),
        ]
    };
    let faults = Filled::new()
        .plan(&files("Koordination"))
        .expect_err("which one?");
    let said = faults.say(Lang::De);
    assert!(
        said.contains("Koordination (Gesundheitsamt), Koordination (Jugendamt)"),
        "{said}"
    );
    let plain = survey(&files("Koordination"))
        .expect_err("which one?")
        .say(Lang::De);
    assert!(
        plain.contains("Koordination (Gesundheitsamt), Koordination (Jugendamt)"),
        "{plain}"
    );
    let plan = Filled::new()
        .plan(&files("Koordination (Jugendamt)"))
        .expect("no fault");
    let said = Notice::Namesakes {
        name: "Koordination".to_owned(),
        departments: ["Gesundheitsamt", "Jugendamt"].map(str::to_owned).to_vec(),
    };
    assert_eq!(plan.notices, [said]);
    for written in ["Koordination (Gesundheitsamt)", "koordination (Ges)"] {
        let mut district = Filled::new();
        assert!(district.take(&files(written)) > 0);
        assert_eq!(district.network.actors.len(), 3);
        let (_, from, _) = district.network.reports.keys().next().expect("the tie");
        let mut places = district.network.memberships.iter();
        let place = places
            .find(|((actor, _), _)| actor == from)
            .map(|(_, m)| m.department.as_str());
        assert_eq!(place, Some("gesundheitsamt"));
        assert_eq!(
            district.take(&files(written)),
            0,
            "the same again changes nothing"
        );
        let survey = survey(&files(written)).expect("no fault");
        assert_eq!((survey.actors.len(), survey.ties.len()), (3, 1));
    }
}

#[test]
fn who_moves_from_one_phase_to_the_next_stays_one_function() {
    let actors = "name,department,phase\nLotse,Jugendamt,2019–2022\nLotse,Gesundheitsamt,2023–\n";
    let mut district = Filled::new();
    district.take(&[departments(), file("actors.csv", actors)]);
    assert_eq!(district.network.actors.len(), 1);
    let survey = survey(&[file("actors.csv", actors)]).expect("no fault");
    assert_eq!(survey.actors.len(), 1);
}
