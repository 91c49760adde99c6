//! Parts of pages that take long to write, kept until the state of their district changes.

use std::sync::Arc;

use moka::future::Cache;

use crate::domain::PhaseId;
use crate::service::SeenVersion;
use crate::text::Lang;

/// How much memory they may take, in bytes.
const ROOM: u64 = 24 << 20;

/// What the page of a district shows, but for what is said to one reader alone.
pub struct Parts {
    /// The head of the page.
    pub head: String,
    /// All below it.
    pub body: String,
}

/// By what the parts of a page are kept: for what else they depend on they would be shown to the wrong reader.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The state of the district, and as whom it is seen.
    pub version: SeenVersion,
    /// The phase.
    pub phase: PhaseId,
    /// The language.
    pub lang: Lang,
    /// As which role somebody looks: links go on with it.
    pub role: Option<&'static str>,
}

/// The pages of districts.
#[derive(Clone)]
pub struct Kept(Cache<Key, Arc<Parts>>);

impl Default for Kept {
    fn default() -> Self {
        let weigh = |_: &_, parts: &Arc<Parts>| {
            u32::try_from(parts.head.len() + parts.body.len() + 500).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().weigher(weigh).max_capacity(ROOM).build())
    }
}

impl Kept {
    /// The parts of a page, if they were written already.
    pub async fn get(&self, key: &Key) -> Option<Arc<Parts>> {
        self.0.get(key).await
    }

    /// Keeps the parts of a page.
    pub async fn keep(&self, key: Key, parts: Arc<Parts>) {
        self.0.insert(key, parts).await;
    }
}
