//! What the tables mean: one fact a test.

use miteinander::domain::{Change, Party, Strength, TieKind};
use miteinander::exchange::{ImportOptions, Input, Notice, read_tables};

use super::{Filled, file};

const DEPARTMENTS: &str = "Name;Kürzel;Art\nJugendamt;Jug;Fachamt\nOE QPK;QPK;sonstige OE\n";
const ACTORS: &str = "Funktion oder Einrichtung*;Amt / Organisation*;Fachbereich;Ebene\n\
    Frühe Hilfen;Jug;FH;koordinierend\nRSD Süd;Jugendamt;RSD;leitend\nGesundheitsförderung;QPK;;koordinierend\n";

fn organisations() -> Input {
    file("Organisationen.csv", DEPARTMENTS)
}

fn functions() -> Input {
    file("Funktionen.csv", ACTORS)
}

fn ties(rows: &str) -> Input {
    let text =
        format!("Von;Mit;Stärke 0–5 (leer = ohne Angabe);Art;Gemeldet von;Besteht seit\n{rows}");
    file("Zusammenarbeit.csv", &text)
}

fn filled(rows: &str) -> Filled {
    let mut district = Filled::new();
    district.take(&[organisations(), functions(), ties(rows)]);
    district
}

#[test]
fn ids_are_made_from_names_and_departments_found_by_short_name() {
    let district = filled("");
    let ids: Vec<_> = district
        .network
        .actors
        .keys()
        .map(|id| id.as_str())
        .collect();
    assert_eq!(ids, ["fruehe-hilfen", "gesundheitsfoerderung", "rsd-sued"]);
    let mut places = district.network.memberships.iter();
    // No phase in file or option: the latest open one.
    assert!(places.all(|((_, phase), _)| phase.as_str() == "2"));
}

#[test]
fn reported_by_says_whose_report_a_row_is() {
    let district = filled(
        "Frühe Hilfen;RSD Süd;3;Information;;2020\n\
         Frühe Hilfen;Gesundheitsförderung;4;gemeinsame Planung;beide;03/2021\n\
         RSD Süd;Gesundheitsförderung;2;Vermittlung | Gremium;Mit;\n",
    );
    let keys: Vec<_> = district
        .network
        .reports
        .keys()
        .map(|(_, from, to)| (from.as_str(), to.as_str()))
        .collect();
    assert_eq!(
        keys,
        [
            ("fruehe-hilfen", "gesundheitsfoerderung"),
            ("fruehe-hilfen", "rsd-sued"),
            ("gesundheitsfoerderung", "fruehe-hilfen"),
            ("gesundheitsfoerderung", "rsd-sued"),
        ]
    );
    let last = district.network.reports.values().last().expect("a report");
    assert_eq!(last.kinds, [TieKind::Referral, TieKind::Committee].into());
    assert!(!last.in_workshop);
}

#[test]
fn a_strength_may_be_empty_and_a_workshop_is_noted() {
    let district = filled("Frühe Hilfen;RSD Süd;;;Workshop;\nRSD Süd;Frühe Hilfen;0;;;\n");
    let reports: Vec<_> = district.network.reports.values().collect();
    assert_eq!(reports[0].strength, None);
    assert!(reports[0].in_workshop);
    assert_eq!(reports[1].strength, Strength::parse(0).ok());
}

#[test]
fn a_missing_column_leaves_a_field_and_an_empty_cell_clears_it() {
    let mut district = filled("");
    let again = "name;department;level\nRSD Süd;Jugendamt;\n";
    assert_eq!(district.take(&[file("actors.csv", again)]), 1);
    let rsd = district.network.memberships.values().last().expect("RSD");
    assert_eq!(rsd.level, None);
    assert_eq!(rsd.section.as_ref().map(|text| text.as_str()), Some("RSD"));
}

#[test]
fn what_is_missing_stays_unless_the_file_replaces() {
    let files = [
        organisations(),
        functions(),
        ties("Frühe Hilfen;RSD Süd;3;;;\n"),
    ];
    let mut district = Filled::new();
    district.take(&files);
    let fewer = [
        file("departments.csv", "name,kind\nJugendamt,office\n"),
        file("actors.csv", "name,department\nFrühe Hilfen,Jugendamt\n"),
        file("cooperations.csv", "from,to,strength\n"),
    ];
    assert_eq!(district.plan(&fewer).expect("no fault").len(), 0);
    let replace = ImportOptions {
        replace: true,
        ..ImportOptions::default()
    };
    district.take_with(&fewer, &replace);
    assert_eq!(district.network.reports.len(), 0);
    assert_eq!(district.network.actors.len(), 1);
    assert_eq!(district.network.departments.len(), 1);
}

#[test]
fn what_others_still_refer_to_stays_and_is_named() {
    let mut district = filled("Frühe Hilfen;RSD Süd;3;;;\n");
    let replace = ImportOptions {
        replace: true,
        ..ImportOptions::default()
    };
    let fewer = [file(
        "actors.csv",
        "name,department\nFrühe Hilfen,Jugendamt\n",
    )];
    let plan = district.plan_with(&fewer, &replace).expect("no fault");
    let name = "RSD Süd".to_owned();
    assert!(plan.notices.contains(&Notice::StillUsed { name }));
    district.take_with(&fewer, &replace);
    assert_eq!(district.network.reports.len(), 1);
}

#[test]
fn a_file_makes_the_phases_that_the_store_lacks_and_keeps_their_dates() {
    let mut district = filled("");
    let phases = |end: &str| {
        file(
            "Förderphasen.csv",
            &format!("Name;Beginn;Ende\n2019–2022;01.09.2019;{end}\n"),
        )
    };
    assert_eq!(district.take(&[phases("31.12.2022")]), 0);
    let faults = district
        .plan(&[phases("30.11.2022")])
        .expect_err("another end");
    assert!(faults.say(Default::default()).contains("31.12.2022"));
    let mut empty = Filled::default();
    assert_eq!(empty.take(&[phases("31.12.2022")]), 1);
}

#[test]
fn an_empty_phase_is_every_phase_of_the_file() {
    let mut district = Filled::new();
    let actors = "name,department,phase\nA,Jugendamt,\nB,Jugendamt,2019–2022\nB,Jugendamt,2\n";
    district.take(&[organisations(), file("actors.csv", actors)]);
    assert_eq!(district.network.memberships.len(), 4);
}

#[test]
fn parties_are_actors_departments_or_sections() {
    let mut district = filled("");
    let offers = "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung;Bekannt bei\n\
        Café;3–6 | 6-10;Teilhabe;RSD | Jug;Frühe Hilfen | Jugendamt: Neu\n";
    district.take(&[file("Angebote.csv", offers)]);
    let offer = district.network.offers.values().next().expect("the offer");
    let told: Vec<String> = offer
        .parties()
        .map(|party| match party {
            Party::Actor(id) => format!("actor {id}"),
            Party::Department(id) => format!("department {id}"),
            Party::Section(id, section) => format!("section {section} of {id}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            "department jugendamt",
            "section RSD of jugendamt",
            "actor fruehe-hilfen",
            "section Neu of jugendamt",
        ]
    );
}

#[test]
fn a_list_with_commas_is_read_where_all_of_it_is_known_then() {
    let mut district = filled("");
    let offers = "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung\n\
        Café;3–6, 6-10;Teilhabe;RSD\n";
    district.take(&[file("Angebote.csv", offers)]);
    let offer = district.network.offers.values().next().expect("the offer");
    assert_eq!(offer.life_phases.len(), 2);
    let unknown = "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung\n\
        Kino;3–6, 100–120;Teilhabe;RSD\n";
    let faults = filled("").plan(&[file("Angebote.csv", unknown)]);
    let faults = faults.expect_err("a fault");
    assert_eq!(faults.list[0].place.value.as_deref(), Some("3–6, 100–120"));
}

#[test]
fn examples_are_skipped_and_counted() {
    let rows = "name,kind\nBeispiel: Jugendamt,office\nBeispiel: X,other\nBeispielschule,school\n";
    let tables = read_tables(&[file("departments.csv", rows)]).expect("no fault");
    let district = Filled::new();
    let plan = miteinander::exchange::plan(
        &tables,
        &district.network,
        &district.contacts,
        &district.programme,
        &ImportOptions::default(),
    )
    .expect("no fault");
    assert_eq!(plan.len(), 1);
    let source = "departments.csv".to_owned();
    assert_eq!(plan.notices, [Notice::Examples { source, rows: 2 }]);
}

#[test]
fn what_is_not_read_is_named() {
    let files = [
        file(
            "departments.csv",
            "name;kind;Amt;Telefon\nJugendamt;office;x;030\n",
        ),
        file("Adressen.csv", "Straße;Ort\nX;Berlin\n"),
    ];
    let plan = Filled::new().plan(&files).expect("no fault");
    let told: Vec<String> = plan
        .notices
        .iter()
        .map(|notice| notice.say(Default::default()))
        .collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|text| text.contains("Telefon")));
    assert!(told.iter().any(|text| text.contains("Adressen.csv")));
}

#[test]
fn contacts_never_become_a_change() {
    let mut district = filled("");
    let actors = "name,department,contact\nRSD Süd,Jugendamt,Erika Muster\n";
    let plan = district
        .plan(&[file("actors.csv", actors)])
        .expect("no fault");
    assert_eq!(plan.network, Vec::<Change>::new());
    assert_eq!(plan.contacts.len(), 1);
    district.take(&[file("actors.csv", actors)]);
    assert_eq!(district.take(&[file("actors.csv", actors)]), 0);
}

#[test]
fn files_from_a_german_excel_are_read() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(DEPARTMENTS);
    let windows = Input {
        name: "Ämter.csv".to_owned(),
        bytes: bytes.into_owned(),
    };
    let marked = file("Ämter.csv", &format!("\u{feff}{DEPARTMENTS}"));
    let announced = file("Ämter.csv", &format!("sep=;\r\n{DEPARTMENTS}"));
    let tabbed = file("Ämter.csv", &DEPARTMENTS.replace(';', "\t"));
    for one in [windows, marked, announced, tabbed] {
        let mut district = Filled::new();
        assert_eq!(district.take(&[one]), 2);
    }
}
