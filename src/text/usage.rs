//! What the command line's reader of arguments says, in German; in English it speaks for itself.

use super::Lang;

/// The fixed words of the help, as they stand there.
const WORDS: [(&str, &str); 13] = [
    ("Usage:", "Aufruf:"),
    ("Commands:", "Befehle:"),
    ("Arguments:", "Angaben:"),
    ("Options:", "Optionen:"),
    ("[OPTIONS]", "[OPTIONEN]"),
    ("[COMMAND]", "[BEFEHL]"),
    ("<COMMAND>", "<BEFEHL>"),
    ("[default: ", "[Vorgabe: "),
    ("[possible values: ", "[möglich: "),
    ("[env: ", "[Umgebung: "),
    (
        "Print this message or the help of the given subcommand(s)",
        "Diese Hilfe oder die eines Befehls zeigen",
    ),
    ("Print help", "Hilfe zeigen"),
    ("Print version", "Fassung zeigen"),
];

/// A help whose sentences are German already, with its fixed words in German too.
pub fn in_german(help: &str) -> String {
    WORDS
        .iter()
        .fold(help.to_owned(), |help, (english, german)| {
            help.replace(english, german)
        })
}

/// What is said of wrong usage.
pub mod wrong {
    use super::in_german;

    /// An option or a value too many.
    pub fn unknown_argument(argument: &str, nearest: &[String]) -> String {
        format!("„{argument}“ ist hier nicht bekannt.{}", meant(nearest))
    }

    /// A command that there is not.
    pub fn unknown_command(command: &str, nearest: &[String]) -> String {
        format!("Den Befehl „{command}“ gibt es nicht.{}", meant(nearest))
    }

    /// What must be given.
    pub fn missing(arguments: &str) -> String {
        format!("Es fehlt noch: {arguments}")
    }

    /// An option without its value.
    pub fn no_value(argument: &str) -> String {
        format!("Zu {argument} fehlt ein Wert.")
    }

    /// A value that does not fit; those that would, where they can be listed.
    pub fn bad_value(argument: &str, value: &str, known: Option<&str>) -> String {
        let known = known.map_or_else(String::new, |known| format!(" Möglich sind: {known}."));
        format!("„{value}“ passt nicht zu {argument}.{known}")
    }

    /// Two that exclude each other.
    pub fn conflict(argument: &str, other: &str) -> String {
        format!("{argument} und {other} schließen einander aus.")
    }

    /// Anything else.
    pub fn otherwise() -> String {
        "So lässt sich der Befehl nicht aufrufen.".to_owned()
    }

    /// The sentence with how the command is called, and where more is said.
    pub fn told(sentence: &str, usage: &str) -> String {
        let usage = match usage.trim() {
            "" => String::new(),
            usage => format!("{}\n\n", in_german(usage)),
        };
        format!("{sentence}\n\n{usage}Mehr dazu sagt --help.")
    }

    fn meant(nearest: &[String]) -> String {
        match nearest {
            [] => String::new(),
            nearest => format!(" Meinten Sie „{}“?", nearest.join("“ oder „")),
        }
    }
}

/// An option of `serve` in front of another command.
pub fn for_serving_alone(option: &str, lang: Lang) -> String {
    lang.pick(
        format!("--{option} gilt nur für den Befehl serve und steht hinter ihm."),
        format!("--{option} is for the command serve only and must come after it."),
    )
}
