//! Passwords as Argon2id hashes (RFC 9106), a few at a time and away from the runtime's threads.

use crate::rules::PASSWORD_MAX_CHARS;
use anyhow::anyhow;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{Error, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use kernel::Ids;
use std::sync::Arc;
use tokio::{
    sync::{OnceCell, Semaphore},
    task::spawn_blocking,
};

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// So that a flood of sign-ins can't take all memory and all cores.
const AT_ONCE: usize = 2;

pub(crate) struct Passwords {
    places: Arc<Semaphore>,
    /// The hash of a secret nobody knows: what an unknown address is checked against.
    nobody: OnceCell<String>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self { places: Arc::new(Semaphore::new(AT_ONCE)), nobody: OnceCell::new() }
    }

    /// A PHC string of 97 characters.
    pub(crate) async fn hash(&self, password: &str) -> anyhow::Result<String> {
        let password = password.to_owned();
        self.work(move || {
            let hash: PasswordHash = argon2()?
                .hash_password_with_salt(password.as_bytes(), &Ids.bytes::<16>())
                .map_err(|error| anyhow!("hashing a password: {error}"))?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Takes as long for an unknown address (`None`) as for a wrong password.
    pub(crate) async fn verify(&self, hash: Option<&str>, password: &str) -> anyhow::Result<bool> {
        let nobody = self.nobody.get_or_try_init(|| self.hash_of_nobody()).await?;
        let known = hash.is_some() && password.chars().count() <= PASSWORD_MAX_CHARS;
        let hash = if known { hash.unwrap_or(nobody) } else { nobody }.to_owned();
        // A longer text can't be right and must not cost more.
        let password: String = password.chars().take(PASSWORD_MAX_CHARS).collect();
        let matches = self
            .work(move || {
                let hash = PasswordHash::new(&hash).map_err(|error| anyhow!("stored password hash: {error}"))?;
                match argon2()?.verify_password(password.as_bytes(), &hash) {
                    Ok(()) => Ok(true),
                    Err(Error::PasswordInvalid) => Ok(false),
                    Err(error) => Err(anyhow!("verifying a password: {error}")),
                }
            })
            .await?;
        Ok(matches && known)
    }

    /// The work of a check, for answers that must not be quicker when there is nothing to check.
    pub(crate) async fn pretend(&self) -> anyhow::Result<()> {
        self.verify(None, "").await.map(|_| ())
    }

    async fn hash_of_nobody(&self) -> anyhow::Result<String> {
        self.hash(&Ids.secret()).await
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> anyhow::Result<T> + Send + 'static) -> anyhow::Result<T> {
        let place = self.places.clone().acquire_owned().await?;
        spawn_blocking(move || {
            // Held by the work itself: a request that is dropped must not let another one in beside it.
            let _place = place;
            work()
        })
        .await?
    }
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| anyhow!("argon2 parameters: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let passwords = Passwords::new();
        let hash = passwords.hash("correct horse").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, passwords.hash("correct horse").await.unwrap(), "salted");
        assert!(passwords.verify(Some(&hash), "correct horse").await.unwrap());
        assert!(!passwords.verify(Some(&hash), "correct horsf").await.unwrap());
        assert!(!passwords.verify(None, "correct horse").await.unwrap());
    }
}
