//! In which coding a text is: UTF-8, UTF-16 or Windows-1252; one of DOS or of an old Macintosh is told from these.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::super::fault::Problem;
use super::super::old_coding::OldCoding;

/// The text of a file: UTF-8 or UTF-16 by its mark, UTF-16 that shows itself by its zeros, else UTF-8, else
/// Windows-1252 as German Excel writes it.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    if bytes.contains(&0) {
        // A picture or a program is no table; other text never holds this character.
        let encoding = wide(bytes).ok_or(Problem::Unreadable)?;
        return whole(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    match old(bytes) {
        Some(of) => Err(Problem::OldCoding(of)),
        None => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// The same for owned bytes, which most files can use as their text without a copy.
pub(super) fn owned(bytes: Vec<u8>) -> Result<String, Problem> {
    match decoded(&bytes)? {
        Cow::Owned(text) => return Ok(text),
        Cow::Borrowed(text) if text.len() < bytes.len() => return Ok(text.to_owned()),
        Cow::Borrowed(_) => {}
    }
    String::from_utf8(bytes).map_err(|_| Problem::Unreadable)
}

/// A text without loss: names with characters in place of what was lost would pass for names.
fn whole<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, Problem> {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    (!is_damaged).then_some(text).ok_or(Problem::Unreadable)
}

/// UTF-16 without its mark: nearly every second byte of a text in our languages is zero, and no other.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let begin = &bytes[..bytes.len().min(4_000)];
    let zeros = |at: usize| {
        begin
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = begin.len() / 2;
    if !bytes.len().is_multiple_of(2) || pairs < 4 {
        return None;
    }
    let is_most = |count: usize| count * 10 >= pairs * 9;
    match (even, odd) {
        (0, odd) if is_most(odd) => Some(UTF_16LE),
        (even, 0) if is_most(even) => Some(UTF_16BE),
        _ => None,
    }
}

/// The old coding in which a text must be, as in Windows-1252 it would hold signs that never stand inside a word.
///
/// What is only unlikely there, such as a Š for the ö of a Macintosh, counts where no umlaut of Windows stands beside.
fn old(bytes: &[u8]) -> Option<OldCoding> {
    let mut counts = Counts::default();
    for (at, byte) in bytes.iter().enumerate() {
        if !byte.is_ascii() {
            let before = at.checked_sub(1).map_or(b' ', |at| bytes[at]);
            counts.add(*byte, before, bytes.get(at + 1).copied().unwrap_or(b' '));
        }
    }
    let Counts {
        dos,
        macintosh,
        windows,
    } = counts;
    let is = |(sure, likely): (usize, usize)| sure > windows || (windows == 0 && sure + likely > 1);
    match (is(dos), is(macintosh)) {
        (true, false) => Some(OldCoding::Dos),
        (false, true) => Some(OldCoding::Macintosh),
        (true, true) if dos.0 >= macintosh.0 => Some(OldCoding::Dos),
        (true, true) => Some(OldCoding::Macintosh),
        (false, false) => None,
    }
}

/// What speaks for each coding: signs that are sure, and those that are likely.
#[derive(Default)]
struct Counts {
    dos: (usize, usize),
    macintosh: (usize, usize),
    windows: usize,
}

impl Counts {
    fn add(&mut self, byte: u8, before: u8, after: u8) {
        let is_letter = |byte: u8| byte.is_ascii_alphabetic();
        let is_vowel = |byte: u8| b"aeiou".contains(&byte);
        let is_consonant = |byte: u8| byte.is_ascii_lowercase() && !is_vowel(byte);
        let inside = is_letter(before) && is_letter(after);
        let begins = !is_letter(before) && before.is_ascii() && after.is_ascii_lowercase();
        match byte {
            // ü ä ö é of DOS; in Windows-1252 nothing, low and high quotation marks.
            0x81 if is_letter(before) || is_letter(after) => self.dos.0 += 1,
            0x84 | 0x94 | 0x82 if inside || (is_letter(before) && after == 0xE1) => self.dos.0 += 1,
            // Ä Ö Ü at the beginning of a word; there Ž ™ š.
            0x8E | 0x99 | 0x9A if begins && is_consonant(after) => self.dos.1 += 1,
            // ß; there á.
            0xE1 if is_vowel(before) && (is_vowel(after) || !after.is_ascii_alphabetic()) => {
                self.dos.1 += 1;
            }
            // ä ü of the Macintosh; there Š Ÿ, capitals inside a word.
            0x8A | 0x9F if before.is_ascii_lowercase() => self.macintosh.0 += 1,
            0x8A | 0x9F if is_letter(before) && after.is_ascii_lowercase() => self.macintosh.0 += 1,
            0x9F if begins => self.macintosh.0 += 1,
            // ß ö; there § and š.
            0xA7 if inside => self.macintosh.0 += 1,
            0x9A if is_letter(before) && after == 0xA7 => self.macintosh.0 += 1,
            0x9A if is_letter(before) && is_consonant(after) => self.macintosh.1 += 1,
            // Ä Ö Ü at the beginning of a word; there € … †.
            0x80 | 0x85 | 0x86 if begins && is_consonant(after) => self.macintosh.1 += 1,
            // ä ö ü ß Ä Ö Ü of Windows.
            0xE4 | 0xF6 | 0xFC | 0xDF | 0xC4 | 0xD6 | 0xDC
                if is_letter(before) || is_letter(after) =>
            {
                self.windows += 1;
            }
            _ => {}
        }
    }
}

/// What a text says that was taken for Windows-1252 though it was UTF-8, and written as UTF-8 again: `Müller` of
/// `MÃ¼ller`; none where it was not.
pub(in super::super) fn encoded_once(text: &str) -> Option<String> {
    if !is_suspect(text) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        let mut letter = [0; 4];
        let (byte, _, is_lost) = WINDOWS_1252.encode(c.encode_utf8(&mut letter));
        if is_lost {
            return Some(text.to_owned());
        }
        bytes.extend_from_slice(&byte);
    }
    // What was cut or typed in beside stays as it is: the text is broken all the same.
    Some(String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()))
}

/// Whether a text may hold what [`encoded_once`] looks for.
pub(super) fn may_be_twice(text: &str) -> bool {
    text.contains(['Ã', 'â'])
}

/// Whether two signs follow one another that only such a mishap puts together: `Ã` and no letter, `â€`.
fn is_suspect(text: &str) -> bool {
    let second = |c: char| {
        matches!(
            c,
            '\u{80}'
                ..='\u{bf}'
                    | 'Ÿ'
                    | 'Œ'
                    | 'œ'
                    | 'ž'
                    | 'Ž'
                    | 'š'
                    | 'Š'
                    | 'ƒ'
                    | '„'
                    | '–'
                    | '†'
                    | '‡'
                    | '€'
                    | '™'
                    | '…'
                    | '‰'
                    | '‹'
                    | '›'
                    | '“'
                    | '”'
                    | '‘'
                    | '’'
                    | '•'
                    | '˜'
                    | 'ˆ'
                    | '‚'
                    | '—'
        )
    };
    let follows = |mark: char, is: &dyn Fn(char) -> bool| {
        let mut found = text.match_indices(mark);
        found.any(|(at, mark)| text[at + mark.len()..].chars().next().is_some_and(is))
    };
    follows('Ã', &second) || follows('â', &|c| matches!(c, '€' | '\u{80}'))
}
