//! What is said of a form that came after its session had ended, and of the page that is shown again afterwards.

use crate::text::Lang;

/// The texts.
pub struct Late {
    /// The session has ended.
    pub ended: &'static str,
    /// What was typed waits for who typed it.
    pub waits: fn(email: &str) -> String,
    /// What was typed is not carried.
    pub nothing: &'static str,
    /// Somebody is back.
    pub back: &'static str,
    /// The form is filled and nothing saved.
    pub filled: &'static str,
    /// The form is another one by now; before what had been typed.
    pub gone: &'static str,
    /// Files have to be chosen again.
    pub files: &'static str,
    /// A text was too large.
    pub large: &'static str,
}

impl Late {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Late = Late {
    ended: "Ihre Anmeldung ist beendet. Es wurde nichts gespeichert.",
    waits: |email| {
        format!(
            "Was Sie eingetragen haben, ist noch da: Melden Sie sich als {email} an, dann steht es wieder im Formular. Gespeichert wird erst, wenn Sie es dort noch einmal absenden. Wer sich mit einem anderen Konto anmeldet, sieht davon nichts."
        )
    },
    nothing: "Bitte melden Sie sich an und füllen Sie das Formular noch einmal aus. Vielleicht ist es noch da, wenn Sie im Browser einen Schritt zurückgehen.",
    back: "Sie sind wieder angemeldet. Gespeichert ist noch nichts.",
    filled: "Bitte prüfen Sie, was im Formular steht, und senden Sie es noch einmal ab. Passwörter geben Sie bitte neu ein.",
    gone: "Das Formular ist inzwischen ein anderes. Das hatten Sie eingetragen:",
    files: "Dateien werden nicht mitgenommen. Bitte Datei erneut wählen.",
    large: "Ein Text war zu groß, um ihn über die Anmeldung mitzunehmen (über 256 kB). Bitte fügen Sie ihn noch einmal ein.",
};

static EN: Late = Late {
    ended: "Your session has ended. Nothing was saved.",
    waits: |email| {
        format!(
            "What you entered is still there: sign in as {email} and it is in the form again. It is saved only when you send it from there once more. Whoever signs in with another account sees nothing of it."
        )
    },
    nothing: "Please sign in and fill in the form again. It may still be there if you go one step back in the browser.",
    back: "You are signed in again. Nothing is saved yet.",
    filled: "Please check what the form says and send it once more. Please enter passwords anew.",
    gone: "The form is another one by now. This is what you had entered:",
    files: "Files are not carried along. Please choose the file again.",
    large: "One text was too large to be carried through the sign-in (more than 256 kB). Please paste it again.",
};
