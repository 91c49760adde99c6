//! The marks that part a line: between the two names, and between what is said of them.

use std::ops::Range;

/// A mark, from the weakest to the strongest: of two cuts that are as good the one at the stronger mark counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A comma or a semicolon: never between the two names, as a name may hold one.
    Comma,
    /// The word `mit`.
    With,
    /// A long dash between letters, as in `2019–2022`.
    Bare,
    /// A dash of any length between blanks.
    Dash,
    /// An arrow.
    Arrow,
    /// A tab, as cells of a table are pasted.
    Tab,
}

/// The words that part two names, between blanks.
const WORDS: [&str; 2] = ["mit", "with"];

const ARROWS: [&str; 5] = ["<->", "->", "=>", "→", "↔"];

/// The marks of a line in their order, each with the bytes that it takes, blanks around it included. A hyphen inside a
/// name is none.
pub fn marks(line: &str) -> Vec<(Mark, Range<usize>)> {
    let mut marks: Vec<(Mark, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(letter) = line[at..].chars().next() {
        match mark_at(line, at) {
            Some((mark, length)) => {
                let end = marks.last().map_or(0, |(_, before)| before.end);
                let from = line[..at].trim_end_matches(' ').len().max(end);
                let behind = &line[at + length..];
                let to = line.len() - behind.trim_start_matches(' ').len();
                at = to;
                marks.push((mark, from..to));
            }
            None => at += letter.len_utf8(),
        }
    }
    marks
}

/// The mark that begins here, and its bytes.
fn mark_at(line: &str, at: usize) -> Option<(Mark, usize)> {
    let rest = &line[at..];
    if let Some(arrow) = ARROWS.iter().find(|arrow| rest.starts_with(**arrow)) {
        return Some((Mark::Arrow, arrow.len()));
    }
    let is_blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let before = line[..at].chars().next_back();
    let first = rest.chars().next()?;
    let after = rest.chars().nth(1);
    let mark = match first {
        '\t' => Mark::Tab,
        ',' | ';' => Mark::Comma,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' if is_blank(before) && is_blank(after) => {
            Mark::Dash
        }
        '\u{2012}'..='\u{2015}' => Mark::Bare,
        _ if before.is_some_and(char::is_whitespace) => {
            let word = rest.split(char::is_whitespace).next()?;
            let is_it = WORDS.iter().any(|with| word.eq_ignore_ascii_case(with));
            return (is_it && word.len() < rest.len()).then_some((Mark::With, word.len()));
        }
        _ => return None,
    };
    Some((mark, first.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::{Mark, marks};

    fn parts(line: &str) -> Vec<(Mark, &str)> {
        let own = marks(line).into_iter();
        own.map(|(mark, range)| (mark, &line[range])).collect()
    }

    #[test]
    fn a_hyphen_inside_a_name_parts_nothing() {
        assert!(parts("Eltern-Kind-Zentrum").is_empty());
        assert_eq!(parts("A - B"), [(Mark::Dash, " - ")]);
        assert_eq!(parts("A–B,3"), [(Mark::Bare, "–"), (Mark::Comma, ",")]);
    }

    #[test]
    fn a_word_parts_only_between_blanks() {
        assert_eq!(parts("Team Mitte mit B"), [(Mark::With, " mit ")]);
        assert!(parts("mit").is_empty() && parts("A mit").is_empty());
        assert_eq!(parts("A <-> B"), [(Mark::Arrow, " <-> ")]);
    }
}
