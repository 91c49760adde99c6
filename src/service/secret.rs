//! What nobody can guess: tokens of links and sessions, and codes to type.

use crate::domain::TokenHash;

/// The letters of a code: none looks like another, or like a digit.
const LETTERS: &[u8; 20] = b"ACDEFHJKMNPQRTUVWXYG";

/// How many letters a code has.
const CODE: usize = 20;

/// 256 random bits, as 64 digits.
pub fn token() -> String {
    let mut bytes = [0; 32];
    fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A code to type: 20 letters, in fives.
pub fn code() -> String {
    let mut code = String::new();
    let mut letters = 0;
    while letters < CODE {
        let mut byte = [0];
        fill(&mut byte);
        // Each letter as likely as any other.
        let Some(letter) = LETTERS.get(usize::from(byte[0] & 31)) else {
            continue;
        };
        if letters > 0 && letters % 5 == 0 {
            code.push('-');
        }
        code.push(char::from(*letter));
        letters += 1;
    }
    code
}

/// A code as it is hashed, however it was typed: capitals, no blanks, no hyphens. A link's token stays what it is.
pub fn plain(typed: &str) -> String {
    let typed = typed.trim();
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let letters: String = letters.take(CODE + 1).collect();
    if letters.len() == CODE && letters.is_ascii() {
        letters.to_ascii_uppercase()
    } else {
        typed.to_owned()
    }
}

/// Whether a text is a code as it is hashed.
pub fn is_code(plain: &str) -> bool {
    plain.len() == CODE && plain.bytes().all(|letter| LETTERS.contains(&letter))
}

/// Whether a text is a token of 64 digits.
pub fn is_token(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 64 && text.bytes().all(is_digit)
}

/// The token of the link that stands beside a code, so that both lead to one pass. Who has the code comes in anyway; from
/// the link nobody learns the code.
pub fn token_of_code(typed: &str) -> String {
    TokenHash::of(&format!("workshop {}", plain(typed))).to_string()
}

fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives random numbers");
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, code, is_code, is_token, plain, token, token_of_code};

    #[test]
    fn a_code_has_twenty_letters_in_fives_and_is_known_however_it_is_typed() {
        let code = code();
        assert_eq!(code.len(), 23);
        assert!(code.split('-').all(|five| five.len() == 5));
        let of_the_list = |c: u8| c == b'-' || LETTERS.contains(&c);
        assert!(code.bytes().all(of_the_list));
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        assert_eq!(plain(&typed), code.replace('-', ""));
    }

    #[test]
    fn the_link_beside_a_code_is_the_same_however_the_code_is_typed() {
        let code = code();
        assert!(is_code(&plain(&code)) && !is_code(&code) && !is_code("O0IL1"));
        let token = token_of_code(&code);
        assert!(is_token(&token));
        assert_eq!(
            token_of_code(&code.to_lowercase().replace('-', "  ")),
            token
        );
        for other in ["", "abc", &"F".repeat(64), &"g".repeat(64)] {
            assert!(!is_token(other), "{other}");
        }
    }

    #[test]
    fn no_two_tokens_are_alike_and_a_token_stays_what_it_is() {
        let (a, b) = (token(), token());
        assert_ne!(a, b);
        assert_eq!(a.len(), 64);
        assert_eq!(plain(&a), a);
    }
}
