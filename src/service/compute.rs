//! Figures and pictures, each computed once per state and selection; concurrent requests wait for the one.

use std::convert::Infallible;
use std::hash::Hash;
use std::sync::Arc;

use chrono::NaiveDate;
use moka::future::Cache;
use tokio::sync::Semaphore;

use super::{Result, Service, Stand, View};
use crate::analysis::{self, Comparison, Options, Selection, SelectionError, SiloReport};
use crate::domain::Survey;
use crate::map::{self, Labels, MapError, MapOptions, Materials, Paper, Picture, Sheet};
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
    sheets: Cache<(Stand, map::View, String, Drawing), Arc<Sheet>>,
    pockets: Cache<(Stand, String, Lang), Arc<String>>,
    permits: Arc<Semaphore>,
}

/// How much memory the results of a kind may take, in bytes.
const ROOM: u64 = 32 << 20;

/// A cache that is bound by what its values take, about so many bytes each.
fn weighed<K: Hash + Eq + Send + Sync + 'static, V: Send + Sync + 'static>(
    bytes: fn(&V) -> usize,
) -> Cache<K, Arc<V>> {
    let weigh = move |_: &K, value: &Arc<V>| u32::try_from(bytes(value)).unwrap_or(u32::MAX);
    Cache::builder().weigher(weigh).max_capacity(ROOM).build()
}

fn survey_weight(survey: &Survey) -> usize {
    let rows = survey.presences.len() * (100 + 40 * survey.columns.len());
    1_000 + 150 * survey.actors.len() + rows + 60 * survey.ties.len()
}

fn report_weight(report: &SiloReport) -> usize {
    let pairs = report.department_pairs.as_ref().map_or(0, Vec::len);
    2_000 + 400 * (report.department_figures.len() + pairs)
}

fn comparison_weight(comparison: &Comparison) -> usize {
    let pairs = comparison.department_pairs.as_ref().map_or(0, Vec::len);
    2_000 + 100 * (pairs + comparison.functions)
}

fn picture_weight(picture: &Picture) -> usize {
    let drawn = picture.geometry();
    let actors = 600 * drawn.actors.len();
    20_000 + actors + 400 * drawn.ties.len() + 2_000 * drawn.departments.len()
}

/// A sheet is held as text, once whole and once in the parts of a page.
fn sheet_weight(sheet: &Sheet) -> usize {
    2 * sheet.svg().len() + sheet.json().len() + 4 * sheet.description().len()
}

impl Computed {
    pub(super) fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            surveys: weighed(survey_weight),
            reports: weighed(report_weight),
            comparisons: weighed(comparison_weight),
            pictures: weighed(picture_weight),
            sheets: weighed(sheet_weight),
            pockets: weighed(String::len),
            permits: Arc::new(Semaphore::new(cores)),
        }
    }

    /// Does work that takes a core, when one is free.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        let permit = Arc::clone(&self.permits)
            .acquire_owned()
            .await
            .expect("the permits are never closed");
        // The work takes its permit along: it goes on when whoever asked for it is gone.
        let working = move || {
            let _permit = permit;
            work()
        };
        let done = tokio::task::spawn_blocking(working).await;
        done.unwrap_or_else(|died| std::panic::resume_unwind(died.into_panic()))
    }

    /// Looks a value up, or computes it in a task of its own: whoever loses patience and asks again waits for the same
    /// computation instead of beginning another.
    async fn once<K, V, E>(
        self: &Arc<Self>,
        cache: &Cache<K, Arc<V>>,
        key: K,
        work: impl FnOnce() -> std::result::Result<V, E> + Send + 'static,
    ) -> std::result::Result<Arc<V>, Arc<E>>
    where
        K: Hash + Eq + Send + Sync + 'static,
        V: Send + Sync + 'static,
        E: Send + Sync + 'static,
    {
        if let Some(known) = cache.get(&key).await {
            return Ok(known);
        }
        let (computed, cache) = (Arc::clone(self), cache.clone());
        let task = tokio::spawn(async move {
            let begun = async { computed.run(work).await.map(Arc::new) };
            cache.try_get_with(key, begun).await
        });
        task.await
            .unwrap_or_else(|died| std::panic::resume_unwind(died.into_panic()))
    }
}

impl Service {
    /// Does work that takes a core, when one is free.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        self.computed.run(work).await
    }

    /// The district as a survey, the input of all figures.
    pub async fn survey(&self, view: &View) -> Arc<Survey> {
        let (stand, view) = (view.stand.clone(), view.clone());
        let build = move || Ok(view.network.survey(&view.district, &view.programme));
        let survey: std::result::Result<_, Arc<Infallible>> = self
            .computed
            .once(&self.computed.surveys, stand, build)
            .await;
        survey.unwrap_or_else(|never| match *never {})
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

    /// The network of a selection for a narrow screen.
    pub async fn pocket(
        &self,
        view: &View,
        selection: &Selection,
        lang: Lang,
    ) -> Result<Arc<String>> {
        let survey = self.survey(view).await;
        let key = (view.stand.clone(), selection.key(), lang);
        let selection = selection.clone();
        let work = move || {
            let outline = analysis::outline(&survey, &selection)?;
            Ok(map::pocket(&outline, &selection, lang))
        };
        Ok(self
            .computed
            .once::<_, _, SelectionError>(&self.computed.pockets, key, work)
            .await?)
    }

    /// A view of a selection, drawn whole.
    pub async fn sheet(
        &self,
        view: &View,
        wanted: &map::View,
        selection: &Selection,
        drawing: Drawing,
    ) -> Result<Arc<Sheet>> {
        let survey = self.survey(view).await;
        let report = match wanted {
            map::View::Network | map::View::Matrix => {
                let figures = wanted.figures(&survey, selection);
                Some(self.report(view, &figures, Options::default()).await?)
            }
            map::View::Change { .. } | map::View::Offer(_) | map::View::Chain => None,
        };
        let key = (view.stand.clone(), wanted.clone(), selection.key(), drawing);
        let (wanted, selection) = (wanted.clone(), selection.clone());
        let options = MapOptions {
            labels: drawing.labels,
            lang: drawing.lang,
            date: drawing.date,
            example: view.district.example,
            paper: drawing.paper,
        };
        let network = Arc::clone(&view.network);
        let work = move || {
            let from = Materials {
                survey: &survey,
                network: Some(&network),
                report: report.as_deref(),
            };
            map::sheet(&from, &wanted, &selection, &options)
        };
        Ok(self
            .computed
            .once::<_, _, MapError>(&self.computed.sheets, key, work)
            .await?)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::{Arc, mpsc};

    use tokio::sync::oneshot;

    use super::{Computed, weighed};

    #[tokio::test]
    async fn a_computation_goes_on_when_who_asked_for_it_is_gone() {
        let computed = Arc::new(Computed::new());
        let cache = weighed::<u8, u8>(|_| 1);
        let (begins, begun) = oneshot::channel();
        let (release, released) = mpsc::channel::<()>();
        let first = computed.once(&cache, 1, move || {
            begins.send(()).expect("the test waits for it");
            released.recv().expect("the test lets it end");
            Ok::<_, Infallible>(7)
        });
        tokio::select! {
            _ = first => panic!("it cannot end before it is released"),
            started = begun => started.expect("it begins"),
        }
        release.send(()).expect("it still runs");
        let again = computed.once(&cache, 1, || -> Result<u8, Infallible> {
            panic!("it is computed a second time")
        });
        assert_eq!(again.await.map(|value| *value).ok(), Some(7));
    }
}
