//! Mail as files, for installs without a relay: an `.eml` that mail programs open, and beside it the parts for the inbox page.

use crate::{Mail, MailError, Mailer};
use anyhow::Context;
use contract::shown::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};

/// The inbox page shows this many.
const LATEST: usize = 50;

/// Writes mail into a folder.
#[derive(Clone, Debug)]
pub struct FolderMailer {
    folder: PathBuf,
}

/// A mail in the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredMail {
    /// Its files are `{id}.eml` and `{id}.json`.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub date: Timestamp,
    pub text: String,
    pub html: String,
}

impl StoredMail {
    /// The addresses in its text part.
    pub fn links(&self) -> Vec<&str> {
        self.text.split_whitespace().filter(|word| word.starts_with("http://") || word.starts_with("https://")).collect()
    }
}

impl FolderMailer {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

#[async_trait::async_trait]
impl Mailer for FolderMailer {
    async fn carry(&self, mail: &Mail) -> Result<(), MailError> {
        let message = mail.to_message("no-reply@localhost").map_err(MailError::Permanent)?.formatted();
        let id = mail.id.to_string();
        let stored = StoredMail {
            id: id.clone(),
            to: mail.to.clone(),
            subject: mail.subject.clone(),
            date: mail.date,
            text: mail.text.clone(),
            html: mail.html.clone(),
        };
        let write = async {
            tokio::fs::create_dir_all(&self.folder).await?;
            tokio::fs::write(self.folder.join(format!("{id}.eml")), message).await?;
            // Renamed into place, so that the inbox never reads half a file.
            let unfinished = self.folder.join(format!("{id}.part"));
            tokio::fs::write(&unfinished, serde_json::to_vec(&stored)?).await?;
            tokio::fs::rename(&unfinished, self.folder.join(format!("{id}.json"))).await?;
            anyhow::Ok(())
        };
        write.await.with_context(|| format!("writing mail to {}", self.folder.display())).map_err(MailError::Temporary)
    }
}

/// The latest 50 mails of a folder, newest first; none if there is no folder yet.
///
/// # Errors
/// When the folder can't be read.
pub async fn inbox(folder: &Path) -> io::Result<Vec<StoredMail>> {
    let mut entries = match tokio::fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut paths = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            paths.push(path);
        }
    }
    // Ids sort by the time they were made.
    paths.sort_unstable_by(|a, b| b.cmp(a));
    paths.truncate(LATEST);
    let mut mails = Vec::with_capacity(paths.len());
    for path in paths {
        match serde_json::from_slice(&tokio::fs::read(&path).await?) {
            Ok(mail) => mails.push(mail),
            Err(error) => tracing::warn!("not a stored mail: {}: {error}", path.display()),
        }
    }
    Ok(mails)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn mail(n: u128, subject: &str) -> Mail {
        Mail {
            id: Uuid::from_u128(n),
            from_name: "Brand".to_owned(),
            to: "fan@example.org".to_owned(),
            subject: subject.to_owned(),
            text: "Hello\n\nhttp://localhost:3000/confirm?token=abc\n".to_owned(),
            html: "<p>Hello</p>".to_owned(),
            date: Timestamp(1_795_348_800_000),
        }
    }

    #[tokio::test]
    async fn the_inbox_shows_the_newest_first_with_its_links() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = FolderMailer::new(folder.path().join("mail"));
        mailer.carry(&mail(1, "first")).await.unwrap();
        mailer.carry(&mail(2, "second")).await.unwrap();
        let mails = inbox(&folder.path().join("mail")).await.unwrap();
        assert_eq!(mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(), ["second", "first"]);
        assert_eq!(mails[0].links(), ["http://localhost:3000/confirm?token=abc"]);
    }

    #[tokio::test]
    async fn a_mail_carried_twice_is_there_once() {
        let folder = tempfile::tempdir().unwrap();
        let mailer = FolderMailer::new(folder.path().to_owned());
        mailer.carry(&mail(1, "same")).await.unwrap();
        mailer.carry(&mail(1, "same")).await.unwrap();
        assert_eq!(inbox(folder.path()).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_folder_that_is_not_there_is_an_empty_inbox() {
        assert!(inbox(Path::new("not/there")).await.unwrap().is_empty());
    }
}
