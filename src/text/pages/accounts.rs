//! The page of a district's accounts, and the sheet of an invitation.

use crate::text::Lang;

/// The texts of the page and the sheet.
pub struct Accounts {
    /// The headline, and the name in the district's menu.
    pub title: &'static str,
    /// Who sees what, in one sentence a role.
    pub lead: &'static str,
    /// Nobody was invited yet.
    pub none: &'static str,
    /// Said where nobody signs in yet.
    pub begins: &'static str,
    /// Over the form that invites.
    pub invite: &'static str,
    /// The field of the address.
    pub email: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// What the name is for.
    pub name_hint: &'static str,
    /// The field of the role.
    pub role: &'static str,
    /// The button that invites.
    pub make: &'static str,
    /// The button that makes a new link, told with whose it is.
    pub renew: &'static str,
    /// The button that gives another role.
    pub change: &'static str,
    /// The button that removes.
    pub remove: &'static str,
    /// It is done.
    pub done: &'static str,
    /// The headline of a sheet.
    pub sheet: &'static str,
    /// That a sheet is shown once.
    pub once: &'static str,
    /// For whom, and as what: a role, and the district where it is one of a district.
    pub whom: fn(email: &str, what: &str) -> String,
    /// Until when it can be redeemed.
    pub until: fn(&str) -> String,
    /// Over the code.
    pub code: fn(address: &str) -> String,
    /// What the picture holds.
    pub picture: &'static str,
    /// The link of a mail that is written in one's own program.
    pub mail: &'static str,
    /// The subject of such a mail.
    pub subject: &'static str,
    /// Its text.
    pub letter: fn(what: &str, link: &str, until: &str) -> String,
    /// The text to copy.
    pub copy: &'static str,
    /// How it is printed.
    pub print: &'static str,
    /// Back to the accounts.
    pub back: &'static str,
    /// What the programme's page of accounts is for.
    pub programme_lead: &'static str,
    /// Over the programme's own accounts.
    pub programme: &'static str,
    /// Over the form that invites somebody of the programme.
    pub programme_invite: &'static str,
    /// Over the districts.
    pub districts: &'static str,
    /// How many coordinations of a district have a password, and how many are invited.
    pub coordinations: fn(with_password: usize, invited: usize) -> String,
    /// The button that invites a coordination, told with the district.
    pub coordination: fn(district: &str) -> String,
}

impl Accounts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Accounts = Accounts {
    title: "Konten",
    lead: "Das Kernteam sieht und ändert alles außer Konten. Leitungen sehen nur, was freigegeben ist, und nur Ämter. Eine zweite Bezirkskoordination ist die Vertretung.",
    none: "In diesem Bezirk ist noch niemand eingeladen.",
    begins: "Sobald die erste Bezirkskoordination ihr Passwort setzt, melden sich alle mit eigenem Konto an. Was eingetragen ist, bleibt.",
    invite: "Jemanden einladen",
    email: "E-Mail-Adresse",
    name: "Name",
    name_hint: "kann leer bleiben",
    role: "Rolle",
    make: "Einladung erstellen",
    renew: "Neuer Link",
    change: "Rolle ändern",
    remove: "Entfernen",
    done: "Erledigt.",
    sheet: "Einladung zu miteinander",
    once: "Link und Code stehen nur jetzt auf dieser Seite. Ein neuer Link beendet diesen.",
    whom: |email, what| format!("für {email} · {what}"),
    until: |until| {
        format!(
            "Gültig bis {until}. Eingelöst ist die Einladung, wenn Sie ein Passwort gesetzt haben."
        )
    },
    code: |address| format!("Oder auf {address} diesen Code eintippen:"),
    picture: "Der Link als QR-Code",
    mail: "Mit dem eigenen E-Mail-Programm senden",
    subject: "Ihr Zugang zu miteinander",
    letter: |what, link, until| {
        format!(
            "Guten Tag,\n\nSie sind zu miteinander eingeladen: {what}.\nBitte öffnen Sie diesen Link und setzen Sie ein Passwort:\n\n{link}\n\nDer Link gilt bis {until}.\n"
        )
    },
    copy: "Text zum Kopieren",
    print: "Zum Verteilen: diese Seite drucken (A5, auf A4 zwei je Blatt).",
    back: "Zu den Konten",
    programme_lead: "Hier lädt die Programmbegleitung ihre eigenen Leute ein, und die erste Koordination eines Bezirks. Weitere Konten eines Bezirks vergibt seine Koordination.",
    programme: "Konten der Programmbegleitung",
    programme_invite: "Jemanden der Programmbegleitung einladen",
    districts: "Koordination der Bezirke",
    coordinations: |with_password, invited| match (with_password, invited) {
        (0, 0) => "noch niemand eingeladen".to_owned(),
        (0, _) => "eingeladen, noch ohne Passwort".to_owned(),
        (1, _) => "hat eine Koordination".to_owned(),
        (n, _) => format!("hat {n} Koordinationen"),
    },
    coordination: |district| format!("Koordination für {district} einladen"),
};

static EN: Accounts = Accounts {
    title: "Accounts",
    lead: "The core team sees and changes everything but accounts. Leaders see only what was released, and only offices. A second coordination is the deputy.",
    none: "Nobody of this district is invited yet.",
    begins: "As soon as the first district coordination sets a password, everybody signs in with an account of their own. What is entered stays.",
    invite: "Invite somebody",
    email: "E-mail address",
    name: "Name",
    name_hint: "may be left empty",
    role: "Role",
    make: "Make an invitation",
    renew: "New link",
    change: "Change role",
    remove: "Remove",
    done: "Done.",
    sheet: "Invitation to miteinander",
    once: "Link and code stand on this page only now. A new link ends this one.",
    whom: |email, what| format!("for {email} · {what}"),
    until: |until| {
        format!("Good until {until}. The invitation is redeemed once you have set a password.")
    },
    code: |address| format!("Or type this code at {address}:"),
    picture: "The link as a QR code",
    mail: "Send with your own mail program",
    subject: "Your access to miteinander",
    letter: |what, link, until| {
        format!(
            "Hello,\n\nyou are invited to miteinander: {what}.\nPlease open this link and set a password:\n\n{link}\n\nThe link is good until {until}.\n"
        )
    },
    copy: "Text to copy",
    print: "To hand out: print this page (A5, two on a sheet of A4).",
    back: "To the accounts",
    programme_lead: "Here the programme invites its own people, and the first coordination of a district. Further accounts of a district are given by its coordination.",
    programme: "Accounts of the programme",
    programme_invite: "Invite somebody of the programme",
    districts: "Coordination of the districts",
    coordinations: |with_password, invited| match (with_password, invited) {
        (0, 0) => "nobody invited yet".to_owned(),
        (0, _) => "invited, no password yet".to_owned(),
        (1, _) => "has a coordination".to_owned(),
        (n, _) => format!("has {n} coordinations"),
    },
    coordination: |district| format!("Invite a coordination for {district}"),
};
