//! Names that may be those of known records: likely twins, and functions that may have been renamed.

use maud::{Markup, html};

use crate::exchange::{ImportOptions, Plan, Rename, Renamed};
use crate::text::pages::Correct;

use super::posted::Posted;
use super::reader::Reader;

/// How many questions a form answers.
const MOST: usize = 1_000;

/// What a form says of renamings.
pub struct Answers {
    /// The functions that were renamed.
    renamed: Vec<Renamed>,
    /// Those that are others: the known function and the new name.
    others: Vec<(String, String)>,
}

impl Answers {
    /// From a posted form.
    pub fn of(form: &Posted) -> Self {
        let mut answers = Self {
            renamed: Vec::new(),
            others: Vec::new(),
        };
        for at in 0..MOST {
            let field = |name: &str| form.one(&format!("rename-{at}{name}"));
            let (Some(from), Some(to)) = (field("-from"), field("-to")) else {
                break;
            };
            let (from, to) = (from.to_owned(), to.to_owned());
            match field("") {
                Some("yes") => answers.renamed.push(Renamed { from, to }),
                Some("no") => answers.others.push((from, to)),
                _ => {}
            }
        }
        answers
    }

    /// How files are read with these answers.
    pub fn add_to(&self, options: &ImportOptions) -> ImportOptions {
        let mut options = options.clone();
        options.renamed.extend(self.renamed.iter().cloned());
        options
    }

    /// Whether a plan that was made with them asks about more.
    pub fn leave_open(&self, plan: &Plan) -> bool {
        let is_other = |rename: &Rename| {
            let mut others = self.others.iter();
            others.any(|(from, to)| from == rename.id.as_str() && to == rename.to.as_str())
        };
        !plan.renames.iter().all(is_other)
    }
}

/// The questions about likely renamings, inside the form that takes the preview over.
pub fn questions(plan: &Plan, reader: &Reader) -> Markup {
    let text = Correct::of(reader.lang);
    if plan.renames.is_empty() {
        return html! {};
    }
    let is_asked_again = reader.asked("undecided").is_some();
    html! {
        section.notice #renames aria-labelledby="renames-title" {
            h2 #renames-title { ((text.renames_title)(plan.renames.len())) }
            @if is_asked_again { p.warning role="alert" { (text.undecided) } }
            p { (text.renames_lead) }
            @for (at, rename) in plan.renames.iter().enumerate() {
                (question(at, rename, text))
            }
        }
    }
}

fn question(at: usize, rename: &Rename, text: &Correct) -> Markup {
    let name = format!("rename-{at}");
    let (yes, no) = (format!("{name}-yes"), format!("{name}-no"));
    html! {
        fieldset.asked {
            legend {
                ((text.rename)(rename.from.as_str(), rename.to.as_str(), rename.department.as_str()))
            }
            input type="hidden" name=(format!("{name}-from")) value=(rename.id);
            input type="hidden" name=(format!("{name}-to")) value=(rename.to);
            p.tick {
                input id=(yes) type="radio" name=(name) value="yes" required;
                label for=(yes) { (text.renamed) }
            }
            p.tick {
                input id=(no) type="radio" name=(name) value="no" required;
                label for=(no) { (text.another) }
            }
        }
    }
}

/// The likely twins, for the preview.
pub fn list(plan: &Plan, reader: &Reader) -> Markup {
    let text = Correct::of(reader.lang);
    html! {
        @if !plan.twins.is_empty() {
            section.notice aria-labelledby="twins-title" {
                h2 #twins-title { ((text.twins_title)(plan.twins.len())) }
                ul {
                    @for twin in &plan.twins {
                        @let department = twin.department.as_ref().map(|name| name.as_str());
                        li { ((text.twin)(twin.noun, &twin.name, &twin.known, department)) }
                    }
                }
                p { (text.twins_lead) }
            }
        }
    }
}
