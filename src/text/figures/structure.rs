//! What holds the network together.

use super::{Figure, Words};

/// The figures, in the order in which they are read.
pub(super) const FIGURES: &[Figure] = &[
    Figure {
        keys: &["transitivity"],
        de: Words {
            name: "Geschlossenheit",
            plain: "Wie oft zwei, die mit derselben Funktion zusammenarbeiten, auch miteinander zusammenarbeiten.",
            exact: "3 · Dreiecke / Wege aus zwei Verbindungen, in der ungerichteten Form; nicht definiert, wo niemand zwei Verbindungen hat. Newman, Strogatz & Watts 2001, Physical Review E 64:026118.",
        },
        en: Words {
            name: "Transitivity",
            plain: "How often two functions that work with the same third one also work with each other.",
            exact: "3 · triangles / paths of two ties, in the undirected form; undefined where nobody has two ties. Newman, Strogatz & Watts 2001, Physical Review E 64:026118.",
        },
    },
    Figure {
        keys: &["reciprocity"],
        de: Words {
            name: "Gegenseitigkeit",
            plain: "Welcher Teil der Meldungen von der anderen Seite erwidert wird. Nicht erwidert heißt oft nur: noch nicht geantwortet.",
            exact: "Anteil der Bögen, deren Gegenbogen es gibt; nur gerichtet, nicht definiert ohne Bogen. Wasserman & Faust 1994, S. 515.",
        },
        en: Words {
            name: "Reciprocity",
            plain: "What share of the reports the other side confirms. Not confirmed often just means that it has not answered yet.",
            exact: "Share of arcs whose opposite arc exists; directed only, undefined without an arc. Wasserman & Faust 1994, p. 515.",
        },
    },
    Figure {
        keys: &[
            "centralization.degree",
            "centralization.in_degree",
            "centralization.out_degree",
        ],
        de: Words {
            name: "Zentralisierung nach Kontakten",
            plain: "Ob sich die Verbindungen bei einer einzigen Funktion bündeln (1) oder gleich verteilen (0).",
            exact: "Σ(max − dᵢ) / ((n−1)(n−2)), gerichtet nach Eingang und Ausgang getrennt durch (n−1)²; nicht definiert, wo der Nenner 0 ist. Freeman 1979, Social Networks 1:215–239.",
        },
        en: Words {
            name: "Centralization by contacts",
            plain: "Whether the ties are concentrated on a single function (1) or spread evenly (0).",
            exact: "Σ(max − dᵢ) / ((n−1)(n−2)), directed for arcs in and out apart by (n−1)²; undefined where the divisor is 0. Freeman 1979, Social Networks 1:215–239.",
        },
    },
    Figure {
        keys: &["centralization.betweenness"],
        de: Words {
            name: "Zentralisierung nach Wegen",
            plain: "Ob die kürzesten Wege durch das Netzwerk alle über eine einzige Funktion führen (1) oder über viele (0).",
            exact: "Σ(max − bᵢ) / ((n−1)²(n−2)/2), gerichtet / ((n−1)²(n−2)), b nach Brandes 2001; nicht definiert unter drei Akteuren und, wo nur Stichproben gezogen werden. Freeman 1979, Social Networks 1:215–239.",
        },
        en: Words {
            name: "Centralization by betweenness",
            plain: "Whether the shortest paths through the network all run through a single function (1) or through many (0).",
            exact: "Σ(max − bᵢ) / ((n−1)²(n−2)/2), directed / ((n−1)²(n−2)), b after Brandes 2001; undefined below three actors and where only samples are drawn. Freeman 1979, Social Networks 1:215–239.",
        },
    },
    Figure {
        keys: &["centralization.closeness"],
        de: Words {
            name: "Zentralisierung nach Nähe",
            plain: "Ob eine einzige Funktion allen anderen viel näher ist als die übrigen (1) oder alle ähnlich nah sind (0).",
            exact: "Σ(max − cᵢ) / ((n−1)(n−2)/(2n−3)) mit cᵢ = (n−1)/Σⱼ d(i,j), der ungerichteten Form; nicht definiert unter drei Akteuren und, wo das Netzwerk zerfällt. Freeman 1979, Social Networks 1:215–239.",
        },
        en: Words {
            name: "Centralization by closeness",
            plain: "Whether a single function is much closer to all others than the rest are (1), or all are about equally close (0).",
            exact: "Σ(max − cᵢ) / ((n−1)(n−2)/(2n−3)) with cᵢ = (n−1)/Σⱼ d(i,j), of the undirected form; undefined below three actors and where the network is not connected. Freeman 1979, Social Networks 1:215–239.",
        },
    },
    Figure {
        keys: &["bridges"],
        de: Words {
            name: "einzige Verbindungen",
            plain: "Verbindungen, ohne die ein Teil des Netzwerks vom anderen getrennt wäre.",
            exact: "Brücken der ungerichteten Form: Kanten, deren Wegfall die Zahl der Komponenten erhöht; in der Ansicht für Leitungskräfte nicht enthalten. Hopcroft & Tarjan 1973, CACM 16:372–378.",
        },
        en: Words {
            name: "Critical ties",
            plain: "Ties without which one part of the network would be cut off from the other.",
            exact: "Bridges of the undirected form: edges whose loss raises the number of components; absent in the view for leaders. Hopcroft & Tarjan 1973, CACM 16:372–378.",
        },
    },
    Figure {
        keys: &[
            "betweenness_method",
            "betweenness_method.sampled",
            "betweenness_method.seed",
        ],
        de: Words {
            name: "Verfahren für kürzeste Wege",
            plain: "Ob alle kürzesten Wege gezählt sind oder, in sehr großen Netzwerken, nur die von einer Stichprobe aus.",
            exact: "exact: Brandes 2001 von allen Akteuren aus; sampled: von 2.000 ohne Zurücklegen gezogenen aus, hochgerechnet mit n/2000 (Brandes & Pich 2007), über 20.000 Akteuren.",
        },
        en: Words {
            name: "Method of betweenness",
            plain: "Whether all shortest paths are counted or, in very large networks, only those from a sample.",
            exact: "exact: Brandes 2001 from all actors; sampled: from 2,000 drawn without repetition, scaled by n/2000 (Brandes & Pich 2007), past 20,000 actors.",
        },
    },
];
