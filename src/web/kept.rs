//! Parts of pages that take long to write, kept until the state of their district changes.

use std::sync::Arc;

use moka::future::Cache;

use crate::domain::PhaseId;
use crate::service::Version;
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

/// The pages of districts by state, phase and language.
#[derive(Clone)]
pub struct Kept(Cache<(Version, PhaseId, Lang), Arc<Parts>>);

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
    pub async fn get(&self, version: &Version, phase: &PhaseId, lang: Lang) -> Option<Arc<Parts>> {
        self.0.get(&(version.clone(), phase.clone(), lang)).await
    }

    /// Keeps the parts of a page.
    pub async fn keep(&self, version: &Version, phase: &PhaseId, lang: Lang, parts: Arc<Parts>) {
        self.0
            .insert((version.clone(), phase.clone(), lang), parts)
            .await;
    }
}
