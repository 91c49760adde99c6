//! The words of the Excel template: what people read before and while they fill it in.

mod de;
mod en;

use super::Lang;

/// The sheets of the template in words.
pub struct Template {
    /// The title of the workbook and of its first sheet.
    pub title: &'static str,
    /// The name of the first sheet.
    pub read_me: &'static str,
    /// The lines of the first sheet, each with a word in front; the scale follows its own line.
    pub lines: [(&'static str, &'static str); 10],
    /// The place of the line that the scale follows.
    pub scale_line: usize,
    /// What is said at an entry that its own sheet does not hold yet, for organisations and functions.
    pub not_listed: [(&'static str, &'static str); 2],
    /// What is said at a section that its list does not hold yet.
    pub new_section: (&'static str, &'static str),
    /// What is said in an export at a name that it does not hold.
    pub not_exported: (&'static str, &'static str),
    /// In front of the first sheet of a district's own template: what is entered already.
    pub entered: (&'static str, &'static str),
    /// The column of a function's kind in a district's own template: key, header, explanation.
    pub kind: (&'static str, &'static str, &'static str),
    /// The kinds of the examples.
    pub kind_of_example: [&'static str; 5],
    /// What is said at an entry that is not in its list: the title, the sentence before the known entries.
    pub not_known: (&'static str, &'static str),
    /// The title of the message at a strength, and the question with the scale, at most 255 characters.
    pub strength: (&'static str, &'static str),
    /// The columns and examples of the organisations.
    pub departments: TableWords,
    /// The columns and examples of the functions.
    pub actors: TableWords,
    /// The columns and examples of the offers.
    pub offers: TableWords,
    /// The columns and examples of the cooperations.
    pub cooperations: TableWords,
}

/// A table of the template in words.
pub struct TableWords {
    /// Key, header and explanation of each column, in order; a header with a star must be filled in.
    pub columns: &'static [(&'static str, &'static str, &'static str)],
    /// The example rows without their mark.
    pub examples: &'static [&'static [&'static str]],
}

impl Template {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&de::WORDS, &en::WORDS)
    }
}
