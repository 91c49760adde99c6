//! The pages of signing in, of an invitation, and of one's own account.

use crate::text::Lang;

/// The texts of these pages.
pub struct SignIn {
    /// The headline of signing in, and its button.
    pub title: &'static str,
    /// The field of the address.
    pub email: &'static str,
    /// The field of the password.
    pub password: &'static str,
    /// Too many wrong ones came from the network of who tries.
    pub too_many: fn(seconds: u32) -> String,
    /// The store does not answer.
    pub unanswered: &'static str,
    /// Whom to ask for a new link.
    pub forgotten: &'static str,
    /// What that question is called.
    pub forgotten_title: &'static str,
    /// The way to the form for a code.
    pub has_code: &'static str,
    /// On a machine where nobody signs in.
    pub nobody: &'static str,
    /// The button that signs out.
    pub out: &'static str,
    /// The headline of an invitation.
    pub invitation: &'static str,
    /// The field of a code.
    pub code: &'static str,
    /// How a code is typed.
    pub code_hint: &'static str,
    /// The button that looks a code up.
    pub look: &'static str,
    /// Who is invited, in which role, for which district, until when.
    pub invited: fn(email: &str, role: &str, district: Option<&str>, until: &str) -> String,
    /// What happens with the password.
    pub how: &'static str,
    /// Said where the first password begins the mode in which everybody signs in.
    pub from_now_on: &'static str,
    /// The field of a new password.
    pub new: &'static str,
    /// What a password has to be.
    pub new_hint: &'static str,
    /// The field that repeats it.
    pub again: &'static str,
    /// The button that sets it.
    pub set: &'static str,
    /// The headline of one's own account.
    pub account: &'static str,
    /// Over the form for another password.
    pub change: &'static str,
    /// The field of the password until now.
    pub old: &'static str,
    /// Over the choice of a language.
    pub language: &'static str,
    /// For whom it counts.
    pub language_hint: &'static str,
    /// Over the button that ends the other sessions.
    pub others: &'static str,
    /// What that does.
    pub others_hint: &'static str,
    /// The button.
    pub end_others: &'static str,
    /// It is done.
    pub done: &'static str,
}

impl SignIn {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: SignIn = SignIn {
    title: "Anmelden",
    email: "E-Mail-Adresse",
    password: "Passwort",
    too_many: |seconds| {
        format!(
            "Aus Ihrem Netz kamen sehr viele falsche Anmeldungen. Bitte versuchen Sie es in {seconds} Sekunden noch einmal; Ihr Konto ist nicht gesperrt."
        )
    },
    unanswered: "Die Datenbank antwortet gerade nicht. Ihre E-Mail-Adresse steht noch da; bitte geben Sie das Passwort gleich noch einmal ein.",
    forgotten: "Einen neuen Link gibt Ihnen die Bezirkskoordination Ihres Bezirks, ihr selbst ihre Vertretung oder wer miteinander betreibt. Von hier wird keine E-Mail verschickt.",
    forgotten_title: "Passwort vergessen?",
    has_code: "Sie haben einen Code bekommen? Hier einlösen.",
    nobody: "Auf diesem Rechner meldet sich niemand an. Das ändert sich, sobald die erste Bezirkskoordination oder Programmbegleitung ihr Passwort setzt.",
    out: "Abmelden",
    invitation: "Einladung",
    code: "Code",
    code_hint: "20 Buchstaben; Bindestriche, Leerzeichen, Groß- und Kleinschreibung spielen keine Rolle",
    look: "Weiter",
    invited: |email, role, district, until| match district {
        Some(district) => {
            format!("{email} ist eingeladen: {role}, {district}. Gültig bis {until}.")
        }
        None => format!("{email} ist eingeladen: {role}. Gültig bis {until}."),
    },
    how: "Setzen Sie ein Passwort, damit ist die Einladung eingelöst. Danach melden Sie sich mit Ihrer E-Mail-Adresse und diesem Passwort an.",
    from_now_on: "Ab jetzt melden sich alle mit eigenem Konto an. Was eingetragen ist, bleibt, wie es ist.",
    new: "Neues Passwort",
    new_hint: "mindestens 15 Zeichen; drei oder vier Wörter genügen",
    again: "Neues Passwort noch einmal",
    set: "Passwort setzen",
    account: "Mein Konto",
    change: "Passwort ändern",
    old: "Bisheriges Passwort",
    language: "Sprache",
    language_hint: "Gilt für alle Seiten in diesem Browser.",
    others: "Andere Anmeldungen",
    others_hint: "Beendet Ihre Anmeldungen in anderen Browsern und auf anderen Geräten.",
    end_others: "Andere Anmeldungen beenden",
    done: "Erledigt. Ihre anderen Anmeldungen sind beendet.",
};

static EN: SignIn = SignIn {
    title: "Sign in",
    email: "E-mail address",
    password: "Password",
    too_many: |seconds| {
        format!(
            "Very many wrong sign-ins came from your network. Please try again in {seconds} seconds; your account is not locked."
        )
    },
    unanswered: "The database does not answer at the moment. Your e-mail address is still there; please enter the password again shortly.",
    forgotten: "The coordination of your district gives you a new link; the coordination asks its deputy or whoever runs miteinander. No e-mail is sent from here.",
    forgotten_title: "Forgotten your password?",
    has_code: "You were given a code? Redeem it here.",
    nobody: "Nobody signs in on this machine. That changes as soon as the first district coordination or programme sets a password.",
    out: "Sign out",
    invitation: "Invitation",
    code: "Code",
    code_hint: "20 letters; hyphens, blanks and case make no difference",
    look: "Continue",
    invited: |email, role, district, until| match district {
        Some(district) => format!("{email} is invited: {role}, {district}. Good until {until}."),
        None => format!("{email} is invited: {role}. Good until {until}."),
    },
    how: "Set a password to redeem the invitation. Then sign in with your e-mail address and this password.",
    from_now_on: "From now on everybody signs in with an account of their own. What is entered stays as it is.",
    new: "New password",
    new_hint: "at least 15 characters; three or four words will do",
    again: "New password again",
    set: "Set password",
    account: "My account",
    change: "Change password",
    old: "Password until now",
    language: "Language",
    language_hint: "Counts for all pages in this browser.",
    others: "Other sessions",
    others_hint: "Ends your sessions in other browsers and on other devices.",
    end_others: "End other sessions",
    done: "Done. Your other sessions are ended.",
};
