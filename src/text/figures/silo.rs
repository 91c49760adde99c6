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
            name: "Within an office, between offices",
            plain: "How many of the reported ties stay within one office and how many connect two.",
            exact: "I and E: ties with both ends in the same and in different groups, each counted once; T = I + E.",
        },
    },
    Figure {
        keys: &["silo.internal_possible", "silo.external_possible"],
        de: Words {
            name: "mögliche Verbindungen",
            plain: "Wie viele Verbindungen es im selben Amt und zwischen Ämtern höchstens geben könnte.",
            exact: "D_int = Σ n_g(n_g−1)/2 und D_ext = n(n−1)/2 − D_int, gerichtet das Doppelte; ohne Paare, die offen gelassen wurden: keine der Seiten, die geantwortet haben, sagt, dass es keine Verbindung gibt. Erwartungswert und Streuung rechnen mit allen Paaren.",
        },
        en: Words {
            name: "Possible ties",
            plain: "How many ties there could be at most within offices and between them.",
            exact: "D_int = Σ n_g(n_g−1)/2 and D_ext = n(n−1)/2 − D_int, directed twice as many; without pairs left open: no side that answered says that there is no tie. Expectation and deviation are of all pairs.",
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
            plain: "0 means as many ties across offices as their sizes would suggest, 1 none at all, below 0 more than expected.",
            exact: "(expected − E-I) / (1 + expected), standard deviation sd / (1 + expected); undefined without a tie or with a single group. Freeman 1978, Sociological Methods & Research 6:411–429.",
        },
    },
    Figure {
        keys: &["silo.expected", "silo.sd"],
        de: Words {
            name: "zu erwartender E-I-Index",
            plain: "Welcher E-I-Index herauskäme, wenn die Amtszugehörigkeit keine Rolle spielte, und wie weit er üblicherweise streut. Zu erwarten ist ein Maßstab, kein Ziel.",
            exact: "Gruppen über die Akteure vertauscht, Verbindungen fest: Mittel 1 − 2·Σ[n_g]₂/[n]₂, Standardabweichung 2·sd(I)/T mit Var(I) = Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Haben nicht alle geantwortet: siehe „Fehlende Antworten“. Momente wie bei Mantel 1967, Cancer Research 27:209–220; Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "Expected E-I index",
            plain: "What the E-I index would be if it made no difference which office a function belongs to, and how much it usually varies. What would be expected is a yardstick, not a target.",
            exact: "Groups shuffled over the actors, ties fixed: mean 1 − 2·Σ[n_g]₂/[n]₂, standard deviation 2·sd(I)/T with Var(I) = Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Where not all answered: see “Missing answers”. Moments as in Mantel 1967, Cancer Research 27:209–220; Krackhardt & Stern 1988.",
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
            plain: "How far the E-I index is from the expected one, in units of its usual spread; below 0 more stays within offices than expected.",
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
            plain: "Ties across offices compared with ties within: −1 all within, 1 all across. Without the expected value beside it, the number is misleading.",
            exact: "(E − I) / (E + I), each internal tie counted once; undefined without a tie. Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140.",
        },
    },
    Figure {
        keys: &["silo.rescaled"],
        de: Words {
            name: "E-I-Index, auf das Mögliche bezogen",
            plain: "Der E-I-Index auf der Spanne, die bei diesen Ämtern und dieser Zahl von Verbindungen überhaupt möglich ist.",
            exact: "2(E-I − min) / (max − min) − 1 über alle I von max(0, T − D_ext) bis min(T, D_int), bei fehlenden Antworten je Teil (beide geantwortet, eine Seite, keine) und zusammengezählt; null, wenn nur ein I möglich ist. Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "E-I index on its possible range",
            plain: "The E-I index on the range that these offices and this number of ties allow.",
            exact: "2(E-I − min) / (max − min) − 1 over all I from max(0, T − D_ext) to min(T, D_int), with missing answers for each part (both answered, one side, none) and added up; null where only one I is possible. Krackhardt & Stern 1988.",
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
            name: "Simulated arrangements",
            plain: "How often the offices were reassigned to the functions at random and the ties counted again, to see what would come out without the offices' influence.",
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
            exact: "2,5-%- und 97,5-%-Quantil der internen Verbindungen (kleinste Zahl, die von dem Anteil der Vertauschungen nicht überschritten wird). Ohne Vertauschungen nennen Texte stattdessen das Mittel ± 1,96 sd und sagen das dazu.",
        },
        en: Words {
            name: "Expected range within an office",
            plain: "In 95 out of 100 simulated arrangements, the number of ties within offices lies between these two numbers.",
            exact: "2.5 % and 97.5 % quantiles of the internal ties (the least number that this share of the permutations does not exceed). Without permutations texts name the mean ± 1.96 sd instead, and say so.",
        },
    },
    Figure {
        keys: &["silo.permutations.p_low", "silo.permutations.p_high"],
        de: Words {
            name: "Anteil der Verteilungen (p)",
            plain: "Wie oft die nachgestellten Verteilungen mindestens so getrennt (oder so offen) sind wie die gemeldete.",
            exact: "p_low = (1 + Vertauschungen mit mindestens so vielen internen Verbindungen) / (n + 1), p_high entsprechend mit höchstens so vielen; verglichen werden ganze Zahlen. Texte nennen ein p für beide Richtungen: min(1, 2·min(p_low, p_high)).",
        },
        en: Words {
            name: "Share of arrangements (p)",
            plain: "How often the simulated arrangements are at least as separate (or as open) as the reported one.",
            exact: "p_low = (1 + permutations with at least as many internal ties) / (n + 1), p_high likewise with at most as many; whole numbers are compared. Texts name one p for both sides: min(1, 2·min(p_low, p_high)).",
        },
    },
    Figure {
        keys: &[
            "silo.activity.observed",
            "silo.activity.expected",
            "silo.activity.sd",
            "silo.activity.z",
        ],
        de: Words {
            name: "E-I-Index bei gleicher Kontaktzahl",
            plain: "Welcher E-I-Index zu erwarten wäre, wenn jede Funktion so viele Kontakte behielte, wie sie hat, und nur offen bliebe, zu wem. Wenige Funktionen mit sehr vielen Kontakten verschieben das Bild.",
            exact: "Zufallsgraph größter Entropie: p_ij = x_i x_j/(1 + x_i x_j) mit Σ_j p_ij = Grad_i, nach verschiedenen Graden gelöst; mit allen Verbundene p = 1. Erwartet 1 − 2·Σp/T und sd 2·√Σp(1−p)/T über Paare derselben Gruppe (vorsichtig: die Grade gelten im Mittel); z wie oben. Haben nicht alle geantwortet, ist p = 0 zwischen zweien, die es nicht taten, und Verbindungen zwischen solchen zählen weder in den Graden noch in observed, dem E-I daneben; mit allen verbunden ist, wer es mit allen möglichen ist. Immer ungerichtet; nicht definiert ohne Verbindung oder ohne Lösung. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
        en: Words {
            name: "E-I index with the same number of contacts",
            plain: "What E-I index would be expected if each function kept its number of contacts and only whom they are with were left open. A few functions with a great many contacts shift the picture.",
            exact: "Random graph of largest entropy: p_ij = x_i x_j/(1 + x_i x_j) with Σ_j p_ij = degree_i, solved per distinct degree; who is tied to all has p = 1. Expected 1 − 2·Σp/T and sd 2·√Σp(1−p)/T over pairs of one group (conservative: degrees hold on average); z as above. Where not all answered, p = 0 between two that did not, and ties between such count neither in the degrees nor in observed, the E-I beside it; tied to all is who is tied to all possible ones. Always undirected; undefined without a tie or a solution. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
    },
    Figure {
        keys: &[
            "silo.verdict",
            "silo.too_small",
            "silo.inside_asked",
            "department_figures.verdict",
            "department_figures.too_small",
        ],
        de: Words {
            name: "in einem Wort",
            plain: "Geschlossen: mehr bleibt im eigenen Amt, als die Größe der Ämter und die Zahl der Kontakte erklären; offen: weniger; wie zu erwarten: keins von beidem ist deutlich; gegenläufig: die beiden widersprechen sich. Ein Hinweis kann bei so vielen Ämtern auch Zufall sein. Wo nichts gesagt werden kann, steht der Grund.",
            exact: "Das erste, was zutrifft: too small mit „no departments“, wo keine Funktion ein Amt hat; null, wo keine Zeile zwei Funktionen desselben Amtes nennt (inside_asked, auch Stärke 0 zählt), wo unter der Hälfte geantwortet hat, wo eins der Nullmodelle keine Streuung hat oder keine Lösung (Grade auf 10⁻⁶); too small mit Grund in too_small: im Ganzen unter 3 Ämter mit 3 Funktionen (departments), unter 20 Verbindungen (ties), unter 3 internen nach den Gruppen zu erwarten (expected); ein Amt unter 3 zu erwarten (expected) oder unter 3 Funktionen (actors); mixed: |z| ≥ 2 nach beiden Nullmodellen mit verschiedenen Vorzeichen; closed, open: |z| ≥ 2 mit gleichem, für ein Amt auch q ≤ 0,05; maybe closed, maybe open: nur q ist größer; sonst as chance. Für Leitungskräfte null unter 3 Funktionen.",
        },
        en: Words {
            name: "In a word",
            plain: "Closed: more stays inside than the sizes of the offices and the numbers of contacts explain; open: fewer; as chance: neither is clear; mixed: the two contradict each other. A hint may be chance among so many offices. Where nothing can be said, the reason stands there.",
            exact: "The first that applies: too small with “no departments” where no function has an office; null where no row names two functions of one office (inside_asked, strength 0 counts too), where under half answered, where one of the null models has no spread or no solution (degrees within 10⁻⁶); too small with its reason in too_small: as a whole under 3 offices of 3 functions (departments), under 20 ties (ties), under 3 internal ones expected by the groups (expected); an office under 3 expected (expected) or under 3 functions (actors); mixed: |z| ≥ 2 by both null models with different signs; closed, open: |z| ≥ 2 with the same, for an office also q ≤ 0.05; maybe closed, maybe open: only q is larger; else as chance. For leaders null under 3 functions.",
        },
    },
    Figure {
        keys: &["silo.assortativity"],
        de: Words {
            name: "Assortativität",
            plain: "Ob Verbindungen häufiger im selben Amt bleiben, als die Zahl der Verbindungen jedes Amtes erwarten lässt: 0 wie zu erwarten, 1 alles im eigenen Amt.",
            exact: "(Σ e_gg − Σ a_g b_g)/(1 − Σ a_g b_g), e_gg Anteil der Verbindungen in Gruppe g, a_g und b_g Anteile, die dort beginnen und enden; gerichtet über die Meldungen. Nicht definiert ohne Verbindung oder wenn alle in einer Gruppe beginnen und enden. Newman 2003, Phys. Rev. E 67:026126.",
        },
        en: Words {
            name: "Assortativity",
            plain: "Whether ties stay within one office more often than each office's number of ties would suggest: 0 as expected, 1 all within the office.",
            exact: "(Σ e_gg − Σ a_g b_g)/(1 − Σ a_g b_g), e_gg the share of ties inside group g, a_g and b_g the shares that begin and end there; directed over arcs. Undefined without a tie or where all begin and end in one group. Newman 2003, Phys. Rev. E 67:026126.",
        },
    },
    Figure {
        keys: &[
            "by_threshold.min_strength",
            "by_threshold.ties",
            "by_threshold.e_i",
            "by_threshold.expected",
            "by_threshold.sd",
            "by_threshold.z",
            "by_threshold.segregation",
        ],
        de: Words {
            name: "ab welcher Stärke",
            plain: "Ob sich das Bild ändert, wenn nur engere Verbindungen zählen, jede Stufe neben dem, was bei ihr zu erwarten ist.",
            exact: "E-I, Erwartung, sd, z und Trennung der Verbindungen ab jeder ganzen Stärke von 1 bis 5, bei der eine bleibt, und ab der gewählten; Akteure und Gruppen bleiben. Für Leitungskräfte ab 2, ab 3 und ab der gewählten.",
        },
        en: Words {
            name: "Minimum strength",
            plain: "Whether the picture changes when only closer ties count, each step beside what would be expected for it.",
            exact: "E-I, expectation, sd, z and segregation of the ties from each whole strength of 1 to 5 that keeps one, and from the chosen one; actors and groups stay. For leaders from 2, from 3 and from the chosen one.",
        },
    },
    Figure {
        keys: &[
            "robustness.variant",
            "robustness.actors",
            "robustness.ties",
            "robustness.e_i",
            "robustness.expected",
            "robustness.sd",
            "robustness.z",
            "robustness.segregation",
        ],
        de: Words {
            name: "wer mitgezählt wird",
            plain: "Ob sich das Bild ändert, wenn fehlende Antworten anders behandelt werden, wenn das Kernteam fehlt oder wenn alle Organisationen zählen, jede Variante neben dem, was bei ihr zu erwarten ist.",
            exact: "all: wie oben; both answered: nur Paare, von denen beide geantwortet haben, alle Akteure; silent left out: ohne Akteure, die nicht geantwortet haben; without core team: ohne das Kernteam; all departments: nicht nur Ämter. Nur Varianten, zu denen es Angaben gibt; für Leitungskräfte nur, wenn sich je zwei um keine oder mindestens drei Funktionen unterscheiden.",
        },
        en: Words {
            name: "Who is counted",
            plain: "Whether the picture changes when missing answers are treated differently, without the core team, or with all organisations counted, each variant beside what would be expected for it.",
            exact: "all: as above; both answered: only pairs of whom both answered, all actors; silent left out: without actors that did not answer; without core team: without the core team; all departments: not offices alone. Only variants on which something is known; for leaders only where each two differ by no function or by three at least.",
        },
    },
];
