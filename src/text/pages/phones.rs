//! Phones in a working meeting, as the person at the laptop lets them in.

use crate::text::Lang;

/// The texts.
pub struct Phones {
    /// Over the section.
    pub title: &'static str,
    /// What they may do.
    pub about: &'static str,
    /// The demonstration is written to by nobody.
    pub demonstration: &'static str,
    /// Nobody signs in.
    pub personal: &'static str,
    /// There is no address under which phones reach the service.
    pub no_address: &'static str,
    /// What they must be able to reach.
    pub must_reach: fn(&str) -> String,
    /// How to find out.
    pub try_it: &'static str,
    /// The field of the phase.
    pub phase: &'static str,
    /// The button.
    pub open: &'static str,
    /// How many take part.
    pub count: fn(u32) -> String,
    /// In which phase is entered, and until when.
    pub enters: fn(&str, &str) -> String,
    /// The button that ends it for all.
    pub end: &'static str,
    /// The button for a new link.
    pub renew: &'static str,
    /// What a new link does.
    pub renew_note: &'static str,
    /// It is ended.
    pub ended: &'static str,
    /// The form was sent again after it was ended.
    pub over: &'static str,
    /// Another link was made since the form was.
    pub other: &'static str,
    /// That link and code are shown here alone.
    pub once: &'static str,
    /// Over the sheet.
    pub sheet: &'static str,
    /// What the picture is.
    pub picture: &'static str,
    /// Where the code is typed.
    pub code: fn(&str) -> String,
    /// The way to the map, in another window.
    pub to_map: &'static str,
    /// The way back.
    pub back: &'static str,
}

impl Phones {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Phones = Phones {
    title: "Handys",
    about: "Wer im Raum ist, kann mit dem eigenen Handy Verbindungen eintragen, ohne Konto. Zu sehen sind dort nur die Namen der Organisationen und Funktionen und die eigenen Einträge; überschrieben wird nichts. Höchstens 60 Handys, bis zum Ende des Tages, höchstens zehn Stunden.",
    demonstration: "Im Musterbezirk können keine Handys mitmachen: Er wird nur auf dem eigenen Rechner bearbeitet. In Ihrem Bezirk finden Sie hier den Knopf „Handys zulassen“.",
    personal: "Handys können hier nicht mitmachen: miteinander läuft nur auf diesem Rechner, und kein anderes Gerät erreicht ihn. Das geht, wenn miteinander auf einem Server unter einer https-Adresse läuft und sich alle mit eigenem Konto anmelden; einrichten kann das, wer bei Ihnen die Technik betreut. Bis dahin helfen die Schnelleingabe und die Bögen zum Ankreuzen.",
    no_address: "Handys können hier nicht mitmachen: Es ist keine https-Adresse angegeben, unter der sie miteinander erreichen. Wer miteinander betreibt, startet es mit --public-url https://… (der Adresse, die auch das Netz der Handys erreicht). Bis dahin helfen die Schnelleingabe und die Bögen zum Ankreuzen.",
    must_reach: |address| format!("Die Handys im Raum müssen {address} erreichen können."),
    try_it: "Bitte vorher mit einem Handy ausprobieren, im WLAN des Raums und ohne WLAN. Ist die Adresse nur im Verwaltungsnetz erreichbar, bleiben die Schnelleingabe und die Bögen zum Ankreuzen.",
    phase: "Förderphase",
    open: "Handys zulassen",
    enters: |phase, until| format!("Eingetragen wird in Förderphase {phase}. {until}"),
    count: |phones| match phones {
        0 => "Noch kein Handy macht mit".to_owned(),
        1 => "1 Handy macht mit".to_owned(),
        more => format!("{more} Handys machen mit"),
    },
    end: "Handys abmelden",
    renew: "Neuer Link",
    renew_note: "Ein neuer Link meldet alle Handys ab; sie kommen mit dem neuen wieder herein. Ihre Einträge bleiben.",
    ended: "Die Handys sind abgemeldet. Was sie eingetragen haben, bleibt.",
    over: "Die Handys dieses Links sind abgemeldet. „Handys zulassen“ macht einen neuen Link.",
    other: "Es gibt inzwischen einen anderen Link für Handys. Er gilt weiter.",
    once: "Link und Code stehen nur hier. Lassen Sie diese Seite offen, solange noch Handys dazukommen, oder drucken Sie sie (Strg + P).",
    sheet: "Mit dem Handy mitmachen",
    picture: "QR-Code des Links",
    code: |address| format!("Ohne Kamera: {address} öffnen und diesen Code eingeben"),
    to_map: "Karte in einem neuen Fenster öffnen",
    back: "Zurück zum Arbeitstreffen",
};

static EN: Phones = Phones {
    title: "Phones",
    about: "Whoever is in the room can enter ties with their own phone, without an account. It shows the names of organisations and functions and one's own entries only; nothing is overwritten. At most 60 phones, until the end of the day, for ten hours at most.",
    demonstration: "No phones can take part in the example district: it is written to on one's own machine alone. In your own district the button “Let phones in” stands here.",
    personal: "Phones cannot take part here: miteinander runs on this machine alone, and no other device reaches it. They can where it runs on a server under an https address and everybody signs in with an account; whoever looks after your machines can set that up. Until then the quick entry and the tick sheets help.",
    no_address: "Phones cannot take part here: no https address is given under which they reach miteinander. Whoever runs it starts it with --public-url https://… (the address that the phones' network reaches, too). Until then the quick entry and the tick sheets help.",
    must_reach: |address| format!("The phones in the room must be able to reach {address}."),
    try_it: "Please try it with a phone before, in the room's Wi-Fi and without. Where the address can only be reached within the administration's network, the quick entry and the tick sheets remain.",
    phase: "Funding phase",
    open: "Let phones in",
    enters: |phase, until| format!("Entries go to funding phase {phase}. {until}"),
    count: |phones| match phones {
        0 => "No phone takes part yet".to_owned(),
        1 => "1 phone takes part".to_owned(),
        more => format!("{more} phones take part"),
    },
    end: "Sign the phones out",
    renew: "New link",
    renew_note: "A new link signs all phones out; they come in again with the new one. Their entries stay.",
    ended: "The phones are signed out. What they have entered stays.",
    over: "The phones of this link are signed out. “Let phones in” makes a new link.",
    other: "There is another link for phones by now. It stays valid.",
    once: "Link and code stand here alone. Leave this page open for as long as phones join, or print it (Ctrl + P).",
    sheet: "Take part with your phone",
    picture: "QR code of the link",
    code: |address| format!("Without a camera: open {address} and type this code"),
    to_map: "Open the map in a new window",
    back: "Back to the meeting",
};
