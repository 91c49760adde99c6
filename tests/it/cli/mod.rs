//! The program as a person at a terminal meets it.

mod accounts;
mod closed;
mod columns;
mod drawn;
mod erase;
mod guided;
mod keeping;
mod left_out;
mod names;
mod offered;
mod serving;
mod stopping;
mod trouble;
mod usage;
mod written;

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ACTORS: &str = "\
Kennung,Funktion oder Einrichtung,Amt / Organisation
a1,Netzwerkkoordination Frühe Hilfen,Jugendamt
a2,\"RSD Region Süd, Teamleitung\",Jugendamt
b1,\"KJGD, Ersthausbesuch\",Gesundheitsamt
";
const DEPARTMENTS: &str = "Name,Kürzel,Art\nJugendamt,Jug,Fachamt\nGesundheitsamt,Ges,Fachamt\n";
const TIES: &str = "Von,Mit,Stärke\na1,a2,5\na1,b1,3\n";

/// A folder with a store of its own in which the program runs.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    /// A desk with a seeded store.
    fn seeded() -> Self {
        let desk = Self::new();
        let district = ["report", "--district", "musterbezirk"];
        desk.ok(&[&district[..], &["--permutations", "0"]].concat());
        desk
    }

    fn put(&self, name: &str, content: &str) {
        std::fs::write(self.path().join(name), content).expect("the test's folder can be written");
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with(arguments, &[])
    }

    fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_miteinander"));
        program
            .args(arguments)
            .current_dir(self.path())
            .env("LANG", "de_DE.UTF-8");
        for name in ["MITEINANDER_STORE", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE"] {
            program.env_remove(name);
        }
        program.envs(environment.iter().copied());
        program.output().expect("the program starts")
    }

    /// Runs a command that must succeed and answers what it printed.
    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let (out, err) = texts(&output);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{out}\n{err}");
        out
    }

    /// Runs a command that must fail and answers its status and what it said to standard error.
    fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        let (out, err) = texts(&output);
        assert!(
            out.is_empty(),
            "a failure prints nothing to standard output: {out}"
        );
        (
            output.status.code().expect("the program ends by itself"),
            err,
        )
    }

    fn with_tables(self) -> Self {
        self.put("funktionen.csv", ACTORS);
        self.put("organisationen.csv", DEPARTMENTS);
        self.put("zusammenarbeit.csv", TIES);
        self
    }
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().last().unwrap_or_default()
}

const IMPORT: [&str; 6] = [
    "import",
    "organisationen.csv",
    "funktionen.csv",
    "zusammenarbeit.csv",
    "--district",
    "spandau",
];

#[test]
fn the_same_file_again_changes_nothing() {
    let desk = Desk::new().with_tables();
    assert_eq!(last_line(&desk.ok(&IMPORT)), "10 Änderungen");
    assert_eq!(last_line(&desk.ok(&IMPORT)), "0 Änderungen");
}

#[test]
fn a_dry_run_says_what_would_change_and_writes_nothing() {
    let desk = Desk::new().with_tables();
    let dry: Vec<&str> = IMPORT.iter().copied().chain(["--dry-run"]).collect();
    let said = desk.ok(&dry);
    assert!(said.contains("Jugendamt"), "{said}");
    assert_eq!(last_line(&said), "10 Änderungen");
    assert_eq!(last_line(&desk.ok(&dry)), "10 Änderungen");
    desk.ok(&IMPORT);
    desk.put("zusammenarbeit.csv", "Von,Mit,Stärke\na1,a2,4\na1,b1,3\n");
    assert_eq!(last_line(&desk.ok(&IMPORT)), "1 Änderung");
}

#[test]
fn a_file_with_a_fault_changes_nothing_and_says_where_it_is() {
    let desk = Desk::new().with_tables();
    desk.put(
        "zusammenarbeit.csv",
        "Von,Mit,Stärke\na1,a2,5\na1,niemand,9\n",
    );
    let (status, said) = desk.fails(&IMPORT);
    assert_eq!(status, 1);
    for part in ["zusammenarbeit.csv", "3", "Mit", "niemand", "Stärke", "9"] {
        assert!(said.contains(part), "{part:?} is missing in\n{said}");
    }
    let dry: Vec<&str> = IMPORT[..3]
        .iter()
        .copied()
        .chain(["--district", "spandau", "--dry-run"])
        .collect();
    assert_eq!(
        last_line(&desk.ok(&dry)),
        "8 Änderungen",
        "nothing of the faulty file was taken over"
    );
}

#[test]
fn an_unknown_district_lists_the_known_ones() {
    let desk = Desk::new();
    for arguments in [
        &["report", "--district", "atlantis"][..],
        &["export", "--district", "atlantis", "-o", "a.xlsx"],
        &["map", "--district", "atlantis", "-o", "a.svg"],
    ] {
        let (status, said) = desk.fails(arguments);
        assert_eq!(status, 1);
        assert!(
            said.contains("atlantis") && said.contains("tempelhof-schoeneberg"),
            "{said}"
        );
    }
    assert!(!desk.path().join("a.xlsx").exists() && !desk.path().join("a.svg").exists());
}

#[test]
fn an_address_that_others_reach_is_refused_with_the_reason() {
    let desk = Desk::new();
    let (status, said) = desk.fails(&["serve", "--listen", "0.0.0.0:0"]);
    assert_eq!(status, 1);
    assert!(
        said.contains("0.0.0.0:0") && said.contains("Anmeldung"),
        "{said}"
    );
    assert!(
        !desk.path().join("miteinander.db").exists(),
        "nothing was opened"
    );
}

#[test]
fn a_password_in_the_address_is_refused_and_not_repeated() {
    let desk = Desk::new();
    let (status, said) = desk.fails(&[
        "report",
        "--district",
        "mitte",
        "--store",
        "bolt://neo4j:geheim@127.0.0.1:1",
    ]);
    assert_eq!(status, 1);
    assert!(
        said.contains("NEO4J_PASSWORD") && !said.contains("geheim"),
        "{said}"
    );
}

#[test]
fn the_demonstration_is_siloed_first_and_more_open_then() {
    let desk = Desk::new();
    let report = |phase: &str| -> serde_json::Value {
        let arguments = [
            "report",
            "--district",
            "musterbezirk",
            "--phase",
            phase,
            "--format",
            "json",
        ];
        serde_json::from_str(&desk.ok(&arguments)).expect("the answer is JSON alone")
    };
    let (before, after) = (report("1"), report("2"));
    let internal =
        |report: &serde_json::Value| report["silo"]["internal"].as_u64().expect("a count");
    assert_eq!((internal(&before), internal(&after)), (43, 43));
    assert_eq!(before["silo"]["external"], 30);
    assert_eq!(after["silo"]["external"], 67);
    let segregation =
        |report: &serde_json::Value| report["silo"]["segregation"].as_f64().expect("a number");
    assert!(
        (segregation(&before) - 0.490).abs() < 5e-4 && (segregation(&after) - 0.260).abs() < 5e-4
    );
}

#[test]
fn the_same_question_gives_the_same_bytes_on_any_number_of_cores() {
    let desk = Desk::new();
    let answer = |threads: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_miteinander"));
        let arguments = [
            "report",
            "--district",
            "musterbezirk",
            "--format",
            "json",
            "--lang",
            "en",
        ];
        let output = program
            .args(arguments)
            .current_dir(desk.path())
            .env("RAYON_NUM_THREADS", threads)
            .output();
        texts(&output.expect("the program starts")).0
    };
    assert_eq!(answer("1"), answer("3"));
}

#[test]
fn the_real_agencies_look_open_and_are_siloed() {
    let Some(folder) = crate::shared("networks/dhhs_collab") else {
        return;
    };
    let desk = Desk::new();
    let file = |name: &str| folder.join(name).display().to_string();
    let (nodes, edges) = (file("nodes.csv"), file("edges.csv"));
    let answer = desk.ok(&["report", &nodes, &edges, "--format", "json"]);
    let report: serde_json::Value =
        serde_json::from_str(&answer).expect("the answer is JSON alone");
    for (key, value) in [("e_i", 0.230425), ("expected", 0.699511), ("sd", 0.042435)] {
        let ours = report["silo"][key].as_f64().expect("a number");
        assert!((ours - value).abs() < 1e-6, "{key}: {ours}");
    }
}

#[test]
fn a_picture_and_an_export_are_written_whole() {
    let desk = Desk::new();
    desk.ok(&["map", "--district", "musterbezirk", "-o", "karte.svg"]);
    desk.ok(&["export", "--district", "musterbezirk", "-o", "netz.xlsx"]);
    desk.ok(&["export", "--template", "-o", "vorlage.xlsx"]);
    let mut names: Vec<_> = std::fs::read_dir(desk.path())
        .expect("the test's folder can be read")
        .map(|entry| {
            entry
                .expect("the test's folder can be listed")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .filter(|name| !name.starts_with("miteinander.db"))
        .collect();
    names.sort();
    assert_eq!(names, ["karte.svg", "netz.xlsx", "vorlage.xlsx"]);
    let dry = desk.ok(&[
        "import",
        "netz.xlsx",
        "--district",
        "musterbezirk",
        "--dry-run",
    ]);
    assert_eq!(last_line(&dry), "0 Änderungen");
    let (status, said) = desk.fails(&["map", "--district", "musterbezirk", "-o", "karte.gif"]);
    assert_eq!(status, 2);
    assert!(said.contains(".svg"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_or_a_device_stays_what_it_is_when_written_to() {
    let desk = Desk::new().with_tables();
    desk.put("there.json", "old");
    std::os::unix::fs::symlink("there.json", desk.path().join("link.json")).expect("a link");
    let report = [
        "report",
        "funktionen.csv",
        "zusammenarbeit.csv",
        "--format",
        "json",
        "-o",
    ];
    desk.ok(&[&report[..], &["link.json"]].concat());
    let link = std::fs::symlink_metadata(desk.path().join("link.json")).expect("it is there");
    assert!(link.is_symlink());
    let there = std::fs::read_to_string(desk.path().join("there.json")).expect("it can be read");
    assert!(there.starts_with('{'), "{there}");
    let printed = desk.ok(&[&report[..], &["/dev/stdout"]].concat());
    assert_eq!(printed.trim_end(), there.trim_end());
}

#[test]
fn figures_of_functions_are_told_on_request_and_never_to_leadership() {
    let desk = Desk::new();
    for (name, content) in [
        ("Funktionen.csv", ACTORS),
        ("Organisationen.csv", DEPARTMENTS),
        ("Zusammenarbeit.csv", TIES),
    ] {
        desk.put(name, content);
    }
    let files = [
        "report",
        "Funktionen.csv",
        "Organisationen.csv",
        "Zusammenarbeit.csv",
        "--actors",
        "--permutations",
        "0",
    ];
    let text = desk.ok(&files);
    assert!(text.contains("keine Rangfolge"), "{text}");
    let json = desk.ok(&[&files[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rows = json["actor_figures"].as_array().expect("asked for").iter();
    let ids: Vec<_> = rows.filter_map(|row| row["actor"].as_str()).collect();
    assert_eq!(ids, ["a1", "a2", "b1"]);

    let leaders = [
        &files[..],
        &["--format", "json", "--audience", "leadership"],
    ]
    .concat();
    let output = desk.run(&leaders);
    let (out, err) = texts(&output);
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(
        !out.contains("actor_figures") && !out.contains("a1"),
        "{out}"
    );
    assert!(err.contains("--actors gilt nicht für die Leitung"), "{err}");
}
