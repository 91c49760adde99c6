//! What the command line says besides figures.

use super::Lang;

/// How many changes there are: the last line of an import.
pub fn changes(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::De, 1) => "1 Änderung".to_owned(),
        (Lang::De, n) => format!("{n} Änderungen"),
        (Lang::En, 1) => "1 change".to_owned(),
        (Lang::En, n) => format!("{n} changes"),
    }
}

/// How many contacts are set or deleted; their names stay out of terminals and logs.
pub fn contacts(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::De, 1) => "1 Ansprechperson gesetzt oder gelöscht".to_owned(),
        (Lang::De, n) => format!("{n} Ansprechpersonen gesetzt oder gelöscht"),
        (Lang::En, 1) => "1 contact set or deleted".to_owned(),
        (Lang::En, n) => format!("{n} contacts set or deleted"),
    }
}
