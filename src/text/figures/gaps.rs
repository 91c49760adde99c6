//! What is missing, seen from the offers, and who could begin.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &["gaps.offers"],
        de: Words {
            name: "Angebote",
            plain: "Wie viele Angebote für diese Förderphase eingetragen sind.",
            exact: "Angebote mit einem Träger in der Förderphase; ohne Angebot ist gaps null.",
        },
        en: Words {
            name: "Offers",
            plain: "How many offers are recorded for this funding phase.",
            exact: "Offers with a provider in the phase; without any, gaps is null.",
        },
    },
    Figure {
        keys: &[
            "gaps.department_pairs.a",
            "gaps.department_pairs.b",
            "gaps.department_pairs.shared.life_phase",
            "gaps.department_pairs.shared.field",
            "gaps.department_pairs.offers_a",
            "gaps.department_pairs.offers_b",
            "gaps.department_pairs.reason",
        ],
        de: Words {
            name: "gleiche Familien, keine gemeldete Verbindung",
            plain: "Ämterpaare, die Angebote für dieselbe Lebensphase im selben Handlungsfeld haben und zwischen denen keine Zusammenarbeit gemeldet ist. Ob sie nötig wäre, wissen die Beteiligten.",
            exact: "Paare mit state „none reported“, deren Angebote (durchgeführt oder fachlich verantwortet) mindestens eine Zelle aus Lebensphase und Handlungsfeld teilen; geordnet nach der Zahl gemeinsamer Zellen. „Not asked“ zählt nie; null über 300 Ämter.",
        },
        en: Words {
            name: "Same families, no reported tie",
            plain: "Pairs of offices that have offers for the same life phase in the same field and no reported cooperation. Those involved know best whether there should be any.",
            exact: "Pairs in the state “none reported” whose offers (provided or answered for) share at least one cell of life phase and field; by number of shared cells. “Not asked” never counts; null past 300 departments.",
        },
    },
    Figure {
        keys: &[
            "gaps.sharing.untied_pairs",
            "gaps.sharing.untied_shared",
            "gaps.sharing.tied_pairs",
            "gaps.sharing.tied_shared",
        ],
        de: Words {
            name: "gemeinsame Angebote mit und ohne Verbindung",
            plain: "Wie viele Paare von Funktionen am selben Angebot beteiligt sind: so viele arbeiten zusammen, bei so vielen ist es nicht gemeldet.",
            exact: "pairs: verschiedene Paare, shared: je gemeinsamem Angebot einmal. Beteiligt ist, wer durchführt, kennt oder vermittelt; ohne Gremien und ohne Paare, von denen keine Seite geantwortet hat; Angebote mit mehr als 300 Beteiligten zählen nicht. Offene und geschlossene Dreiecke: Bodin & Tengö 2012, Global Environmental Change 22:430–439.",
        },
        en: Words {
            name: "Shared offers with and without a tie",
            plain: "How many pairs of functions take part in the same offer: how many of them work together, and for how many nothing is reported.",
            exact: "pairs: distinct pairs, shared: once for each shared offer. Taking part is providing, knowing or referring; bodies and pairs of which neither side answered are left out, as are offers with more than 300 taking part. Open and closed triangles: Bodin & Tengö 2012, Global Environmental Change 22:430–439.",
        },
    },
    Figure {
        keys: &[
            "gaps.actor_pairs.a",
            "gaps.actor_pairs.b",
            "gaps.actor_pairs.offers",
            "gaps.actor_pairs.reason",
        ],
        de: Words {
            name: "gemeinsame Angebote, keine gemeldete Verbindung",
            plain: "Zwei Funktionen, die an denselben Angeboten beteiligt sind und zwischen denen keine Zusammenarbeit gemeldet ist; die mit den meisten gemeinsamen Angeboten zuerst.",
            exact: "Höchstens 100 Paare nach der Zahl gemeinsamer Angebote, dann nach Kennung; gezählt wie gaps.sharing. Nur in der Arbeitsansicht.",
        },
        en: Words {
            name: "Shared offers, no reported tie",
            plain: "Two functions that take part in the same offers and have no reported cooperation; those sharing the most offers first.",
            exact: "At most 100 pairs by the number of shared offers, then by id; counted as gaps.sharing. In the working view only.",
        },
    },
    Figure {
        keys: &[
            "gaps.known_to_one.offer",
            "gaps.known_to_one.department",
            "gaps.known_to_one.reason",
        ],
        de: Words {
            name: "nur in einem Amt bekannt",
            plain: "Angebote, bei denen bisher nur für ein einziges Amt eingetragen ist, dass man sie kennt.",
            exact: "Durchführung, Zuständigkeit, „bekannt bei“ und „vermittelt von“ ergeben zusammen genau ein Amt; null, wenn zu keinem Angebot eingetragen ist, wer es kennt.",
        },
        en: Words {
            name: "Known to one office only",
            plain: "Offers so far recorded as known to a single office.",
            exact: "Providers, responsible department, “known to” and “referred by” together come to exactly one department; null where of no offer it is entered who knows it.",
        },
    },
    Figure {
        keys: &["gaps.not_referred.offer", "gaps.not_referred.reason"],
        de: Words {
            name: "ohne eingetragene Vermittlung",
            plain: "Angebote, zu denen bisher niemand eingetragen ist, der Familien dorthin vermittelt.",
            exact: "„Vermittelt von“ ist leer; null, wenn zu keinem Angebot eine Vermittlung eingetragen ist.",
        },
        en: Words {
            name: "No one recorded as referring",
            plain: "Offers to which no one is recorded yet as referring families.",
            exact: "“Referred by” is empty; null where no referral is entered for any offer.",
        },
    },
    Figure {
        keys: &[
            "gaps.held_by_one.offer",
            "gaps.held_by_one.department",
            "gaps.held_by_one.reason",
        ],
        de: Words {
            name: "von einem Amt allein getragen",
            plain: "Angebote, bei denen Durchführung und Zuständigkeit in einem einzigen Amt liegen.",
            exact: "Träger und fachlich zuständiges Amt ergeben zusammen genau ein Amt.",
        },
        en: Words {
            name: "In the hands of one office",
            plain: "Offers that a single office both provides and is responsible for.",
            exact: "Providers and responsible department together come to exactly one department.",
        },
    },
    Figure {
        keys: &[
            "gaps.cells.life_phase",
            "gaps.cells.field",
            "gaps.cells.reason",
        ],
        de: Words {
            name: "leere Felder der Angebotsübersicht",
            plain: "Lebensphasen und Handlungsfelder, für die kein Angebot eingetragen ist.",
            exact: "Die Zellen aus 6 Lebensphasen × 4 Handlungsfeldern ohne Angebot.",
        },
        en: Words {
            name: "Empty cells of the table of offers",
            plain: "Life phases and fields for which no offer is recorded.",
            exact: "The cells of 6 life phases × 4 fields without an offer.",
        },
    },
    Figure {
        keys: &[
            "suggestions.kind",
            "suggestions.a",
            "suggestions.b",
            "suggestions.departments",
            "suggestions.shared.life_phase",
            "suggestions.shared.field",
            "suggestions.makes_known",
            "suggestions.reason",
        ],
        de: Words {
            name: "mögliche neue Kontakte",
            plain: "Drei bis fünf Kontakte, die Ämter neu verbinden und Angebote bekannt machen würden. Ein Vorschlag zum Gespräch; er bewertet niemanden.",
            exact: "Gierige Überdeckung: Ein Paar ohne gemeldete Verbindung zählt 1 für gemeinsame Zellen und 1 je Angebot, das nur eines der beiden kennt und das zu einer Lebensphase des anderen passt. Bei Gleichstand: seltener genannte Ämter, mehr gemeinsame Zellen, mehr zu erwartende Verbindungen, Reihenfolge. Genannt wird die Funktion, die seltener genannt und an mehr dieser Angebote beteiligt ist, dann koordinierend, leitend, operativ, dann die Kennung; Kontakte spielen keine Rolle. Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294.",
        },
        en: Words {
            name: "Possible new contacts",
            plain: "Three to five contacts that would connect offices for the first time and make offers known. A suggestion to discuss, not a rating of anyone.",
            exact: "Greedy cover: a pair without a reported tie counts 1 for shared cells and 1 for each offer that one of the two alone knows and that fits a life phase of the other. Ties are broken by offices named less so far, more shared cells, more ties to be expected, order. Of an office the function is named that was named less so far and takes part in more of these offers, then coordinating, leading, operative, then by id; its contacts play no part. Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294.",
        },
    },
];
