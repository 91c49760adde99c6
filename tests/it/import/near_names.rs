//! New names near known ones: likely renames, likely twins, and what is proposed.

use miteinander::domain::Noun;
use miteinander::exchange::{ImportOptions, Input, Renamed};
use miteinander::text::Lang;

use super::names::{case, departments, names};
use super::{Filled, file};

fn renamed() -> Option<(Filled, Vec<Input>)> {
    let mut district = Filled::new();
    district.take(&case(&["18-renamed-function/before.xlsx"])?);
    Some((district, case(&["18-renamed-function/after.xlsx"])?))
}

#[test]
fn a_function_that_is_missing_beside_a_near_new_one_is_asked_about() {
    let Some((district, after)) = renamed() else {
        return;
    };
    let plan = district.plan(&after).expect("no fault");
    let asked: Vec<_> = plan
        .renames
        .iter()
        .map(|one| (one.from.as_str(), one.to.as_str(), one.department.as_str()))
        .collect();
    assert_eq!(asked, [("RSD Süd", "RSD Region Süd", "Jugendamt")]);
    assert!(plan.twins.is_empty(), "it is not told twice");
    let again = district.plan(&case(&["18-renamed-function/before.xlsx"]).expect("it is there"));
    assert!(again.expect("no fault").renames.is_empty());
}

#[test]
fn a_renamed_function_keeps_its_ties() {
    let Some((mut district, after)) = renamed() else {
        return;
    };
    let options = ImportOptions {
        renamed: vec![Renamed {
            from: "RSD Süd".to_owned(),
            to: "RSD Region Süd".to_owned(),
        }],
        ..ImportOptions::default()
    };
    assert_eq!(
        district.take_with(&after, &options),
        1,
        "the name alone changes"
    );
    assert_eq!(district.network.actors.len(), 10);
    assert_eq!(district.network.reports.len(), 8);
    assert!(names(&district.network).contains(&"RSD Region Süd"));
}

#[test]
fn a_new_name_a_letter_or_a_word_off_is_taken_and_named() {
    let mut district = Filled::new();
    let actors =
        "name,department\nFrühe Hilfen Koordination,Jugendamt\nKJGD Team A,Gesundheitsamt\n";
    district.take(&[departments(), file("actors.csv", actors)]);
    let more = "name,department\nFrühe Hilfen Koordination,Jugendamt\nKJGD Team A,Gesundheitsamt\n\
        Frühe Hilfen Koordinaton,Jugendamt\nKJGD Team B,Gesundheitsamt\nTeam KJGD A Süd,Gesundheitsamt\n";
    let plan = district
        .plan(&[file("actors.csv", more)])
        .expect("no fault");
    let told: Vec<_> = plan
        .twins
        .iter()
        .map(|one| (one.name.as_str(), one.known.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Frühe Hilfen Koordinaton", "Frühe Hilfen Koordination"),
            ("Team KJGD A Süd", "KJGD Team A"),
        ]
    );
    assert!(
        plan.twins
            .iter()
            .all(|one| one.noun == Noun::Actor && one.department.is_some())
    );
    assert!(plan.renames.is_empty());
}

#[test]
fn a_tie_of_a_renamed_function_is_offered_its_own_new_name() {
    let actors = "name,department\nRSD Region Süd,Jugendamt\nRSD Nord,Jugendamt\n";
    let ties = "from,to,strength\nRSD Süd,RSD Nord,3\n";
    let faults = Filled::new()
        .plan(&[
            departments(),
            file("actors.csv", actors),
            file("cooperations.csv", ties),
        ])
        .expect_err("an unknown name");
    assert!(
        faults
            .say(Lang::De)
            .contains("Meinten Sie „RSD Region Süd“?")
    );
}

#[test]
fn what_is_near_an_id_is_proposed_by_its_name() {
    let mut filled = Filled::new();
    filled.take(&[
        departments(),
        file(
            "actors.csv",
            "id,name,department\nrsd-sued,\"Regionaler Dienst, Leitung\",Jugendamt\nkjgd,KJGD,Gesundheitsamt\n",
        ),
    ]);
    let ties = file("cooperations.csv", "from,to,strength\nRSD Süd,KJGD,3\n");
    let said = filled.plan(&[ties]).expect_err("it is called otherwise");
    let said = said.say(Lang::De);
    assert!(
        said.contains("Meinten Sie „Regionaler Dienst, Leitung“?"),
        "{said}"
    );
    assert!(!said.contains("rsd-sued"), "{said}");
}
