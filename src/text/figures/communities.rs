//! Which groups the ties themselves would make.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &["silo.modularity.departments"],
        de: Words {
            name: "Modularität der Ämter",
            plain: "Wie deutlich die Ämter als dichte Gruppen im Netzwerk stehen: 0 heißt, nicht dichter verbunden, als die Zahl der Kontakte erwarten lässt. Die Zahl ist nur neben der besten Einteilung zu lesen.",
            exact: "Q = Σ_g [ I_g/m − (K_g/2m)² ] mit den inneren Verbindungen I_g und der Gradsumme K_g jeder Gruppe, ungerichtet, ohne Stärken; nicht definiert ohne Verbindung. Newman & Girvan 2004, Physical Review E 69:026113.",
        },
        en: Words {
            name: "Modularity of the offices",
            plain: "How clearly the offices stand out as dense groups: 0 means no denser than the number of contacts would suggest. To be read only alongside the best grouping.",
            exact: "Q = Σ_g [ I_g/m − (K_g/2m)² ] with the inner ties I_g and the sum of degrees K_g of each group, undirected, without strengths; undefined without a tie. Newman & Girvan 2004, Physical Review E 69:026113.",
        },
    },
    Figure {
        keys: &["silo.modularity.best", "silo.modularity.best_groups"],
        de: Words {
            name: "beste gefundene Einteilung",
            plain: "Wie deutlich Gruppen sich höchstens zeigen, wenn allein die Verbindungen sie bilden und nicht die Ämter, und wie viele Gruppen das sind.",
            exact: "Größtes gefundenes Q und Zahl seiner Gruppen, Funktionen ohne Verbindung je eine: Leiden-Suchen (bis 200 Funktionen mindestens 300, bis 1.000 mindestens 30, darüber mindestens 10) und eine von den Ämtern aus, je zwei Ergebnisse verbunden (Ovelgönne & Geyer-Schulz 2013); nie unter dem Q der Ämter. Traag, Waltman & van Eck 2019, Scientific Reports 9:5233.",
        },
        en: Words {
            name: "Best grouping found",
            plain: "How clearly groups can stand out at best when they are formed by the ties alone rather than by the offices, and how many groups that makes.",
            exact: "Highest Q found and the number of its groups, a function without a tie being one: Leiden searches (up to 200 functions at least 300, up to 1,000 at least 30, above at least 10) and one from the offices, their results joined two by two (Ovelgönne & Geyer-Schulz 2013); never below the offices' Q. Traag, Waltman & van Eck 2019, Scientific Reports 9:5233.",
        },
    },
    Figure {
        keys: &["silo.modularity.ari", "silo.modularity.nmi"],
        de: Words {
            name: "Übereinstimmung mit der besten Einteilung",
            plain: "Wie weit die Gruppen, die die Verbindungen bilden, die Ämter sind: 1 heißt, genau dieselben; 0 heißt, nicht mehr als bei beliebiger Verteilung.",
            exact: "ARI = (Σ C(n_ij,2) − E)/(½[Σ C(a_i,2) + Σ C(b_j,2)] − E) mit E = Σ C(a_i,2)·Σ C(b_j,2)/C(n,2), Hubert & Arabie 1985, Journal of Classification 2:193–218; NMI = 2I/(H₁ + H₂), ohne Zufallskorrektur, Danon et al. 2005, J. Stat. Mech. P09008. Nicht definiert, wo eine der Einteilungen eine einzige Gruppe ist.",
        },
        en: Words {
            name: "Agreement with the best grouping",
            plain: "How closely the groups formed by the ties match the offices: 1 means exactly, 0 no better than any arrangement.",
            exact: "ARI = (Σ C(n_ij,2) − E)/(½[Σ C(a_i,2) + Σ C(b_j,2)] − E) with E = Σ C(a_i,2)·Σ C(b_j,2)/C(n,2), Hubert & Arabie 1985, Journal of Classification 2:193–218; NMI = 2I/(H₁ + H₂), not corrected for chance, Danon et al. 2005, J. Stat. Mech. P09008. Undefined where either is a single group.",
        },
    },
    Figure {
        keys: &["best_partition"],
        de: Words {
            name: "Gruppen der besten Einteilung",
            plain: "In welcher Gruppe jede Funktion steht, wenn allein die Verbindungen die Gruppen bilden. Nur auf Wunsch und nur in der Arbeitsansicht.",
            exact: "Kennung → Gruppe, gezählt ab 1 in der Reihenfolge der Kennungen; null ohne Verbindung. Von gleich guten Einteilungen die, die den Ämtern am nächsten ist.",
        },
        en: Words {
            name: "Groups of the best grouping",
            plain: "Which group each function belongs to when the ties alone form the groups. On request only, and in the working view only.",
            exact: "Id → group, counted from 1 in the order of the ids; null without a tie. Of equally good groupings the one nearest to the offices.",
        },
    },
];
