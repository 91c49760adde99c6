//! The pages of frozen states in English.

use super::{Done, Releases};
use crate::domain::Recipient;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub static TEXTS: Releases = Releases {
    title: "State and release",
    lead: "Leaders and the programme never see the working state, but the one that you released for them last.",
    sees: |whom, name, since| format!("The {whom} see at present: {name}, released on {since}."),
    sees_nothing: |whom| format!("The {whom} see nothing yet."),
    list: "States",
    none: "No state has been frozen yet.",
    of: |day, phase| format!("As of {day} · funding phase {phase}"),
    frozen: "Frozen, not visible for others yet",
    released: |day| format!("Released on {day}"),
    replaced: "followed by a state released later",
    withdrawn: "Withdrawn",
    to: |whom| format!("For: {whom}"),
    decided: |by, day| format!("Release decided by {by}, on {day}"),
    open_frozen: "Look, check, release",
    open: "Look at it",
    working: "In the working view",
    freeze: "Freeze the state (not visible for leaders yet)",
    freeze_note: "Keeps the working state as it is now. What is entered later changes nothing in it.",
    name: "Name",
    proposed: |month, year| format!("State of {} {year}", MONTHS[month % 12]),
    date: "Date (YYYY-MM-DD)",
    phase: "Funding phase",
    freeze_button: "Freeze",
    nothing_to_freeze: "No cooperation has been entered yet: there is nothing to freeze.",
    incomplete: "Please give a name (300 characters at most), a date like 2025-03-12 and a funding phase. Nothing was frozen.",
    done: Done {
        frozen: "The state is frozen. Others see it only when you release it.",
        released: "The state is released.",
        withdrawn: "The state is withdrawn.",
        removed: "The state is removed.",
    },
    back: "All states",
    preview: "What leaders see",
    as_page: "See it as a page",
    checks: "Before the release",
    answered: |answered, asked, enough| {
        let rule = if enough {
            "Two thirds are reached."
        } else {
            "Two thirds are not reached: no statement about silos is shown."
        };
        format!("{answered} of {asked} functions have answered. {rule}")
    },
    not_recorded: "Who answered was not recorded: all functions count as asked.",
    unchanged: "Nothing of it was changed or deleted since it was frozen.",
    nothing_hidden: "No office is held back: all have at least three functions.",
    hidden: "All figures of these offices and organisations are held back; only their name can be seen, and whether cooperation is reported:",
    small: |name, functions| match functions {
        1 => format!("{name}: one function, so it would tell of a single one"),
        n => format!("{name}: only {n} functions, so it would nearly tell of a single one"),
    },
    held_back: |name| {
        format!(
            "{name}: a state released earlier holds it back. The difference would tell what was hidden there."
        )
    },
    never: "In no state: contacts, notes and who entered something. Leaders see no names of functions either.",
    since_last: |name, [new, ended, kept], functions| {
        format!(
            "Ties between offices since “{name}”: {new} new, {ended} ended, {kept} go on. {functions} functions are compared."
        )
    },
    first: "No state was released for leaders before this one.",
    erased: |day| {
        format!(
            "Entries deleted on {day}. Offices and figures stay, functions are called “Funktion N”."
        )
    },
    draft: "Draft to be agreed on",
    draft_note: "To hand round before it is decided: two pages as leaders would see them.",
    answer_until: "Answer until (YYYY-MM-DD)",
    draft_button: "Draft as PDF",
    draft_heading: "Draft to be agreed on",
    draft_text: |name, until| {
        let mut text = vec![format!(
            "{name}. This state is not released yet; please use it only to agree on it."
        )];
        text.extend(until.map(|day| format!("Please answer until {day}.")));
        text
    },
    release: "Release",
    for_whom: "For whom?",
    recipients: [
        (
            Recipient::Leaders,
            "Leaders",
            "headline, map of offices, pairs of offices and offers, as shown above",
        ),
        (
            Recipient::Programme,
            "Programme",
            "figures of the district as a whole alone, no office",
        ),
        (
            Recipient::ProgrammeMap,
            "Programme: the map of offices too",
            "as leaders see it",
        ),
    ],
    see_it: "What it looks like",
    decided_by: "Release decided by",
    no_persons: "No persons, please: it stands in the history and in the list.",
    decided_on: "on (YYYY-MM-DD)",
    release_button: "Release",
    incomplete_release: "Please tick for whom the state is, who decided the release, and when (like 2025-03-12). Nothing was released.",
    withdraw: "Withdraw",
    withdraw_note: "After that the state released before it is seen, or nothing where there is none.",
    withdraw_button: "Withdraw the release",
    remove: "Remove",
    remove_note: "This state was never released. The removal can be taken back in the history.",
    remove_button: "Remove the state",
    shown: |name, released| match released {
        Some(day) => format!("{name}, released on {day}"),
        None => format!("{name}, not released"),
    },
    whole: "The figures of the district as a whole are released.",
    whole_rows: [
        "Answers",
        "Functions",
        "Ties",
        "of these inside an office",
        "expected inside an office",
        "Segregation (0 = as the sizes let expect)",
    ],
};
