//! Crosses in columns that stand for the values of a list.

use super::*;
use miteinander::domain::{Field, LifePhase, TieKind};
use miteinander::exchange::Problem;

const OFFERS: &str = "Angebot;0–3;3–6;6 bis 10;Bildung;Gesund aufwachsen;Träger / Durchführung\n\
    Familiencafé;x;X;;ja;;RSD Süd\nErnährungskurs;;;1;;x;KJGD\n";

#[test]
fn crosses_for_life_phases_and_fields_are_read_as_their_lists() {
    let mut district = Filled::new();
    district.take(&[offices(), functions(), file("angebote.csv", OFFERS)]);
    let of = |name: &str| {
        let mut offers = district.network.offers.values();
        let offer = offers.find(|offer| offer.name.as_str() == name);
        let offer = offer.expect("it is there");
        (offer.life_phases.clone(), offer.fields.clone())
    };
    assert_eq!(
        of("Familiencafé"),
        (
            BTreeSet::from([LifePhase::From0To3, LifePhase::From3To6]),
            BTreeSet::from([Field::Education])
        )
    );
    assert_eq!(
        of("Ernährungskurs"),
        (
            BTreeSet::from([LifePhase::From6To10]),
            BTreeSet::from([Field::Health])
        )
    );
    let read = read(&[functions(), file("angebote.csv", OFFERS)]);
    assert_eq!(read.survey.offers[1].life_phases.len(), 2);
    let said = notices(&read).join("\n");
    assert!(
        said.contains("Kreuze in „0–3“, „3–6“, „6 bis 10“ werden als „Lebensphasen“ gelesen."),
        "{said}"
    );
}

#[test]
fn what_is_no_cross_is_a_fault_with_its_column() {
    let offers = OFFERS.replace(";X;", ";vielleicht;");
    let faults = Filled::new()
        .plan(&[offices(), functions(), file("angebote.csv", &offers)])
        .expect_err("faults");
    assert_eq!(faults.len(), 1, "{}", faults.say(Lang::De));
    assert_eq!(faults.list[0].problem, Problem::NotAMark);
    let place = &faults.list[0].place;
    assert_eq!((place.row, place.column.as_deref()), (Some(2), Some("3–6")));
}

#[test]
fn crosses_for_kinds_of_ties_are_read_too() {
    let district = taken(file(
        "zusammenarbeit.csv",
        "Von;Mit;Stärke;Information;Vermittlung;gemeinsame Planung\nRSD Süd;KJGD;3;x;;x\n",
    ));
    let report = district.network.reports.values().next().expect("one");
    let kinds: Vec<TieKind> = report.kinds.iter().collect();
    assert_eq!(kinds, [TieKind::Information, TieKind::JointPlanning]);
}
