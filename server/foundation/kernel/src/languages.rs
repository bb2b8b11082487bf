//! The languages of the install: reads `locales/<language>/*.ftl`, picks the reader's language and gives out its messages.
//!
//! A language is a folder. What it lacks comes from its base language if there is one (`pt-BR` → `pt`), else from the fallback.
//! Knows no HTTP: the caller hands over the cookie and the header. Adds no isolating marks; formats no dates, see `format`.

mod folders;
mod negotiation;

#[cfg(test)]
mod tests;

use anyhow::Context;
use contract::{caller::Locale, outcome::Argument};
use folders::Stamp;
use phrases::Catalogue;
use std::{
    collections::{BTreeMap, HashSet},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::{Duration, Instant},
};

/// How long a watched folder is believed before it is looked at again.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Every language of one folder, compiled.
#[derive(Debug)]
pub struct Languages {
    dir: PathBuf,
    fallback: String,
    loaded: RwLock<Arc<Loaded>>,
    /// In development: when the folder was last looked at, and what it looked like then.
    watched: Option<Mutex<Watched>>,
    /// Ids already reported as unknown. Bounded, since an id may come from outside.
    unknown: Mutex<HashSet<String>>,
}

/// A language that people can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    pub locale: Locale,
    /// Its own name for itself.
    pub name: String,
}

/// A language ready for both sides.
#[derive(Debug)]
pub struct Compiled {
    pub catalogue: Arc<Catalogue>,
    /// The catalogue as the browser gets it.
    pub json: String,
    /// Of `json`, for an address that never changes its content: 16 hexadecimal digits.
    pub hash: String,
}

#[derive(Debug)]
struct Loaded {
    languages: BTreeMap<String, Arc<Compiled>>,
    available: Vec<Language>,
    fallback: Arc<Compiled>,
}

#[derive(Debug)]
struct Watched {
    looked: Instant,
    stamp: Stamp,
}

impl Languages {
    /// Reads all languages once. What is wrong with one is logged, and its broken messages come from the fallback.
    ///
    /// # Errors
    /// If the folder can't be read, or anything is wrong with the fallback: it is what the others stand on.
    pub fn load(dir: &Path, fallback: &str) -> anyhow::Result<Self> {
        let loaded = folders::load(dir, fallback)?;
        Ok(Self {
            dir: dir.to_owned(),
            fallback: fallback.to_owned(),
            loaded: RwLock::new(Arc::new(loaded)),
            watched: None,
            unknown: Mutex::default(),
        })
    }

    /// With `watch`, changed files are seen at once, new languages too. For development: it looks at the files while serving.
    pub fn watching(mut self, watch: bool) -> Self {
        self.watched = watch.then(|| Mutex::new(Watched { looked: Instant::now(), stamp: folders::stamp(&self.dir) }));
        self
    }

    /// All languages, by their tags.
    pub fn available(&self) -> Vec<Language> {
        self.loaded().available.clone()
    }

    /// The reader's language: the chosen one if it is here, else the best of `Accept-Language`, else the default, else the fallback.
    pub fn negotiate(&self, chosen: Option<&str>, accept_language: Option<&str>, default: &Locale) -> Locale {
        let loaded = self.loaded();
        let here = || loaded.languages.keys().map(String::as_str);
        let best = chosen
            .and_then(|chosen| negotiation::chosen(chosen, here()))
            .or_else(|| accept_language.and_then(|header| negotiation::accepted(header, here())))
            .or_else(|| negotiation::chosen(&default.0, here()));
        Locale(best.unwrap_or(&self.fallback).to_owned())
    }

    /// A language with its JSON; the fallback for one that isn't here.
    pub fn catalogue(&self, locale: &Locale) -> Arc<Compiled> {
        let loaded = self.loaded();
        Arc::clone(loaded.languages.get(&locale.0).unwrap_or(&loaded.fallback))
    }

    /// A message in the given language; an unknown id is its own text.
    pub fn text(&self, locale: &Locale, id: &str, arguments: &[(&str, Argument)]) -> String {
        let text = self.catalogue(locale).catalogue.format(id, arguments);
        text.unwrap_or_else(|| {
            self.report_unknown(id);
            id.to_owned()
        })
    }

    fn report_unknown(&self, id: &str) {
        const MOST_REPORTED: usize = 1_000;
        let mut unknown = self.unknown.lock().unwrap_or_else(PoisonError::into_inner);
        if unknown.len() < MOST_REPORTED && unknown.insert(id.to_owned()) {
            tracing::debug!(id, "no such message in any language");
        }
    }

    fn loaded(&self) -> Arc<Loaded> {
        if let Some(watched) = &self.watched {
            self.look(watched);
        }
        Arc::clone(&self.loaded.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads everything again if a file changed. Files that don't compile leave what was there before.
    fn look(&self, watched: &Mutex<Watched>) {
        let mut watched = watched.lock().unwrap_or_else(PoisonError::into_inner);
        if watched.looked.elapsed() < LOOK_EVERY {
            return;
        }
        watched.looked = Instant::now();
        let stamp = folders::stamp(&self.dir);
        if stamp == watched.stamp {
            return;
        }
        watched.stamp = stamp;
        match folders::load(&self.dir, &self.fallback).context("languages not read again") {
            Ok(loaded) => *self.loaded.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(loaded),
            Err(error) => tracing::error!("{error:#}"),
        }
    }
}
