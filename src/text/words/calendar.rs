//! Dates that a spreadsheet made of something else.

/// The months as spreadsheets shorten them, in German and English.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januar", "january"],
    &["feb", "februar", "february"],
    &["mrz", "maerz", "maer", "mar", "march"],
    &["apr", "april"],
    &["mai", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dez", "dezember", "dec", "december"],
];

/// The day and the month of a folded date, or its month and the year that a spreadsheet took a day for: `03. Jun`,
/// `Jun 03`, `2025-06-03`, `03.06.2025`, `03.06.`. Which of two numbers is the day nobody can tell.
pub(super) fn day_and_month(folded: &str) -> Option<(u32, u32)> {
    let parts: Vec<&str> = folded.split('-').filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        let found = MONTHS.iter().position(|names| names.contains(&part))?;
        u32::try_from(found + 1).ok()
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let is_year =
        |part: &str| matches!(part.len(), 2 | 4) && part.bytes().all(|c| c.is_ascii_digit());
    match parts.as_slice() {
        [first, second] => match (number(first), number(second), month(first), month(second)) {
            (Some(day), _, _, Some(month)) | (_, Some(day), Some(month), _) => Some((day, month)),
            (Some(day), Some(month), ..) => Some((day, month)),
            _ => None,
        },
        // A day with a time that is none, as a workbook may have it.
        [year, month, day, ..] if year.len() == 4 && is_year(year) => {
            Some((number(day.split('t').next()?)?, number(month)?))
        }
        [day, in_month, year] if is_year(year) => {
            Some((number(day)?, number(in_month).or_else(|| month(in_month))?))
        }
        [in_month, day, year] if is_year(year) => Some((number(day)?, month(in_month)?)),
        _ => None,
    }
}
