//! Why a frozen survey cannot be read.

use super::Lang;

/// What is said of a frozen survey.
pub struct FrozenText {
    /// A later program wrote it; the versions of it and of this program.
    pub newer: fn(u32, u32) -> String,
    /// It is not what was frozen.
    pub damaged: &'static str,
    /// It unpacks to more than so many megabytes.
    pub too_large: fn(u64) -> String,
}

const DE: FrozenText = FrozenText {
    newer: |format, known| {
        format!(
            "Dieser Stand wurde von einer neueren Fassung des Programms gespeichert (Format {format}, bekannt bis {known}). \
             Bitte das Programm aktualisieren."
        )
    },
    damaged: "Dieser Stand ist beschädigt: Sein Inhalt ist nicht mehr der gespeicherte. Bitte aus einer Sicherung \
              wiederherstellen.",
    too_large: |megabytes| {
        format!("Dieser Stand ist ausgepackt größer als {megabytes} MB und wird nicht gelesen.")
    },
};

const EN: FrozenText = FrozenText {
    newer: |format, known| {
        format!(
            "This release was stored by a newer version of the program (format {format}, known up to {known}). Please \
             update the program."
        )
    },
    damaged: "This release is damaged: its content is no longer what was stored. Please restore it from a backup.",
    too_large: |megabytes| {
        format!("Unpacked, this release is larger than {megabytes} MB; it is not read.")
    },
};

impl FrozenText {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::De => &DE,
            Lang::En => &EN,
        }
    }
}
