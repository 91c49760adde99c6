//! Passwords: hashed and verified two at a time, as each takes 19 MB for a while, and always against something, so that
//! the time tells nobody whether an address is known.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

use super::secret;
use crate::domain::{Email, PasswordHash, Role, Text};

/// How many passwords are looked at at once.
const AT_ONCE: usize = 2;

/// With how many guesses a password is no longer found too soon. Of one that has fewer, every part is among the
/// commonest, a row or a repetition, or known of the person.
const GUESSES: u64 = 1_000_000_000;

/// Where passwords are hashed and verified.
pub(super) struct Passwords {
    permits: Arc<Semaphore>,
    /// The hash of a password that nobody has.
    nobodys: OnceCell<PasswordHash>,
}

impl Passwords {
    pub(super) fn new() -> Self {
        Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            nobodys: OnceCell::new(),
        }
    }

    /// The hash of a password under a new salt: argon2id with the crate's defaults, which are OWASP's minimum.
    pub(super) async fn hash(&self, password: &str) -> PasswordHash {
        let password = password.to_owned();
        let hash = self.two_at_a_time(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            let hash: phc::PasswordHash = hash.expect("the defaults of argon2 fit each other");
            PasswordHash(hash.to_string())
        });
        hash.await
    }

    /// Whether a password is the one of a hash; of no hash none is.
    pub(super) async fn is_right(&self, password: &str, hash: Option<&PasswordHash>) -> bool {
        let known = hash.is_some();
        let hash = match hash {
            Some(hash) => hash.clone(),
            None => self
                .nobodys
                .get_or_init(async || self.hash(&secret::token()).await)
                .await
                .clone(),
        };
        let password = password.to_owned();
        let right = self.two_at_a_time(move || match phc::PasswordHash::new(&hash.0) {
            Ok(hash) => Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok(),
            Err(error) => {
                tracing::error!(%error, "the hash of a password cannot be read");
                false
            }
        });
        right.await && known
    }

    /// Whether a password is among the first that are tried on somebody of whom these words are known.
    pub(super) async fn is_guessable(&self, password: &str, known: Vec<String>) -> bool {
        let password = password.to_owned();
        let found = self.two_at_a_time(move || {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            // Blanks and hyphens between the parts make it no harder than without.
            let bare: String = password.chars().filter(|c| c.is_alphanumeric()).collect();
            let mut tried = [password, bare].into_iter();
            tried.any(|tried| zxcvbn::zxcvbn(&tried, &known).guesses() < GUESSES)
        });
        found.await
    }

    async fn two_at_a_time<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.expect("it is never closed");
        let done = spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        done.await.expect("hashing neither panics nor is aborted")
    }
}

/// What everybody may know of somebody who has an account.
pub(super) fn known(email: &Email, name: Option<&Text>, role: &Role) -> Vec<String> {
    let email = email.as_str();
    let district = role.district().map_or("", |district| district.as_str());
    let name = name.map_or("", Text::as_str);
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|part| part.chars().count() > 2)
            .map(str::to_owned)
            .collect()
    };
    let whole = [email, district, name, "miteinander"].map(str::to_owned);
    let mut known = Vec::from(whole);
    known.extend(email.split('@').map(str::to_owned));
    known.extend([email, district, name].into_iter().flat_map(parts));
    known
}

#[cfg(test)]
mod tests {
    use super::{Passwords, known};
    use crate::domain::{DistrictId, Email, Role, Text};

    #[tokio::test]
    async fn what_is_tried_first_is_no_password_and_a_few_words_are() {
        let passwords = Passwords::new();
        let district = DistrictId::parse("tempelhof-schoeneberg").expect("a slug");
        let email = Email::parse("k.weber@bezirk.example").expect("an address");
        let name = Text::parse("Karla Weber").expect("a name");
        let known = known(&email, Some(&name), &Role::Leader(district));
        let is_guessable = async |typed| passwords.is_guessable(typed, known.clone()).await;
        for typed in [
            "passwordpassword",
            "pass word pass word",
            "123456789012345",
            "qwertzuiopasdfg",
            "aaaaaaaaaaaaaaa",
            "iloveyouiloveyou",
            "Passwort12345678",
            "k.weber@bezirk.example",
            "KarlaWeberKarlaWeber",
            "Karla Weber Karla",
            "tempelhof-schoeneberg",
            "Tempelhof-Schoeneberg1",
            "miteinander2026",
        ] {
            assert!(is_guessable(typed).await, "{typed}");
        }
        for typed in [
            "drei oder vier Wörter",
            "vier Wörter genügen",
            "ganz andere Worte",
            "hund katze maus",
            "Wir treffen uns dienstags",
            "x7!kQ9_fP2$mZ4w",
        ] {
            assert!(!is_guessable(typed).await, "{typed}");
        }
    }

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_nobody_s_by_none() {
        let passwords = Passwords::new();
        let hash = passwords.hash("vier Wörter genügen").await;
        assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let right = async |typed| passwords.is_right(typed, Some(&hash)).await;
        assert!(right("vier Wörter genügen").await);
        assert!(!right("vier Woerter genuegen").await);
        assert!(!passwords.is_right("vier Wörter genügen", None).await);
    }
}
