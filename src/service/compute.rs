//! Figures and pictures, each computed once per state and selection; concurrent requests wait for the one.

use std::hash::Hash;
use std::sync::Arc;

use chrono::NaiveDate;
use moka::future::Cache;
use tokio::sync::Semaphore;

use super::{Result, Service, Stand, View};
use crate::analysis::{self, Comparison, Options, Selection, SelectionError, SiloReport};
use crate::domain::Survey;
use crate::map::{self, Labels, MapError, MapOptions, Paper, Picture};
use crate::text::Lang;

/// How a picture is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Drawing {
    /// Which names it shows.
    pub labels: Labels,
    /// In which language.
    pub lang: Lang,
    /// The date of the data.
    pub date: Option<NaiveDate>,
    /// The paper that it is printed on.
    pub paper: Paper,
}

/// What was computed from which state.
pub(super) struct Computed {
    surveys: Cache<Stand, Arc<Survey>>,
    reports: Cache<(Stand, String, Options), Arc<SiloReport>>,
    comparisons: Cache<(Stand, String, String, String), Arc<Comparison>>,
    pictures: Cache<(Stand, String, Drawing), Arc<Picture>>,
    permits: Arc<Semaphore>,
}

impl Computed {
    pub(super) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            surveys: Cache::new(16),
            reports: Cache::new(128),
            comparisons: Cache::new(64),
            pictures: Cache::new(64),
            permits: Arc::new(Semaphore::new(cores)),
        }
    }

    /// Does work that takes a core, when one is free.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        let permits = Arc::clone(&self.permits);
        let _permit = permits
            .acquire_owned()
            .await
            .expect("the permits are never closed");
        let done = tokio::task::spawn_blocking(work).await;
        done.unwrap_or_else(|died| std::panic::resume_unwind(died.into_panic()))
    }

    async fn once<K, V, E>(
        &self,
        cache: &Cache<K, Arc<V>>,
        key: K,
        work: impl FnOnce() -> std::result::Result<V, E> + Send + 'static,
    ) -> std::result::Result<Arc<V>, Arc<E>>
    where
        K: Hash + Eq + Send + Sync + 'static,
        V: Send + Sync + 'static,
        E: Send + Sync + 'static,
    {
        cache
            .try_get_with(key, async move { self.run(work).await.map(Arc::new) })
            .await
    }
}

impl Service {
    /// Does work that takes a core, when one is free.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        self.computed.run(work).await
    }

    /// The district as a survey, the input of all figures.
    pub async fn survey(&self, view: &View) -> Arc<Survey> {
        let build = {
            let view = view.clone();
            async move { Arc::new(view.network.survey(&view.district, &view.programme)) }
        };
        self.computed
            .surveys
            .get_with(view.stand.clone(), build)
            .await
    }

    /// The silo report of a selection.
    pub async fn report(
        &self,
        view: &View,
        selection: &Selection,
        options: Options,
    ) -> Result<Arc<SiloReport>> {
        let survey = self.survey(view).await;
        let key = (view.stand.clone(), selection.key(), options);
        let selection = selection.clone();
        let work = move || analysis::report(&survey, &selection, &options);
        Ok(self
            .computed
            .once::<_, _, SelectionError>(&self.computed.reports, key, work)
            .await?)
    }

    /// What changed from one phase to another.
    pub async fn comparison(
        &self,
        view: &View,
        from: &str,
        to: &str,
        selection: &Selection,
    ) -> Result<Arc<Comparison>> {
        let survey = self.survey(view).await;
        let key = (
            view.stand.clone(),
            from.to_owned(),
            to.to_owned(),
            selection.key(),
        );
        let (from, to, selection) = (from.to_owned(), to.to_owned(), selection.clone());
        let network = Arc::clone(&view.network);
        let work = move || {
            let mut comparison = analysis::compare(&survey, &from, &to, &selection)?;
            // By their ids: phases may be asked for by their names.
            let (from, to) = (comparison.from.as_str(), comparison.to.as_str());
            comparison.offers = Some(analysis::compare_offers(&network, from, to));
            Ok(comparison)
        };
        Ok(self
            .computed
            .once::<_, _, SelectionError>(&self.computed.comparisons, key, work)
            .await?)
    }

    /// The map of a selection.
    pub async fn picture(
        &self,
        view: &View,
        selection: &Selection,
        drawing: Drawing,
    ) -> Result<Arc<Picture>> {
        let survey = self.survey(view).await;
        // The sentence is that of the page: about the offices, however much the picture shows.
        let headline = Selection {
            scope: Selection::default_for(&survey).scope,
            ..selection.clone()
        };
        let report = self.report(view, &headline, Options::default()).await?;
        let sentence = analysis::headline(&report).sentence(drawing.lang);
        let key = (view.stand.clone(), selection.key(), drawing);
        let selection = selection.clone();
        let options = MapOptions {
            labels: drawing.labels,
            lang: drawing.lang,
            date: drawing.date,
            example: view.district.example,
            paper: drawing.paper,
        };
        let work = move || {
            map::network(&survey, &selection, &options).map(|picture| picture.saying(&sentence))
        };
        Ok(self
            .computed
            .once::<_, _, MapError>(&self.computed.pictures, key, work)
            .await?)
    }
}
