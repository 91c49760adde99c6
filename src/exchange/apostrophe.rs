//! The apostrophe before a cell that a spreadsheet would take for a formula, or the import for an example row.
//!
//! Whoever opens an export in Excel must not run what somebody wrote as a name. A text that begins with apostrophes
//! before such a beginning gets one more, so that taking one off always gives the text back.

use std::borrow::Cow;

use super::columns::is_example;

/// The text as it is written into a cell.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_risky(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of a cell without the apostrophe that [`guarded`] put there.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) => text,
        _ => cell,
    }
}

fn is_risky(text: &str) -> bool {
    let start = text.trim_start_matches('\'');
    start.starts_with(['=', '+', '-', '@', '\t', '\r']) || is_example(start)
}
