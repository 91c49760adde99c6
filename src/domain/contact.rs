//! How an actor is reached: personal, kept beside the network and in no step of its history.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::email::Email;
use super::words::{BadText, Text};

/// What stands between the parts of a contact where it is one text.
const BETWEEN: &str = ", ";

/// Whom to ask for, and under which number and address; at least one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ContactParts", into = "ContactParts")]
pub struct Contact(ContactParts);

/// The parts of a contact, each of which may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactParts {
    /// The person; of older contacts all that was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Text>,
    /// The telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<Text>,
    /// The e-mail address, as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
}

/// A contact as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptContact {
    /// The contact.
    pub contact: Contact,
    /// When somebody last said that it is so.
    pub confirmed: DateTime<Utc>,
}

/// What two people made of the same part of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("somebody else has changed the same part")]
pub struct BothChanged;

impl ContactParts {
    fn all(&self) -> [&Option<Text>; 3] {
        [&self.person, &self.telephone, &self.email]
    }

    /// The contact that they are; none where all are missing. All together are bounded as a text is.
    pub fn contact(self) -> Result<Option<Contact>, BadText> {
        match one_text(&self) {
            Ok(_) => Ok(Some(Contact(self))),
            Err(BadText::Empty) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn one_text(parts: &ContactParts) -> Result<Text, BadText> {
    let there = parts.all().into_iter().flatten();
    let there: Vec<&str> = there.map(Text::as_str).collect();
    Text::parse(&there.join(BETWEEN))
}

impl Contact {
    /// The parts.
    pub fn parts(&self) -> &ContactParts {
        &self.0
    }

    /// The contact as one text, as the column of a table holds it.
    pub fn text(&self) -> Text {
        one_text(&self.0).expect("it was one when the contact was made")
    }

    /// The contact that a text is: an address and a number at its end are known as such; what is left is the person.
    /// It gives the same text again.
    pub fn of_text(text: &Text) -> Self {
        let mut words: Vec<&str> = text.as_str().split(BETWEEN).collect();
        let mut last = |is: fn(&str) -> bool| {
            let found = words.last().is_some_and(|last| is(last));
            found.then(|| words.pop()).flatten()
        };
        let email = last(|last| Email::parse(last).is_ok());
        let telephone = last(is_telephone);
        let person = words.join(BETWEEN);
        let part = |text: &str| Text::parse(text).ok();
        let parts = ContactParts {
            person: part(&person),
            telephone: telephone.and_then(part),
            email: email.and_then(part),
        };
        match one_text(&parts) {
            Ok(whole) if whole == *text => Self(parts),
            _ => Self(ContactParts {
                person: Some(text.clone()),
                ..ContactParts::default()
            }),
        }
    }

    /// What becomes of a contact where a form was filled from what was `seen`, and something else may stand by now: what
    /// only one side changed is taken, part by part.
    pub fn merged(
        seen: &ContactParts,
        typed: &ContactParts,
        standing: &ContactParts,
    ) -> Result<ContactParts, BothChanged> {
        let [person, telephone, email] = [0, 1, 2].map(|part| {
            let [seen, typed, standing] = [seen, typed, standing].map(|one| one.all()[part]);
            match () {
                () if typed == seen => Ok(standing.clone()),
                () if standing == seen || standing == typed => Ok(typed.clone()),
                () => Err(BothChanged),
            }
        });
        Ok(ContactParts {
            person: person?,
            telephone: telephone?,
            email: email?,
        })
    }
}

fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 3
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " +-/().".contains(c))
}

impl From<Contact> for ContactParts {
    fn from(contact: Contact) -> Self {
        contact.0
    }
}

impl TryFrom<ContactParts> for Contact {
    type Error = BadText;

    fn try_from(parts: ContactParts) -> Result<Self, BadText> {
        parts.contact()?.ok_or(BadText::Empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Option<Text> {
        Text::parse(text).ok()
    }

    fn parts([person, telephone, email]: [&str; 3]) -> ContactParts {
        ContactParts {
            person: text(person),
            telephone: text(telephone),
            email: text(email),
        }
    }

    #[test]
    fn every_text_is_a_contact_that_gives_it_again() {
        for (written, told) in [
            ("Frau Ä, Tel. 1", ["Frau Ä, Tel. 1", "", ""]),
            (
                "Frau Ä, 030 9018-12, A@b.de",
                ["Frau Ä", "030 9018-12", "A@b.de"],
            ),
            ("030 9018-12", ["", "030 9018-12", ""]),
            ("a@b.de", ["", "", "a@b.de"]),
            ("a@b.de, Frau Ä", ["a@b.de, Frau Ä", "", ""]),
            ("Weber, Müller", ["Weber, Müller", "", ""]),
            ("A,\n030 123", ["A,\n030 123", "", ""]),
            (", 030 123", [", 030 123", "", ""]),
        ] {
            let contact = Contact::of_text(&text(written).expect(written));
            assert_eq!(contact.parts(), &parts(told), "{written}");
            assert_eq!(contact.text().as_str(), written);
        }
    }

    #[test]
    fn nothing_is_no_contact_and_too_much_none_either() {
        assert_eq!(ContactParts::default().contact(), Ok(None));
        let long = "x".repeat(3_000);
        assert!(parts([&long, &long, ""]).contact().is_err());
    }

    #[test]
    fn what_only_one_side_changed_is_taken_part_by_part() {
        let seen = parts(["A", "1", ""]);
        let merged = |typed, standing| Contact::merged(&seen, &parts(typed), &parts(standing));
        let both = merged(["B", "1", ""], ["A", "2", "a@b.de"]);
        assert_eq!(both, Ok(parts(["B", "2", "a@b.de"])));
        assert_eq!(merged(["B", "1", ""], ["C", "1", ""]), Err(BothChanged));
        assert_eq!(
            merged(["", "", ""], ["A", "1", ""]),
            Ok(parts(["", "", ""]))
        );
        assert_eq!(merged(["", "", ""], ["C", "1", ""]), Err(BothChanged));
        assert_eq!(
            merged(["C", "1", ""], ["C", "1", ""]),
            Ok(parts(["C", "1", ""]))
        );
    }
}
