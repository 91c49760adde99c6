//! Passwords: hashed and verified two at a time, as each takes 19 MB for a while, and always against something, so that
//! the time tells nobody whether an address is known.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

use super::secret;
use crate::domain::PasswordHash;

/// How many passwords are looked at at once.
const AT_ONCE: usize = 2;

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

#[cfg(test)]
mod tests {
    use super::Passwords;

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
