//! Who meets whom by level, how settled ties are, and each actor's place among the others.

use super::{Figure, Words};

/// The figures, in the order in which they are read.
pub(super) const FIGURES: &[Figure] = &[
    Figure {
        keys: &["level_pairs.a", "level_pairs.b", "level_pairs.ties"],
        de: Words {
            name: "Ebene",
            plain: "Wer mit wem zusammenarbeitet, nach Ebene: operativ, koordinierend, leitend oder gemischt.",
            exact: "Verbindungen (gerichtet Bögen) zwischen je zwei Ebenen und innerhalb jeder, im ganzen Netzwerk; null: Ebene nicht angegeben, nur wo es solche Akteure gibt. Für Leitungskräfte nur, wenn keine Ebene ein oder zwei Funktionen hat.",
        },
        en: Words {
            name: "Level",
            plain: "Who works with whom by level: operative, coordinating, leading, or mixed.",
            exact: "Ties (directed: arcs) between each two levels and within each, in the whole network; null: level not stated, only where such actors exist. For leaders only where no level has one or two functions.",
        },
    },
    Figure {
        keys: &["level_pairs.possible"],
        de: Words {
            name: "möglich",
            plain: "So viele Verbindungen zwischen den beiden Ebenen könnte es geben.",
            exact: "n_a·n_b, innerhalb einer Ebene n_a(n_a−1)/2; gerichtet das Doppelte. Fehlende Antworten sind nicht abgezogen.",
        },
        en: Words {
            name: "Possible",
            plain: "How many ties there could be between the two levels.",
            exact: "n_a·n_b, within a level n_a(n_a−1)/2; directed twice as many. Missing answers are not taken off.",
        },
    },
    Figure {
        keys: &["level_pairs.expected"],
        de: Words {
            name: "zu erwarten",
            plain: "So viele Verbindungen hätten die beiden Ebenen, wenn die Ebene keine Rolle spielte.",
            exact: "T·p₂ mit p₂ = [n_a]₂/[n]₂ innerhalb einer Ebene und 2·n_a·n_b/[n]₂ zwischen zweien: Mittel über alle Vertauschungen der Ebenen; nicht definiert unter zwei Akteuren. Mantel 1967.",
        },
        en: Words {
            name: "Expected",
            plain: "How many ties the two levels would have if the level made no difference.",
            exact: "T·p₂ with p₂ = [n_a]₂/[n]₂ within a level and 2·n_a·n_b/[n]₂ between two: the mean over all permutations of the levels; undefined below two actors. Mantel 1967.",
        },
    },
    Figure {
        keys: &[
            "silo.binding.internal",
            "silo.binding.external",
            "silo.binding.share_internal",
            "silo.binding.share_external",
        ],
        de: Words {
            name: "schriftlich vereinbart",
            plain: "Welcher Teil der Zusammenarbeit schriftlich vereinbart ist, im eigenen Amt und zwischen Ämtern.",
            exact: "Verbundene Paare, für die mindestens eine Seite eine Vereinbarung angibt, und ihr Anteil an den verbundenen Paaren der ungerichteten Form; null, wo von keinem Paar jemand sagt, ob es vereinbart ist; Anteil nicht definiert ohne Verbindung.",
        },
        en: Words {
            name: "Agreed in writing",
            plain: "What share of the cooperation is agreed in writing, within offices and between them.",
            exact: "Tied pairs for which at least one side states an agreement, and their share of the tied pairs of the undirected form; null where of no pair anybody says whether it is agreed; the share undefined without a tie.",
        },
    },
    Figure {
        keys: &[
            "silo.confirmed.internal",
            "silo.confirmed.external",
            "silo.confirmed.share_internal",
            "silo.confirmed.share_external",
        ],
        de: Words {
            name: "von beiden Seiten bestätigt",
            plain: "Welcher Teil der Zusammenarbeit von beiden Seiten gemeldet ist, wo beide geantwortet haben, im eigenen Amt und zwischen Ämtern.",
            exact: "Paare, die beide Seiten melden, unter den verbundenen Paaren, deren beide Seiten geantwortet haben; null, wo es kein solches Paar gibt oder Antworten nicht erfasst sind; Anteil nicht definiert ohne ein solches Paar innen oder außen.",
        },
        en: Words {
            name: "Confirmed by both sides",
            plain: "What share of the cooperation both sides report where both have answered, within offices and between them.",
            exact: "Pairs that both sides report, among the tied pairs both of whose sides answered; null where there is no such pair or answers were not recorded; a share undefined without such a pair there.",
        },
    },
    Figure {
        keys: &["actor_figures.actor"],
        de: Words {
            name: "Funktion oder Einrichtung",
            plain: "Jede Funktion mit ihren Kennzahlen, nur auf Wunsch und nur für das Kernteam, nach Kennung geordnet. Die Zahlen beschreiben eine Lage im Netzwerk, keine Leistung.",
            exact: "Kennung des Akteurs; Reihenfolge nach Kennung, nie nach einer Kennzahl.",
        },
        en: Words {
            name: "Function or facility",
            plain: "Each function with its figures, only on request and only for the core team, in order of id. The numbers describe a position in the network, not performance.",
            exact: "The actor's id; ordered by id, never by a figure.",
        },
    },
    Figure {
        keys: &["actor_figures.department"],
        de: Words {
            name: "Amt / Organisation",
            plain: "Wozu die Funktion gehört.",
            exact: "Wert der gewählten Spalte; null, wo sie leer ist.",
        },
        en: Words {
            name: "Office / organisation",
            plain: "Where the function belongs.",
            exact: "The value of the chosen column; null where it is empty.",
        },
    },
    Figure {
        keys: &["actor_figures.degree"],
        de: Words {
            name: "Kontakte",
            plain: "Mit so vielen anderen arbeitet die Funktion zusammen.",
            exact: "Grad: Zahl der Verbindungen.",
        },
        en: Words {
            name: "Contacts",
            plain: "How many others the function works with.",
            exact: "Degree: the number of ties.",
        },
    },
    Figure {
        keys: &["actor_figures.in_degree"],
        de: Words {
            name: "genannt von",
            plain: "So viele andere melden eine Zusammenarbeit mit der Funktion.",
            exact: "Eingangsgrad: Zahl der Bögen zu ihr.",
        },
        en: Words {
            name: "Named by",
            plain: "How many others report cooperation with the function.",
            exact: "In-degree: the number of arcs to it.",
        },
    },
    Figure {
        keys: &["actor_figures.out_degree"],
        de: Words {
            name: "nennt",
            plain: "Mit so vielen anderen meldet die Funktion eine Zusammenarbeit.",
            exact: "Ausgangsgrad: Zahl der Bögen von ihr.",
        },
        en: Words {
            name: "Names",
            plain: "How many others the function reports cooperation with.",
            exact: "Out-degree: the number of arcs from it.",
        },
    },
    Figure {
        keys: &["actor_figures.betweenness"],
        de: Words {
            name: "auf kürzesten Wegen",
            plain: "Wie oft die Funktion auf einem kürzesten Weg zwischen zwei anderen liegt.",
            exact: "Σ σ(s,t|v)/σ(s,t) über alle Paare, gerichtet über geordnete Paare, nicht normiert; null, wenn es mehr als 10³⁰⁸ kürzeste Wege gibt. Freeman 1977, Sociometry 40:35–41; Brandes 2001.",
        },
        en: Words {
            name: "On shortest paths",
            plain: "How often the function lies on a shortest path between two others.",
            exact: "Σ σ(s,t|v)/σ(s,t) over all pairs, directed over ordered pairs, not normalised; null where there are more than 10³⁰⁸ shortest paths. Freeman 1977, Sociometry 40:35–41; Brandes 2001.",
        },
    },
    Figure {
        keys: &["actor_figures.constraint"],
        de: Words {
            name: "Einschränkung",
            plain: "Wie stark die Kontakte der Funktion untereinander verbunden sind: niedrig heißt, sie verbindet Kreise, die sich sonst kaum kennen.",
            exact: "Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)², pᵢⱼ = (aᵢⱼ + aⱼᵢ) / Σₖ(aᵢₖ + aₖᵢ), ohne Stärken; nicht definiert ohne Verbindung. Burt 1992, S. 54.",
        },
        en: Words {
            name: "Constraint",
            plain: "How strongly the function's contacts are tied to each other: low means that it connects circles that otherwise hardly know each other.",
            exact: "Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)², pᵢⱼ = (aᵢⱼ + aⱼᵢ) / Σₖ(aᵢₖ + aₖᵢ), without strengths; undefined without a tie. Burt 1992, p. 54.",
        },
    },
    Figure {
        keys: &["actor_figures.effective_size"],
        de: Words {
            name: "wirksame Größe",
            plain: "So viele Kontakte, die einander nicht ersetzen, hat die Funktion.",
            exact: "d − 2t/d mit d Nachbarn und t Verbindungen unter ihnen, ungerichtete Form; nicht definiert ohne Verbindung. Burt 1992, S. 52; Borgatti 1997, Connections 20:35–38.",
        },
        en: Words {
            name: "Effective size",
            plain: "How many contacts the function has that cannot stand in for each other.",
            exact: "d − 2t/d with d neighbours and t ties among them, undirected form; undefined without a tie. Burt 1992, p. 52; Borgatti 1997, Connections 20:35–38.",
        },
    },
    Figure {
        keys: &["actor_figures.core"],
        de: Words {
            name: "Kern",
            plain: "Zu wie dicht verbundenen Kreisen die Funktion gehört: In ihrem Kern hat jede mindestens so viele Kontakte.",
            exact: "Größtes k, für das der Akteur im k-Kern der ungerichteten Form liegt. Seidman 1983, Social Networks 5:269–287.",
        },
        en: Words {
            name: "Core",
            plain: "How tightly knit the circle is that the function belongs to: in its core everyone has at least this many contacts.",
            exact: "The largest k for which the actor is in the k-core of the undirected form. Seidman 1983, Social Networks 5:269–287.",
        },
    },
    Figure {
        keys: &["actor_figures.e_i"],
        de: Words {
            name: "E-I der Funktion",
            plain: "Ob ihre Kontakte eher im eigenen Amt (bis −1) oder in anderen Ämtern (bis 1) liegen.",
            exact: "(E − I)/(E + I) ihrer Verbindungen (gerichtet Bögen) unter den Akteuren der Silo-Zahlen; nicht definiert ohne Verbindung. Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "E-I of the function",
            plain: "Whether its contacts are mostly in its own office (towards −1) or in other offices (towards 1).",
            exact: "(E − I)/(E + I) of its ties (directed: arcs) among the actors of the silo figures; undefined without a tie. Krackhardt & Stern 1988.",
        },
    },
    Figure {
        keys: &["actor_figures.cut_point"],
        de: Words {
            name: "einziger Übergang",
            plain: "Ob ohne die Funktion ein Teil des Netzwerks von den übrigen getrennt wäre.",
            exact: "Gelenkpunkt der ungerichteten Form: ohne ihn gibt es mehr Komponenten. Hopcroft & Tarjan 1973, CACM 16:372–378.",
        },
        en: Words {
            name: "Only connection",
            plain: "Whether part of the network would be cut off from the rest without the function.",
            exact: "Cut point of the undirected form: without it there are more components. Hopcroft & Tarjan 1973, CACM 16:372–378.",
        },
    },
    Figure {
        keys: &["actor_figures.brokerage.coordinator"],
        de: Words {
            name: "im Amt",
            plain: "Wie oft die Funktion zwischen zweien des eigenen Amtes steht, die nicht direkt verbunden sind.",
            exact: "w_I: a → v → b ohne a → b, alle drei in einer Gruppe; Rohzahl, ungerichtet zählt jedes offene Tripel zweimal. Gould & Fernandez 1989, Sociological Methodology 19:89–126; wie sna ab 2.5.",
        },
        en: Words {
            name: "Coordinator",
            plain: "How often the function stands between two others of its own office that have no direct tie.",
            exact: "w_I: a → v → b without a → b, all three in one group; raw count, undirected each open triple counts twice. Gould & Fernandez 1989, Sociological Methodology 19:89–126; as sna from 2.5 on.",
        },
    },
    Figure {
        keys: &["actor_figures.brokerage.itinerant"],
        de: Words {
            name: "von außen",
            plain: "Wie oft die Funktion zwischen zweien eines anderen Amtes steht, die nicht direkt verbunden sind.",
            exact: "w_O: a und b in einer Gruppe, v in einer anderen; sonst wie w_I.",
        },
        en: Words {
            name: "Itinerant",
            plain: "How often the function stands between two of another office that have no direct tie.",
            exact: "w_O: a and b in one group, v in another; else as w_I.",
        },
    },
    Figure {
        keys: &["actor_figures.brokerage.representative"],
        de: Words {
            name: "nach außen",
            plain: "Wie oft die Funktion vom eigenen Amt in ein anderes vermittelt.",
            exact: "b_IO: a und v in einer Gruppe, b in einer anderen (A → A → B); sonst wie w_I.",
        },
        en: Words {
            name: "Representative",
            plain: "How often the function mediates from its own office to another.",
            exact: "b_IO: a and v in one group, b in another (A → A → B); else as w_I.",
        },
    },
    Figure {
        keys: &["actor_figures.brokerage.gatekeeper"],
        de: Words {
            name: "nach innen",
            plain: "Wie oft die Funktion von einem anderen Amt in das eigene vermittelt.",
            exact: "b_OI: v und b in einer Gruppe, a in einer anderen (A → B → B); sonst wie w_I.",
        },
        en: Words {
            name: "Gatekeeper",
            plain: "How often the function mediates from another office to its own.",
            exact: "b_OI: v and b in one group, a in another (A → B → B); else as w_I.",
        },
    },
    Figure {
        keys: &["actor_figures.brokerage.liaison"],
        de: Words {
            name: "zwischen Ämtern",
            plain: "Wie oft die Funktion zwischen zwei anderen Ämtern vermittelt.",
            exact: "b_O: a, v und b in drei Gruppen; sonst wie w_I.",
        },
        en: Words {
            name: "Liaison",
            plain: "How often the function mediates between two other offices.",
            exact: "b_O: a, v and b in three groups; else as w_I.",
        },
    },
];
