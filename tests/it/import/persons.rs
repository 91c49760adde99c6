//! Names that look like a person's are named with their place, few others are, and nothing is stopped by it.

use miteinander::exchange::{Notice, person_in};
use miteinander::text::Lang;

use super::{Filled, file};

#[test]
fn salutations_titles_and_full_names_look_like_persons() {
    for (text, person) in [
        ("Frau Müller", "Frau Müller"),
        ("Hr. Yılmaz", "Hr. Yılmaz"),
        ("Herrn Öztürk", "Herrn Öztürk"),
        ("Dr. Anna Schmidt", "Dr. Anna Schmidt"),
        ("Prof. Dr. med. Nguyen", "Prof. Dr. med. Nguyen"),
        ("Frau Dr. Schmidt", "Frau Dr. Schmidt"),
        ("Anna Schmidt", "Anna Schmidt"),
        ("Anna-Lena Müller-Yılmaz", "Anna-Lena Müller-Yılmaz"),
        ("Anna von Arnim", "Anna von Arnim"),
        ("A. Schmidt", "A. Schmidt"),
        ("Schmidt, Anna", "Schmidt, Anna"),
        ("RSD Süd, Frau Müller", "Frau Müller"),
        ("Jugendamt Frau Müller", "Jugendamt Frau Müller"),
        ("Teamleitung (Mehmet Kaya)", "Mehmet Kaya"),
        ("Jugendamt - Sabine Krause", "Sabine Krause"),
        ("Leitung Sabine Krause", "Leitung Sabine Krause"),
    ] {
        assert_eq!(person_in(text), Some(person), "{text}");
    }
}

#[test]
fn functions_and_institutions_that_bear_a_name_do_not() {
    for text in [
        "Anna-Lindh-Schule",
        "Anna-Lindh-Schule Süd",
        "Anna Lindh Grundschule",
        "Familienzentrum Lindenhof",
        "Nachbarschaftshaus Martin Luther",
        "Jugendfreizeiteinrichtung Anne Frank",
        "Kita Peter Pan",
        "Kita Frau Holle",
        "Dr.-Sommer-Schule",
        "Praxis Dr. Schmidt",
        "Käthe-Kollwitz-Gymnasium",
        "Paul Gerhardt Stift gGmbH",
        "Netzwerkkoordination Frühe Hilfen",
        "RSD Region Süd, Teamleitung",
        "RSD Region Süd",
        "KJGD, Ersthausbesuch",
        "KJGD Mitte",
        "Koordination Gesundheitsförderung",
        "Frauenberatung Mitte",
        "Beratung für Frau und Kind",
        "Frau & Beruf e. V.",
        "MIA Beratungsteam",
        "Lindenhof gGmbH",
        "OE QPK",
        "Ida Mitte",
        "Schul- und Sportamt",
        "Bündnis für Familie Pankow",
        "Herrenhausstraße 5",
        "",
        " , ",
    ] {
        assert_eq!(person_in(text), None, "{text}");
    }
}

#[test]
fn no_office_body_or_example_of_ours_looks_like_a_person() {
    let seed = [
        include_str!("../../../seed/offices.csv"),
        include_str!("../../../seed/sections.csv"),
        include_str!("../../../seed/offer_types.csv"),
        include_str!("../../../seed/musterbezirk/funktionen.csv"),
        include_str!("../../../seed/musterbezirk/organisationen.csv"),
        include_str!("../../../seed/musterbezirk/angebote.csv"),
    ];
    let texts = seed
        .iter()
        .flat_map(|text| text.split([',', ';', '\n', '"']));
    let persons: Vec<&str> = texts.filter_map(person_in).collect();
    assert!(persons.is_empty(), "{persons:?}");
}

#[test]
fn a_preview_names_them_with_their_rows_and_stops_nothing() {
    let departments = file("organisationen.csv", "Name;Art\nJugendamt;Fachamt\n");
    let actors = file(
        "funktionen.csv",
        "Funktion oder Einrichtung;Amt / Organisation;Ansprechperson;Bemerkung\n\
         Frau Müller;Jugendamt;Frau Meier;\n\
         Frühe Hilfen;Jugendamt;;früher Anna Schmidt\n\
         Herr Kaya;Jugendamt;;\n",
    );
    let plan = Filled::new()
        .plan(&[departments, actors])
        .expect("a name is no fault");
    assert_eq!(plan.contact_counts.all(), [1, 0, 0]);
    let told: Vec<String> = plan
        .notices
        .iter()
        .filter(|notice| matches!(notice, Notice::Persons { .. }))
        .map(|notice| notice.say(Lang::De))
        .collect();
    let [names, notes] = &told[..] else {
        panic!("one for each column: {told:?}");
    };
    assert!(
        names.starts_with(
            "funktionen.csv, Spalte „Funktion oder Einrichtung“: „Frau Müller“ (Zeile 2) und „Herr Kaya“ (Zeile 4) \
             sehen nach Namen von Personen aus. Bitte Funktionen statt Namen eintragen"
        ),
        "{names}"
    );
    assert!(
        notes.contains("„früher Anna Schmidt“ (Zeile 3) sieht"),
        "{notes}"
    );
    assert!(
        !told.concat().contains("Meier"),
        "a contact is asked for as a name"
    );
}
