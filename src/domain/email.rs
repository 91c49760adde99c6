//! An address that mail is sent to, and that somebody signs in with.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// The longest address in bytes that mail can be sent to.
const MAX_EMAIL: usize = 254;

/// An e-mail address, in lower case and NFC: two spellings of one address are one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

/// A text that is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is no e-mail address")]
pub struct BadEmail;

impl Email {
    /// Reads an address: a name and a host around one `@`, no white space, at most 254 bytes.
    pub fn parse(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim();
        // Before it is brought to NFC: nobody makes the program work on a megabyte.
        if text.len() > MAX_EMAIL {
            return Err(BadEmail);
        }
        let text: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
        let (name, host) = text.split_once('@').ok_or(BadEmail)?;
        let is_plain = |part: &str| {
            let taken = |c: char| c.is_whitespace() || c.is_control() || "@<>,;:\"\\".contains(c);
            !part.is_empty() && !part.contains(taken)
        };
        let dotted = |part: &str| !part.starts_with('.') && !part.ends_with('.');
        if text.len() <= MAX_EMAIL && is_plain(name) && is_plain(host) && dotted(host) {
            Ok(Self(text))
        } else {
            Err(BadEmail)
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadEmail, Email};

    #[test]
    fn two_spellings_of_an_address_are_one() {
        let parse = |text| Email::parse(text).map(|email| email.to_string());
        assert_eq!(
            parse(" M.Weber@Bezirk.DE "),
            Ok("m.weber@bezirk.de".to_owned())
        );
        assert_eq!(parse("jo\u{308}rg@x.de"), parse("JÖRG@x.de"));
    }

    #[test]
    fn what_is_no_address_is_none() {
        let long = format!("{}@x.de", "a".repeat(10_000));
        for text in [
            "", "a", "@", "a@", "@b.de", "a b@c.de", "a@b@c.de", "a@b.de\0", "<a@b.de>", "a@b.de.",
            &long,
        ] {
            assert_eq!(Email::parse(text), Err(BadEmail), "{text:.20}");
        }
    }
}
