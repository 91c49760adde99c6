//! Why somebody is not let in, and what helps.

use super::errors::ErrorText;
use crate::text::Lang;

/// The texts of who is let in and who is not.
pub struct EntryErrors {
    /// Nobody is signed in.
    pub sign_in: ErrorText,
    /// Nothing was released yet.
    pub nothing_released: ErrorText,
    /// Only figures of the district as a whole were released for who asks.
    pub whole_only: ErrorText,
    /// Others could come by, and nobody signs in.
    pub nobody_signs_in: ErrorText,
    /// A proxy forwarded it.
    pub forwarded: ErrorText,
    /// A form whose origin is not the address under which it arrived.
    pub other_origin: ErrorText,
    /// The link with the key was not opened.
    pub no_key: ErrorText,
    /// The role does not allow it.
    pub not_allowed: ErrorText,
    /// Asked too often.
    pub too_many: ErrorText,
}

impl EntryErrors {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: EntryErrors = EntryErrors {
    sign_in: ErrorText {
        title: "Dafür müssen Sie angemeldet sein",
        body: &[
            "Es wurde nichts geändert. Bitte melden Sie sich an und versuchen Sie es noch einmal.",
        ],
    },
    nothing_released: ErrorText {
        title: "Für Sie ist noch kein Stand freigegeben",
        body: &[
            "Leitungen und die Programmbegleitung sehen von einem Bezirk, was seine Koordination freigegeben hat, nie den Arbeitsstand.",
            "Wann es so weit ist, sagt Ihnen die Bezirkskoordination. Bis dahin zeigt das Musterbezirk-Beispiel, wie ein Stand aussieht.",
        ],
    },
    whole_only: ErrorText {
        title: "Freigegeben sind die Zahlen des Bezirks im Ganzen",
        body: &[
            "Karte, Ämter und Ämterpaare dieses Stands hat der Bezirk für die Programmbegleitung nicht freigegeben.",
            "Was freigegeben ist, zeigt die Seite des Bezirks.",
        ],
    },
    nobody_signs_in: ErrorText {
        title: "Hier ist noch kein Konto eingerichtet",
        body: &[
            "Der Dienst ist von anderen Rechnern aus erreichbar, und noch hat niemand ein Passwort gesetzt. Solange zeigt er nichts.",
            "Wer eine Einladung hat, löst sie unter /invitation ein. Das erste Konto legt an, wer den Dienst betreibt: miteinander account add.",
        ],
    },
    forwarded: ErrorText {
        title: "Diese Anfrage kam über einen Proxy",
        body: &[
            "Ohne Konten antwortet miteinander nur dem Menschen an diesem Rechner, nie über einen Proxy: Sonst könnten andere alles sehen und ändern.",
            "Bitte rufen Sie die Adresse direkt auf, oder richten Sie Konten ein: miteinander account add.",
        ],
    },
    other_origin: ErrorText {
        title: "Diese Anfrage kam unter einer anderen Adresse an, als Ihr Browser sagt",
        body: &[
            "Zu Ihrem Schutz wurde sie nicht ausgeführt; es wurde nichts geändert. Kam sie von einer anderen Website, rufen Sie die Seite bitte direkt auf.",
            "Steht ein Proxy vor miteinander, muss er Host und Origin unverändert weitergeben, und --public-url muss genau die Adresse sein, die im Browser steht. Bitte geben Sie das an die Person weiter, die miteinander betreut.",
            "Neuere Browser sagen selbst, woher eine Anfrage kommt, und brauchen das nicht: Hilft es, den Browser zu aktualisieren, war er zu alt.",
        ],
    },
    no_key: ErrorText {
        title: "Hier geht es nur mit dem Link vom Start weiter",
        body: &[
            "Diesen Rechner benutzen mehrere. miteinander zeigt deshalb nur etwas, wenn in diesem Browser der Link aufgerufen wurde, den es beim Start ausgibt.",
            "Bitte kopieren Sie ihn aus dem Fenster, in dem miteinander läuft. Nach jedem Neustart ist es ein neuer.",
        ],
    },
    not_allowed: ErrorText {
        title: "Das ist Ihrer Rolle nicht erlaubt",
        body: &[
            "Einzelne Funktionen, Dateien, Verlauf und alles Eintragen sind für das Kernteam und die Koordination des Bezirks, die Förderphasen für das Programm. Es wurde nichts geändert.",
            "Leitungen und das Programm sehen die Seite des Bezirks und die Karten, zusammengefasst nach Ämtern.",
        ],
    },
    too_many: ErrorText {
        title: "Das waren zu viele Versuche",
        body: &[
            "Zum Schutz der Zugänge wird eine Weile gewartet. Es wurde nichts geändert.",
            "Bitte versuchen Sie es später noch einmal.",
        ],
    },
};

static EN: EntryErrors = EntryErrors {
    sign_in: ErrorText {
        title: "You have to be signed in for this",
        body: &["Nothing was changed. Please sign in and try again."],
    },
    nothing_released: ErrorText {
        title: "Nothing has been released for you yet",
        body: &[
            "Leaders and the programme see of a district what its coordination has released, never the working state.",
            "The district coordination tells you when. Until then the demonstration shows what it will look like.",
        ],
    },
    whole_only: ErrorText {
        title: "The figures of the district as a whole are released",
        body: &[
            "The district has not released the map, the offices and their pairs of this state for the programme.",
            "The page of the district shows what is released.",
        ],
    },
    nobody_signs_in: ErrorText {
        title: "No account has been set up here yet",
        body: &[
            "Other machines can reach the service, and nobody has set a password yet. Until then it shows nothing.",
            "If you have an invitation, redeem it at /invitation. Whoever runs the service makes the first account: miteinander account add.",
        ],
    },
    forwarded: ErrorText {
        title: "This request came through a proxy",
        body: &[
            "Without accounts miteinander answers the person at this machine only, never through a proxy: others could see and change everything.",
            "Please call the address directly, or set up accounts: miteinander account add.",
        ],
    },
    other_origin: ErrorText {
        title: "This request arrived under another address than your browser says",
        body: &[
            "For your protection it was not carried out; nothing was changed. If it came from another website, please call the page directly.",
            "If a proxy stands before miteinander, it has to hand on Host and Origin unchanged, and --public-url has to be exactly the address that the browser shows. Please pass this on to whoever looks after miteinander.",
            "Newer browsers say themselves where a request comes from and do not need this: if updating the browser helps, it was too old.",
        ],
    },
    no_key: ErrorText {
        title: "This needs the link from the start",
        body: &[
            "Several people use this machine. miteinander therefore shows something only where this browser has opened the link that it prints at its start.",
            "Please copy it from the window in which miteinander runs. After each restart it is a new one.",
        ],
    },
    not_allowed: ErrorText {
        title: "Your role does not allow this",
        body: &[
            "Individual functions, files, the history and entering data are for the district's core team and coordination; the funding phases are for the programme. Nothing was changed.",
            "Leaders and the programme see the district's page and the maps, summarised by office.",
        ],
    },
    too_many: ErrorText {
        title: "Too many attempts",
        body: &[
            "To protect the accounts there is a pause. Nothing was changed.",
            "Please try again later.",
        ],
    },
};
