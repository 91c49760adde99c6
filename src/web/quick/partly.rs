//! The clear lines of a quick entry saved while others still have questions. What is left to ask is shown at once: it is too
//! much for an address to lead to.

use maud::{Markup, html};

use super::form::Entered;
use crate::domain::PhaseId;
use crate::service::{QuickJudged, Snapshot, Verdict, clear_lines, day, judge_lines};
use crate::store::Revision;
use crate::text::pages::QuickPage;
use crate::web::App;
use crate::web::errors::Result;
use crate::web::reader::Reader;
use crate::web::taken;

/// The button that saves the clear lines; none where no line is clear without the others.
pub(super) fn button(
    app: &App,
    view: &Snapshot,
    phase: &PhaseId,
    judged: &[QuickJudged],
    text: &QuickPage,
) -> Markup {
    let lines = judged.iter().map(|one| one.line.clone()).collect();
    let clear = clear_lines(&view.network, phase, day(app.clock.now()), lines);
    let count = clear.iter().filter(|one| one.is_new()).count();
    html! {
        @if count > 0 {
            button.button.quiet type="submit" name="action" value="clear" { ((text.save_clear)(count)) }
        }
    }
}

/// The lines that are left when the clear ones were saved, judged on what stands now. Sent again, the same are left.
pub(super) fn left(
    app: &App,
    view: &Snapshot,
    (phase, entered): (&PhaseId, &Entered),
) -> Vec<QuickJudged> {
    let today = day(app.clock.now());
    let judged = judge_lines(&view.network, phase, today, entered.lines.clone());
    let clear = entered.clear.as_deref().unwrap_or_default();
    let is_left = |one: &QuickJudged| match &one.verdict {
        Verdict::Stands | Verdict::Repeats => false,
        // A line that was not shown before it was sent is not saved either.
        Verdict::Open(_) => !clear.contains(&one.line),
        Verdict::Clear(_) | Verdict::Differs(_) | Verdict::Unclear(_) => true,
    };
    judged.into_iter().filter(is_left).collect()
}

/// What was saved, and how many lines are left.
pub(super) async fn said(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (done, left): (Revision, usize),
) -> Result<Markup> {
    let text = QuickPage::of(reader.lang);
    let step = taken::step_of(app, view, done).await?;
    Ok(html! {
        @if let Some(step) = &step { (taken::note_with_undo(app, view, step, reader)) }
        p.warning role="status" { ((text.left)(left)) }
    })
}
