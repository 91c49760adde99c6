//! What is said of wrong usage, and what may be written where.

use super::Desk;

#[test]
fn wrong_usage_ends_with_two() {
    let desk = Desk::new();
    for arguments in [
        &["import"][..],
        &["report"],
        &["report", "--format", "xml", "a.csv"],
        &["nonsense"],
    ] {
        assert_eq!(desk.fails(arguments).0, 2, "{arguments:?}");
    }
}

#[test]
fn more_permutations_than_anybody_waits_for_are_refused() {
    let desk = Desk::new().with_tables();
    let (status, said) =
        desk.fails(&["report", "zusammenarbeit.csv", "--permutations", "10000001"]);
    assert_eq!(
        (status, said.as_str()),
        (2, "--permutations: höchstens 10.000.000\n")
    );
}

#[test]
fn wrong_usage_is_told_in_german() {
    let desk = Desk::new();
    for (arguments, words) in [
        (
            &["report", "--nirgends"][..],
            "„--nirgends“ ist hier nicht bekannt.",
        ),
        (&["reprot"], "oder „report“?"),
        (&["import", "a.csv"], "Es fehlt noch: --district <ID>"),
        (
            &["report", "a.csv", "--scope", "x"],
            "Möglich sind: offices, all.",
        ),
        (
            &["report", "a.csv", "--seed", "x"],
            "„x“ passt nicht zu --seed <N>.",
        ),
        (
            &["report", "a.csv", "--seed"],
            "Zu --seed <N> fehlt ein Wert.",
        ),
        (
            &["report", "a.csv", "--district", "mitte"],
            "schließen einander aus.",
        ),
    ] {
        let (status, said) = desk.fails(arguments);
        assert_eq!(status, 2);
        assert!(said.contains(words), "{said}");
        for english in ["error", "Usage", "For more", "tip", "OPTIONS"] {
            assert!(!said.contains(english), "{english}: {said}");
        }
    }
}

#[test]
fn the_german_help_bears_no_english_word() {
    let desk = Desk::new();
    for command in ["", "serve", "import", "export", "report", "compare", "map"] {
        let arguments: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        let help = desk.ok(&arguments);
        assert!(help.contains("Aufruf: miteinander"), "{help}");
        for english in [
            "Usage",
            "Options",
            "OPTIONS",
            "Arguments",
            "COMMAND",
            "default",
            "possible",
            "Print",
        ] {
            assert!(!help.contains(english), "{english}: {help}");
        }
    }
}

#[test]
fn what_every_command_takes_may_stand_before_it() {
    let desk = Desk::new().with_tables();
    let files = ["funktionen.csv", "zusammenarbeit.csv"];
    let before = [&["--lang", "en", "--quiet", "report"][..], &files].concat();
    let behind = [&["report"], &files[..], &["--lang", "en", "--quiet"]].concat();
    assert_eq!(desk.ok(&before), desk.ok(&behind));
    let (status, said) = desk.fails(&["--listen", "127.0.0.1:1", "report", "a.csv"]);
    assert_eq!(status, 2);
    assert!(
        said.contains("--listen gilt nur für den Befehl serve"),
        "{said}"
    );
}

#[test]
fn an_ending_that_names_no_format_is_wrong_usage_and_nothing_is_written() {
    let desk = Desk::new().with_tables();
    let files = ["funktionen.csv", "zusammenarbeit.csv"];
    let before = std::fs::read_dir(desk.path()).expect("a folder").count();
    for (command, known) in [
        (
            [&["map"], &files[..], &["-o", "karte.xyz"]].concat(),
            ".svg, .png, .pdf, .json",
        ),
        (
            [&["map"], &files[..], &["-o", "karte"]].concat(),
            ".svg, .png, .pdf, .json",
        ),
        (
            vec!["export", "--district", "mitte", "-o", "netz.svg"],
            ".xlsx, .csv.zip, .graphml, .gexf, .json",
        ),
        (vec!["export", "--template", "-o", "leer.json"], ".xlsx."),
    ] {
        let (status, said) = desk.fails(&command);
        assert_eq!(status, 2, "{command:?}");
        assert!(said.contains(known), "{said}");
    }
    let after = std::fs::read_dir(desk.path()).expect("a folder").count();
    assert_eq!(before, after);
}

#[test]
fn who_wants_bodies_counted_for_leaders_is_told_that_they_are_not() {
    let desk = Desk::new().with_tables();
    let files = ["funktionen.csv", "zusammenarbeit.csv"];
    let leaders = ["--bodies", "--audience", "leadership", "-o", "k.svg"];
    let output = desk.run(&[&["map"], &files[..], &leaders].concat());
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("--bodies gilt nicht für die Leitung"),
        "{said}"
    );
}

#[test]
fn a_picture_of_files_has_their_name_or_the_title_that_is_given_in_every_view() {
    let desk = Desk::new().with_tables();
    desk.put(
        "angebote.csv",
        "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung\nCafé;0–3;Teilhabe;Jugendamt\n",
    );
    let files = [
        "organisationen.csv",
        "funktionen.csv",
        "zusammenarbeit.csv",
        "angebote.csv",
    ];
    for view in ["network", "matrix", "chain", "offer"] {
        let mut arguments = vec!["map", "--view", view, "-o", "karte.svg"];
        arguments.extend(files);
        if view == "offer" {
            arguments.extend(["--offer", "Café"]);
        }
        let title = |arguments: &[&str]| {
            desk.ok(arguments);
            let svg = std::fs::read_to_string(desk.path().join("karte.svg")).expect("a picture");
            let (_, title) = svg.split_once("<title id=\"map-title\">").expect("a title");
            title.split('<').next().unwrap_or_default().to_owned()
        };
        let usual = title(&arguments);
        assert!(usual.starts_with("zusammenarbeit"), "{view}: {usual}");
        arguments.extend(["--title", "Bezirk Mitte <Entwurf>"]);
        let given = title(&arguments);
        assert!(
            given.starts_with("Bezirk Mitte &lt;Entwurf"),
            "{view}: {given}"
        );
    }
    let (status, said) = desk.fails(&[
        "map",
        "--district",
        "mitte",
        "--title",
        "x",
        "-o",
        "karte.svg",
    ]);
    assert_eq!(status, 2);
    assert!(said.contains("--title"), "{said}");
}
