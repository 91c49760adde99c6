//! The German template.

use super::{TableWords, Template};

pub(super) const WORDS: Template = Template {
    title: "Wer arbeitet mit wem? Vorlage für das Kooperationsnetzwerk im Bezirk",
    read_me: "Lies mich",
    lines: [
        (
            "Vorab",
            "Vor dem ersten Eintrag: Auftrag der Bezirksstadträtin oder des Bezirksstadtrats einholen, Datenschutz und Personalrat einbeziehen.",
        ),
        (
            "Reihenfolge",
            "Die Blätter von links nach rechts ausfüllen: Organisationen, Funktionen, Angebote, Zusammenarbeit. Für den Anfang genügt ein Angebot, das Sie gut kennen, und wer daran mitwirkt.",
        ),
        (
            "Spalten",
            "Spalten mit * bitte ausfüllen, alle anderen dürfen leer bleiben. Mehreres in einer Zelle trennt ein Semikolon: 0–3; 3–6. Was eine Spalte meint, steht in der Notiz an ihrer Überschrift.",
        ),
        (
            "Funktionen",
            "Eine Funktion ist eine Aufgabe, ein Team oder eine Einrichtung, keine Person: „Netzwerkkoordination Frühe Hilfen“.",
        ),
        (
            "Keine Namen, keine Fälle",
            "Bitte in keinem Blatt Namen von Personen und nichts über einzelne Familien oder Kinder.",
        ),
        (
            "Stärke",
            "Wie arbeitet Ihre Funktion mit … zusammen? Bitte die höchste Stufe der letzten 12 Monate. Höher ist nicht besser.",
        ),
        (
            "Leer ist nicht 0",
            "Leer heißt „weiß ich nicht“ oder „keine Angabe“. 0 heißt, dass es keinen Kontakt gab.",
        ),
        (
            "Beispiele",
            "Die grauen Zeilen mit „Beispiel:“ sind erfunden und werden nicht eingelesen. Sie können stehen bleiben, überschrieben oder gelöscht werden.",
        ),
        (
            "Wer sieht was",
            "Das Kernteam sieht die Einträge der Funktionen. Die Leitung sieht nur einen freigegebenen Stand, und darin nur Ämter und Organisationen. Andere Bezirke sehen nichts davon.",
        ),
        (
            "Danach",
            "Speichern und auf der Seite Ihres Bezirks einlesen. Die Einträge gelten für die laufende Förderphase. Bevor etwas übernommen wird, sehen Sie jede Änderung; ein Klick nimmt alles zurück.",
        ),
    ],
    scale_line: 5,
    not_listed: [
        (
            "Noch nicht in der Liste",
            "Das steht noch nicht im Blatt Organisationen. Bitte dort ergänzen, am besten zuerst. Trotzdem so eintragen?",
        ),
        (
            "Noch nicht in der Liste",
            "Das steht noch nicht im Blatt Funktionen. Bitte dort ergänzen, am besten zuerst. Trotzdem so eintragen?",
        ),
    ],
    new_section: (
        "Neuer Fachbereich?",
        "Diesen Fachbereich gibt es hier noch nicht. Trotzdem so eintragen?",
    ),
    not_exported: (
        "Ein neuer Name?",
        "Dieser Name stand beim Export noch nicht in der Liste. Trotzdem so eintragen?",
    ),
    entered: (
        "Schon eingetragen",
        "Die Organisationen Ihres Bezirks stehen mit ihrer Art im Blatt; Funktionen, Fachbereiche und Angebote finden Sie in den Auswahllisten. Einzutragen ist nur, was neu ist oder sich ändert.",
    ),
    kind: (
        "kind",
        "Art",
        "Funktion, Team, Einrichtung, Gremium oder Ehrenamtliche; leer heißt Funktion.",
    ),
    kind_of_example: [
        "Funktion",
        "Funktion",
        "Funktion",
        "Funktion",
        "Einrichtung",
    ],
    not_known: ("Bitte aus der Liste wählen", "Möglich sind: "),
    strength: (
        "Stärke 0–5",
        "0 Kein Kontakt\n1 Wir kennen uns\n2 Wir informieren uns\n3 Wir stimmen uns ab\n4 Wir führen gemeinsam durch\n5 Wir planen und steuern gemeinsam\nleer: weiß ich nicht / keine Angabe\n\nHöchste Stufe der letzten 12 Monate. Höher ist nicht besser.",
    ),
    departments: TableWords {
        columns: &[
            (
                "name",
                "Name*",
                "Der volle Name, wie er auch in den anderen Blättern stehen soll: Jugendamt, OE QPK, Lindenhof gGmbH.",
            ),
            (
                "short_name",
                "Kürzel",
                "Ein kurzer Name für die Karte, zum Beispiel Jug.",
            ),
            (
                "kind",
                "Art*",
                "Bitte aus der Liste wählen. Fachamt, Serviceeinheit, sonstige OE und Beauftragte gehören zum Bezirksamt.",
            ),
            (
                "division",
                "Geschäftsbereich",
                "Der Geschäftsbereich im Bezirksamt, zum Beispiel III. Außerhalb des Bezirksamts leer.",
            ),
            (
                "policy_field",
                "Politikfeld",
                "Zum Beispiel Jugend, Gesundheit, Schule, Soziales.",
            ),
        ],
        examples: &[
            &["Jugendamt", "Jug", "Fachamt", "III", "Jugend"],
            &["Gesundheitsamt", "Ges", "Fachamt", "IV", "Gesundheit"],
            &["OE QPK", "QPK", "sonstige OE", "IV", "Gesundheit"],
            &[
                "Schul- und Sportamt",
                "SchulSport",
                "Fachamt",
                "II",
                "Schule",
            ],
            &["Lindenhof gGmbH", "", "freier Träger", "", ""],
        ],
    },
    actors: TableWords {
        columns: &[
            (
                "name",
                "Funktion oder Einrichtung*",
                "Eine Aufgabe, ein Team oder eine Einrichtung, keine Person: Netzwerkkoordination Frühe Hilfen, Familienzentrum Lindenhof.",
            ),
            (
                "department",
                "Amt / Organisation*",
                "Bitte aus der Liste wählen; sie zeigt, was im Blatt Organisationen steht.",
            ),
            (
                "section",
                "Fachbereich",
                "Die Einheit im Amt, zum Beispiel RSD oder KJGD. Ohne sie bleiben Grenzen innerhalb großer Ämter unsichtbar.",
            ),
            (
                "level",
                "Ebene",
                "operativ: arbeitet mit Familien\nkoordinierend: stimmt ab und vernetzt\nleitend: entscheidet",
            ),
            (
                "core_team",
                "Kernteam",
                "ja, wenn die Funktion im Kernteam mitarbeitet.",
            ),
            (
                "answered",
                "geantwortet",
                "ja, wenn die Angaben zur Zusammenarbeit von der Funktion selbst kommen; nein, wenn sie noch fehlen.",
            ),
        ],
        examples: &[
            &[
                "Netzwerkkoordination Frühe Hilfen",
                "Jugendamt",
                "Frühe Hilfen",
                "koordinierend",
                "ja",
                "ja",
            ],
            &[
                "RSD Region Süd, Teamleitung",
                "Jugendamt",
                "RSD",
                "leitend",
                "nein",
                "nein",
            ],
            &[
                "KJGD, Ersthausbesuch",
                "Gesundheitsamt",
                "KJGD",
                "operativ",
                "nein",
                "ja",
            ],
            &[
                "Koordination Gesundheitsförderung",
                "OE QPK",
                "",
                "koordinierend",
                "ja",
                "ja",
            ],
            &[
                "Familienzentrum Lindenhof",
                "Lindenhof gGmbH",
                "",
                "operativ",
                "nein",
                "ja",
            ],
        ],
    },
    offers: TableWords {
        columns: &[
            (
                "name",
                "Angebot*",
                "Ein Angebot für Familien unter dem Namen, unter dem man es kennt.",
            ),
            (
                "life_phases",
                "Lebensphasen*",
                "Schwangerschaft & Geburt; 0–3; 3–6; 6–10; 10–14; 14–18/27. Gemeint ist das Alter der Kinder in Jahren. Mehrere mit Semikolon.",
            ),
            (
                "fields",
                "Handlungsfelder*",
                "Teilhabe; Bildung; Gesund aufwachsen; Materielle Versorgung. Mehrere mit Semikolon.",
            ),
            (
                "providers",
                "Träger / Durchführung*",
                "Wer das Angebot durchführt: eine Funktion oder Einrichtung, ein Fachbereich oder eine Organisation. Mehrere mit Semikolon.",
            ),
            (
                "responsible",
                "Fachlich zuständiges Amt*",
                "Das Amt, in dessen fachliche Zuständigkeit das Angebot fällt, auch wenn ein Träger es durchführt.",
            ),
            (
                "known_to",
                "Bekannt bei",
                "Welche Funktionen, Fachbereiche oder Organisationen das Angebot kennen. Mehrere mit Semikolon.",
            ),
            (
                "referred_by",
                "Vermittelt von",
                "Wer Familien zu diesem Angebot vermittelt. Mehrere mit Semikolon.",
            ),
            (
                "target_group",
                "Zielgruppe",
                "An wen sich das Angebot richtet.",
            ),
            (
                "area",
                "Bezirksregion",
                "Wo es stattfindet; leer, wenn im ganzen Bezirk.",
            ),
            (
                "funding",
                "Finanzierung",
                "Woraus das Angebot bezahlt wird.",
            ),
        ],
        examples: &[
            &[
                "Sprachförderung ohne Kitaplatz",
                "3–6",
                "Bildung",
                "Familienzentrum Lindenhof",
                "OE QPK",
                "KJGD",
                "KJGD",
                "Kinder ohne Kitaplatz",
                "Lindenviertel",
                "Bezirksmittel",
            ],
            &[
                "Ersthausbesuch",
                "0–3",
                "Gesund aufwachsen",
                "KJGD",
                "Gesundheitsamt",
                "RSD",
                "",
                "Familien mit Neugeborenen",
                "",
                "Bezirksmittel",
            ],
            &[
                "Offene Turnhalle",
                "3–6; 6–10",
                "Gesund aufwachsen",
                "Lindenhof gGmbH",
                "OE QPK",
                "",
                "",
                "",
                "",
                "",
            ],
            &[
                "Familiencafé",
                "0–3",
                "Teilhabe",
                "Familienzentrum Lindenhof",
                "Jugendamt",
                "Frühe Hilfen",
                "KJGD",
                "",
                "",
                "",
            ],
            &[
                "Antragshilfe BuT",
                "6–10",
                "Materielle Versorgung",
                "Schul- und Sportamt",
                "Schul- und Sportamt",
                "",
                "",
                "",
                "",
                "",
            ],
        ],
    },
    cooperations: TableWords {
        columns: &[
            (
                "from",
                "Von*",
                "Wessen Angabe das ist. Die Liste zeigt, was im Blatt Funktionen steht.",
            ),
            (
                "to",
                "Mit*",
                "Mit welcher Funktion oder Einrichtung sie zusammenarbeitet. Die Angabe der anderen Seite ist eine eigene Zeile.",
            ),
            (
                "strength",
                "Stärke 0–5 (leer = ohne Angabe)",
                "Die höchste Stufe der letzten 12 Monate; die Stufen stehen im Blatt „Lies mich“. Leer heißt: weiß ich nicht oder keine Angabe.",
            ),
            (
                "kinds",
                "Art",
                "Information; Vermittlung; gemeinsames Angebot; gemeinsame Planung; gemeinsame Finanzierung; Gremium; Sonstiges. Mehrere mit Semikolon.",
            ),
            (
                "binding",
                "Schriftlich vereinbart",
                "ja, wenn es eine schriftliche Vereinbarung gibt.",
            ),
            (
                "offers",
                "Zu Angebot",
                "Um welches Angebot aus dem Blatt Angebote es geht. Mehrere mit Semikolon.",
            ),
            (
                "since",
                "Besteht seit",
                "Ein Jahr genügt, zum Beispiel 2020.",
            ),
            (
                "through_core_team",
                "Durch Kernteam angestoßen",
                "ja, wenn die Zusammenarbeit durch das Kernteam entstanden ist.",
            ),
        ],
        examples: &[
            &[
                "Netzwerkkoordination Frühe Hilfen",
                "Koordination Gesundheitsförderung",
                "5",
                "gemeinsame Planung",
                "ja",
                "Familiencafé",
                "2020",
                "nein",
            ],
            &[
                "KJGD, Ersthausbesuch",
                "Familienzentrum Lindenhof",
                "2",
                "Vermittlung",
                "nein",
                "Familiencafé",
                "2024",
                "ja",
            ],
            &[
                "RSD Region Süd, Teamleitung",
                "KJGD, Ersthausbesuch",
                "",
                "Information",
                "nein",
                "",
                "",
                "",
            ],
        ],
    },
};
