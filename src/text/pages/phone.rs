//! What somebody sees on their phone in a working meeting.

use crate::domain::Closed;
use crate::text::Lang;

/// The texts of its pages.
pub struct PhonePage {
    /// The headline.
    pub title: &'static str,
    /// The field of the code.
    pub code: &'static str,
    /// How it may be typed.
    pub code_hint: &'static str,
    /// The button that looks at a code.
    pub look: &'static str,
    /// The district, the phase and until when.
    pub place: fn(&str, &str, &str) -> String,
    /// What somebody does who joins, and what they see.
    pub joins: &'static str,
    /// Who sees what is entered.
    pub who_sees: &'static str,
    /// The button that joins.
    pub join: &'static str,
    /// That the address is the phone's own.
    pub own_address: &'static str,
    /// The field of who reports.
    pub from: &'static str,
    /// The field of whom is reported.
    pub to: &'static str,
    /// What is asked of the strength.
    pub strength: &'static str,
    /// How to choose it.
    pub strength_hint: &'static str,
    /// The field of the kinds.
    pub kinds: &'static str,
    /// The button.
    pub enter: &'static str,
    /// Both are one function.
    pub itself: &'static str,
    /// A function is not in the phase any more.
    pub left: &'static str,
    /// It is entered already.
    pub stands: &'static str,
    /// More than one phone enters.
    pub too_many: fn(usize) -> String,
    /// Above a form with faults.
    pub faults: &'static str,
    /// It is entered.
    pub entered: &'static str,
    /// It is taken back.
    pub undone: &'static str,
    /// It cannot be taken back any more.
    pub not_undone: &'static str,
    /// Over the own entries.
    pub own: &'static str,
    /// There are none yet.
    pub none_yet: &'static str,
    /// More than are shown.
    pub more: fn(usize) -> String,
    /// The button that takes one back.
    pub undo: &'static str,
    /// The same with both names, for those who don't see which it is.
    pub undo_of: fn(&str, &str) -> String,
    /// No function is entered in the phase.
    pub nobody: &'static str,
    /// Until when, by the time of day.
    pub until: fn(&str) -> String,
    no_link: &'static str,
    over: &'static str,
    ended: &'static str,
    full: &'static str,
}

impl PhonePage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }

    /// Why a link or a code lets nobody in, and whom to ask.
    pub fn closed(&self, closed: Closed) -> &'static str {
        match closed {
            Closed::NoLink => self.no_link,
            Closed::Over => self.over,
            Closed::Ended => self.ended,
            Closed::Full => self.full,
        }
    }
}

static DE: PhonePage = PhonePage {
    title: "Arbeitstreffen",
    code: "Code von der Wand",
    code_hint: "20 Buchstaben; Bindestriche, Leerzeichen, Groß- und Kleinschreibung spielen keine Rolle",
    look: "Weiter",
    place: |district, phase, until| format!("{district}, Förderphase {phase}. {until}"),
    joins: "Mit diesem Handy können Sie Verbindungen zwischen Funktionen eintragen. Sie sehen dabei die Namen der Organisationen und Funktionen und Ihre eigenen Einträge, sonst nichts. Was schon eingetragen ist, wird nicht überschrieben.",
    who_sees: "Ihre Einträge erscheinen auf der Karte an der Wand. Festgehalten wird nur, dass sie aus dem Arbeitstreffen kommen, nicht von wem. Die Teilnahme ist freiwillig.",
    join: "Mitmachen",
    own_address: "Diese Seite gehört Ihrem Handy: Sie können sie neu laden, bitte nicht weitergeben.",
    from: "Von",
    to: "Mit",
    strength: "Wie arbeiten die beiden zusammen?",
    strength_hint: "Bitte die höchste Stufe der letzten 12 Monate. Höher ist nicht besser.",
    kinds: "Art der Zusammenarbeit (freiwillig)",
    enter: "Eintragen",
    itself: "Bitte wählen Sie zwei verschiedene Funktionen.",
    left: "Diese Funktion ist in dieser Förderphase nicht mehr eingetragen. Bitte wählen Sie eine andere oder sagen Sie im Raum Bescheid.",
    stands: "Diese Verbindung ist schon eingetragen. Soll sie geändert werden, sagen Sie bitte im Raum Bescheid.",
    too_many: |most| {
        format!(
            "Mit einem Handy lassen sich höchstens {most} Verbindungen eintragen. Bitte sagen Sie im Raum Bescheid."
        )
    },
    faults: "Noch nicht eingetragen.",
    entered: "Eingetragen.",
    undone: "Zurückgenommen.",
    not_undone: "Nicht zurückgenommen: Der Eintrag wurde inzwischen geändert oder entfernt. Bitte sagen Sie im Raum Bescheid.",
    own: "Ihre Einträge",
    none_yet: "Noch keine.",
    more: |left| format!("und {left} ältere"),
    undo: "Zurücknehmen",
    undo_of: |from, to| format!("Zurücknehmen: {from} – {to}"),
    nobody: "In dieser Förderphase sind noch keine Funktionen eingetragen. Bitte sagen Sie im Raum Bescheid.",
    until: |time| format!("Heute bis {time} Uhr."),
    no_link: "Diesen Link oder Code gibt es nicht, oder er ist schon länger abgelaufen. Bitte sehen Sie noch einmal auf die Wand oder fragen Sie die Person am Laptop.",
    over: "Dieses Arbeitstreffen ist zu Ende, deshalb gilt der Link nicht mehr. Was Sie eingetragen haben, bleibt. Fragen dazu beantwortet das Kernteam Ihres Bezirks.",
    ended: "Die Handys sind abgemeldet, deshalb gilt dieser Link nicht mehr. Was Sie eingetragen haben, bleibt. Einen neuen Link gibt Ihnen die Person am Laptop.",
    full: "Es machen schon 60 Handys mit, mehr geht nicht. Bitte tragen Sie gemeinsam mit jemandem ein, oder sagen Sie der Person am Laptop Bescheid.",
};

static EN: PhonePage = PhonePage {
    title: "Working meeting",
    code: "Code from the wall",
    code_hint: "20 letters; hyphens, blanks and capitals make no difference",
    look: "Go on",
    place: |district, phase, until| format!("{district}, funding phase {phase}. {until}"),
    joins: "With this phone you can enter ties between functions. You see the names of the organisations and functions and your own entries, and nothing else. What is entered already is not overwritten.",
    who_sees: "Your entries appear on the map on the wall. It is kept that they come from the meeting, and not from whom. Taking part is voluntary.",
    join: "Take part",
    own_address: "This page is your phone's own: you may load it again; please do not pass it on.",
    from: "From",
    to: "With",
    strength: "How do the two work together?",
    strength_hint: "The highest step of the last 12 months, please. Higher is not better.",
    kinds: "Kind of cooperation (optional)",
    enter: "Enter",
    itself: "Please choose two different functions.",
    left: "This function is not entered in this funding phase any more. Please choose another one, or say so in the room.",
    stands: "This tie is entered already. If it is to be changed, please say so in the room.",
    too_many: |most| format!("One phone enters at most {most} ties. Please say so in the room."),
    faults: "Not entered yet.",
    entered: "Entered.",
    undone: "Taken back.",
    not_undone: "Not taken back: the entry was changed or removed meanwhile. Please say so in the room.",
    own: "Your entries",
    none_yet: "None yet.",
    more: |left| format!("and {left} older ones"),
    undo: "Take back",
    undo_of: |from, to| format!("Take back: {from} – {to}"),
    nobody: "No functions have been entered in this funding phase yet. Please say so in the room.",
    until: |time| format!("Today until {time}."),
    no_link: "There is no such link or code, or it ended some time ago. Please look at the wall again, or ask the person at the laptop.",
    over: "This meeting is over, so the link is no longer good. What you have entered stays. The core team of your district answers questions about it.",
    ended: "The phones were signed out, so this link is no longer good. What you have entered stays. The person at the laptop gives you a new link.",
    full: "60 phones take part already, and there is no place for more. Please enter together with somebody, or tell the person at the laptop.",
};
