//! What of plain files is not read is told on standard error, by every command that reads them.

use super::{ACTORS, Desk, texts};

const TITLED: &str = "Netzwerk im Bezirk\nVon,Mit,Stärke,Förderphase\na1,a2,5,1\na1,b1,3,2\n";

#[test]
fn reports_maps_and_comparisons_name_the_rows_above_a_table() {
    let desk = Desk::new();
    desk.put("funktionen.csv", ACTORS);
    desk.put("zusammenarbeit.csv", TITLED);
    let files = ["funktionen.csv", "zusammenarbeit.csv"];
    let report = ["report", "--format", "json", "--permutations", "0"];
    let map = ["map", "-o", "karte.svg"];
    let compare = ["compare", "--from", "1", "--to", "2"];
    for command in [report.as_slice(), &map, &compare] {
        let arguments: Vec<&str> = command.iter().copied().chain(files).collect();
        let output = desk.run(&arguments);
        let (out, err) = texts(&output);
        assert_eq!(output.status.code(), Some(0), "{err}");
        let told = "zusammenarbeit.csv: Zeile 1 steht über der Tabelle und wird nicht gelesen";
        assert!(err.contains(told) && !out.contains(told), "{err}");
        let quiet: Vec<&str> = arguments.iter().copied().chain(["--quiet"]).collect();
        assert_eq!(texts(&desk.run(&quiet)).1, "");
    }
}
