//! The fields of a form: each with its label, its hint and its fault, and their values in words.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::domain::{MAX_NAME, MAX_NOTE, Text};
use crate::text::Lang;
use crate::text::pages::RecordText;

use super::filled::{Faults, Filled};
use super::{NO, YES};

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name: the English key of the tables.
    pub name: &'static str,
    /// What it asks.
    pub label: &'static str,
    /// What helps to fill it.
    pub hint: Option<&'static str>,
    /// Whether something must stand in it.
    pub required: bool,
    /// Whether it has the focus when the page comes.
    pub focused: bool,
    /// How it is filled.
    pub control: Control,
}

/// How a field is filled.
#[derive(Debug, Clone)]
pub enum Control {
    /// A line of text, with names that are proposed while typing.
    Line(Vec<String>),
    /// A remark of a few lines.
    Note,
    /// One of a list; an empty value where none is an answer too.
    One(Vec<Choice>),
    /// Any number of a list.
    Many(Vec<Choice>),
    /// Yes or not.
    Tick,
}

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Under which heading it stands.
    pub group: Option<String>,
}

impl Choice {
    /// A choice under no heading.
    pub fn new(value: impl ToString, label: impl ToString) -> Self {
        Self {
            value: value.to_string(),
            label: label.to_string(),
            group: None,
        }
    }

    /// The same under a heading; those of one heading have to stand together.
    pub fn under(self, group: impl ToString) -> Self {
        Self {
            group: Some(group.to_string()),
            ..self
        }
    }

    /// All of a closed list, by their codes.
    pub fn all<T: Copy>(
        all: &[T],
        code: impl Fn(T) -> &'static str,
        word: impl Fn(T) -> &'static str,
    ) -> Vec<Self> {
        let all = all.iter().copied();
        all.map(|one| Self::new(code(one), word(one))).collect()
    }

    /// Yes, no, or not said.
    pub fn answers(lang: Lang) -> Vec<Self> {
        let text = RecordText::of(lang);
        vec![
            Self::new("", text.unsaid),
            Self::new(YES, text.yes),
            Self::new(NO, text.no),
        ]
    }
}

impl Field {
    /// A field that may stay empty.
    pub fn new(name: &'static str, label: &'static str, control: Control) -> Self {
        Self {
            name,
            label,
            hint: None,
            required: false,
            focused: false,
            control,
        }
    }

    /// The same with a hint.
    pub fn hint(self, hint: &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// The same where something must stand in it.
    pub fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// The same, with the focus when the page comes.
    pub fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// The value of the field in words.
    pub fn told(&self, filled: &Filled, lang: Lang) -> String {
        let text = RecordText::of(lang);
        let values = filled.all(self.name).iter().filter(|one| !one.is_empty());
        let words: Vec<&str> = match &self.control {
            Control::Line(_) | Control::Note => values.map(String::as_str).collect(),
            Control::Tick if filled.has(self.name, YES) => vec![text.yes],
            Control::Tick => vec![text.no],
            Control::One(all) | Control::Many(all) => values
                .map(|value| {
                    let known = all.iter().find(|choice| choice.value == *value);
                    known.map_or(value.as_str(), |choice| choice.label.as_str())
                })
                .collect(),
        };
        match words.is_empty() {
            true => text.empty.to_owned(),
            false => words.join(", "),
        }
    }

    /// The field in a form.
    pub fn render(&self, filled: &Filled, faults: &Faults, lang: Lang) -> Markup {
        let fault = faults.of(self.name);
        let described = self.described(fault.is_some());
        html! {
            @match &self.control {
                Control::Many(all) => {
                    fieldset.wide-field id=(self.name) tabindex="-1" aria-describedby=[described.as_deref()] {
                        legend { (self.asked(lang)) }
                        (self.below(fault))
                        (ticks(self.name, all, filled))
                    }
                }
                Control::Tick => p.tick-field {
                    input id=(self.name) type="checkbox" name=(self.name) value=(YES)
                        aria-describedby=[described.as_deref()] checked[filled.has(self.name, YES)];
                    " " label for=(self.name) { (self.label) }
                    (self.below(fault))
                },
                control => p.wide-field[matches!(control, Control::Note)] {
                    label for=(self.name) { (self.asked(lang)) }
                    (self.input(filled, described.as_deref(), fault.is_some()))
                    (self.below(fault))
                },
            }
        }
    }

    /// What it asks, and whether something must stand in it.
    fn asked(&self, lang: Lang) -> Markup {
        html! {
            (self.label)
            @if self.required { small { " (" (RecordText::of(lang).required) ")" } }
        }
    }

    fn input(&self, filled: &Filled, described: Option<&str>, is_wrong: bool) -> Markup {
        let value = filled.one(self.name);
        let wrong = is_wrong.then_some("true");
        let list = format!("{}-list", self.name);
        html! {
            @match &self.control {
                Control::Note => textarea id=(self.name) name=(self.name) rows="2" maxlength=(MAX_NOTE.max(value.len()))
                    aria-describedby=[described] aria-invalid=[wrong] { "\n" (value) },
                Control::One(all) => select id=(self.name) name=(self.name) aria-describedby=[described]
                    aria-invalid=[wrong] required[self.required] { (options(all, value)) },
                Control::Line(proposed) => {
                    input id=(self.name) type="text" name=(self.name) value=(value) autocomplete="off"
                        maxlength=(MAX_NAME.max(value.len())) list=[(!proposed.is_empty()).then_some(&list)]
                        aria-describedby=[described] aria-invalid=[wrong] required[self.required] autofocus[self.focused];
                    @if !proposed.is_empty() {
                        datalist id=(list) { @for one in proposed { option value=(one) {} } }
                    }
                }
                Control::Many(_) | Control::Tick => {}
            }
        }
    }

    fn below(&self, fault: Option<&str>) -> Markup {
        html! {
            @if let Some(hint) = self.hint { small.hint id={ (self.name) "-hint" } { (hint) } }
            @if let Some(fault) = fault {
                strong.field-fault id={ (self.name) "-fault" } role="alert" { (fault) }
            }
        }
    }

    fn described(&self, is_wrong: bool) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let fault = is_wrong.then(|| format!("{}-fault", self.name));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The most texts that are proposed while typing.
const MOST: usize = 500;

/// Texts to propose while typing: each once, in the order of the alphabet.
pub fn proposed<'t>(texts: impl Iterator<Item = &'t Text>) -> Vec<String> {
    let texts: BTreeSet<&Text> = texts.collect();
    texts
        .into_iter()
        .take(MOST)
        .map(ToString::to_string)
        .collect()
}

/// The options of a list, under their headings.
pub fn options(all: &[Choice], chosen: &str) -> Markup {
    let groups = all.chunk_by(|a, b| a.group == b.group);
    html! {
        @for group in groups {
            @match &group[0].group {
                Some(heading) => optgroup label=(heading) { (plain_options(group, chosen)) },
                None => (plain_options(group, chosen)),
            }
        }
    }
}

fn plain_options(all: &[Choice], chosen: &str) -> Markup {
    html! {
        @for one in all { option value=(one.value) selected[one.value == chosen] { (one.label) } }
    }
}

/// Ticks for a list, under its headings.
fn ticks(name: &str, all: &[Choice], filled: &Filled) -> Markup {
    let numbered: Vec<(usize, &Choice)> = all.iter().enumerate().collect();
    html! {
        @for group in numbered.chunk_by(|a, b| a.1.group == b.1.group) {
            @if let Some(heading) = &group[0].1.group { p.tick-heading { (heading) } }
            ul.ticks {
                @for (at, one) in group {
                    @let id = format!("{name}-{at}");
                    li {
                        input id=(id) type="checkbox" name=(name) value=(one.value) checked[filled.has(name, &one.value)];
                        label for=(id) { span { (one.label) } }
                    }
                }
            }
        }
    }
}
