//! Much of one kind in a small file: names, lists, phases and faults, each in time that grows with it alone.

use miteinander::domain::{ActorId, Id};
use miteinander::exchange::{Faults, Input, Problem, survey};
use miteinander::text::Lang;

use super::{Filled, file};

const DEPARTMENTS: &str = "name,kind\nJugendamt,office\n";

fn faults(files: &[Input]) -> Faults {
    Filled::new().plan(files).expect_err("a fault")
}

fn with_actors(actors: &str) -> [Input; 2] {
    [
        file("departments.csv", DEPARTMENTS),
        file("actors.csv", actors),
    ]
}

/// Different names that make the id `a`.
fn alike(count: usize) -> String {
    (0..count)
        .map(|n| {
            format!(
                "a{}{},Jugendamt\n",
                "!".repeat(1 + n % 100),
                "?".repeat(n / 100)
            )
        })
        .collect()
}

#[test]
fn ten_thousand_names_that_make_one_id_are_numbered() {
    let files = with_actors(&format!("name,department\n{}", alike(10_000)));
    let mut district = Filled::new();
    district.take(&files);
    let ids: Vec<&str> = district.network.actors.keys().map(Id::as_str).collect();
    assert_eq!(ids.len(), 10_000);
    assert_eq!([ids[0], ids[1], ids[9_999]], ["a", "a-2", "a-10000"]);
    let survey = survey(&files).expect("a survey");
    let last = survey.actors.last().expect("an actor");
    assert_eq!((survey.actors.len(), last.id.as_str()), (10_000, "a-10000"));
}

#[test]
fn a_number_that_the_file_or_the_store_has_is_passed_over() {
    let mut district = Filled::new();
    district.take(&with_actors("id,name,department\na-3,x,Jugendamt\n"));
    let rows = format!(
        "id,name,department\na-2,y,Jugendamt\n,{}",
        alike(3).replace('\n', "\n,")
    );
    let rows = rows.trim_end_matches(',');
    district.take(&with_actors(rows));
    let ids: Vec<String> = district
        .network
        .actors
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(ids, ["a", "a-2", "a-3", "a-4", "a-5"]);
}

#[test]
fn long_names_make_ids_of_at_most_64_letters_whatever_their_number() {
    let long = "b".repeat(80);
    let rows: String = (0..120)
        .map(|n| format!("{long}{},Jugendamt\n", "!".repeat(n)))
        .collect();
    let mut district = Filled::new();
    district.take(&with_actors(&format!("name,department\n{rows}")));
    let expected = |n: usize| match n {
        1 => long[..64].to_owned(),
        n => format!("{}-{n}", &long[..63 - n.to_string().len()]),
    };
    for n in 1..=120 {
        let id = ActorId::parse(&expected(n)).expect("an id");
        assert!(district.network.actors.contains_key(&id), "{id}");
    }
}

#[test]
fn unknown_offices_with_names_of_thousands_of_letters_are_told_at_once() {
    let name = |n: usize, letters: &str| format!("{n:02}{}", letters.repeat(499));
    let known: String = (0..40)
        .map(|n| format!("{n:02}{},office\n", "abc".repeat(99)))
        .collect();
    let rows: String = (0..40)
        .map(|n| format!("A{n},{}\n", name(n, "abcdefgx")))
        .collect();
    let files = [
        file("departments.csv", &format!("name,kind\n{known}")),
        file("actors.csv", &format!("name,department\n{rows}")),
    ];
    let faults = faults(&files);
    assert_eq!(faults.len(), 40);
    for fault in &faults.list {
        assert!(matches!(
            fault.problem,
            Problem::NoSuch { nearest: None, .. }
        ));
        let said = fault.say(Lang::De);
        assert!(said.chars().count() < 250, "{said}");
    }
}

#[test]
fn a_name_of_more_than_300_letters_is_a_fault_in_every_table() {
    let fits = "ä".repeat(300);
    let long = "ä".repeat(301);
    let files = |name: &str| {
        [
            file(
                "departments.csv",
                &format!("name,kind\n{name},office\nJugendamt,office\n"),
            ),
            file(
                "actors.csv",
                &format!("name,department,section\n{name},Jugendamt,\nA,Jugendamt,{name}\n"),
            ),
            file(
                "offers.csv",
                &format!("name,life_phases,fields,providers\n{name},pregnancy,health,A\n"),
            ),
            file("phases.csv", &format!("name,start\n{name},2023-01-01\n")),
        ]
    };
    let places = |faults: &Faults| -> Vec<String> {
        let too_long = faults.list.iter();
        too_long
            .filter(|fault| fault.problem == Problem::NameTooLong(300))
            .map(|fault| fault.place.say(Lang::En))
            .collect()
    };
    let expected = [
        "phases.csv, row 2, column “name”",
        "departments.csv, row 2, column “name”",
        "actors.csv, row 2, column “name”",
        "actors.csv, row 3, column “section”",
        "offers.csv, row 2, column “name”",
    ];
    let told = faults(&files(&long));
    assert_eq!(places(&told), expected);
    let said = told.say(Lang::De);
    assert!(
        said.contains("300 Zeichen") && said.contains("kürzen"),
        "{said}"
    );
    let mut of_survey = places(&survey(&files(&long)).expect_err("a fault"));
    of_survey.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(of_survey, expected);
    let told = Filled::new().plan(&files(&fits));
    assert!(places(&told.err().unwrap_or_default()).is_empty());
    let ties = file("edges.csv", &format!("from,to\na,{long}\n"));
    let faults = survey(&[ties]).expect_err("a fault");
    assert_eq!(places(&faults), ["edges.csv, row 2, column “to”"]);
}

#[test]
fn a_value_that_is_told_is_kept_short() {
    let header = format!("name,kind ({})\n", "x".repeat(3_000));
    let rows: String = (0..300)
        .map(|n| format!("A{n},{}\n", "y".repeat(3_000)))
        .collect();
    let faults = faults(&[file("departments.csv", &(header + &rows))]);
    assert_eq!(faults.len(), 300);
    for fault in &faults.list {
        let Some(column) = &fault.place.column else {
            panic!("{fault:?}")
        };
        let value = fault.place.value.as_deref().unwrap_or_default();
        assert!(column.chars().count() <= 61 && value.chars().count() <= 61);
    }
}

#[test]
fn of_many_that_a_name_may_mean_the_first_are_told() {
    let rows: String = (0..20_000).map(|n| format!("i{n},X,Jugendamt\n")).collect();
    let [departments, actors] = with_actors(&format!("id,name,department\n{rows}"));
    let ties = "from,to,strength\n".to_owned() + &"X,i1,3\n".repeat(20_000);
    let faults = faults(&[departments, actors, file("cooperations.csv", &ties)]);
    assert_eq!(faults.len(), 20_000);
    let Problem::Ambiguous { ids, .. } = &faults.list[0].problem else {
        panic!("{:?}", faults.list[0])
    };
    assert_eq!(ids.len(), 11);
    assert!(faults.list[0].say(Lang::De).ends_with("i8, i9, …."));
}

#[test]
fn lists_of_a_million_items_are_too_many() {
    let offers: String = (0..70)
        .map(|n| format!("O{n},pregnancy,health,{}\n", "A;".repeat(16_000)))
        .collect();
    let [departments, actors] = with_actors("name,department\nA,Jugendamt\n");
    let header = "name,life_phases,fields,providers\n";
    let files = [
        departments,
        actors,
        file("offers.csv", &(header.to_owned() + &offers)),
    ];
    for faults in [faults(&files), survey(&files).expect_err("a fault")] {
        let problem = Problem::TooManyItems(1_000_000);
        assert_eq!((faults.len(), &faults.list[0].problem), (1, &problem));
        assert_eq!(faults.list[0].place.row, Some(64));
    }
}

#[test]
fn a_name_of_many_colons_is_looked_for_at_the_last_of_them() {
    let offers = format!(
        "name,life_phases,fields,providers\nO,pregnancy,health,{}\n",
        "x:".repeat(1_900)
    );
    let [departments, actors] = with_actors("name,department\nA,Jugendamt\n");
    let faults = faults(&[departments, actors, file("offers.csv", &offers)]);
    assert_eq!(faults.len(), 1);
    assert!(matches!(faults.list[0].problem, Problem::NoSuch { .. }));
}

/// As many phases of a day each.
fn phases(count: usize) -> Input {
    let first = chrono::NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day");
    let rows: String = first
        .iter_days()
        .take(count)
        .enumerate()
        .map(|(n, day)| format!("P{n},{day},{day}\n"))
        .collect();
    file("phases.csv", &format!("name,start,end\n{rows}"))
}

#[test]
fn rows_are_counted_for_each_of_their_phases() {
    let rows: String = (0..2_101).map(|n| format!("A{n},Jugendamt\n")).collect();
    let [departments, actors] = with_actors(&format!("name,department\n{rows}"));
    let faults = faults(&[phases(96), departments, actors]);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults.list[0].problem, Problem::TooManyPlaces(200_000));
    assert_eq!(faults.list[0].place.row, Some(2_085));
    let said = faults.say(Lang::De);
    assert!(
        said.contains("200.000") && said.contains("Förderphasen gezählt"),
        "{said}"
    );
}

#[test]
fn too_many_phases_are_told() {
    let [departments, actors] = with_actors("name,department,phase\nA,Jugendamt,P1\n");
    let files = [phases(20_000), departments, actors];
    let of_files = survey(&files).expect_err("a fault");
    for (faults, most) in [(faults(&files), 100), (of_files, 1_000)] {
        assert_eq!(faults.list[0].problem, Problem::TooManyPhases(most));
    }
}

#[test]
fn many_columns_times_many_rows_are_too_many_for_an_analysis() {
    let columns: String = (0..10_000).map(|n| format!(",x{n}")).collect();
    let rows: String = (0..2_000).map(|n| format!("{n}\n")).collect();
    let nodes = file("nodes.csv", &format!("id{columns}\n{rows}"));
    let faults = survey(&[nodes]).expect_err("a fault");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults.list[0].problem, Problem::TooManyCells(10_000_000));
    assert_eq!(faults.list[0].place.row, Some(1_002));
}
