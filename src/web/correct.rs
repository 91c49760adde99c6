//! Faults of an upload by their causes, each with what could be right: chosen on the page, without another file.

use std::collections::BTreeSet;

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use crate::exchange::{Choices, Correction, Faults, Fixable, Group, Instead, NameOf, Subject};
use crate::service::Snapshot;
use crate::text::pages::{Correct, Import};

use super::name::{line, short};
use super::page::district_page;
use super::posted::Posted;
use super::reader::Reader;

/// How many names the lists to choose from may have together; where they would have more, there is one list for all.
const MOST_OPTIONS: usize = 4_000;

/// How many causes one form brings.
const MOST_GROUPS: usize = 200;

/// How many bytes such a form may have: each cause names its rows.
pub const FORM: usize = 1 << 20;

/// How many decisions are kept with an upload.
const MOST_KEPT: usize = 2_000;

/// A cause as its form holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    of: Subject,
    value: String,
    suggested: Option<String>,
    rows: BTreeSet<(String, u32)>,
}

impl Asked {
    fn of(group: &Group<'_>, fixable: &Fixable) -> Self {
        let rows = group.faults.iter().filter_map(|fault| {
            let place = &fault.place;
            Some((place.source.clone(), place.row?))
        });
        Self {
            of: fixable.of.clone(),
            value: fixable.value.clone(),
            suggested: fixable.suggested.clone(),
            rows: rows.collect(),
        }
    }
}

/// The page of an upload that has faults.
pub fn page(view: &Snapshot, faults: &Faults, reader: &Reader, back: &str) -> Markup {
    let (text, lang) = (Correct::of(reader.lang), reader.lang);
    let import = Import::of(lang);
    let groups = faults.groups();
    let fixable: Vec<Option<Fixable>> = groups.iter().map(|group| group.fixable(lang)).collect();
    let can_choose = fixable.iter().any(Option::is_some);
    let asks = |of: &Fixable| match &of.choices {
        Choices::Names(of) => faults.known.get(of).map_or(0, Vec::len),
        _ => 0,
    };
    let options: usize = fixable.iter().flatten().map(asks).sum();
    let lists = Lists {
        faults,
        is_shared: options > MOST_OPTIONS,
    };
    let button = html! {
        p.actions {
            button.button type="submit" name="correct" value="1" { (text.button) }
            a.button.quiet href=(back) { (import.again) }
            span.busy role="status" {}
        }
    };
    let mut file = None;
    let causes = html! {
        @for (at, (group, fixable)) in groups.iter().zip(&fixable).enumerate() {
            @if file.replace(group.file) != Some(group.file) { h2 { (short(group.file)) } }
            (cause(at, group, fixable.as_ref(), &lists, reader))
        }
        @if faults.more > 0 { p { ((import.more)(faults.more)) } }
    };
    let main = html! {
        @if can_choose {
            p.lead { (text.lead) }
            form.faults method="post" data-busy=(import.busy) {
                @if groups.len() > 3 { (button) }
                (causes)
                (button)
            }
            (lists.shared())
        } @else {
            p.lead { (text.lead_file) }
            div.faults { (causes) }
            p.actions { a.button href=(back) { (import.again) } }
        }
    };
    district_page(view, reader, &(import.faults_title)(faults.len()), main)
}

/// One cause: what is wrong, where, and what could be right.
fn cause(
    at: usize,
    group: &Group<'_>,
    fixable: Option<&Fixable>,
    lists: &Lists<'_>,
    reader: &Reader,
) -> Markup {
    let (text, lang) = (Correct::of(reader.lang), reader.lang);
    let said = group.say(lang);
    let places = group.say_places(lang);
    let Some(fixable) = fixable else {
        return html! {
            div.fault {
                p { strong { (line(&said)) } }
                @if !places.is_empty() { p.hint { (line(&places)) } }
            }
        };
    };
    let asked = Asked::of(group, fixable);
    let json = serde_json::to_string(&asked).expect("texts and numbers can be written");
    let name = format!("fix-{at}");
    let id = |choice: &str| format!("fix-{at}-{choice}");
    let is_clear = fixable.is_clear(lists.faults);
    html! {
        fieldset.fault {
            legend { (line(&said)) }
            p.hint { (line(&places)) }
            input type="hidden" name=(format!("of-{at}")) value=(json);
            @if let Some(suggested) = &fixable.suggested {
                p.tick {
                    input id=(id("take")) type="radio" name=(name) value="take" checked[is_clear];
                    label for=(id("take")) { ((text.take)(&short(suggested))) }
                }
            }
            @if lists.have(fixable) {
                p.tick {
                    input id=(id("other")) type="radio" name=(name) value="other";
                    label for=(id("other")) { (text.other) }
                    (lists.field(at, fixable, reader))
                }
            }
            p.tick {
                input id=(id("out")) type="radio" name=(name) value="out";
                label for=(id("out")) { ((text.leave_out)(asked.rows.len())) }
            }
            p.tick {
                input id=(id("file")) type="radio" name=(name) value="file" checked[!is_clear];
                label for=(id("file")) { (text.in_file) }
            }
        }
    }
}

/// What there is to choose from.
struct Lists<'f> {
    faults: &'f Faults,
    /// Whether all causes share one list for each kind of name.
    is_shared: bool,
}

impl Lists<'_> {
    fn names(&self, of: NameOf) -> &[String] {
        self.faults.known.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Whether there is anything else to choose.
    fn have(&self, fixable: &Fixable) -> bool {
        match &fixable.choices {
            Choices::None => false,
            Choices::Names(of) => !self.names(*of).is_empty(),
            Choices::Words(_) | Choices::Any => true,
        }
    }

    /// The field for something else than what is suggested.
    fn field(&self, at: usize, fixable: &Fixable, reader: &Reader) -> Markup {
        let text = Correct::of(reader.lang);
        let name = format!("other-{at}");
        let label = (text.other_label)(&short(&fixable.value));
        let select = |options: &[String]| {
            html! {
                select name=(name) aria-label=(label) data-chooses=(format!("fix-{at}-other")) {
                    option value="" { (text.choose) }
                    @for option in options { option value=(option) { (short(option)) } }
                }
            }
        };
        let input = |list: Option<&str>| {
            html! {
                input type="text" name=(name) aria-label=(label) list=[list] autocomplete="off"
                    data-chooses=(format!("fix-{at}-other"));
            }
        };
        match &fixable.choices {
            Choices::Words(words) => select(words),
            Choices::Names(of) if self.is_shared => input(Some(list_id(*of))),
            Choices::Names(of) => select(self.names(*of)),
            Choices::Any => input(None),
            Choices::None => html! {},
        }
    }

    /// The lists that all causes share.
    fn shared(&self) -> Markup {
        html! {
            @if self.is_shared {
                @for (of, names) in &self.faults.known {
                    datalist id=(list_id(*of)) { @for name in names { option value=(name) {} } }
                }
            }
        }
    }
}

fn list_id(of: NameOf) -> &'static str {
    match of {
        NameOf::Department => "known-departments",
        NameOf::Actor => "known-actors",
        NameOf::Offer => "known-offers",
        NameOf::Phase => "known-phases",
    }
}

/// Whether a form decides about faults.
pub fn decides(form: &Posted) -> bool {
    form.one("correct").is_some()
}

/// Adds what a form decides to what was decided before.
pub fn decided(form: &Posted, before: &[Correction]) -> Vec<Correction> {
    let mut decided = before.to_vec();
    for at in 0..MOST_GROUPS {
        let Some(asked) = form.one(&format!("of-{at}")) else {
            continue;
        };
        let Ok(asked) = serde_json::from_str::<Asked>(asked) else {
            continue;
        };
        let choice = form.one(&format!("fix-{at}")).unwrap_or_default();
        let other = form.one(&format!("other-{at}")).unwrap_or_default().trim();
        decided.extend(corrections(asked, choice, other));
    }
    decided.dedup();
    decided.truncate(MOST_KEPT);
    decided
}

/// What one choice means. Something else that was chosen counts, though its button was not pressed: without a script
/// nothing presses it.
fn corrections(asked: Asked, choice: &str, other: &str) -> Vec<Correction> {
    if choice == "out" {
        let rows = asked.rows.into_iter();
        return rows
            .map(|(source, row)| Correction {
                of: Subject::Row {
                    source,
                    row,
                    column: None,
                },
                value: String::new(),
                instead: Instead::LeaveOut,
            })
            .collect();
    }
    let text = match (choice, asked.suggested) {
        _ if !other.is_empty() => other.to_owned(),
        ("take", Some(suggested)) => suggested,
        _ => return Vec::new(),
    };
    vec![Correction {
        of: asked.of,
        value: asked.value,
        instead: Instead::Text(text),
    }]
}
