//! Change between phases.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &["compare.from", "compare.to"],
        de: Words {
            name: "verglichene Förderphasen",
            plain: "Die frühere und die spätere Förderphase.",
            exact: "Die Kennungen der beiden Förderphasen; alles andere der Auswahl gilt für beide.",
        },
        en: Words {
            name: "Funding phases compared",
            plain: "The earlier and the later funding phase.",
            exact: "The ids of the two phases; all else of the selection holds for both.",
        },
    },
    Figure {
        keys: &[
            "compare.actors.stayed",
            "compare.actors.joined",
            "compare.actors.left",
            "compare.actors.moved",
        ],
        de: Words {
            name: "geblieben, neu, ausgeschieden, gewechselt",
            plain: "Wie viele Funktionen in beiden Förderphasen vorkommen, neu sind, nicht mehr vorkommen oder zu einem anderen Amt gehören.",
            exact: "moved: Kennung, Amt vorher, Amt jetzt; in der Ansicht für Leitungskräfte nicht enthalten.",
        },
        en: Words {
            name: "Stayed, joined, left, moved",
            plain: "How many functions occur in both funding phases, are new, no longer occur, or belong to another office.",
            exact: "moved: id, department before, department now; absent in the view for leaders.",
        },
    },
    Figure {
        keys: &[
            "compare.ties.kept",
            "compare.ties.new",
            "compare.ties.ended",
            "compare.ties_all.kept",
            "compare.ties_all.new",
            "compare.ties_all.ended",
        ],
        de: Words {
            name: "bestehende, neue und beendete Verbindungen",
            plain: "Welche Verbindungen in beiden Förderphasen gemeldet sind, welche nur in der späteren und welche nur in der früheren. Verglichen wird nur, was beide Male gesehen werden konnte.",
            exact: "Über Paare, deren beide Akteure in beiden Phasen vorkommen und von denen mindestens einer in beiden geantwortet hat (gerichtet: wer meldet). ties_all: dasselbe über alle. Snijders 2001, Sociological Methodology 31:361–395.",
        },
        en: Words {
            name: "Kept, new and ended ties",
            plain: "Which ties are reported in both funding phases, which only in the later and which only in the earlier. Only what could be seen both times is compared.",
            exact: "Over pairs whose two actors are in both phases and of whom at least one answered in both (directed: who reports). ties_all: the same over everyone. Snijders 2001, Sociological Methodology 31:361–395.",
        },
    },
    Figure {
        keys: &[
            "compare.ties.stronger",
            "compare.ties.weaker",
            "compare.ties.ended_but_weaker",
            "compare.ties_all.stronger",
            "compare.ties_all.weaker",
            "compare.ties_all.ended_but_weaker",
        ],
        de: Words {
            name: "stärker und schwächer geworden",
            plain: "Welche bestehenden Verbindungen enger oder loser wurden, und welche beendeten es unterhalb der Mindeststärke noch gibt.",
            exact: "stronger und weaker sind in kept enthalten; ended_but_weaker: in ended enthalten, mit einer Stärke über 0 unter der Mindeststärke.",
        },
        en: Words {
            name: "Stronger and weaker",
            plain: "Which continuing ties became closer or looser, and which ended ones still exist below the threshold.",
            exact: "stronger and weaker are among kept; ended_but_weaker: among ended, with a strength above 0 below the threshold.",
        },
    },
    Figure {
        keys: &["compare.ties.jaccard", "compare.ties_all.jaccard"],
        de: Words {
            name: "Beständigkeit",
            plain: "Welcher Teil aller Verbindungen, die es in einer der beiden Förderphasen gab, in beiden bestand.",
            exact: "Jaccard-Index kept / (kept + new + ended); nicht definiert ohne Verbindung.",
        },
        en: Words {
            name: "Persistence",
            plain: "What share of all ties from either funding phase existed in both.",
            exact: "Jaccard index kept / (kept + new + ended); undefined without a tie.",
        },
    },
    Figure {
        keys: &[
            "compare.internal.kept",
            "compare.internal.new",
            "compare.internal.ended",
            "compare.external.kept",
            "compare.external.new",
            "compare.external.ended",
        ],
        de: Words {
            name: "Veränderung im eigenen Amt und zwischen Ämtern",
            plain: "Dieselbe Zählung getrennt nach Verbindungen im selben Amt und zwischen Ämtern.",
            exact: "Gruppen der späteren Phase für kept und new, der früheren für ended; ohne Gremien und ohne Ämter außerhalb des Bereichs.",
        },
        en: Words {
            name: "Change within offices and between them",
            plain: "The same count, separately for ties within an office and between offices.",
            exact: "Groups of the later phase for kept and new, of the earlier for ended; without bodies and departments out of scope.",
        },
    },
    Figure {
        keys: &[
            "compare.reclassified.to_internal",
            "compare.reclassified.to_external",
        ],
        de: Words {
            name: "durch Wechsel verschoben",
            plain: "Bestehende Verbindungen, die nur deshalb die Seite gewechselt haben, weil eine Funktion zu einem anderen Amt kam; sie zählen nicht als Veränderung.",
            exact: "kept, deren Klasse sich durch einen Wechsel der Gruppe geändert hat; nur hier gezählt.",
        },
        en: Words {
            name: "Shifted by a move",
            plain: "Continuing ties that changed sides only because a function moved to another office; they do not count as change.",
            exact: "kept ties whose class changed with an actor's group; counted here only.",
        },
    },
    Figure {
        keys: &[
            "compare.settled.functions",
            "compare.settled.internal.kept",
            "compare.settled.internal.new",
            "compare.settled.internal.ended",
            "compare.settled.external.kept",
            "compare.settled.external.new",
            "compare.settled.external.ended",
        ],
        de: Words {
            name: "Veränderung ohne Wechsel",
            plain: "Dieselbe Zählung nur unter Funktionen, die in beiden Förderphasen im selben Amt sind: die Grundlage des Satzes, der Tabelle und der Anteile.",
            exact: "Über Paare, deren beide Akteure in beiden Phasen in derselben Gruppe sind; functions: wie viele davon in beiden geantwortet haben.",
        },
        en: Words {
            name: "Change without moves",
            plain: "The same count only among functions that are in the same office in both funding phases: what the sentence, the table and the shares are based on.",
            exact: "Over pairs whose two actors are in the same group in both phases; functions: how many of these answered in both.",
        },
    },
    Figure {
        keys: &[
            "compare.e_i.from",
            "compare.e_i.to",
            "compare.e_i.expected_from",
            "compare.e_i.expected_to",
            "compare.e_i.segregation_from",
            "compare.e_i.segregation_to",
        ],
        de: Words {
            name: "E-I-Index vorher und jetzt",
            plain: "Ob die Zusammenarbeit vorher und jetzt eher im eigenen Amt blieb, für dieselben Funktionen.",
            exact: "E-I, Erwartung und Trennung über Akteure, die in beiden Phasen in derselben Gruppe sind. Krackhardt & Stern 1988; Freeman 1978.",
        },
        en: Words {
            name: "E-I index before and now",
            plain: "Whether cooperation tended to stay within offices before and now, for the same functions.",
            exact: "E-I, expectation and segregation over actors that are in the same group in both phases. Krackhardt & Stern 1988; Freeman 1978.",
        },
    },
    Figure {
        keys: &[
            "compare.e_i.change",
            "compare.e_i.expected_change",
            "compare.e_i.sd_change",
            "compare.e_i.p_change",
        ],
        de: Words {
            name: "Veränderung des E-I-Index",
            plain: "Ob sich die Ämter mehr geöffnet oder geschlossen haben, als es zufällige Schwankung erklärt.",
            exact: "Zahl der neuen und beendeten Paare fest, welche der C geänderten (C_I interne) die N neuen sind, zufällig: X ~ Hypergeometrisch(C, C_I, N), exakt; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))). Verteilung nach Fisher 1935, J. R. Statist. Soc. 98:39–82.",
        },
        en: Words {
            name: "Change of the E-I index",
            plain: "Whether the offices opened up or closed off more than random variation would explain.",
            exact: "Numbers of new and ended pairs held, which of the C changed ones (C_I internal) are the N new ones at random: X ~ Hypergeometric(C, C_I, N), exact; p = min(1, 2·min(P(X ≤ x), P(X ≥ x))). Distribution after Fisher 1935, J. R. Statist. Soc. 98:39–82.",
        },
    },
    Figure {
        keys: &[
            "compare.department_pairs.a",
            "compare.department_pairs.b",
            "compare.department_pairs.from",
            "compare.department_pairs.to",
            "compare.department_pairs.new",
            "compare.department_pairs.ended",
        ],
        de: Words {
            name: "Veränderung der Ämterpaare",
            plain: "Verbindungen zwischen zwei Ämtern vorher und jetzt, neue und beendete.",
            exact: "from = kept + ended, to = kept + new, über dieselben Paare von Akteuren wie oben; null über 300 Ämtern und für Leitungskräfte.",
        },
        en: Words {
            name: "Change of the pairs of offices",
            plain: "Ties between two offices before and now, new and ended ones.",
            exact: "from = kept + ended, to = kept + new, over the same pairs of actors as above; null past 300 departments and for leaders.",
        },
    },
    Figure {
        keys: &[
            "compare.offers.new",
            "compare.offers.ended",
            "compare.offers.other_provider",
        ],
        de: Words {
            name: "Angebote",
            plain: "Wie viele Angebote neu sind, nicht mehr bestehen oder von anderen durchgeführt werden.",
            exact: "Nach den Förderphasen, in denen ein Angebot besteht; other_provider: in beiden, mit anderen Durchführenden. Null, wo in einer der Förderphasen kein Angebot eingetragen ist.",
        },
        en: Words {
            name: "Offers",
            plain: "How many offers are new, no longer exist or are provided by others.",
            exact: "By the funding phases in which an offer exists; other_provider: in both, with other providers. Null where none is entered in one of the funding phases.",
        },
    },
    Figure {
        keys: &[
            "compare.comparable.response_from",
            "compare.comparable.response_to",
            "compare.comparable.warning",
        ],
        de: Words {
            name: "Vergleichbarkeit",
            plain: "Ob der Vergleich trägt: Rücklauf in beiden Förderphasen und, wenn nötig, eine Warnung.",
            exact: "few answered: Rücklauf unter zwei Dritteln; few stayed: weniger als die Hälfte der Akteure in beiden Phasen; few ties: eine Phase mit unter 20 Verbindungen.",
        },
        en: Words {
            name: "Comparability",
            plain: "Whether the comparison is sound: the response in both funding phases and, if need be, a warning.",
            exact: "few answered: response under two thirds; few stayed: under half of the actors in both phases; few ties: a phase with under 20 ties.",
        },
    },
];
