//! The quick line: one cooperation in a line of text, "RSD Süd – Familienzentrum Lindenhof, 3, Vermittlung".
//!
//! Nothing is guessed: what is understood is told with all that is not, and with all that may be meant.

mod marks;
mod names;
mod rest;

use crate::domain::{ActorId, DepartmentId, Strength, TieKinds};

use marks::{Mark, marks};

pub use names::Names;
pub use rest::Said;

/// The longest line that is read, in characters.
pub const MAX_LINE: usize = 400;

/// The most marks of a line that are tried between the two names.
const MOST_MARKS: usize = 12;

/// What a line was understood to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Who reports.
    pub from: End,
    /// Of whom.
    pub to: End,
    /// What is said of their cooperation.
    pub said: Said,
}

/// What a line names as one end of a cooperation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// This function and no other.
    Known(ActorId),
    /// Each of these may be meant.
    Several(Vec<ActorId>),
    /// A function that the district has, but not in this phase; the office in which it stood last.
    Elsewhere(ActorId, Option<DepartmentId>),
    /// None that is known.
    Unknown {
        /// How it is written.
        name: String,
        /// Those that are near.
        near: Vec<ActorId>,
        /// The office that the line names before it.
        office: Option<DepartmentId>,
    },
    /// Nothing is written there.
    Missing,
}

impl End {
    /// How surely it is what was meant: the more, the better a line was cut.
    fn weight(&self, is_exact: bool) -> u8 {
        match self {
            Self::Known(_) if is_exact => 4,
            Self::Known(_) => 3,
            Self::Several(_) | Self::Elsewhere(..) => 2,
            Self::Unknown { .. } => 1,
            Self::Missing => 0,
        }
    }
}

impl Understood {
    /// Whether both ends are the same function.
    pub fn is_self(&self) -> bool {
        matches!((&self.from, &self.to), (End::Known(a), End::Known(b)) if a == b)
    }

    /// The strength, where the line says one.
    pub fn strength(&self) -> Option<Strength> {
        self.said.strength.flatten()
    }

    /// The kinds of cooperation that it names.
    pub fn kinds(&self) -> TieKinds {
        self.said.kinds
    }
}

/// One way to cut a line, and how good it is: the names, then what was not understood, then the mark, then the length.
struct Cut {
    rank: (u8, isize, Mark, isize),
    understood: Understood,
}

/// What a line says, by the names of a phase. Every mark that may part the two names is tried, and after the second name
/// every length of it; the cut by which most is known counts.
pub fn understand(line: &str, names: &Names<'_>) -> Understood {
    let line = line.trim();
    if line.chars().count() > MAX_LINE {
        return Understood {
            from: End::Missing,
            to: End::Missing,
            said: Said::default(),
        };
    }
    let marks = marks(line);
    let mut best: Option<Cut> = None;
    for (at, (mark, between)) in marks.iter().enumerate().take(MOST_MARKS) {
        if *mark == Mark::Comma {
            continue;
        }
        let (from, is_exact) = names.find(&line[..between.start]);
        let first = from.weight(is_exact);
        let rest = &line[between.end..];
        let ends = marks[at + 1..].iter().take(MOST_MARKS);
        let ends = ends
            .filter(|(mark, _)| *mark != Mark::With)
            .map(|(_, mark)| (mark.start - between.end, mark.end - between.end))
            .chain([(rest.len(), rest.len())]);
        for (segments, (end, next)) in ends.enumerate() {
            let (to, is_exact, behind) = second(&rest[..end], names);
            let said = Said::read(behind.into_iter().chain(items(&rest[next..])));
            let weight = first + to.weight(is_exact);
            let rank = (
                weight,
                -isize::try_from(said.left.len()).unwrap_or(isize::MAX),
                *mark,
                -isize::try_from(segments).unwrap_or(isize::MAX),
            );
            if best.as_ref().is_none_or(|best| rank > best.rank) {
                let (from, to) = without_each_other(from.clone(), to);
                let understood = Understood { from, to, said };
                best = Some(Cut { rank, understood });
            }
        }
    }
    let understood = best.map(|best| best.understood);
    let understood = understood.unwrap_or_else(|| Understood {
        from: names.find(line).0,
        to: End::Missing,
        said: Said::default(),
    });
    Understood {
        from: names.with_near(understood.from),
        to: names.with_near(understood.to),
        ..understood
    }
}

/// The second name, and the number behind it that no comma parts: `Familienzentrum Lindenhof 3`.
fn second<'t>(text: &'t str, names: &Names<'_>) -> (End, bool, Option<&'t str>) {
    let (end, is_exact) = names.find(text);
    if let (End::Unknown { .. }, Some((name, number))) = (&end, text.trim().rsplit_once(' '))
        && number.len() == 1
        && number.bytes().all(|digit| digit.is_ascii_digit())
        && let (known @ End::Known(_), true) = names.find(name)
    {
        return (known, true, Some(number));
    }
    (end, is_exact, None)
}

/// What stands behind the names, between commas and the like.
fn items(rest: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut from = 0;
    for (mark, between) in marks(rest) {
        if mark != Mark::With {
            items.push(&rest[from..between.start]);
            from = between.end;
        }
    }
    items.push(&rest[from..]);
    items
}

/// Nobody works with themselves: where one end is known, the other is not offered as the same.
fn without_each_other(from: End, to: End) -> (End, End) {
    let less = |end: End, known: Option<&ActorId>| match end {
        End::Several(all) => {
            let others = all.into_iter().filter(|one| Some(one) != known);
            End::Several(others.collect())
        }
        end => end,
    };
    let known = |end: &End| match end {
        End::Known(actor) => Some(actor.clone()),
        _ => None,
    };
    let (first, second) = (known(&from), known(&to));
    (less(from, second.as_ref()), less(to, first.as_ref()))
}
