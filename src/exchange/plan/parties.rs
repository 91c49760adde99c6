//! Who takes part in an offer, as a cell names it: an actor, a department, or a section.

use super::super::fault::{Problem, some_ids};
use super::cells;
use super::desk::Desk;
use super::known::Sought;
use super::list::MOST_MARKS;
use super::people;
use crate::domain::{Noun, Party};

/// Who is meant: by id, else by name, actors before departments; a section that only one department has; or
/// `Department: Section`, with two colons where a section has just that name, and `Department:` for the department where
/// an actor has the same name. At `last` a section may be one in which nobody works yet; until then it may be the
/// beginning of a longer name.
pub(super) fn party(desk: &Desk<'_>, text: &str, last: bool) -> Result<Party, Problem> {
    let whole = cells::text(text)?;
    let sought = Sought::of(&whole);
    let actor = people::found(desk, &sought);
    if let Ok(Some(id)) = actor {
        return Ok(Party::Actor(id));
    }
    if let Some(id) = desk.departments.find_named(&sought)? {
        return Ok(Party::Department(id));
    }
    actor?;
    if let Some((department, section)) = text.split_once("::")
        && let Some(department) = desk.departments.find(department)?
        && let Ok(section) = cells::name(section)
        && (last || desk.sections.has(&department, &section))
    {
        let section = desk.sections.spelled(&department, section);
        return Ok(Party::Section(department, section));
    }
    let departments = desk.sections.departments(&sought.key);
    let mut departments = departments.into_iter().flatten();
    if let Some(department) = departments.next() {
        let mut others = departments.peekable();
        if others.peek().is_none() {
            let section = desk.sections.spelled(department, whole);
            return Ok(Party::Section(department.clone(), section));
        }
        let all = std::iter::once(department).chain(others);
        return Err(Problem::Ambiguous {
            noun: Noun::Actor,
            ids: some_ids(all.map(|department| format!("{department}: {whole}"))),
        });
    }
    if let Some(id) = desk.departments.find_short(&sought)? {
        return Ok(Party::Department(id));
    }
    // The department's own name may hold a colon: the last one that leaves a known department counts.
    for (at, _) in text.rmatch_indices(':').take(MOST_MARKS) {
        if let Some(department) = desk.departments.find(&text[..at])? {
            let section = &text[at + 1..];
            if section.trim().is_empty() {
                return Ok(Party::Department(department));
            }
            let section = cells::name(section)?;
            if last || desk.sections.has(&department, &section) {
                let section = desk.sections.spelled(&department, section);
                return Ok(Party::Section(department, section));
            }
        }
    }
    let known = || {
        let sections = desk.sections.texts();
        let known = desk.actors.texts().chain(desk.departments.texts());
        let near = desk.near(text, known.chain(sections));
        near.map(|near| desk.departments.proposed(desk.actors.proposed(near)))
    };
    Err(Problem::NoSuch {
        noun: Noun::Actor,
        nearest: last.then(known).flatten(),
    })
}
