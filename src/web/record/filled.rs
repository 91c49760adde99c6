//! What stands in the fields of a form: of a record, or as it was typed.

use std::collections::BTreeMap;

use crate::domain::{BadText, MAX_NAME, MAX_NOTE, MAX_TEXT, Note, Text};
use crate::text::Lang;
use crate::text::pages::RecordText;

use super::super::posted::Posted;

/// The values of a form's fields, each by its name; a list is a field several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled(BTreeMap<String, Vec<String>>);

/// What is wrong with fields, each by its name, in the reader's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(BTreeMap<&'static str, String>);

impl Filled {
    /// As it was sent.
    pub fn of(form: &Posted) -> Self {
        let mut filled = Self::default();
        for (name, value) in form.fields() {
            let values = filled.0.entry(name.to_owned()).or_default();
            values.push(value.to_owned());
        }
        filled
    }

    /// With a value in a field, in the place of what stood there.
    pub fn with(self, name: &str, value: impl ToString) -> Self {
        self.with_all(name, [value])
    }

    /// With a value in a field, where there is one.
    pub fn with_some(self, name: &str, value: Option<impl ToString>) -> Self {
        self.with_all(name, value)
    }

    /// With a list in a field.
    pub fn with_all(mut self, name: &str, values: impl IntoIterator<Item = impl ToString>) -> Self {
        let values = values.into_iter().map(|value| value.to_string());
        self.0.insert(name.to_owned(), values.collect());
        self
    }

    /// The first value of a field, without the blanks around it; nothing where there is none.
    pub fn one(&self, name: &str) -> &str {
        self.all(name).first().map_or("", |value| value.trim())
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has a value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|one| one == value)
    }

    /// Takes a field from another form.
    pub fn take(&mut self, name: &str, from: &Self) {
        self.0.insert(name.to_owned(), from.all(name).to_vec());
    }

    /// Whether a field holds the same in both: the same values in any order, and none is as good as an empty one.
    pub fn agrees(&self, name: &str, other: &Self) -> bool {
        let values = |filled: &Self| {
            let mut values = filled.all(name).to_vec();
            values.retain(|value| !value.is_empty());
            values.sort();
            values
        };
        values(self) == values(other)
    }
}

impl Faults {
    /// One fault of one field.
    pub fn one(name: &'static str, told: impl Into<String>) -> Self {
        let mut faults = Self::default();
        faults.add(name, told);
        faults
    }

    /// Adds a fault; the first of a field is the one that is told.
    pub fn add(&mut self, name: &'static str, told: impl Into<String>) {
        self.0.entry(name).or_insert_with(|| told.into());
    }

    /// What is wrong with a field.
    pub fn of(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reads fields one after the other, and remembers each fault, so that all are told at once.
pub struct Reading<'f> {
    filled: &'f Filled,
    text: &'static RecordText,
    faults: Faults,
}

impl<'f> Reading<'f> {
    /// Of a form, with faults in a language.
    pub fn of(filled: &'f Filled, lang: Lang) -> Self {
        Self {
            filled,
            text: RecordText::of(lang),
            faults: Faults::default(),
        }
    }

    /// Remembers a fault that the reader of a form has found by itself.
    pub fn fault(&mut self, field: &'static str, told: impl Into<String>) {
        self.faults.add(field, told);
    }

    /// A name, which must be there.
    pub fn name(&mut self, field: &'static str) -> Option<Text> {
        if self.filled.one(field).is_empty() {
            self.faults.add(field, self.text.missing);
            return None;
        }
        self.text(field)
    }

    /// A line of text no longer than a name; none where it is empty.
    pub fn text(&mut self, field: &'static str) -> Option<Text> {
        let typed = self.filled.one(field);
        self.read(field, typed, MAX_NAME, |typed| Text::parse(typed).ok())
    }

    /// A text of any length that is kept; none where it is empty.
    pub fn long_text(&mut self, field: &'static str) -> Option<Text> {
        let typed = self.filled.one(field);
        self.read(field, typed, MAX_TEXT, |typed| Text::parse(typed).ok())
    }

    /// A remark; none where it is empty.
    pub fn note(&mut self, field: &'static str) -> Option<Note> {
        let typed = self.filled.one(field);
        self.read(field, typed, MAX_NOTE, |typed| Note::parse(typed).ok())
    }

    fn read<T>(
        &mut self,
        field: &'static str,
        typed: &str,
        most: usize,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if typed.is_empty() {
            return None;
        }
        // Letters are counted as they are kept: composed, and each line break as one.
        let is_long = |text: &Text| text.as_str().chars().count() > most;
        let fault = match Text::parse(typed) {
            Err(BadText::TooLong(_)) => (self.text.too_long)(most),
            Ok(text) if is_long(&text) => (self.text.too_long)(most),
            Ok(text) => match parse(text.as_str()) {
                Some(read) => return Some(read),
                None => self.text.unreadable.to_owned(),
            },
            Err(BadText::Empty | BadText::Control) => self.text.unreadable.to_owned(),
        };
        self.faults.add(field, fault);
        None
    }

    /// One of a list, which must be chosen.
    pub fn choice<T>(
        &mut self,
        field: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let chosen = self.maybe(field, known);
        if chosen.is_none() {
            self.faults.add(field, self.text.choose);
        }
        chosen
    }

    /// One of a list, or none.
    pub fn maybe<T>(
        &mut self,
        field: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = self.filled.one(field);
        if typed.is_empty() {
            return None;
        }
        let chosen = known(typed);
        if chosen.is_none() {
            self.faults.add(field, self.text.unknown);
        }
        chosen
    }

    /// All that are chosen of a list; one that is not known is a fault.
    pub fn all<T, C: Default + Extend<T>>(
        &mut self,
        field: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> C {
        let mut all = C::default();
        for typed in self.filled.all(field).iter().filter(|one| !one.is_empty()) {
            match known(typed) {
                Some(one) => all.extend([one]),
                None => self.faults.add(field, self.text.unknown),
            }
        }
        all
    }

    /// Whether a box is ticked.
    pub fn tick(&self, field: &str) -> bool {
        self.filled.has(field, super::YES)
    }

    /// Yes, no, or not said.
    pub fn answer(&mut self, field: &'static str) -> Option<bool> {
        self.maybe(field, |typed| match typed {
            super::YES => Some(true),
            super::NO => Some(false),
            _ => None,
        })
    }

    /// What was read, where nothing is wrong.
    ///
    /// What `record` does not get is a field that was read before it and whose fault is remembered.
    pub fn done<R>(self, record: Option<R>) -> Result<R, Faults> {
        match record {
            Some(record) if self.faults.is_empty() => Ok(record),
            _ => Err(self.faults),
        }
    }
}
