//! The pages of frozen states and their release.

mod english;
mod german;

use crate::domain::Recipient;
use crate::text::Lang;

/// The texts of the pages.
pub struct Releases {
    /// The headline.
    pub title: &'static str,
    /// What others see.
    pub lead: &'static str,
    /// What leaders, or the programme, see at present.
    pub sees: fn(whom: &str, name: &str, since: &str) -> String,
    /// They see nothing yet.
    pub sees_nothing: fn(whom: &str) -> String,
    /// Over the list.
    pub list: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// A state's day and phase.
    pub of: fn(day: &str, phase: &str) -> String,
    /// It is not released.
    pub frozen: &'static str,
    /// It is released since.
    pub released: fn(day: &str) -> String,
    /// Another one was released later, which is seen instead.
    pub replaced: &'static str,
    /// It was released and withdrawn.
    pub withdrawn: &'static str,
    /// For whom it is or was released.
    pub to: fn(&str) -> String,
    /// Who decided it, and when.
    pub decided: fn(by: &str, day: &str) -> String,
    /// The way to a state that is not released.
    pub open_frozen: &'static str,
    /// The way to another one.
    pub open: &'static str,
    /// The way to a state in the working view.
    pub working: &'static str,
    /// Over the form that freezes.
    pub freeze: &'static str,
    /// What freezing does.
    pub freeze_note: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// What is proposed as a name, of a month and a year.
    pub proposed: fn(month: usize, year: i32) -> String,
    /// The field of the day.
    pub date: &'static str,
    /// The field of the phase.
    pub phase: &'static str,
    /// The button.
    pub freeze_button: &'static str,
    /// No phase has cooperations yet.
    pub nothing_to_freeze: &'static str,
    /// A field that is empty, too long or no date.
    pub incomplete: &'static str,
    /// Said when it is done.
    pub done: Done,
    /// Back to the list.
    pub back: &'static str,
    /// Over the preview.
    pub preview: &'static str,
    /// The way to the preview as the page itself.
    pub as_page: &'static str,
    /// Over the checks.
    pub checks: &'static str,
    /// How many answered, and whether these are two thirds.
    pub answered: fn(answered: usize, asked: usize, enough: bool) -> String,
    /// Nobody wrote down who answered.
    pub not_recorded: &'static str,
    /// Nothing was changed since.
    pub unchanged: &'static str,
    /// What is hidden: nothing.
    pub nothing_hidden: &'static str,
    /// What is hidden, before the list.
    pub hidden: &'static str,
    /// One that has too few functions, with their number.
    pub small: fn(name: &str, functions: usize) -> String,
    /// One that an earlier release held back.
    pub held_back: fn(name: &str) -> String,
    /// What is in no state.
    pub never: &'static str,
    /// What changed since the last one released.
    pub since_last: fn(name: &str, ties: [usize; 3], functions: usize) -> String,
    /// There is none before.
    pub first: &'static str,
    /// What single functions had said was deleted.
    pub erased: fn(day: &str) -> String,
    /// Over the draft.
    pub draft: &'static str,
    /// What the draft is for.
    pub draft_note: &'static str,
    /// Until when to answer.
    pub answer_until: &'static str,
    /// The button.
    pub draft_button: &'static str,
    /// The heading of the draft in the file.
    pub draft_heading: &'static str,
    /// What it says below.
    pub draft_text: fn(name: &str, until: Option<&str>) -> Vec<String>,
    /// Over the form that releases.
    pub release: &'static str,
    /// For whom.
    pub for_whom: &'static str,
    /// What each of them sees.
    pub recipients: [(Recipient, &'static str, &'static str); 3],
    /// How the tick's preview is opened.
    pub see_it: &'static str,
    /// Who decided.
    pub decided_by: &'static str,
    /// That no persons are named.
    pub no_persons: &'static str,
    /// On which day.
    pub decided_on: &'static str,
    /// The button.
    pub release_button: &'static str,
    /// The form lacks for whom or who decided.
    pub incomplete_release: &'static str,
    /// Over the button that withdraws.
    pub withdraw: &'static str,
    /// What withdrawing does.
    pub withdraw_note: &'static str,
    /// The button.
    pub withdraw_button: &'static str,
    /// Over the button that removes.
    pub remove: &'static str,
    /// What removing does.
    pub remove_note: &'static str,
    /// The button.
    pub remove_button: &'static str,
    /// Which release a page shows.
    pub shown: fn(name: &str, released: Option<&str>) -> String,
    /// That a page shows the district as a whole.
    pub whole: &'static str,
    /// The rows of these figures.
    pub whole_rows: [&'static str; 6],
}

/// What is said when something is done.
pub struct Done {
    /// It was frozen.
    pub frozen: &'static str,
    /// It was released.
    pub released: &'static str,
    /// It was withdrawn.
    pub withdrawn: &'static str,
    /// It was removed.
    pub removed: &'static str,
}

impl Releases {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&german::TEXTS, &english::TEXTS)
    }
}
