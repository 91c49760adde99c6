//! The form of the quick entry: the lines as they were typed, and what was answered to them.

use crate::domain::{ActorId, DepartmentId, OpenPointId, PhaseId, Strength};
use crate::service::{Meant, QuickLine, Snapshot, Standing};
use crate::web::back::to_meeting;
use crate::web::errors::Result;
use crate::web::posted::Posted;

/// The most lines that are read at once.
pub(super) const MOST_LINES: usize = 100;

/// What somebody sent.
pub(super) struct Entered {
    pub(super) lines: Vec<QuickLine>,
    /// Whether all lines were shown with what they lead to, and are to be saved.
    pub(super) saves: bool,
    /// Those that were shown as they are, where the clear ones of them are to be saved without the others.
    pub(super) clear: Option<Vec<QuickLine>>,
    /// The page from which the line came, where it goes on.
    pub(super) back: Option<String>,
    /// Open points that are cleared up.
    pub(super) done: Vec<OpenPointId>,
}

impl Entered {
    /// Reads a form. An answer belongs to the line for which it was asked, also where that was written otherwise since: who
    /// judges it takes it only where it still fits.
    pub(super) fn of(form: &Posted) -> Self {
        let shown = form.fields().filter_map(|(name, value)| {
            let number = name.strip_prefix("of-")?;
            Some((number, value))
        });
        let mut shown: Vec<(&str, &str)> = shown.collect();
        let typed = form.all("line").flat_map(str::lines);
        let typed = typed.map(str::trim).filter(|line| !line.is_empty());
        let typed: Vec<&str> = typed.take(MOST_LINES + 1).collect();
        let notes = form.one("action") == Some("open");
        let mut saves = notes || form.one("action") == Some("save");
        let mut clear = (form.one("action") == Some("clear")).then(Vec::new);
        let mut lines = Vec::new();
        for (at, text) in typed.iter().enumerate() {
            let same = shown.iter().position(|(_, line)| line == text);
            let asked = same.or_else(|| {
                let own = |(number, line): &(&str, &str)| {
                    *number == at.to_string() && !typed.contains(line)
                };
                shown.iter().position(own)
            });
            let mut line = match asked.map(|at| shown.remove(at)) {
                Some((number, _)) => answered(form, text, number),
                None => QuickLine::default(),
            };
            if same.is_none() {
                saves &= notes;
                line.standing = None;
            }
            line.text = (*text).to_owned();
            line.open |= notes;
            if let Some(clear) = clear.as_mut().filter(|_| same.is_some()) {
                clear.push(line.clone());
            }
            lines.push(line);
        }
        let done = form.all("done");
        let done = done.filter_map(|id| OpenPointId::parse(id).ok());
        let back = to_meeting(form);
        Self {
            lines,
            saves,
            clear,
            back: back.map(str::to_owned),
            done: done.collect(),
        }
    }
}

fn answered(form: &Posted, text: &str, number: &str) -> QuickLine {
    let field = |name: &str| form.one(&format!("{name}-{number}"));
    QuickLine {
        text: text.to_owned(),
        from: field("from").and_then(meant),
        to: field("to").and_then(meant),
        strength: field("strength").and_then(strength),
        standing: field("standing").and_then(standing),
        open: field("open").is_some(),
    }
}

/// Who is meant, as the choices name them.
fn meant(value: &str) -> Option<Meant> {
    match value.split_once(':')? {
        ("actor", id) => ActorId::parse(id).ok().map(Meant::Actor),
        ("new", id) => DepartmentId::parse(id).ok().map(Meant::New),
        _ => None,
    }
}

/// A strength as forms send it; an inner none says that none is stated.
fn strength(value: &str) -> Option<Option<Strength>> {
    if value == "none" {
        return Some(None);
    }
    let number = value.parse().ok()?;
    Strength::parse(number).ok().map(Some)
}

fn standing(value: &str) -> Option<Standing> {
    match value {
        "stays" => Some(Standing::Stays),
        seen => serde_json::from_str(seen).ok().map(Standing::Replaced),
    }
}

/// The phase that is asked for, else the one that is under way.
pub(in crate::web) fn phase_of(view: &Snapshot, asked: Option<&str>) -> Result<Option<PhaseId>> {
    match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => Ok(Some(view.phase(asked)?)),
        None => Ok(view.programme.current_phase().map(|(id, _)| id.clone())),
    }
}
