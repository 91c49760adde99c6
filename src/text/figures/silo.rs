//! Whether ties stay inside departments.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &["silo.internal", "silo.external"],
        de: Words {
            name: "im eigenen Amt, zwischen Ämtern",
            plain: "Wie viele der gemeldeten Verbindungen im selben Amt bleiben und wie viele zwei Ämter verbinden.",
            exact: "I und E: Verbindungen mit beiden Enden in derselben und in verschiedenen Gruppen, jede einmal gezählt; T = I + E.",
        },
        en: Words {
            name: "Inside the own office, between offices",
            plain: "How many of the reported ties stay inside one office and how many join two.",
            exact: "I and E: ties with both ends in the same and in different groups, each counted once; T = I + E.",
        },
    },
    Figure {
        keys: &["silo.internal_possible", "silo.external_possible"],
        de: Words {
            name: "mögliche Verbindungen",
            plain: "Wie viele Verbindungen es im selben Amt und zwischen Ämtern höchstens geben könnte.",
            exact: "D_int = Σ n_g(n_g−1)/2 und D_ext = n(n−1)/2 − D_int, gerichtet das Doppelte.",
        },
        en: Words {
            name: "Possible ties",
            plain: "How many ties there could be at most inside offices and between them.",
            exact: "D_int = Σ n_g(n_g−1)/2 and D_ext = n(n−1)/2 − D_int, directed twice as many.",
        },
    },
    Figure {
        keys: &["silo.segregation", "silo.sd_segregation"],
        de: Words {
            name: "Trennung der Ämter",
            plain: "0 heißt: so viel über Amtsgrenzen, wie die Größe der Ämter erwarten lässt; 1 heißt: gar nichts über Amtsgrenzen; unter 0: mehr als zu erwarten.",
            exact: "(erwartet − E-I) / (1 + erwartet), Standardabweichung sd / (1 + erwartet); nicht definiert ohne Verbindung oder mit nur einer Gruppe. Freeman 1978, Sociological Methods & Research 6:411–429.",
        },
        en: Words {
            name: "Segregation of the offices",
            plain: "0 means as much across offices as their sizes let expect, 1 nothing across offices at all, below 0 more than to be expected.",
            exact: "(expected − E-I) / (1 + expected), standard deviation sd / (1 + expected); undefined without a tie or with a single group. Freeman 1978, Sociological Methods & Research 6:411–429.",
        },
    },
    Figure {
        keys: &["silo.expected", "silo.sd"],
        de: Words {
            name: "zu erwartender E-I-Index",
            plain: "Welcher E-I-Index herauskäme, wenn die Amtszugehörigkeit keine Rolle spielte, und wie weit er üblicherweise streut. Zu erwarten ist ein Maßstab, kein Ziel.",
            exact: "Gruppen über die Akteure vertauscht, Verbindungen fest: Mittel 1 − 2·Σ[n_g]₂/[n]₂, Standardabweichung 2·sd(I)/T mit Var(I) = Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Momente wie bei Mantel 1967, Cancer Research 27:209–220; Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "Expected E-I index",
            plain: "Which E-I index would come out if belonging to an office made no difference, and how far it usually strays. What is to be expected is a yardstick, not a goal.",
            exact: "Groups shuffled over the actors, ties fixed: mean 1 − 2·Σ[n_g]₂/[n]₂, standard deviation 2·sd(I)/T with Var(I) = Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Moments as in Mantel 1967, Cancer Research 27:209–220; Krackhardt & Stern 1988.",
        },
    },
    Figure {
        keys: &["silo.z"],
        de: Words {
            name: "Abstand vom Erwarteten (z)",
            plain: "Wie weit der E-I-Index vom Erwarteten entfernt ist, gemessen an der üblichen Streuung; unter 0 bleibt mehr im eigenen Amt als zu erwarten.",
            exact: "z = (E-I − erwartet) / sd; null, wenn die Varianz der internen Verbindungen unter 10⁻⁹ liegt.",
        },
        en: Words {
            name: "Distance from the expected (z)",
            plain: "How far the E-I index is from the expected one, measured by its usual spread; below 0 more stays inside than to be expected.",
            exact: "z = (E-I − expected) / sd; null when the variance of the internal ties is below 10⁻⁹.",
        },
    },
    Figure {
        keys: &["silo.e_i"],
        de: Words {
            name: "E-I-Index",
            plain: "Verhältnis von Verbindungen über Amtsgrenzen zu solchen im eigenen Amt: −1 alles im eigenen Amt, 1 alles darüber hinaus. Ohne den Erwartungswert daneben führt die Zahl in die Irre.",
            exact: "(E − I) / (E + I), jede interne Verbindung einmal gezählt; nicht definiert ohne Verbindung. Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140.",
        },
        en: Words {
            name: "E-I index",
            plain: "Ties across offices against ties inside: −1 all inside, 1 all across. Without the expected value beside it the number misleads.",
            exact: "(E − I) / (E + I), each internal tie counted once; undefined without a tie. Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140.",
        },
    },
    Figure {
        keys: &["silo.rescaled"],
        de: Words {
            name: "E-I-Index, auf das Mögliche bezogen",
            plain: "Der E-I-Index auf der Spanne, die bei diesen Ämtern und dieser Zahl von Verbindungen überhaupt möglich ist.",
            exact: "2(E-I − min) / (max − min) − 1 über alle I von max(0, T − D_ext) bis min(T, D_int); null, wenn nur ein I möglich ist. Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "E-I index on its possible range",
            plain: "The E-I index on the range that these offices and this number of ties allow at all.",
            exact: "2(E-I − min) / (max − min) − 1 over all I from max(0, T − D_ext) to min(T, D_int); null where only one I is possible. Krackhardt & Stern 1988.",
        },
    },
    Figure {
        keys: &[
            "silo.permutations.n",
            "silo.permutations.seed",
            "silo.permutations.mean",
            "silo.permutations.sd",
        ],
        de: Words {
            name: "nachgestellte Verteilungen",
            plain: "So oft wurden die Ämter neu über die Funktionen verteilt und die Verbindungen neu gezählt, um zu sehen, was ohne Einfluss der Ämter herauskäme.",
            exact: "n Vertauschungen mit festem Startwert (seed), Mittel und Standardabweichung ihres E-I; dieselben Zahlen auf jedem Rechner.",
        },
        en: Words {
            name: "Simulated distributions",
            plain: "So often the offices were dealt anew to the functions and the ties counted again, to see what would come out without the offices' influence.",
            exact: "n permutations from a fixed seed, mean and standard deviation of their E-I; the same numbers on every machine.",
        },
    },
    Figure {
        keys: &[
            "silo.permutations.internal_low",
            "silo.permutations.internal_high",
        ],
        de: Words {
            name: "zu erwartende Spanne im eigenen Amt",
            plain: "Zwischen diesen beiden Zahlen liegen die Verbindungen im eigenen Amt in 95 von 100 nachgestellten Verteilungen.",
            exact: "2,5-%- und 97,5-%-Quantil der internen Verbindungen (kleinste Zahl, die von dem Anteil der Vertauschungen nicht überschritten wird).",
        },
        en: Words {
            name: "Expected range inside the own office",
            plain: "In 95 of 100 simulated distributions the ties inside offices lie between these two numbers.",
            exact: "2.5 % and 97.5 % quantiles of the internal ties (the least number that this share of the permutations does not exceed).",
        },
    },
    Figure {
        keys: &["silo.permutations.p_low", "silo.permutations.p_high"],
        de: Words {
            name: "Anteil der Verteilungen (p)",
            plain: "Wie oft die nachgestellten Verteilungen mindestens so getrennt (oder so offen) sind wie die gemeldete.",
            exact: "p_low = (1 + Vertauschungen mit mindestens so vielen internen Verbindungen) / (n + 1), p_high entsprechend mit höchstens so vielen; verglichen werden ganze Zahlen.",
        },
        en: Words {
            name: "Share of distributions (p)",
            plain: "How often the simulated distributions are at least as separate (or as open) as the reported one.",
            exact: "p_low = (1 + permutations with at least as many internal ties) / (n + 1), p_high likewise with at most as many; whole numbers are compared.",
        },
    },
    Figure {
        keys: &[
            "silo.activity.expected",
            "silo.activity.sd",
            "silo.activity.z",
        ],
        de: Words {
            name: "E-I-Index bei gleicher Kontaktzahl",
            plain: "Welcher E-I-Index zu erwarten wäre, wenn jede Funktion so viele Kontakte behielte, wie sie hat, und nur offen bliebe, zu wem. Wenige Funktionen mit sehr vielen Kontakten verschieben das Bild.",
            exact: "Zufallsgraph größter Entropie: p_ij = x_i x_j/(1 + x_i x_j) mit Σ_j p_ij = Grad_i, nach verschiedenen Graden gelöst; mit allen Verbundene p = 1. Erwartet 1 − 2·Σp/T und sd 2·√Σp(1−p)/T über Paare derselben Gruppe (vorsichtig: die Grade gelten im Mittel); z wie oben. Immer ungerichtet; nicht definiert ohne Verbindung. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
        en: Words {
            name: "E-I index with the same number of contacts",
            plain: "Which E-I index would be expected if each function kept as many contacts as it has and only with whom stayed open. A few functions with very many contacts shift the picture.",
            exact: "Random graph of largest entropy: p_ij = x_i x_j/(1 + x_i x_j) with Σ_j p_ij = degree_i, solved per distinct degree; who is tied to all has p = 1. Expected 1 − 2·Σp/T and sd 2·√Σp(1−p)/T over pairs of one group (conservative: degrees hold on average); z as above. Always undirected; undefined without a tie. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
    },
];
