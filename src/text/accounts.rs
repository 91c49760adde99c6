//! What is said about accounts: roles, refusals, and the lines of the command line.

use super::Lang;
use crate::domain::{AccountFault, LONGEST_PASSWORD, Role, SHORTEST_PASSWORD};

/// The words about accounts.
pub struct AccountTexts {
    /// The programme's role.
    pub programme: &'static str,
    /// The role of who coordinates a district.
    pub coordination: &'static str,
    /// The core team's role.
    pub core_team: &'static str,
    /// A leader's role.
    pub leader: &'static str,
    /// Who was invited in which role and may redeem the link until when.
    pub invited: fn(email: &str, role: &str, until: &str) -> String,
    /// Over the code that can be typed instead of the link.
    pub code: fn(code: &str) -> String,
    /// An account was removed.
    pub removed: fn(email: &str) -> String,
    /// There are no accounts.
    pub none: &'static str,
    /// An account waits for its first password.
    pub waits: &'static str,
    /// An account has a password.
    pub ready: &'static str,
    /// Nobody signs in any more.
    pub reset: &'static str,
    /// A role that belongs to a district, named without one.
    pub needs_district: &'static str,
    /// The programme's role, named with a district.
    pub no_district: &'static str,
    elsewhere: &'static str,
    has_coordination: &'static str,
    last_coordination: &'static str,
    last_programme: &'static str,
    last_of_all: &'static str,
    first_administers: &'static str,
    demonstration: &'static str,
    no_address: &'static str,
    no_name: &'static str,
    address_taken: &'static str,
    no_such_account: &'static str,
    too_short: fn(usize) -> String,
    too_long: fn(usize) -> String,
    guessable: &'static str,
    differ: &'static str,
    wrong: &'static str,
    wait: fn(u32) -> String,
    no_link: &'static str,
    link_used: &'static str,
    link_old: &'static str,
    district_gone: &'static str,
    contended: &'static str,
}

impl AccountTexts {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }

    /// What a role is called.
    pub fn role(&self, role: &Role) -> &'static str {
        match role {
            Role::Programme => self.programme,
            Role::Coordination(_) => self.coordination,
            Role::CoreTeam(_) => self.core_team,
            Role::Leader(_) => self.leader,
        }
    }

    /// Why something was refused, and what helps.
    pub fn say(&self, fault: AccountFault) -> String {
        match fault {
            AccountFault::Elsewhere => self.elsewhere,
            AccountFault::HasCoordination => self.has_coordination,
            AccountFault::LastCoordination => self.last_coordination,
            AccountFault::LastProgramme => self.last_programme,
            AccountFault::LastOfAll => self.last_of_all,
            AccountFault::FirstAdministers => self.first_administers,
            AccountFault::Demonstration => self.demonstration,
            AccountFault::NoAddress => self.no_address,
            AccountFault::NoName => self.no_name,
            AccountFault::AddressTaken => self.address_taken,
            AccountFault::NoSuchAccount => self.no_such_account,
            AccountFault::TooShort => return (self.too_short)(SHORTEST_PASSWORD),
            AccountFault::TooLong => return (self.too_long)(LONGEST_PASSWORD),
            AccountFault::Guessable => self.guessable,
            AccountFault::Differ => self.differ,
            AccountFault::Wrong => self.wrong,
            AccountFault::Wait(seconds) => return (self.wait)(seconds),
            AccountFault::NoLink => self.no_link,
            AccountFault::LinkUsed => self.link_used,
            AccountFault::LinkOld => self.link_old,
            AccountFault::DistrictGone => self.district_gone,
            AccountFault::Contended => self.contended,
        }
        .to_owned()
    }
}

static DE: AccountTexts = AccountTexts {
    programme: "Programmbegleitung",
    coordination: "Bezirkskoordination",
    core_team: "Kernteam",
    leader: "Leitung",
    invited: |email, role, until| {
        format!(
            "{email} ist eingeladen ({role}). Der Link gilt bis {until} und wird nur hier gezeigt:"
        )
    },
    code: |code| {
        format!(
            "Statt des Links lässt sich auf der Seite /invitation dieser Code eintippen: {code}"
        )
    },
    removed: |email| format!("Das Konto {email} ist entfernt."),
    none: "Es gibt noch keine Konten. Das erste legt miteinander account add an.",
    waits: "eingeladen, noch ohne Passwort",
    ready: "mit Passwort",
    reset: "Ab jetzt meldet sich niemand mehr an: Die Seiten sind nur noch auf diesem Rechner erreichbar. Die Konten bleiben. Bitte miteinander neu starten, falls es auf einer anderen Adresse läuft.",
    needs_district: "Diese Rolle gehört zu einem Bezirk; bitte mit --district angeben.",
    no_district: "Die Programmbegleitung gehört zu keinem Bezirk; bitte --district weglassen.",
    elsewhere: "Dieses Konto gehört nicht zu Ihrem Bezirk, oder diese Rolle können Sie nicht vergeben.",
    has_coordination: "Dieser Bezirk hat schon eine Bezirkskoordination; weitere lädt sie selbst ein.",
    last_coordination: "Ohne dieses Konto hätte der Bezirk keine Bezirkskoordination mehr. Bitte zuerst eine Vertretung einladen, die ihr Passwort setzt.",
    last_programme: "Ohne dieses Konto hätte die Programmbegleitung keines mehr. Bitte zuerst eine Vertretung einladen, die ihr Passwort setzt.",
    last_of_all: "Ohne dieses Konto könnte niemand mehr Konten verwalten. Bitte zuerst ein anderes anlegen; ganz ohne Anmeldung arbeitet miteinander nach account reset.",
    first_administers: "Das erste Konto muss andere einladen können: Bitte zuerst eines für die Bezirkskoordination oder die Programmbegleitung anlegen.",
    demonstration: "Der Musterbezirk ist nur zum Ansehen da und bekommt keine Konten. Bitte einen anderen Bezirk nennen.",
    no_address: "Das ist keine E-Mail-Adresse; bitte in der Form name@bezirksamt.example angeben.",
    no_name: "Dieser Name lässt sich nicht speichern: Bitte höchstens 300 Zeichen, ohne Steuerzeichen, oder leer lassen.",
    address_taken: "Diese E-Mail-Adresse hat schon ein Konto. Einen neuen Link gibt es mit „Neuer Link“ oder account invite.",
    no_such_account: "Dieses Konto gibt es nicht oder nicht mehr.",
    too_short: |least| {
        format!(
            "Das Passwort ist zu kurz: Bitte mindestens {least} Zeichen; drei oder vier Wörter genügen."
        )
    },
    too_long: |most| format!("Das Passwort ist zu lang: Bitte höchstens {most} Zeichen."),
    guessable: "Dieses Passwort wäre schnell erraten: Es besteht aus einem häufigen Passwort, einer Reihe oder Wiederholung, Ihrem Namen, Ihrer E-Mail-Adresse oder Ihrem Bezirk. Bitte ein anderes wählen; drei oder vier Wörter, die nichts miteinander zu tun haben, genügen.",
    differ: "Die beiden Passwörter sind nicht gleich; bitte noch einmal eingeben.",
    wrong: "E-Mail-Adresse oder Passwort stimmen nicht.",
    wait: |seconds| match seconds {
        1 => "Bitte warten Sie 1 Sekunde und versuchen Sie es dann noch einmal.".to_owned(),
        n => format!("Bitte warten Sie {n} Sekunden und versuchen Sie es dann noch einmal."),
    },
    no_link: "Diesen Link oder Code gibt es nicht. Bitte prüfen Sie, ob er vollständig ist; einen neuen gibt die Bezirkskoordination.",
    link_used: "Dieser Link oder Code wurde schon eingelöst oder durch einen neueren ersetzt. Haben Sie Ihr Passwort gesetzt, melden Sie sich damit an; sonst gibt die Bezirkskoordination einen neuen.",
    link_old: "Dieser Link oder Code ist abgelaufen. Einen neuen gibt die Bezirkskoordination.",
    district_gone: "Den Bezirk dieses Kontos gibt es nicht mehr. Bitte fragen Sie die Programmbegleitung.",
    contended: "Gerade werden Konten geändert. Es wurde nichts gespeichert; bitte versuchen Sie es noch einmal.",
};

static EN: AccountTexts = AccountTexts {
    programme: "programme",
    coordination: "district coordination",
    core_team: "core team",
    leader: "leader",
    invited: |email, role, until| {
        format!(
            "{email} is invited ({role}). The link is good until {until} and is shown only here:"
        )
    },
    code: |code| {
        format!("Instead of the link this code can be typed on the page /invitation: {code}")
    },
    removed: |email| format!("The account {email} is removed."),
    none: "There are no accounts yet. miteinander account add makes the first.",
    waits: "invited, no password yet",
    ready: "with a password",
    reset: "From now on nobody signs in: the pages can be reached from this machine only. The accounts stay. Please restart miteinander if it runs at another address.",
    needs_district: "This role belongs to a district; please name it with --district.",
    no_district: "The programme belongs to no district; please leave out --district.",
    elsewhere: "This account is not of your district, or this role is not yours to give.",
    has_coordination: "This district has a coordination already, which invites others itself.",
    last_coordination: "Without this account the district would have no coordination. Please invite a deputy first, who sets their password.",
    last_programme: "Without this account the programme would have none. Please invite a deputy first, who sets their password.",
    last_of_all: "Without this account nobody could look after accounts. Please make another one first; after account reset miteinander works without signing in.",
    first_administers: "The first account must be able to invite others: please make one for the district coordination or the programme first.",
    demonstration: "The sample district is there to be looked at and gets no accounts. Please name another district.",
    no_address: "This is no e-mail address; please give one such as name@office.example.",
    no_name: "This name cannot be stored: please use at most 300 characters and no control characters, or leave it empty.",
    address_taken: "This e-mail address has an account already. “New link” or account invite gives a new link.",
    no_such_account: "There is no such account, or not any more.",
    too_short: |least| {
        format!(
            "The password is too short: please use at least {least} characters; three or four words will do."
        )
    },
    too_long: |most| format!("The password is too long: please use at most {most} characters."),
    guessable: "This password would soon be guessed: it is made of a common password, a row or repetition, your name, your e-mail address or your district. Please choose another; three or four words that have nothing to do with each other will do.",
    differ: "The two passwords differ; please enter them again.",
    wrong: "E-mail address or password is wrong.",
    wait: |seconds| match seconds {
        1 => "Please wait 1 second and try again.".to_owned(),
        n => format!("Please wait {n} seconds and try again."),
    },
    no_link: "There is no such link or code. Please check that it is complete; the district coordination gives new ones.",
    link_used: "This link or code was redeemed already, or replaced by a newer one. If you have set your password, please sign in with it; else the district coordination gives a new one.",
    link_old: "This link or code has expired. The district coordination gives a new one.",
    district_gone: "The district of this account is no longer there. Please ask the programme.",
    contended: "Accounts are being changed right now. Nothing was saved; please try again.",
};
