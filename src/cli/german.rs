//! The help of the command line in German; English stands in the argument types themselves.

use clap::Command;

/// What each command does.
const COMMANDS: [(&str, &str); 11] = [
    ("serve", "Seiten im Browser anbieten (auch ohne Befehl)"),
    (
        "import",
        "Eine Arbeitsmappe oder CSV-Dateien in einen Bezirk übernehmen",
    ),
    (
        "export",
        "Einen Bezirk oder eine Vorlage in eine Datei schreiben",
    ),
    ("report", "Sagen, wie versäult ein Netzwerk ist"),
    (
        "compare",
        "Sagen, was sich von einer Förderphase zur anderen geändert hat",
    ),
    ("map", "Ein Netzwerk zeichnen"),
    (
        "account",
        "Konten anlegen, auflisten, neu einladen, entfernen",
    ),
    (
        "erase",
        "Löschen, was abgelaufen ist, einmal in der Nacht; oder eine Funktion, für die es verlangt wird",
    ),
    (
        "backup",
        "Alles, was in der Datenbank steht, in eine Datei sichern, auch während miteinander läuft",
    ),
    (
        "restore",
        "Eine Sicherung in eine leere Datenbank zurückholen",
    ),
    (
        "check",
        "Die Datenbank mit ihren eigenen Regeln vergleichen, oder eine Sicherung mit ihrer Prüfsumme",
    ),
];

const ERASED: &str =
    "Liste der gelöschten Funktionen, außerhalb der Sicherungen [ohne Angabe: neben der Datenbank]";

const COLUMN: &str =
    "Welche Spalte der Dateien was ist, zum Beispiel from=Quelle; mehrfach möglich";

/// What each argument means, by command (empty: in each) and name.
const ARGUMENTS: [(&str, &str, &str); 55] = [
    (
        "",
        "store",
        "Wo die Netzwerke liegen: sqlite:DATEI, bolt://NAME@RECHNER:PORT, neo4j://…, bolt+s://…, neo4j+s://…",
    ),
    (
        "",
        "lang",
        "Sprache aller Texte [ohne Angabe: nach LANG, sonst de]",
    ),
    ("", "quiet", "Nur sagen, was nicht ging"),
    (
        "serve",
        "listen",
        "Adresse, auf der die Seiten erreichbar sind; eine andere als die dieses Rechners braucht ein Konto und --public-url mit https",
    ),
    (
        "serve",
        "public_url",
        "Adresse, unter der Browser die Seiten erreichen",
    ),
    (
        "serve",
        "trusted_proxy",
        "Netz eines Proxys vor dem Dienst, zum Beispiel 10.0.0.0/8; auch mehrmals",
    ),
    (
        "serve",
        "key",
        "Einen Link mit Schlüssel ausgeben, ohne den nichts gezeigt wird; für einen Rechner, den mehrere benutzen",
    ),
    (
        "serve",
        "insecure_http",
        "Passwörter und Anmeldungen unverschlüsselt durchs Netz lassen; nur in einem abgeschlossenen Testnetz",
    ),
    (
        "import",
        "inputs",
        "Eine Arbeitsmappe (.xlsx, .xls, .ods), CSV-Dateien, eine .csv.zip, GraphML, GEXF oder unser JSON",
    ),
    (
        "import",
        "district",
        "Der Bezirk, zum Beispiel tempelhof-schoeneberg",
    ),
    (
        "import",
        "phase",
        "Förderphase der Zeilen, die keine nennen",
    ),
    ("import", "dry_run", "Nur zeigen, was sich ändern würde"),
    ("import", "replace", "Entfernen, was in der Datei fehlt"),
    ("import", "columns", COLUMN),
    (
        "import",
        "renamed",
        "Eine Funktion, die umbenannt wurde; auch mehrmals",
    ),
    ("export", "district", "Der Bezirk"),
    ("export", "phase", "Nur diese Förderphase"),
    (
        "export",
        "template",
        "Die Arbeitsmappe zum Ausfüllen: die eines Bezirks oder die leere",
    ),
    (
        "export",
        "contacts",
        "Auch die Ansprechpersonen; nur für das Kernteam",
    ),
    (
        "export",
        "output",
        "Die Datei; ihre Endung nennt das Format: .xlsx, .csv.zip, .graphml, .gexf, .json",
    ),
    (
        "report",
        "permutations",
        "Zahl der Vertauschungen; 0: nur geschlossene Formeln",
    ),
    ("erase", "district", "Der Bezirk der Funktion"),
    (
        "erase",
        "actor",
        "Die Funktion mit Namen oder Kennung; ohne Angabe wird in allen Bezirken gelöscht, was abgelaufen ist",
    ),
    ("erase", "erased", ERASED),
    ("serve", "erased", ERASED),
    ("backup", "output", "Die Datei"),
    (
        "backup",
        "destroy_by",
        "Tag, bis zu dem die Datei zu vernichten ist [ohne Angabe: in zwölf Monaten]",
    ),
    ("restore", "input", "Die Sicherung"),
    ("restore", "erased", ERASED),
    (
        "check",
        "input",
        "Eine Sicherung; ohne Angabe wird die Datenbank verglichen",
    ),
    ("report", "seed", "Startwert der Vertauschungen"),
    (
        "report",
        "actors",
        "Auch die Kennzahlen jeder Funktion nennen, nach Kennung geordnet; nicht für die Leitung",
    ),
    (
        "report",
        "exact_betweenness",
        "Alle kürzesten Wege zählen, auch über 20.000 Funktionen, wo sonst 2.000 Ausgangspunkte gezogen werden; kann dauern",
    ),
    ("report", "format", "Als Text oder als JSON"),
    ("report", "output", "Die Datei; sonst die Konsole"),
    ("compare", "from", "Die frühere Förderphase"),
    ("compare", "to", "Die spätere Förderphase"),
    ("compare", "format", "Als Text oder als JSON"),
    ("compare", "output", "Die Datei; sonst die Konsole"),
    ("map", "view", "Welche Ansicht"),
    (
        "map",
        "offer",
        "Das Angebot in der Mitte der Ansicht „offer“, nach Kennung oder Name",
    ),
    (
        "map",
        "from",
        "Die frühere Förderphase der Ansicht „change“",
    ),
    ("map", "to", "Die spätere Förderphase der Ansicht „change“"),
    (
        "map",
        "labels",
        "Welche Namen: alle, so viele wie passen, keine",
    ),
    (
        "map",
        "paper",
        "Papier von PNG und PDF, quer; auf A3 finden mehr Namen Platz",
    ),
    (
        "map",
        "title",
        "Der Titel eines Bildes aus Dateien [Vorgabe: der Name der Datei]",
    ),
    (
        "map",
        "fresh",
        "Die Karte des Bezirks neu anordnen und das behalten; sonst bleiben alle, wo sie waren",
    ),
    (
        "map",
        "output",
        "Die Datei; ihre Endung nennt das Format: .svg, .png, .pdf, .json",
    ),
    (
        "selection",
        "department",
        "Spalte der Funktionen oder ihrer Ämter, nach der gruppiert wird",
    ),
    (
        "selection",
        "scope",
        "Nur Ämter des Bezirksamts oder alle Organisationen [Bezirk: offices, Dateien: all]",
    ),
    (
        "selection",
        "bodies",
        "Gremien in den Silo-Zahlen mitzählen; nicht für die Leitung",
    ),
    (
        "selection",
        "kinds",
        "Nur Zusammenarbeit dieser Art; mehrfach möglich",
    ),
    (
        "selection",
        "phase",
        "Nur diese Förderphase; sonst die letzte mit Angaben, in Dateien alle Zeilen",
    ),
    (
        "selection",
        "min_strength",
        "Kleinste Stärke, die zählt [Bezirk: 2, Dateien: 1]",
    ),
    (
        "selection",
        "directed",
        "Gerichtet zählen: von der Seite, die meldet, zur genannten",
    ),
];

/// A command's name, what it does, and what each of its arguments means.
type Explained = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// The commands about accounts.
const ACCOUNTS: [Explained; 5] = [
    (
        "add",
        "Ein Konto anlegen; die letzte Zeile ist der Link, der einlädt",
        &[
            ("email", "Die E-Mail-Adresse"),
            ("role", "Was das Konto darf"),
            ("district", "Der Bezirk, zu dem es gehört"),
            ("name", "Wem es gehört"),
            ("public_url", PUBLIC_URL),
        ],
    ),
    (
        "list",
        "Alle Konten auflisten",
        &[("format", "Als Text oder als JSON")],
    ),
    (
        "invite",
        "Einen neuen Link geben; er beendet den alten",
        &[("email", "Die E-Mail-Adresse"), ("public_url", PUBLIC_URL)],
    ),
    (
        "remove",
        "Ein Konto entfernen",
        &[("email", "Seine E-Mail-Adresse")],
    ),
    (
        "reset",
        "Zurück zu einer Person an diesem Rechner, die sich nicht anmeldet",
        &[],
    ),
];

const PUBLIC_URL: &str =
    "Adresse, unter der Browser den Dienst erreichen [ohne Angabe: http://127.0.0.1:8080]";

/// Arguments of the commands that look at a network, wherever they stand.
const OF_SOURCES: [(&str, &str); 4] = [
    (
        "inputs",
        "Eine Arbeitsmappe, CSV-Dateien, GraphML, GEXF oder unser JSON",
    ),
    ("district", "Ein Bezirk aus der Datenbank"),
    ("columns", COLUMN),
    (
        "audience",
        "Für wen: leadership sieht Ämter, nie einzelne Funktionen",
    ),
];

/// The command line with its help in German.
pub fn german(command: Command) -> Command {
    let command = command.about(
        "Zeigt, wer mit wem an welchem Angebot arbeitet und wo Ämter nebeneinanderher arbeiten.",
    );
    let command = ["", "serve"]
        .into_iter()
        .fold(command, |command, part| explain(command, part, part));
    COMMANDS.iter().fold(command, |command, (name, about)| {
        command.mut_subcommand(*name, |sub| {
            let sub = explain(sub.about(*about), name, name);
            match *name {
                "report" | "compare" | "map" => {
                    let sub = explain(sub, "selection", name);
                    OF_SOURCES
                        .iter()
                        .fold(sub, |sub, (id, help)| help_of(sub, id, help))
                }
                "account" => ACCOUNTS.iter().fold(sub, |sub, (name, about, arguments)| {
                    sub.mut_subcommand(*name, |sub| {
                        let sub = sub.about(*about);
                        let arguments = arguments.iter();
                        arguments.fold(sub, |sub, (id, help)| help_of(sub, id, help))
                    })
                }),
                _ => sub,
            }
        })
    })
}

fn explain(command: Command, part: &str, command_name: &str) -> Command {
    ARGUMENTS
        .iter()
        .filter(|(of, ..)| *of == part)
        .fold(command, |command, (_, id, help)| {
            // `compare` takes its phases as --from and --to.
            match (command_name, *id) {
                ("compare", "phase") => command,
                _ => help_of(command, id, help),
            }
        })
}

fn help_of(command: Command, id: &str, help: &'static str) -> Command {
    command.mut_arg(id, |argument| argument.help(help))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::german;
    use crate::cli::Cli;

    #[test]
    fn the_german_help_explains_every_argument() {
        explained(&Cli::command(), &german(Cli::command()));
    }

    fn explained(english: &clap::Command, german: &clap::Command) {
        for (before, after) in english.get_subcommands().zip(german.get_subcommands()) {
            assert_ne!(
                before.get_about(),
                after.get_about(),
                "{}",
                after.get_name()
            );
            for (before, after) in before.get_arguments().zip(after.get_arguments()) {
                let (name, id) = (german.get_name(), after.get_id());
                assert_ne!(before.get_help(), after.get_help(), "{name} {id}");
            }
            explained(before, after);
        }
    }
}
