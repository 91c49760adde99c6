//! What went wrong, what it means for the entries, and what to do.

use crate::text::Lang;

/// One error: what happened, and what to do.
pub struct ErrorText {
    /// What happened, as the page's heading.
    pub title: &'static str,
    /// What it means and what to do, one paragraph each.
    pub body: &'static [&'static str],
}

/// The texts of the error pages.
pub struct ErrorPages {
    /// No such page.
    pub not_found: ErrorText,
    /// No such district.
    pub no_district: ErrorText,
    /// No such funding phase in this district.
    pub no_phase: ErrorText,
    /// The request could not be read.
    pub bad_request: ErrorText,
    /// No such role to look as.
    pub no_such_role: ErrorText,
    /// No such audience.
    pub no_such_audience: ErrorText,
    /// A page that there is for the core team alone.
    pub working_only: ErrorText,
    /// A selection that leaders don't get.
    pub not_for_leaders: ErrorText,
    /// The address takes no such request.
    pub method: ErrorText,
    /// Another change came first.
    pub conflict: ErrorText,
    /// A form from another site.
    pub other_site: ErrorText,
    /// Another host name.
    pub other_host: ErrorText,
    /// The file is too large.
    pub too_large: ErrorText,
    /// What was sent did not come to its end.
    pub cut: ErrorText,
    /// Too much is sent and read by all together.
    pub crowded: ErrorText,
    /// The upload is no longer kept.
    pub upload_gone: ErrorText,
    /// The program failed.
    pub failed: ErrorText,
    /// The store does not answer.
    pub unavailable: ErrorText,
    /// The disk is full or write-protected.
    pub cannot_write: ErrorText,
    /// The store is another one than at the start.
    pub replaced: ErrorText,
    /// Too many write to the district at the same time.
    pub contended: ErrorText,
    /// Too much is being computed.
    pub busy: ErrorText,
    /// A computation took too long.
    pub too_long: ErrorText,
    /// Over the request's id.
    pub request: &'static str,
    /// The way to the first page.
    pub home: &'static str,
    /// The way to the district's page.
    pub district: &'static str,
    /// The way to the form for another file.
    pub import: &'static str,
    /// The same address again.
    pub again: &'static str,
    /// Over what was typed and not saved.
    pub typed: &'static str,
    /// That a form can be sent once more as it is.
    pub unsent: &'static str,
    /// The button.
    pub send_again: &'static str,
}

impl ErrorPages {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ErrorPages = ErrorPages {
    not_found: ErrorText {
        title: "Diese Seite gibt es nicht",
        body: &["Vielleicht ist die Adresse unvollständig. Von den Bezirken aus finden Sie alles."],
    },
    no_district: ErrorText {
        title: "Diesen Bezirk gibt es hier nicht",
        body: &["Bitte wählen Sie einen Bezirk aus der Liste."],
    },
    no_phase: ErrorText {
        title: "Diese Förderphase gibt es hier nicht",
        body: &["Bitte wählen Sie die Förderphase auf der Seite des Bezirks."],
    },
    bad_request: ErrorText {
        title: "Die Anfrage ist nicht lesbar",
        body: &[
            "Es wurde nichts geändert. Bitte gehen Sie einen Schritt zurück und versuchen Sie es noch einmal.",
        ],
    },
    no_such_role: ErrorText {
        title: "Diese Rolle gibt es nicht",
        body: &[
            "Ansehen lässt sich miteinander als Leitung (as=leader) und als Programm (as=programme). Es wurde nichts geändert.",
        ],
    },
    no_such_audience: ErrorText {
        title: "Diese Ansicht gibt es nicht",
        body: &[
            "Es gibt den Arbeitsstand (audience=working) und die Ansicht für Leitungen (audience=leadership).",
        ],
    },
    working_only: ErrorText {
        title: "Diese Seite gibt es nur als Arbeitsstand",
        body: &[
            "Sie zeigt einzelne Funktionen oder dient dem Eintragen; für Leitungen gibt es sie nicht.",
            "Was Leitungen sehen, steht auf der Seite des Bezirks und bei den Karten.",
        ],
    },
    not_for_leaders: ErrorText {
        title: "Diese Auswahl gibt es für Leitungskräfte nicht",
        body: &[
            "Für Leitungskräfte gibt es nur eine Ansicht: nach Ämtern, mit allen Arten der Zusammenarbeit, ab Stärke 2.",
            "Aus dem Unterschied freierer Auswahlen ließe sich auf einzelne Funktionen schließen.",
        ],
    },
    method: ErrorText {
        title: "So lässt sich diese Adresse nicht aufrufen",
        body: &["Es wurde nichts geändert. Bitte benutzen Sie die Schaltflächen der Seite."],
    },
    conflict: ErrorText {
        title: "In der Zwischenzeit wurde etwas anderes geändert",
        body: &[
            "Ihre Änderung wurde nicht gespeichert, damit nichts überschrieben wird.",
            "Bitte sehen Sie sich den jetzigen Stand an und entscheiden Sie dann noch einmal.",
        ],
    },
    other_site: ErrorText {
        title: "Diese Anfrage kam von einer anderen Website",
        body: &[
            "Zu Ihrem Schutz wurde sie nicht ausgeführt; es wurde nichts geändert.",
            "Bitte rufen Sie die Seite direkt auf und wiederholen Sie den Schritt dort.",
        ],
    },
    other_host: ErrorText {
        title: "Unter diesem Namen antwortet miteinander nicht",
        body: &[
            "Zu Ihrem Schutz antwortet es nur unter dem Namen dieses Rechners (localhost) und unter der Adresse, die mit --public-url angegeben ist.",
        ],
    },
    too_large: ErrorText {
        title: "Was Sie senden, ist zu groß",
        body: &[
            "Eingelesen werden Dateien bis 20 MB. Es wurde nichts geändert.",
            "Oft hilft es, Bilder und nicht gebrauchte Blätter aus der Arbeitsmappe zu löschen. War es keine Datei, kürzen Sie bitte, was Sie eingetragen haben.",
        ],
    },
    cut: ErrorText {
        title: "Die Übertragung ist abgebrochen",
        body: &[
            "Es ist nicht alles angekommen, oder es kam zu langsam an. Es wurde nichts geändert.",
            "Bitte versuchen Sie es noch einmal, bei einer langsamen Verbindung mit einer kleineren Datei.",
        ],
    },
    crowded: ErrorText {
        title: "Gerade werden zu viele große Dateien übertragen",
        body: &[
            "Alle zusammen brauchen mehr Platz, als da ist. Es wurde nichts geändert.",
            "Bitte versuchen Sie es in einer halben Minute noch einmal.",
        ],
    },
    upload_gone: ErrorText {
        title: "Die Vorschau liegt nicht mehr vor",
        body: &[
            "Eine hochgeladene Datei wird nur eine halbe Stunde aufgehoben, und nicht über einen Neustart hinweg. Es wurde nichts geändert.",
            "Bitte laden Sie die Datei noch einmal hoch.",
        ],
    },
    failed: ErrorText {
        title: "Etwas ist schiefgegangen",
        body: &[
            "Das liegt nicht an Ihnen. Was gespeichert war, ist noch da.",
            "Bitte versuchen Sie es noch einmal. Bleibt es dabei, geben Sie die Nummer unten weiter.",
        ],
    },
    unavailable: ErrorText {
        title: "Die Datenbank antwortet gerade nicht",
        body: &[
            "Was gespeichert war, ist nicht verloren. Was Sie gerade absenden wollten, ist womöglich nicht gespeichert.",
            "Bitte versuchen Sie es gleich noch einmal; dasselbe Absenden zählt nur einmal.",
        ],
    },
    cannot_write: ErrorText {
        title: "Die Datenbank kann nicht schreiben",
        body: &[
            "Der Speicherplatz ist voll, oder die Datei ist schreibgeschützt. Es wurde nichts geändert; was gespeichert war, ist nicht verloren.",
            "Bitte wenden Sie sich an die Person, die miteinander betreut.",
        ],
    },
    replaced: ErrorText {
        title: "Die Datenbank ist nicht mehr dieselbe",
        body: &[
            "Seit miteinander läuft, wurde die Datei ersetzt oder beschädigt oder die Datenbank ausgetauscht, bitte neu starten. Es wurde nichts geschrieben.",
            "Bitte wenden Sie sich an die Person, die miteinander betreut: Sie legt die richtige Datei an ihren Platz und startet miteinander neu.",
        ],
    },
    contended: ErrorText {
        title: "Gerade tragen sehr viele in diesen Bezirk ein",
        body: &[
            "Ihre Änderung kam in zehn Sekunden nicht an die Reihe. Es wurde nichts geschrieben, und niemand hat Ihren Eintrag verändert.",
            "Bitte gehen Sie im Browser zurück und senden Sie noch einmal ab; dasselbe Absenden zählt nur einmal.",
        ],
    },
    busy: ErrorText {
        title: "Gerade wird zu viel auf einmal berechnet",
        body: &[
            "Es wurde nichts geändert. Was gespeichert war, ist noch da.",
            "Bitte versuchen Sie es in einigen Sekunden noch einmal.",
        ],
    },
    too_long: ErrorText {
        title: "Die Berechnung dauert zu lange",
        body: &[
            "Sie wurde abgebrochen, damit andere nicht warten müssen. Es wurde nichts geändert.",
            "Bitte wählen Sie weniger aus, zum Beispiel nur stärkere Zusammenarbeit, oder teilen Sie eine Datei in mehrere auf.",
        ],
    },
    request: "Nummer dieser Anfrage",
    home: "Zu den Bezirken",
    district: "Zur Seite des Bezirks",
    import: "Datei noch einmal auswählen",
    again: "Noch einmal versuchen",
    typed: "Das hatten Sie eingetragen",
    unsent: "Ihre Eingaben sind nicht verloren: Diese Seite enthält sie alle. Lassen Sie sie offen und senden Sie sie noch einmal; doppelt gespeichert wird dabei nichts.",
    send_again: "Noch einmal senden",
};

static EN: ErrorPages = ErrorPages {
    not_found: ErrorText {
        title: "There is no such page",
        body: &[
            "The address may be incomplete. You can find everything from the list of districts.",
        ],
    },
    no_district: ErrorText {
        title: "There is no such district here",
        body: &["Please choose a district from the list."],
    },
    no_phase: ErrorText {
        title: "There is no such funding phase here",
        body: &["Please choose the funding phase on the district's page."],
    },
    bad_request: ErrorText {
        title: "The request cannot be read",
        body: &["Nothing was changed. Please go one step back and try again."],
    },
    no_such_role: ErrorText {
        title: "There is no such role",
        body: &[
            "miteinander can be looked at as a leader (as=leader) and as the programme (as=programme). Nothing was changed.",
        ],
    },
    no_such_audience: ErrorText {
        title: "There is no such view",
        body: &[
            "There are the working version (audience=working) and the view for leaders (audience=leadership).",
        ],
    },
    working_only: ErrorText {
        title: "This page is a working version only",
        body: &[
            "It shows individual functions or is for entering data; leaders have no such page.",
            "What leaders see is on the district's page and among the maps.",
        ],
    },
    not_for_leaders: ErrorText {
        title: "There is no such selection for leaders",
        body: &[
            "There is only one view for leaders: by office, all kinds of cooperation together, at strength 2 and above.",
            "Comparing freer selections could give away individual functions.",
        ],
    },
    method: ErrorText {
        title: "This address cannot be used like that",
        body: &["Nothing was changed. Please use the buttons of the page."],
    },
    conflict: ErrorText {
        title: "Something else was changed in the meantime",
        body: &[
            "Your change was not saved, so that nothing is overwritten.",
            "Please look at how things stand now, and decide again.",
        ],
    },
    other_site: ErrorText {
        title: "This request came from another website",
        body: &[
            "To protect you it was not carried out; nothing was changed.",
            "Please open the page directly and repeat the step there.",
        ],
    },
    other_host: ErrorText {
        title: "miteinander does not answer to this name",
        body: &[
            "To protect you it answers only to the name of this computer (localhost) and to the address given with --public-url.",
        ],
    },
    too_large: ErrorText {
        title: "What you send is too large",
        body: &[
            "Files of up to 20 MB are read. Nothing was changed.",
            "It often helps to delete pictures and unused sheets from the workbook. If it was no file, please shorten what you entered.",
        ],
    },
    cut: ErrorText {
        title: "The transfer was cut off",
        body: &[
            "Not everything arrived, or it came too slowly. Nothing was changed.",
            "Please try again, over a slow connection with a smaller file.",
        ],
    },
    crowded: ErrorText {
        title: "Too many large files are being transferred at the moment",
        body: &[
            "Together they need more room than there is. Nothing was changed.",
            "Please try again in half a minute.",
        ],
    },
    upload_gone: ErrorText {
        title: "The preview is no longer kept",
        body: &[
            "An uploaded file is kept for half an hour only, and not across a restart. Nothing was changed.",
            "Please upload the file again.",
        ],
    },
    failed: ErrorText {
        title: "Something went wrong",
        body: &[
            "It is not your fault. What was saved is still there.",
            "Please try again. If it keeps happening, please pass on the number below.",
        ],
    },
    unavailable: ErrorText {
        title: "The database does not answer at the moment",
        body: &[
            "What was saved is not lost. What you were about to send may not have been saved.",
            "Please try again in a moment; sending the same thing twice counts once.",
        ],
    },
    cannot_write: ErrorText {
        title: "The database cannot write",
        body: &[
            "The disk is full, or the file is write-protected. Nothing was changed; what was saved is not lost.",
            "Please ask the person who looks after miteinander.",
        ],
    },
    replaced: ErrorText {
        title: "The database is no longer the same",
        body: &[
            "Since miteinander was started, its file was replaced or damaged or its database exchanged: please start it again. Nothing was written.",
            "Please ask the person who looks after miteinander: they put the right file in its place and start miteinander again.",
        ],
    },
    contended: ErrorText {
        title: "Many people are writing to this district at the moment",
        body: &[
            "Your change did not get its turn within ten seconds. Nothing was written, and nobody has changed your entry.",
            "Please go back in the browser and send it again; sending the same thing twice counts once.",
        ],
    },
    busy: ErrorText {
        title: "Too many calculations are running at the moment",
        body: &[
            "Nothing was changed. What was saved is still there.",
            "Please try again in a few seconds.",
        ],
    },
    too_long: ErrorText {
        title: "The calculation is taking too long",
        body: &[
            "It was stopped so that others need not wait. Nothing was changed.",
            "Please narrow it down, for example to stronger cooperation only, or split the file into several.",
        ],
    },
    request: "Number of this request",
    home: "To the districts",
    district: "To the district's page",
    import: "Choose the file again",
    again: "Try again",
    typed: "What you had entered",
    unsent: "Nothing you entered is lost: this page holds all of it. Leave it open and send it again; nothing is saved twice.",
    send_again: "Send again",
};
