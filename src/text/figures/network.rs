//! The network as a whole.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &["title", "phase", "directed", "min_strength", "scope"],
        de: Words {
            name: "Auswahl",
            plain: "Wovon die Kennzahlen handeln: welcher Bezirk, welche Förderphase, ab welcher Stärke eine Verbindung zählt und ob nur Ämter der Bezirksverwaltung gemeint sind.",
            exact: "Ungerichtet gilt ein Paar als verbunden, wenn eine der beiden Seiten es ab der Mindeststärke meldet; seine Stärke ist die größere der beiden Angaben. Gerichtet (directed) zählt jede Meldung für sich. scope: offices nur Ämter der Bezirksverwaltung, all alle.",
        },
        en: Words {
            name: "Selection",
            plain: "What the figures are about: which district, which funding phase, what strength a tie needs to count, and whether only offices of the district authority are meant.",
            exact: "Undirected, a pair is tied if either side reports it at the threshold; its strength is the larger of the two. Directed, each report counts by itself. scope: offices or all departments.",
        },
    },
    Figure {
        keys: &["actors"],
        de: Words {
            name: "Funktionen und Einrichtungen",
            plain: "So viele Funktionen und Einrichtungen kommen in dieser Förderphase vor.",
            exact: "n: Akteure mit einem Platz in der Förderphase oder in einer ihrer Meldungen; Gremien sind mitgezählt.",
        },
        en: Words {
            name: "Functions and facilities",
            plain: "How many functions and facilities there are in this funding phase.",
            exact: "n: actors with a place in the phase or in one of its reports, bodies among them.",
        },
    },
    Figure {
        keys: &["ties"],
        de: Words {
            name: "Verbindungen",
            plain: "So viele Paare von Funktionen arbeiten nach eigener Angabe zusammen.",
            exact: "m: verbundene Paare ab der Mindeststärke, gerichtet die Meldungen (Bögen); Verbindungen einer Funktion mit sich selbst zählen nicht.",
        },
        en: Words {
            name: "Ties",
            plain: "How many pairs of functions are reported to work together.",
            exact: "m: tied pairs at the threshold, directed the arcs; self-ties don't count.",
        },
    },
    Figure {
        keys: &["ties_below_threshold", "ties_without_strength"],
        de: Words {
            name: "nicht gezählte Verbindungen",
            plain: "Verbindungen, die schwächer gemeldet sind als die Mindeststärke, und solche ohne Angabe der Stärke; beide zählen in keiner Kennzahl.",
            exact: "Paare (gerichtet Bögen), deren größte Stärke unter der Mindeststärke liegt; davon getrennt Paare, für die keine Seite eine Stärke nennt.",
        },
        en: Words {
            name: "Ties not counted",
            plain: "Ties reported weaker than the threshold, and ties without any strength; neither counts in any figure.",
            exact: "Pairs (directed: arcs) whose largest strength is below the threshold; apart from them, pairs for which no side states a strength.",
        },
    },
    Figure {
        keys: &["departments"],
        de: Words {
            name: "Ämter und Organisationen",
            plain: "So viele Ämter oder Organisationen haben mindestens eine Funktion, die in die Aussage zur Versäulung eingeht.",
            exact: "k: Gruppen der gewählten Spalte mit mindestens einem Akteur im gewählten Bereich.",
        },
        en: Words {
            name: "Offices and organisations",
            plain: "How many offices or organisations have at least one function that counts towards the silo figures.",
            exact: "k: groups of the chosen column with at least one actor in scope.",
        },
    },
    Figure {
        keys: &[
            "left_out.actors",
            "left_out.ties",
            "left_out.bodies",
            "left_out.self_ties",
        ],
        de: Words {
            name: "außen vor",
            plain: "Wer in der Aussage zur Versäulung nicht vorkommt: Gremien, weil ein gemeinsamer Sitz noch keine Zusammenarbeit ist, und wer keinem der gewählten Ämter angehört.",
            exact: "Akteure ohne Wert in der Spalte oder außerhalb des Bereichs, Gremien getrennt davon, und alle Verbindungen mit einem solchen Ende. self_ties: Akteure, die als mit sich selbst verbunden gemeldet sind.",
        },
        en: Words {
            name: "Left out",
            plain: "Who does not count towards the silo figures: bodies, because sharing a seat is not yet cooperation, and anyone who belongs to none of the chosen offices.",
            exact: "Actors without a value in the column or out of scope, bodies apart from them, and all ties with such an end. self_ties: actors reported as tied to themselves.",
        },
    },
    Figure {
        keys: &["response.asked", "response.answered", "response.rate"],
        de: Words {
            name: "Rücklauf",
            plain: "Wie viele der befragten Funktionen geantwortet haben. Unter zwei Dritteln lässt sich zur Versäulung noch nichts sagen.",
            exact: "rate = answered / asked; befragt ist auch, wer geantwortet hat. Nicht erhoben: null. Zum Einfluss fehlender Antworten: Kossinets 2006, Social Networks 28:247–268.",
        },
        en: Words {
            name: "Response",
            plain: "How many of the functions asked have answered. Below two thirds, nothing can be said about silos yet.",
            exact: "rate = answered / asked; whoever answered counts as asked. Not recorded: null. On missing answers: Kossinets 2006, Social Networks 28:247–268.",
        },
    },
    Figure {
        keys: &["response.one_sided", "response.confirmed"],
        de: Words {
            name: "ein- und beidseitig gemeldet",
            plain: "Ob eine Verbindung von einer oder von beiden Seiten gemeldet ist. Einseitig heißt nicht falsch: Oft hat die andere Seite noch nicht geantwortet.",
            exact: "confirmed: beide Seiten melden das Paar ab der Mindeststärke oder ohne Stärke; null, wo von keinem verbundenen Paar beide geantwortet haben; one_sided: alle übrigen verbundenen Paare.",
        },
        en: Words {
            name: "Reported by one side or both",
            plain: "Whether one side or both reported a tie. One-sided does not mean wrong: often the other side has not answered yet.",
            exact: "confirmed: both sides report the pair at the threshold or without a strength; null where of no tied pair both answered; one_sided: all other tied pairs.",
        },
    },
    Figure {
        keys: &["density"],
        de: Words {
            name: "Dichte",
            plain: "Welcher Teil aller möglichen Verbindungen gemeldet ist. Mehr ist nicht besser: Niemand kann mit allen zusammenarbeiten.",
            exact: "m / (n(n−1)/2), gerichtet m / (n(n−1)); nicht definiert unter zwei Akteuren. Wasserman & Faust 1994, S. 101 und 129.",
        },
        en: Words {
            name: "Density",
            plain: "What share of all possible ties is reported. More is not better: nobody can work with everybody.",
            exact: "m / (n(n−1)/2), directed m / (n(n−1)); undefined below two actors. Wasserman & Faust 1994, pp. 101 and 129.",
        },
    },
    Figure {
        keys: &["components", "largest_component"],
        de: Words {
            name: "getrennte Teile",
            plain: "In wie viele Teile das Netzwerk zerfällt, zwischen denen keine Verbindung gemeldet ist, und wie groß der größte ist.",
            exact: "Zusammenhangskomponenten der ungerichteten Form; ein Akteur ohne Verbindung ist eine eigene. Wasserman & Faust 1994, S. 109.",
        },
        en: Words {
            name: "Separate parts",
            plain: "How many parts the network falls into, with no reported tie between them, and how large the largest is.",
            exact: "Connected components of the undirected form; an actor without a tie is one of its own. Wasserman & Faust 1994, p. 109.",
        },
    },
    Figure {
        keys: &["isolates"],
        de: Words {
            name: "ohne Verbindung",
            plain: "Funktionen, für die keine Verbindung gemeldet ist. Das kann auch an fehlenden Antworten liegen.",
            exact: "Akteure mit Grad 0 in der ungerichteten Form; in der Ansicht für Leitungskräfte nicht enthalten.",
        },
        en: Words {
            name: "Without a tie",
            plain: "Functions for which no tie is reported. Missing answers may be the reason.",
            exact: "Actors of degree 0 in the undirected form; absent in the view for leaders.",
        },
    },
];
