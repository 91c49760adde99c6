//! Why nothing, or two things at once, can be said.

use super::case::Headline;
use super::verdicts::{Said, TooSmall, Unsaid};
use crate::text::Lang;

/// What is said where the offices' sizes and the functions' contacts say different things.
pub fn mixed(more_by_size: bool) -> Said {
    match more_by_size {
        true => Said::MoreBySize,
        false => Said::FewerBySize,
    }
}

/// That nothing can be said, and why.
pub fn nothing(headline: &Headline, lang: Lang) -> String {
    let why = match headline {
        Headline::OneDepartment => lang.pick(
            "Ein Amt allein hat kein anderes, mit dem es zusammenarbeiten kann.",
            "One office alone has no other to work with.",
        ),
        Headline::NoDepartments => Said::TooSmall(TooSmall::NoDepartments).sentence(lang),
        Headline::NothingToCompare(why) => Said::Nothing(*why).sentence(lang),
        _ => Said::Nothing(Unsaid::InsideNotAsked).sentence(lang),
    };
    let start = lang.pick(
        "Zur Versäulung ist keine Aussage möglich",
        "Nothing can be said about silos",
    );
    format!("{start}: {why}")
}
