//! The apostrophe before what a spreadsheet would take for a formula, or the import for an example row.
//!
//! Opening an export must not run a name as a formula. A text that begins with apostrophes before such a
//! beginning gets one more, so that taking one off always gives the text back.
//!
//! A CSV file may be opened where another mark parts the cells: then a text that holds this mark, or a line break, comes
//! apart, and its parts begin cells of their own. So each part that would begin as a formula has its apostrophe too. The
//! cells of a workbook stay whole; there a part gets one only to keep one that it has.

use std::borrow::Cow;

use super::columns::is_example;

/// The text as it is written into a cell of a CSV file.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    let start = is_risky(text).then_some(0);
    inserted(text, start.into_iter().chain(formulas(text)))
}

/// The text as it is written into a cell of a workbook.
pub(super) fn guarded_in_workbook(text: &str) -> Cow<'_, str> {
    let start = is_risky(text).then_some(0);
    let own = formulas(text).filter(|at| text[..*at].ends_with('\''));
    inserted(text, start.into_iter().chain(own))
}

/// The text of a cell without the apostrophes that were put there.
pub(super) fn unguarded(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\'') {
        return Cow::Borrowed(cell);
    }
    let start = cell.starts_with('\'') && is_risky(cell);
    let inside: Vec<usize> = formulas(cell)
        .filter(|at| cell[..*at].ends_with('\''))
        .collect();
    if inside.is_empty() {
        return Cow::Borrowed(&cell[usize::from(start)..]);
    }
    let mut text = String::with_capacity(cell.len());
    let mut from = usize::from(start);
    for at in inside {
        text.push_str(&cell[from..at - 1]);
        from = at;
    }
    text.push_str(&cell[from..]);
    Cow::Owned(text)
}

fn is_risky(text: &str) -> bool {
    let start = text.trim_start_matches('\'');
    start.starts_with(['=', '+', '-', '@', '\t', '\r']) || is_example(start)
}

/// The places behind the first mark or line break at which a cell would begin as a formula; blanks, quotation marks and
/// apostrophes before it count as nothing.
fn formulas(text: &str) -> impl Iterator<Item = usize> {
    let mut begins = false;
    text.char_indices().filter_map(move |(at, c)| match c {
        ';' | ',' | '\t' | '\n' | '\r' => {
            begins = true;
            None
        }
        ' ' | '\u{a0}' | '"' | '\'' => None,
        '=' | '+' | '-' | '@' => std::mem::take(&mut begins).then_some(at),
        _ => {
            begins = false;
            None
        }
    })
}

/// The text with an apostrophe at each of some places.
fn inserted(text: &str, places: impl Iterator<Item = usize>) -> Cow<'_, str> {
    let mut guarded = String::new();
    let mut from = 0;
    for at in places {
        guarded.push_str(&text[from..at]);
        guarded.push('\'');
        from = at;
    }
    if guarded.is_empty() {
        return Cow::Borrowed(text);
    }
    guarded.push_str(&text[from..]);
    Cow::Owned(guarded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_behind_any_mark_is_guarded_in_csv() {
        for (text, written) in [
            ("a,=cmd", "a,'=cmd"),
            ("a;=1+1", "a;'=1+1"),
            ("a\t@x", "a\t'@x"),
            ("a\n- b\n+ c", "a\n'- b\n'+ c"),
            ("a, \"=b", "a, \"'=b"),
            ("=a,=b", "'=a,'=b"),
            ("Frau X, +49 30 1234", "Frau X, '+49 30 1234"),
        ] {
            assert_eq!(guarded(text), written);
        }
    }

    #[test]
    fn ordinary_text_is_written_as_it_is() {
        for text in [
            "Amt für Jugend, Abt. A-B",
            "Mo-Fr; Sa",
            "3+1, 4 = 5",
            "a\nb",
        ] {
            assert_eq!(guarded(text), text);
            assert_eq!(guarded_in_workbook(text), text);
        }
        assert_eq!(guarded_in_workbook("a,=b"), "a,=b");
    }

    proptest! {
        #[test]
        fn taking_off_gives_the_text_back(text in "[ab'=+@,;\t\n \"-]{0,12}") {
            for written in [guarded(&text), guarded_in_workbook(&text)] {
                let read = unguarded(&written);
                prop_assert_eq!(read.as_ref(), text.as_str());
            }
        }

        #[test]
        fn no_part_of_a_guarded_text_begins_as_a_formula(text in "[ab'=+@,;\t\n \"-]{0,12}") {
            let guarded = guarded(&text);
            for part in guarded.split([';', ',', '\t', '\n']).skip(1) {
                let start = part.trim_start_matches([' ', '"']);
                prop_assert!(!start.starts_with(['=', '+', '-', '@']), "{}", guarded);
            }
        }
    }
}
