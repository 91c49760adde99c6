//! What an import says, in German.

use super::FaultTexts;
use crate::domain::Noun;
use crate::text::Lang;
use crate::text::numbers::whole;

/// German.
pub const DE: FaultTexts = FaultTexts {
    place: |source, row, column| {
        let row = row.map(|row| format!(", Zeile {row}")).unwrap_or_default();
        let column = column
            .map(|column| format!(", Spalte „{column}“"))
            .unwrap_or_default();
        format!("{source}{row}{column}")
    },
    places: |sheet, rows, column| {
        let rows = match rows {
            [] => String::new(),
            [row] => format!("Zeile {row}"),
            rows => format!("Zeilen {}", rows.join(", ")),
        };
        let column = column
            .map(|column| format!("Spalte „{column}“"))
            .unwrap_or_default();
        let parts = [sheet.to_owned(), rows, column];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(", ")
    },
    more: |n| {
        if n == 1 {
            "und 1 weiterer Fehler.".to_owned()
        } else {
            format!("und {n} weitere Fehler.")
        }
    },
    did_you_mean: |name| format!(" Meinten Sie „{name}“?"),
    difference: |written, known| match (written, known) {
        ("", known) => format!(" Es fehlt „{known}“."),
        (written, "") => format!(" Zu viel ist „{written}“."),
        (written, known) => format!(" Anders ist „{written}“ statt „{known}“."),
    },
    unreadable: "Die Datei lässt sich nicht lesen. Bitte als .xlsx, .ods oder CSV speichern und noch einmal versuchen.",
    locked: "Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.",
    old_coding: |system| {
        format!(
            "Der Text ist in der Kodierung von {system} gespeichert, Umlaute würden zu anderen Zeichen. Bitte als „CSV UTF-8“ oder als .xlsx speichern."
        )
    },
    zip_in_zip: "In der ZIP-Datei steckt noch eine ZIP-Datei. Bitte entpacken und die Dateien darin einzeln oder in einer ZIP-Datei übergeben.",
    open_quote: |line| {
        format!(
            "In der Zeile steht ein Anführungszeichen, das in ihr nicht wieder geschlossen wird: „{line}“. Die Zeilen darunter würden mit in die Zelle gelesen. Bitte das Zeichen löschen oder das zweite ergänzen."
        )
    },
    encoded_twice: |value, once| {
        if value == once {
            format!(
                "Der Text „{value}“ ist beim Speichern verändert worden, Umlaute sind zu anderen Zeichen geworden. Bitte neu eintippen oder die Datei noch einmal als „CSV UTF-8“ speichern."
            )
        } else {
            format!(
                "Der Text „{value}“ ist beim Speichern verändert worden, gemeint ist wohl „{once}“. Bitte neu eintippen oder die Datei noch einmal als „CSV UTF-8“ speichern."
            )
        }
    },
    too_large: |mb| {
        format!(
            "Die Dateien sind ausgepackt größer als {mb} MB. Bitte auf mehrere Importe aufteilen."
        )
    },
    too_many_rows: |rows| {
        format!(
            "Die Tabellen haben mehr als {} Zeilen mit Inhalt. Bitte auf mehrere Importe aufteilen.",
            whole(rows as u64, Lang::De)
        )
    },
    cell_too_long: |n| {
        format!(
            "Der Text ist zu lang: Erlaubt sind {} Zeichen.",
            whole(n as u64, Lang::De)
        )
    },
    name_too_long: |n| format!("Der Name ist zu lang: Erlaubt sind {n} Zeichen. Bitte kürzen."),
    too_many_columns: |n| {
        format!(
            "Die Zeile hat mehr als {} Spalten. Bitte die überzähligen löschen.",
            whole(n as u64, Lang::De)
        )
    },
    too_many_sheets: |n| {
        format!("Die Mappe hat mehr als {n} Blätter. Bitte auf mehrere Mappen aufteilen.")
    },
    too_many_files: |n| {
        format!(
            "Das sind mehr als {n} Dateien, die in ZIP-Dateien mitgezählt. Bitte auf mehrere Importe aufteilen."
        )
    },
    cell_beyond: |cell| {
        format!(
            "Die Zelle „{cell}“ gibt es in keiner Tabelle, die letzte ist XFD1048576. Bitte die Datei in Excel oder LibreOffice öffnen und neu speichern."
        )
    },
    too_many_places: |n| {
        format!(
            "Die Tabellen haben mehr als {} Zeilen, jede für jede ihrer Förderphasen gezählt. Bitte auf mehrere Importe aufteilen.",
            whole(n as u64, Lang::De)
        )
    },
    too_many_cells: |n| {
        format!(
            "Zeilen mal Spalten sind mehr als {} Felder. Bitte die Spalten löschen, die nicht gebraucht werden.",
            whole(n as u64, Lang::De)
        )
    },
    too_many_phases: |n| {
        format!(
            "Das sind mehr als {} Förderphasen. Bitte prüfen, ob es die richtige Tabelle ist.",
            whole(n as u64, Lang::De)
        )
    },
    too_many_items: |n| {
        format!(
            "Die Listen in den Zellen haben zusammen mehr als {} Einträge. Bitte auf mehrere Importe aufteilen.",
            whole(n as u64, Lang::De)
        )
    },
    no_table: |sheets| {
        format!(
            "Keine bekannte Tabelle gefunden. Die Blätter oder Dateien heißen: {sheets}. Die Vorlage enthält sie."
        )
    },
    column_missing: |column| {
        format!("Die Spalte „{column}“ fehlt. Bitte in der Zeile mit den Überschriften ergänzen.")
    },
    column_twice: "Diese Spalte gibt es zweimal. Bitte eine davon löschen oder umbenennen.",
    empty: "Hier fehlt eine Angabe. Bitte ergänzen, oder die ganze Zeile leeren.",
    uncalculated: |formula| {
        format!(
            "In der Zelle steht die Formel „{formula}“, die noch kein Programm ausgerechnet hat. Bitte die Datei in Excel oder LibreOffice öffnen und speichern, oder die Formel durch ihren Wert ersetzen."
        )
    },
    cell_error: |value| {
        if value.bytes().all(|c| c == b'#') {
            return format!(
                "In der Zelle steht „{value}“, weil ihre Spalte zu schmal war. Bitte die Spalte breiter machen und die Datei noch einmal speichern."
            );
        }
        format!(
            "In der Zelle steht der Fehler „{value}“. Bitte die Formel durch ihren Wert ersetzen."
        )
    },
    unknown_value: |value, known| format!("„{value}“ ist nicht bekannt. Möglich sind: {known}."),
    not_yes_no: |value| {
        format!("„{value}“ heißt weder ja noch nein. Möglich sind: ja, nein, x oder leer.")
    },
    not_a_date: |value| {
        format!("„{value}“ ist kein Datum. Richtig wäre zum Beispiel 01.09.2019 oder 2019-09-01.")
    },
    not_since: |value| {
        format!(
            "„{value}“ ist weder Jahr noch Datum. Richtig wäre zum Beispiel 2020, 03/2020 oder 01.03.2020."
        )
    },
    not_a_strength: |value| {
        format!(
            "„{value}“ ist keine Stärke. Möglich sind die ganzen Zahlen 0 bis 5 oder leer (ohne Angabe)."
        )
    },
    not_a_number: |value| format!("„{value}“ ist keine Zahl."),
    control_character: "Der Text enthält ein unsichtbares Steuerzeichen. Bitte neu eintippen.",
    id_too_long: |n| format!("Die Kennung ist zu lang: Erlaubt sind {n} Zeichen."),
    note_too_long: |n| {
        format!(
            "Die Bemerkung ist zu lang: Erlaubt sind {n} Zeichen. Bitte keine Namen, keine Fälle."
        )
    },
    no_such: |value, noun| {
        let (what, remedy) = match noun {
            Noun::District => ("kein bekannter Bezirk", ""),
            Noun::Phase => (
                "keine bekannte Förderphase",
                " Bitte im Blatt „Förderphasen“ mit Beginn ergänzen.",
            ),
            Noun::Department => (
                "keine bekannte Organisation",
                " Bitte im Blatt „Organisationen“ ergänzen.",
            ),
            Noun::Actor | Noun::Membership | Noun::Report | Noun::Release | Noun::OpenPoint => (
                "keine bekannte Funktion oder Einrichtung",
                " Bitte im Blatt „Funktionen“ ergänzen.",
            ),
            Noun::Offer => (
                "kein bekanntes Angebot",
                " Bitte im Blatt „Angebote“ ergänzen.",
            ),
        };
        format!("„{value}“ ist {what}.{remedy}")
    },
    ambiguous: |value, noun, ids| {
        let what = match noun {
            Noun::District => "mehrere Bezirke",
            Noun::Phase => "mehrere Förderphasen",
            Noun::Department => "mehrere Organisationen",
            Noun::Offer => "mehrere Angebote",
            Noun::Actor | Noun::Membership | Noun::Report | Noun::Release | Noun::OpenPoint => {
                "Mehreres"
            }
        };
        format!("„{value}“ kann {what} bedeuten. Bitte so schreiben: {ids}.")
    },
    self_tie: |value| {
        format!(
            "„{value}“ steht auf beiden Seiten. Zusammenarbeit verbindet zwei verschiedene Funktionen."
        )
    },
    differs: |place, said| {
        let said = said.map(|(column, value)| format!(" ({column}: „{value}“)"));
        format!(
            "Dasselbe steht schon in {place}, dort aber anders{}. Bitte angleichen oder eine der beiden Zeilen löschen.",
            said.unwrap_or_default()
        )
    },
    elsewhere: |place, department| {
        format!(
            "Diese Funktion steht schon in {place}, dort bei: {department}. Bitte angleichen oder eine der beiden Zeilen löschen."
        )
    },
    name_taken: |value| {
        format!(
            "„{value}“ heißt schon eine andere Organisation. Bitte dieselbe Kennung oder einen anderen Namen verwenden."
        )
    },
    body_is_an_actor: "Ein Gremium ist hier keine Organisation. Bitte im Blatt „Funktionen“ mit der Art „Gremium“ eintragen.",
    no_phase: "Es ist keine Förderphase bekannt. Bitte im Blatt „Förderphasen“ eine mit Name und Beginn eintragen.",
    phase_differs: |value, start, end| {
        let end = end.unwrap_or_else(|| "offen".to_owned());
        format!(
            "Die Förderphase „{value}“ ist schon mit anderen Daten bekannt: Beginn {start}, Ende {end}. Sie gilt für alle Bezirke; bitte diese Daten übernehmen."
        )
    },
    phases_overlap: |value, other| {
        format!(
            "Die Förderphase „{value}“ überschneidet sich mit „{other}“. Bitte Beginn oder Ende ändern."
        )
    },
    ends_before_start: "Das Ende liegt vor dem Beginn.",
    not_in_phase: |value, phase| {
        format!(
            "„{value}“ ist in der Förderphase „{phase}“ nicht eingetragen. Bitte im Blatt „Funktionen“ eine Zeile für diese Förderphase ergänzen."
        )
    },
    too_many_values: |most| {
        format!(
            "In dieser Spalte stehen mehr als {most} verschiedene Werte. Bitte prüfen, ob es die richtige ist."
        )
    },
    still_used: |value| format!("„{value}“ wird noch verwendet und kann nicht entfernt werden."),
    unknown_column: |source, column| {
        format!("{source}: Die Spalte „{column}“ ist nicht bekannt und wird nicht übernommen.")
    },
    other_column: |source, column, read| {
        format!(
            "{source}: Statt der Spalte „{column}“ wird „{read}“ gelesen; beide bedeuten dasselbe."
        )
    },
    unknown_sheet: |source| {
        format!("{source}: Das ist keine bekannte Tabelle und wird nicht übernommen.")
    },
    hidden_sheet: |source| format!("{source}: Das Blatt ist ausgeblendet und wird nicht gelesen."),
    rows_above: |source, first, last, text| {
        if first == last {
            format!(
                "{source}: Zeile {first} steht über der Tabelle und wird nicht gelesen („{text}“)."
            )
        } else {
            format!(
                "{source}: Die Zeilen {first} bis {last} stehen über der Tabelle und werden nicht gelesen („{text}“)."
            )
        }
    },
    same_table: |table, sources, more| {
        let more = match more {
            0 => String::new(),
            more => format!(" und {} weiteren", whole(more as u64, Lang::De)),
        };
        format!(
            "„{table}“ wird aus mehreren Blättern oder Dateien zusammen gelesen: {}{more}.",
            sources.join(", ")
        )
    },
    examples: |source, rows| {
        if rows == 1 {
            format!("{source}: 1 Beispielzeile wird übersprungen.")
        } else {
            format!("{source}: {rows} Beispielzeilen werden übersprungen.")
        }
    },
    later_row: |source, row, later| {
        format!(
            "{source}: Die Zeilen {row} und {later} beschreiben dasselbe Angebot verschieden. Je Förderphase wird nur die Durchführung festgehalten, sonst gilt Zeile {later}."
        )
    },
    understood: |written, taken| format!("„{written}“ ist als „{taken}“ gelesen."),
    namesakes: |name, n, departments| {
        format!("„{name}“ gibt es in {n} Organisationen, je als eigene Funktion: {departments}.")
    },
    other_mark: |source, column, row| {
        format!(
            "{source}: Listen in der Spalte „{column}“ sind auch an Kommas oder Zeilenumbrüchen geteilt gelesen, zuerst in Zeile {row}."
        )
    },
    chosen: |written, taken| match written {
        "" => format!("Eine leere Zelle ist wie gewählt als „{taken}“ gelesen."),
        written => format!("„{written}“ ist wie gewählt als „{taken}“ gelesen."),
    },
    left_out: |source, row| format!("{source}: Zeile {row} ist wie gewählt weggelassen."),
    more_notices: |n| {
        if n == 1 {
            "und 1 weiterer Hinweis.".to_owned()
        } else {
            format!("und {} weitere Hinweise.", whole(n as u64, Lang::De))
        }
    },
    map_places: [
        "Die Datei enthält die Anordnung der Karte: Die Karte sieht dann aus wie in der Datei.",
        "Die Datei enthält die Anordnung einer Karte. Die Karte des Bezirks ist schon angeordnet und bleibt, wie sie ist.",
    ],
    stays: |name| {
        format!("„{name}“ fehlt in der Datei, wird aber noch verwendet und bleibt deshalb.")
    },
};
