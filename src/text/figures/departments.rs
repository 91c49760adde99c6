//! Each department and each pair of departments.

use super::{Figure, Words};

pub(super) static FIGURES: &[Figure] = &[
    Figure {
        keys: &[
            "department_figures.department",
            "department_pairs.a",
            "department_pairs.b",
            "single_links.a",
            "single_links.b",
        ],
        de: Words {
            name: "Amt / Organisation",
            plain: "Das Amt oder die Organisation, von der die Zeile handelt.",
            exact: "Der Wert der gewählten Spalte; Paare a vor b, in natürlicher Reihenfolge der Namen.",
        },
        en: Words {
            name: "Office / organisation",
            plain: "The office or organisation that the row is about.",
            exact: "The value of the chosen column; pairs a before b, in the natural order of names.",
        },
    },
    Figure {
        keys: &[
            "department_figures.actors",
            "department_pairs.actors_a",
            "department_pairs.actors_b",
        ],
        de: Words {
            name: "Funktionen",
            plain: "So viele Funktionen des Amtes gehen in die Kennzahlen ein.",
            exact: "n_g: Akteure der Gruppe im gewählten Bereich.",
        },
        en: Words {
            name: "Functions",
            plain: "How many functions of the office count towards the figures.",
            exact: "n_g: actors of the group in scope.",
        },
    },
    Figure {
        keys: &["department_figures.answered"],
        de: Words {
            name: "geantwortet",
            plain: "So viele Funktionen des Amtes haben geantwortet.",
            exact: "Null, wenn nicht erhoben oder für Leitungskräfte.",
        },
        en: Words {
            name: "Answered",
            plain: "How many functions of the office have answered.",
            exact: "Null where not recorded, and for leaders.",
        },
    },
    Figure {
        keys: &["department_figures.internal"],
        de: Words {
            name: "im Amt",
            plain: "Verbindungen zwischen zwei Funktionen dieses Amtes.",
            exact: "I_g, jede Verbindung einmal gezählt; bei einer einzigen Funktion 0. Für Leitungskräfte erst ab drei Funktionen.",
        },
        en: Words {
            name: "Within",
            plain: "Ties between two functions of this office.",
            exact: "I_g, each tie counted once; 0 for a single function. For leaders only from three functions on.",
        },
    },
    Figure {
        keys: &[
            "department_figures.expected_internal",
            "department_figures.sd_internal",
        ],
        de: Words {
            name: "zu erwarten im Amt",
            plain: "So viele Verbindungen blieben in einem Amt dieser Größe, wenn die Amtszugehörigkeit keine Rolle spielte.",
            exact: "T·p₂ mit p_k = [n_g]ₖ/[n]ₖ und Varianz Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Momente wie bei Mantel 1967.",
        },
        en: Words {
            name: "Expected within",
            plain: "How many ties would stay within an office of this size if it made no difference which office a function belongs to.",
            exact: "T·p₂ with p_k = [n_g]ₖ/[n]ₖ and variance Q(p₂−p₂²) + A(p₃−p₂²) + B(p₄−p₂²). Moments as in Mantel 1967.",
        },
    },
    Figure {
        keys: &["department_figures.external"],
        de: Words {
            name: "zu anderen",
            plain: "Verbindungen von Funktionen dieses Amtes zu anderen Ämtern.",
            exact: "E_g: Verbindungen mit genau einem Ende in der Gruppe.",
        },
        en: Words {
            name: "To others",
            plain: "Ties of this office's functions to other offices.",
            exact: "E_g: ties with exactly one end in the group.",
        },
    },
    Figure {
        keys: &[
            "department_figures.expected_external",
            "department_figures.sd_external",
            "department_figures.z_external",
        ],
        de: Words {
            name: "zu erwarten zu anderen",
            plain: "So viele Verbindungen gingen von einem Amt dieser Größe zu anderen, wenn die Amtszugehörigkeit keine Rolle spielte.",
            exact: "Wie ein Paar der Gruppe mit allen übrigen: a = n_g, b = n − n_g.",
        },
        en: Words {
            name: "Expected to others",
            plain: "How many ties would run from an office of this size to others if it made no difference which office a function belongs to.",
            exact: "As a pair of the group with all others: a = n_g, b = n − n_g.",
        },
    },
    Figure {
        keys: &["department_figures.e_i", "department_figures.expected_e_i"],
        de: Words {
            name: "E-I-Index des Amtes",
            plain: "Verhältnis der Verbindungen nach außen zu denen im Amt, daneben der Wert für ein Amt dieser Größe, dessen Funktionen allen gleich oft begegnen.",
            exact: "(E_g − I_g)/(E_g + I_g), interne Verbindungen einmal gezählt; erwartet (2(n−n_g) − (n_g−1)) / (2(n−n_g) + n_g − 1). Bei einer einzigen Funktion nicht definiert. Krackhardt & Stern 1988.",
        },
        en: Words {
            name: "E-I index of the office",
            plain: "Ties to others compared with ties within, beside the value for an office of this size whose functions work with everybody equally often.",
            exact: "(E_g − I_g)/(E_g + I_g), internal ties counted once; expected (2(n−n_g) − (n_g−1)) / (2(n−n_g) + n_g − 1). Undefined for a single function. Krackhardt & Stern 1988.",
        },
    },
    Figure {
        keys: &["department_figures.z", "department_pairs.z"],
        de: Words {
            name: "Abstand vom Erwarteten (z)",
            plain: "Wie weit die gemeldeten Verbindungen vom Erwarteten entfernt sind, gemessen an der üblichen Streuung; über 0 mehr, unter 0 weniger als zu erwarten.",
            exact: "(beobachtet − erwartet) / sd; null, wenn die Varianz unter 10⁻⁹ liegt oder das Paar nicht erhoben ist.",
        },
        en: Words {
            name: "Distance from the expected (z)",
            plain: "How far the reported ties are from what would be expected, in units of the usual spread; above 0 more, below 0 fewer than expected.",
            exact: "(observed − expected) / sd; null when the variance is below 10⁻⁹ or the pair was not asked about.",
        },
    },
    Figure {
        keys: &[
            "department_figures.activity.expected",
            "department_figures.activity.sd",
            "department_figures.activity.z",
            "department_pairs.activity.expected",
            "department_pairs.activity.sd",
            "department_pairs.activity.z",
        ],
        de: Words {
            name: "zu erwarten bei gleicher Kontaktzahl",
            plain: "So viele Verbindungen im Amt oder zwischen den beiden Ämtern wären zu erwarten, wenn jede Funktion so viele Kontakte behielte, wie sie hat, und nur offen bliebe, zu wem.",
            exact: "Σp und √Σp(1−p) über die Paare von Akteuren im Zufallsgraphen größter Entropie mit diesen Graden (p_ij = x_i x_j/(1 + x_i x_j)); z = (beobachtet − erwartet)/sd, null unter einer Varianz von 10⁻⁹ oder wo nicht erhoben. Immer ungerichtet. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
        en: Words {
            name: "Expected with the same number of contacts",
            plain: "How many ties within the office or between the two offices would be expected if each function kept its number of contacts and only whom they are with were left open.",
            exact: "Σp and √Σp(1−p) over the pairs of actors in the random graph of largest entropy with these degrees (p_ij = x_i x_j/(1 + x_i x_j)); z = (observed − expected)/sd, null below a variance of 10⁻⁹ or where not asked. Always undirected. Park & Newman 2004, Phys. Rev. E 70:066117.",
        },
    },
    Figure {
        keys: &["department_pairs.verdict", "department_pairs.too_small"],
        de: Words {
            name: "in einem Wort",
            plain: "Lücke: weniger Verbindungen, als die Größe der Ämter und die Zahl der Kontakte erwarten lassen; eng: mehr; wie zu erwarten: keins von beidem ist deutlich; gegenläufig: die beiden widersprechen sich. Ein Hinweis kann bei so vielen Paaren auch Zufall sein.",
            exact: "Das erste, was zutrifft: not asked, wo keine Seite geantwortet hat; null, wo innerhalb der Ämter nicht gefragt wurde, von einer Seite unter der Hälfte geantwortet hat oder ein Nullmodell keine Streuung oder keine Lösung hat; too small, wo unter 3 Verbindungen zu erwarten sind (expected) oder eine Seite unter 3 Funktionen hat (actors); mixed: |z| ≥ 2 nach beiden Nullmodellen mit verschiedenen Vorzeichen; gap, close: |z| ≥ 2 mit gleichem und q ≤ 0,05; maybe gap, maybe close: nur q ist größer; sonst as chance. Für Leitungskräfte null unter 3 Funktionen.",
        },
        en: Words {
            name: "In a word",
            plain: "Gap: fewer ties than the sizes of the offices and the numbers of contacts let expect; close: more; as chance: neither is clear; mixed: the two contradict each other. A hint may be chance among so many pairs.",
            exact: "The first that applies: not asked where no side answered; null where inside the offices was not asked, under half of a side answered, or a null model has no spread or no solution; too small where under 3 ties are expected (expected) or a side has under 3 functions (actors); mixed: |z| ≥ 2 by both null models with different signs; gap, close: |z| ≥ 2 with the same and q ≤ 0.05; maybe gap, maybe close: only q is larger; else as chance. For leaders null under 3 functions.",
        },
    },
    Figure {
        keys: &[
            "department_figures.p_low",
            "department_figures.p_high",
            "department_pairs.p_low",
            "department_pairs.p_high",
        ],
        de: Words {
            name: "Anteil der Verteilungen (p)",
            plain: "Wie oft nachgestellte Verteilungen höchstens (mindestens) so viele Verbindungen ergeben wie gemeldet.",
            exact: "(1 + Vertauschungen ≤ beobachtet)/(n + 1) und (1 + Vertauschungen ≥ beobachtet)/(n + 1), ganze Zahlen verglichen.",
        },
        en: Words {
            name: "Share of arrangements (p)",
            plain: "How often simulated arrangements give at most (at least) as many ties as reported.",
            exact: "(1 + permutations ≤ observed)/(n + 1) and (1 + permutations ≥ observed)/(n + 1), whole numbers compared.",
        },
    },
    Figure {
        keys: &[
            "department_figures.q_low",
            "department_figures.q_high",
            "department_figures.q",
            "department_pairs.q_low",
            "department_pairs.q_high",
            "department_pairs.q",
        ],
        de: Words {
            name: "p unter Berücksichtigung aller Vergleiche (q)",
            plain: "Wer viele Ämter oder Paare prüft, findet leicht auch ohne Grund etwas Auffälliges; q rechnet das heraus.",
            exact: "Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289–300, q_low und q_high nach unten und nach oben getrennt, über alle Ämter beziehungsweise alle erhobenen Paare; q nach beiden Seiten über die, über die überhaupt geurteilt wird (nicht null, not asked oder too small), von p = min(1, 2·min(p_low, p_high)), bei weniger als 40 Vertauschungen für jedes davon von p = 2·(1 − Φ(|z|)).",
        },
        en: Words {
            name: "p allowing for all comparisons (q)",
            plain: "Anyone who checks many offices or pairs will easily find something striking for no reason; q allows for that.",
            exact: "Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289–300, q_low and q_high apart, over all offices or all pairs asked about; q to both sides over those that are judged at all (not null, not asked or too small), of p = min(1, 2·min(p_low, p_high)), with fewer than 40 permutations for each of them of p = 2·(1 − Φ(|z|)).",
        },
    },
    Figure {
        keys: &[
            "department_figures.density_internal",
            "department_figures.density_external",
            "department_pairs.density",
        ],
        de: Words {
            name: "Anteil des Möglichen",
            plain: "Welcher Teil der möglichen Verbindungen gemeldet ist; gezählt werden nur Paare, von denen mindestens eine Seite geantwortet hat.",
            exact: "Verbindungen / mögliche Paare mit mindestens einer Antwort, gerichtet / Meldungen derer, die geantwortet haben; bei 0 möglichen nicht definiert.",
        },
        en: Words {
            name: "Share of the possible",
            plain: "What share of the possible ties is reported, counting only pairs where at least one side has answered.",
            exact: "ties / possible pairs with at least one answer, directed / reports of those who answered; undefined where none is possible.",
        },
    },
    Figure {
        keys: &["department_pairs.state"],
        de: Words {
            name: "Stand",
            plain: "Gemeldet, keine gemeldet (mindestens eine Seite hat geantwortet) oder nicht erhoben. Nicht erhoben zählt nie als „keine“.",
            exact: "reported: mindestens eine Verbindung; not asked: von keinem Paar der beiden Ämter hat eine Seite geantwortet; sonst none reported. Ohne Angaben zum Rücklauf gelten alle als beantwortet.",
        },
        en: Words {
            name: "State",
            plain: "Reported, none reported (at least one side has answered) or not asked. Not asked never counts as none.",
            exact: "reported: at least one tie; not asked: of no pair of the two offices has a side answered; else none reported. Where answering was not recorded all count as answered.",
        },
    },
    Figure {
        keys: &["department_pairs.ties"],
        de: Words {
            name: "Verbindungen des Paares",
            plain: "So viele Verbindungen zwischen den beiden Ämtern sind gemeldet.",
            exact: "E_ab: Verbindungen mit einem Ende in jeder der beiden Gruppen.",
        },
        en: Words {
            name: "Ties of the pair",
            plain: "How many ties between the two offices are reported.",
            exact: "E_ab: ties with one end in each of the two groups.",
        },
    },
    Figure {
        keys: &["department_pairs.possible"],
        de: Words {
            name: "möglich",
            plain: "So viele Verbindungen zwischen den beiden Ämtern könnte es nach den vorliegenden Antworten geben.",
            exact: "Paare, von denen mindestens eine Seite geantwortet und sie nicht offen gelassen hat, und gemeldete; bei vollem Rücklauf a·b, gerichtet 2a·b.",
        },
        en: Words {
            name: "Possible",
            plain: "How many ties there could be between the two offices, given the answers so far.",
            exact: "Pairs of which at least one side answered and did not leave them open, and reported ones; with all answers a·b, directed 2a·b.",
        },
    },
    Figure {
        keys: &["department_pairs.expected", "department_pairs.sd"],
        de: Words {
            name: "zu erwarten",
            plain: "So viele Verbindungen hätten zwei Ämter dieser Größe, wenn die Amtszugehörigkeit keine Rolle spielte.",
            exact: "T·p₂ mit p₂ = 2ab/[n]₂, p₃ = ab(a+b−2)/[n]₃, p₄ = 4[a]₂[b]₂/[n]₄, über alle Paare von Akteuren; bei fehlenden Antworten siehe dort. Spannen in Texten: ± 1,96 sd. Momente wie bei Mantel 1967.",
        },
        en: Words {
            name: "Expected",
            plain: "How many ties two offices of these sizes would have if it made no difference which office a function belongs to.",
            exact: "T·p₂ with p₂ = 2ab/[n]₂, p₃ = ab(a+b−2)/[n]₃, p₄ = 4[a]₂[b]₂/[n]₄, over all pairs of actors; see Missing answers where there are such. Ranges in texts: ± 1.96 sd. Moments as in Mantel 1967.",
        },
    },
    Figure {
        keys: &["department_pairs.binding"],
        de: Words {
            name: "schriftlich vereinbart",
            plain: "So viele der Verbindungen zwischen den beiden Ämtern sind schriftlich vereinbart.",
            exact: "Verbundene Paare, für die mindestens eine Seite eine Vereinbarung angibt; null, wo zu keinem jemand ja oder nein sagt.",
        },
        en: Words {
            name: "Agreed in writing",
            plain: "How many of the ties between the two offices are agreed in writing.",
            exact: "Tied pairs for which at least one side states an agreement; null where of none anybody says yes or no.",
        },
    },
    Figure {
        keys: &["single_links.actor", "single_links.direct"],
        de: Words {
            name: "nur über eine Funktion",
            plain: "Ämterpaare, die an einer einzigen Funktion hängen: Fällt sie aus, sind die Ämter nicht mehr verbunden. Das sagt nichts über die Person.",
            exact: "direct: alle Verbindungen des Paares enden an diesem Akteur (bei einer einzigen an beiden Enden); sonst ist er der einzige gemeinsame Nachbar zweier Ämter ohne Verbindung.",
        },
        en: Words {
            name: "Through one function only",
            plain: "Pairs of offices that depend on a single function: without it they would no longer be connected. This says nothing about the person.",
            exact: "direct: all ties of the pair end at this actor (a single tie at both its ends); else it is the only common neighbour of two offices without a tie.",
        },
    },
];
