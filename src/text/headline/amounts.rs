//! Numbers in a headline, with the words that they ask for.

use crate::text::Lang;
use crate::text::numbers::whole;

/// „(3 bis 13)“, and where it is not that of permutations, that it is computed: „(± 1,96 sd: 3 bis 13)“
pub fn range(low: u64, high: u64, drawn: bool, lang: Lang) -> String {
    let [low, high] = [low, high].map(|end| whole(end, lang));
    let to = lang.pick("bis", "to");
    let spread = match (drawn, lang) {
        (true, _) => "",
        (false, Lang::De) => "± 1,96 sd: ",
        (false, Lang::En) => "± 1.96 sd: ",
    };
    format!("({spread}{low} {to} {high})")
}

/// How large a network is; nothing where leaders get no number of it, as all its offices are small.
pub(super) fn size(
    actors: u64,
    ties: u64,
    lang: Lang,
    [function, functions, tie, ties_of]: [&'static str; 4],
) -> String {
    let n = |number| whole(number, lang);
    match actors {
        0 => String::new(),
        _ => format!(
            " ({} {}, {} {})",
            n(actors),
            one(actors, function, functions),
            n(ties),
            one(ties, tie, ties_of),
        ),
    }
}

/// The form of a word that a number takes.
pub(super) fn one(number: u64, singular: &'static str, plural: &'static str) -> &'static str {
    if number == 1 { singular } else { plural }
}
