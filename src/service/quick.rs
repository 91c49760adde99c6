//! Lines of the quick entry judged, each alone, on a district as it stands: what is clear is a list of changes, what is
//! not is asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    Actor, ActorId, ActorKind, Change, DepartmentId, Edit, MAX_NAME, Membership, Network, Note,
    OpenPoint, OpenPointId, PhaseId, Report, ReportKey, Strength, Text, look_alike,
};
use crate::exchange::quick::{End, MAX_LINE, Names, Understood, understand};

/// A line, and what was answered to what it left open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuickLine {
    /// As it was typed.
    pub text: String,
    /// Who reports, where the line does not say it clearly.
    pub from: Option<Meant>,
    /// Of whom.
    pub to: Option<Meant>,
    /// The strength, where the line says none; an inner none is "keine Angabe".
    pub strength: Option<Option<Strength>>,
    /// What shall become of a report that stands and says something else.
    pub standing: Option<Standing>,
    /// Whether it is kept to be cleared up later, whatever it says.
    pub open: bool,
}

/// Who is meant by a name that is not clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// A function of the district.
    Actor(ActorId),
    /// One to be entered in this office.
    New(DepartmentId),
}

/// What shall become of a report that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It stays.
    Stays,
    /// It is replaced, if it is still the one that was shown.
    Replaced(Box<Report>),
}

/// A line with what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickJudged {
    /// The line as it was typed, with its answers.
    pub line: QuickLine,
    /// What it was understood to say.
    pub understood: Understood,
    /// What becomes of it.
    pub verdict: Verdict,
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is clear, and makes these changes.
    Clear(Vec<Change>),
    /// It stands so already, or shall stay as it stands.
    Stands,
    /// An earlier line says the same.
    Repeats,
    /// It is kept as an open point.
    Open(OpenPoint),
    /// Another report stands: both, each as if it were new.
    Differs(Box<Both>),
    /// Something must be answered, or the line written otherwise.
    Unclear(Vec<Doubt>),
}

/// A report that stands, and the one that a line would make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// The key of both.
    pub key: ReportKey,
    /// What stands.
    pub standing: Report,
    /// What was typed.
    pub typed: Report,
}

/// What is not clear about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It is longer than a line may be.
    TooLong,
    /// It is longer than an open point may be.
    NoNote,
    /// It names only one function.
    OneName,
    /// It names one function twice.
    SelfTie,
    /// Who reports.
    From,
    /// Of whom.
    To,
    /// How strong the cooperation is.
    Strength,
    /// A part of it was not understood.
    Part(String),
    /// An earlier line says something else of the same two.
    Contradicts,
}

impl QuickJudged {
    /// Whether nothing is left to answer.
    pub fn is_settled(&self) -> bool {
        matches!(
            self.verdict,
            Verdict::Clear(_) | Verdict::Stands | Verdict::Repeats | Verdict::Open(_)
        )
    }

    /// Whether it brings anything.
    pub fn is_new(&self) -> bool {
        matches!(self.verdict, Verdict::Clear(_) | Verdict::Open(_))
    }

    /// Its changes; `draw` gives an open point its id.
    pub fn changes(&self, draw: impl FnOnce() -> OpenPointId) -> Vec<Change> {
        match &self.verdict {
            Verdict::Clear(changes) => changes.clone(),
            Verdict::Open(point) => vec![Change::OpenPoint(Edit::add(draw(), point.clone()))],
            _ => Vec::new(),
        }
    }
}

/// Judges lines on a network, each for itself and beside those before it, on a day.
pub fn judge_lines(
    network: &Network,
    phase: &PhaseId,
    day: NaiveDate,
    lines: Vec<QuickLine>,
) -> Vec<QuickJudged> {
    let names = Names::of(network, phase);
    let mut desk = Desk {
        network,
        phase,
        new: BTreeMap::new(),
        said: BTreeMap::new(),
    };
    let judged = lines.into_iter().map(|line| {
        let understood = understand(&line.text, &names);
        let verdict = match line.open {
            true => noted(&line.text, phase, day),
            false => desk.judge(&line, &understood),
        };
        QuickJudged {
            line,
            understood,
            verdict,
        }
    });
    judged.collect()
}

/// The lines of which nothing is to be asked, judged without the others: a line that needs what an unclear one would enter
/// is not among them.
pub fn clear_lines(
    network: &Network,
    phase: &PhaseId,
    day: NaiveDate,
    mut lines: Vec<QuickLine>,
) -> Vec<QuickJudged> {
    loop {
        let judged = judge_lines(network, phase, day, lines);
        if judged.iter().all(QuickJudged::is_settled) {
            return judged;
        }
        let settled = judged.into_iter().filter(QuickJudged::is_settled);
        lines = settled.map(|one| one.line).collect();
    }
}

/// A line kept to be cleared up.
fn noted(text: &str, phase: &PhaseId, day: NaiveDate) -> Verdict {
    match Note::parse(text) {
        Ok(text) => Verdict::Open(OpenPoint {
            text,
            phase: phase.clone(),
            noted: day,
        }),
        Err(_) => Verdict::Unclear(vec![Doubt::NoNote]),
    }
}

/// What stands, and what the lines so far bring.
struct Desk<'a> {
    network: &'a Network,
    phase: &'a PhaseId,
    /// Functions that earlier lines enter, by how their names look.
    new: BTreeMap<String, ActorId>,
    said: BTreeMap<ReportKey, Report>,
}

impl Desk<'_> {
    fn judge(&mut self, line: &QuickLine, understood: &Understood) -> Verdict {
        let doubts = self.doubts(line, understood);
        if !doubts.is_empty() {
            return Verdict::Unclear(doubts);
        }
        let mut changes = Vec::new();
        let from = self.end(&understood.from, line.from.as_ref(), &mut changes);
        let to = self.end(&understood.to, line.to.as_ref(), &mut changes);
        let (Some(from), Some(to)) = (from, to) else {
            return Verdict::Unclear(vec![Doubt::TooLong]);
        };
        if from == to {
            return Verdict::Unclear(vec![Doubt::SelfTie]);
        }
        let key = (self.phase.clone(), from, to);
        let standing = self.network.reports.get(&key);
        if standing.is_none() && understood.said.strength.or(line.strength).is_none() {
            return Verdict::Unclear(vec![Doubt::Strength]);
        }
        let typed = typed(standing, line, understood);
        match self.said.get(&key) {
            Some(earlier) if *earlier == typed => return Verdict::Repeats,
            Some(_) => return Verdict::Unclear(vec![Doubt::Contradicts]),
            None => self.said.insert(key.clone(), typed.clone()),
        };
        let edit = match (standing, &line.standing) {
            (None, _) => Edit::add(key, typed),
            (Some(standing), _) if *standing == typed => return Verdict::Stands,
            (Some(_), Some(Standing::Stays)) => return Verdict::Stands,
            (Some(standing), Some(Standing::Replaced(seen))) if **seen == *standing => {
                Edit::replace(key, standing.clone(), typed)
            }
            (Some(standing), _) => {
                let standing = standing.clone();
                return Verdict::Differs(Box::new(Both {
                    key,
                    standing,
                    typed,
                }));
            }
        };
        changes.push(Change::Report(edit));
        Verdict::Clear(changes)
    }

    /// What must be known before it is asked what stands.
    fn doubts(&self, line: &QuickLine, understood: &Understood) -> Vec<Doubt> {
        if line.text.chars().count() > MAX_LINE {
            return vec![Doubt::TooLong];
        }
        if matches!(understood.to, End::Missing) || matches!(understood.from, End::Missing) {
            return vec![Doubt::OneName];
        }
        if understood.is_self() {
            return vec![Doubt::SelfTie];
        }
        let left = understood.said.left.iter().cloned().map(Doubt::Part);
        let mut doubts: Vec<Doubt> = left.collect();
        if !self.is_known(&understood.from, line.from.as_ref()) {
            doubts.push(Doubt::From);
        }
        if !self.is_known(&understood.to, line.to.as_ref()) {
            doubts.push(Doubt::To);
        }
        let says_strength = understood.said.strength.or(line.strength).is_some();
        if !doubts.is_empty() && !says_strength {
            doubts.push(Doubt::Strength);
        }
        doubts
    }

    /// Whether it is clear who is meant: by the line, by an answer that names what is there, or by an earlier line.
    fn is_known(&self, end: &End, meant: Option<&Meant>) -> bool {
        match (end, meant) {
            (End::Known(_), _) => true,
            (End::Missing, _) => false,
            (End::Several(all) | End::Unknown { near: all, .. }, Some(Meant::Actor(actor))) => {
                all.contains(actor) && self.stands(actor)
            }
            (End::Unknown { .. } | End::Elsewhere(..), Some(Meant::New(office))) => {
                self.network.departments.contains_key(office)
            }
            (End::Unknown { name, .. }, None) => self.new.contains_key(&look_alike(name)),
            (End::Several(_) | End::Elsewhere(..), _) => false,
        }
    }

    fn stands(&self, actor: &ActorId) -> bool {
        let place = (actor.clone(), self.phase.clone());
        self.network.memberships.contains_key(&place)
    }

    /// The function that is meant, with the changes that enter it where it is new; none where its name is too long.
    fn end(
        &mut self,
        end: &End,
        meant: Option<&Meant>,
        changes: &mut Vec<Change>,
    ) -> Option<ActorId> {
        match (end, meant) {
            (End::Known(actor), _) | (_, Some(Meant::Actor(actor))) => Some(actor.clone()),
            (End::Elsewhere(actor, _), Some(Meant::New(office))) => {
                let look = look_alike(actor.as_str());
                if self.new.insert(look, actor.clone()).is_none() {
                    changes.push(self.placing(actor, office));
                }
                Some(actor.clone())
            }
            (End::Unknown { name, .. }, Some(Meant::New(office))) => {
                self.enter(name, office, changes)
            }
            (End::Unknown { name, .. }, None) => self.new.get(&look_alike(name)).cloned(),
            _ => None,
        }
    }

    /// Enters a function, unless an earlier line has.
    fn enter(
        &mut self,
        name: &str,
        office: &DepartmentId,
        changes: &mut Vec<Change>,
    ) -> Option<ActorId> {
        if let Some(known) = self.new.get(&look_alike(name)) {
            return Some(known.clone());
        }
        let text = Text::parse(name).ok();
        let text = text.filter(|text| text.as_str().chars().count() <= MAX_NAME)?;
        let (held, new) = (&self.network.actors, &self.new);
        let taken = |id: &ActorId| held.contains_key(id) || new.values().any(|own| own == id);
        let id = ActorId::from_name(name, taken);
        let actor = Actor {
            name: text,
            kind: ActorKind::Function,
            note: None,
        };
        changes.push(Change::Actor(Edit::add(id.clone(), actor)));
        changes.push(self.placing(&id, office));
        self.new.insert(look_alike(name), id.clone());
        Some(id)
    }

    fn placing(&self, actor: &ActorId, office: &DepartmentId) -> Change {
        let membership = Membership {
            department: office.clone(),
            section: None,
            level: None,
            core_team: false,
            asked: None,
            answered: None,
            open: Default::default(),
        };
        let key = (actor.clone(), self.phase.clone());
        Change::Membership(Edit::add(key, membership))
    }
}

/// What stands with what the line says; what it does not say stays.
fn typed(standing: Option<&Report>, line: &QuickLine, understood: &Understood) -> Report {
    let mut report = standing.cloned().unwrap_or_default();
    let said = &understood.said;
    if let Some(strength) = said.strength.or(line.strength) {
        report.strength = strength;
    }
    if said.kinds.iter().next().is_some() {
        report.kinds = said.kinds;
    }
    report.binding = said.binding.or(report.binding);
    report
}
