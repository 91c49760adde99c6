//! Figures and pictures, each computed once per state and selection; concurrent requests wait for the one.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use moka::future::Cache;

use super::kept::Kept;
use super::look::{Look, SeenVersion};
use super::weight::survey_weight;
use super::work::{Desk, Work};
use super::{Result, Service, Snapshot, Version};
use crate::analysis::{self, Comparison, Options, ReportError, Selection, SiloReport};
use crate::domain::{MapPlaces, PhaseId, Stop, Survey};
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

impl Drawing {
    /// As pages show a picture, with the date of the data.
    pub fn on_screen(lang: Lang, date: Option<NaiveDate>) -> Self {
        Self {
            labels: Labels::Fit,
            lang,
            date,
            paper: Paper::A4,
        }
    }

    fn options(self, look: Look<'_>) -> MapOptions {
        MapOptions {
            labels: self.labels,
            lang: self.lang,
            date: self.date,
            example: look.record().example,
            paper: self.paper,
        }
    }
}

/// As what a picture is written that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Image {
    /// Pixels.
    Png,
    /// A page.
    Pdf,
}

/// Which phases are compared, and how.
type Phases = (SeenVersion, String, String, String);

/// What a picture is of, and how it is drawn.
type Drawn = (SeenVersion, map::View, String, Drawing);

/// What was computed from which state.
pub(super) struct Computed {
    desk: Arc<Desk>,
    surveys: Cache<Version, Arc<Survey>>,
    reports: Arc<Kept<(SeenVersion, String, Options), SiloReport, ReportError>>,
    comparisons: Arc<Kept<Phases, Comparison, ReportError>>,
    pictures: Arc<Kept<(SeenVersion, String, Drawing), Picture, MapError>>,
    sheets: Arc<Kept<Drawn, Sheet, MapError>>,
    images: Arc<Kept<(Drawn, Image), Vec<u8>, MapError>>,
    pockets: Arc<Kept<(SeenVersion, String, Lang), String, MapError>>,
}

/// How much memory the surveys may take, in bytes.
const ROOM: u64 = 32 << 20;

fn report_weight(report: &SiloReport) -> usize {
    let pairs = report.department_pairs.as_ref().map_or(0, Vec::len);
    2_000 + 400 * (report.department_figures.len() + pairs)
}

fn comparison_weight(comparison: &Comparison) -> usize {
    let pairs = comparison.department_pairs.as_ref().map_or(0, Vec::len);
    2_000 + 100 * pairs
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
        Self::at(Desk::new())
    }

    fn at(desk: Desk) -> Self {
        let weigh = |_: &Version, survey: &Arc<Survey>| {
            u32::try_from(survey_weight(survey)).unwrap_or(u32::MAX)
        };
        Self {
            desk: Arc::new(desk),
            surveys: Cache::builder().weigher(weigh).max_capacity(ROOM).build(),
            reports: Kept::weighed(report_weight),
            comparisons: Kept::weighed(comparison_weight),
            pictures: Kept::weighed(picture_weight),
            sheets: Kept::weighed(sheet_weight),
            images: Kept::weighed(Vec::len),
            pockets: Kept::weighed(String::len),
        }
    }
}

/// The survey with the places of its map.
fn with_places<'a>(survey: &'a Survey, places: Option<&MapPlaces>) -> Cow<'a, Survey> {
    match places {
        None => Cow::Borrowed(survey),
        Some(places) => Cow::Owned(Survey {
            map_places: Some(places.clone()),
            ..survey.clone()
        }),
    }
}

/// Whose turn it is: what a page shows to everybody comes before what a single reader chose.
fn kind(survey: &Survey, selection: &Selection) -> Work {
    let usual = Selection {
        phase: selection.phase.clone(),
        scope: selection.scope,
        ..Selection::usual(survey, selection.audience)
    };
    match *selection == usual {
        true => Work::Page,
        false => Work::Choice,
    }
}

impl Service {
    /// Does work that takes a core when it is its turn; it is told to stop when nobody waits for it any more.
    pub async fn run<T: Send + 'static>(
        &self,
        work: Work,
        compute: impl FnOnce(&Stop) -> T + Send + 'static,
    ) -> Result<T> {
        Ok(self.computed.desk.run(work, compute).await?)
    }

    /// Lets everything take as long as it does: for a command, which whoever waits for it can end.
    pub fn patient(self) -> Self {
        self.computed.desk.be_patient();
        self
    }

    /// Ends all computations under way and begins none any more: the program is about to end. Writes go on.
    pub fn stop_computing(&self) {
        self.computed.desk.close();
    }

    /// The district as a survey, the input of all figures.
    pub async fn survey(&self, view: &Snapshot) -> Arc<Survey> {
        let of = view.clone();
        let build = async {
            let build = move || Arc::new(of.network.survey(&of.district, &of.programme));
            // Made in milliseconds from what is in memory: it waits for no turn.
            let built = tokio::task::spawn_blocking(build).await;
            built.unwrap_or_else(|died| std::panic::resume_unwind(died.into_panic()))
        };
        let version = view.version.clone();
        self.computed.surveys.get_with(version, build).await
    }

    /// The selection that is shown unless something else is asked for: in a phase, as whoever sees it gets it.
    pub async fn usual(&self, seen: impl Into<Look<'_>>, phase: &PhaseId) -> Selection {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        Selection {
            phase: Some(phase.to_string()),
            ..Selection::usual(&survey, look.version().audience)
        }
    }

    /// The silo report of a selection.
    pub async fn report(
        &self,
        seen: impl Into<Look<'_>>,
        selection: &Selection,
        options: Options,
    ) -> Result<Arc<SiloReport>> {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        let (version, selection) = (look.version(), look.figures(&survey, selection)?);
        let key = (version, selection.key(), options);
        let kind = kind(&survey, &selection);
        let work = move |stop: &Stop| analysis::report_watched(&survey, &selection, &options, stop);
        let Computed { desk, reports, .. } = &*self.computed;
        Ok(reports.once(desk, kind, key, work).await?)
    }

    /// What changed from one phase to another.
    pub async fn comparison(
        &self,
        seen: impl Into<Look<'_>>,
        from: &str,
        to: &str,
        selection: &Selection,
    ) -> Result<Arc<Comparison>> {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        let (version, selection) = (look.version(), look.figures(&survey, selection)?);
        let (from, to) = (from.to_owned(), to.to_owned());
        let key = (version, from.clone(), to.clone(), selection.key());
        let kind = kind(&survey, &selection);
        let work = move |stop: &Stop| {
            stop.check()?;
            Ok(analysis::compare(&survey, &from, &to, &selection)?)
        };
        let Computed {
            desk, comparisons, ..
        } = &*self.computed;
        Ok(comparisons.once(desk, kind, key, work).await?)
    }

    /// The map of a selection.
    pub async fn picture(
        &self,
        seen: impl Into<Look<'_>>,
        selection: &Selection,
        drawing: Drawing,
    ) -> Result<Arc<Picture>> {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        let selection = look.selection(selection)?;
        // The sentence is that of the page: about the offices, however much the picture shows.
        let headline = selection.of_headline(&survey);
        let report = self.report(look, &headline, Options::shown()).await?;
        let key = (look.version(), selection.key(), drawing);
        let kind = kind(&survey, &selection);
        let places = self.placed(look).await?;
        let options = drawing.options(look);
        let work = move |stop: &Stop| {
            let survey = with_places(&survey, places.as_deref());
            let from = Materials {
                survey: &survey,
                report: Some(&report),
            };
            map::picture(&from, &selection, &options, stop)
        };
        let Computed { desk, pictures, .. } = &*self.computed;
        Ok(pictures.once(desk, kind, key, work).await?)
    }

    /// The network of a selection for a narrow screen.
    pub async fn pocket(
        &self,
        seen: impl Into<Look<'_>>,
        selection: &Selection,
        lang: Lang,
    ) -> Result<Arc<String>> {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        let selection = look.selection(selection)?;
        let key = (look.version(), selection.key(), lang);
        let kind = kind(&survey, &selection);
        let headline = selection.of_headline(&survey);
        let report = self.report(look, &headline, Options::shown()).await?;
        let places = self.placed(look).await?;
        let work = move |stop: &Stop| {
            stop.check()?;
            let survey = with_places(&survey, places.as_deref());
            let from = Materials {
                survey: &survey,
                report: Some(&report),
            };
            map::pocket(&from, &selection, lang, stop)
        };
        let Computed { desk, pockets, .. } = &*self.computed;
        Ok(pockets.once(desk, kind, key, work).await?)
    }

    /// A view of a selection, drawn whole.
    pub async fn sheet(
        &self,
        seen: impl Into<Look<'_>>,
        wanted: &map::View,
        selection: &Selection,
        drawing: Drawing,
    ) -> Result<Arc<Sheet>> {
        let look = seen.into();
        let survey = self.surveyed(look).await;
        let selection = look.selection(selection)?;
        let report = match wanted {
            map::View::Network | map::View::Matrix => {
                let figures = wanted.figures(&survey, &selection);
                Some(self.report(look, &figures, Options::shown()).await?)
            }
            map::View::Change { .. }
            | map::View::Offer(_)
            | map::View::Chain
            | map::View::Actor(_) => None,
        };
        let key = (look.version(), wanted.clone(), selection.key(), drawing);
        let kind = match wanted {
            map::View::Offer(_) | map::View::Actor(_) => Work::Choice,
            _ => kind(&survey, &selection),
        };
        let places = match wanted {
            map::View::Network | map::View::Change { .. } => self.placed(look).await?,
            map::View::Matrix | map::View::Offer(_) | map::View::Chain | map::View::Actor(_) => {
                None
            }
        };
        let wanted = wanted.clone();
        let options = drawing.options(look);
        let work = move |stop: &Stop| {
            let survey = with_places(&survey, places.as_deref());
            let from = Materials {
                survey: &survey,
                report: report.as_deref(),
            };
            map::sheet_watched(&from, &wanted, &selection, &options, stop)
        };
        let Computed { desk, sheets, .. } = &*self.computed;
        Ok(sheets.once(desk, kind, key, work).await?)
    }

    /// A view of a selection as an image, drawn once and kept as the bytes that it is sent as.
    ///
    /// Drawing a sheet cannot be stopped inside; its size on paper bounds how long it takes.
    pub async fn image(
        &self,
        seen: impl Into<Look<'_>>,
        wanted: &map::View,
        selection: &Selection,
        drawing: Drawing,
        image: Image,
    ) -> Result<Arc<Vec<u8>>> {
        let look = seen.into();
        let sheet = self.sheet(look, wanted, selection, drawing).await?;
        let drawn = (
            look.version(),
            wanted.clone(),
            look.selection(selection)?.key(),
            drawing,
        );
        let work = move |stop: &Stop| {
            stop.check()?;
            match image {
                Image::Png => sheet.png(),
                Image::Pdf => sheet.pdf(),
            }
        };
        let Computed { desk, images, .. } = &*self.computed;
        Ok(images.once(desk, Work::File, (drawn, image), work).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Selection, Survey, Work, kind};
    use crate::analysis::Inclusion;

    #[test]
    fn what_a_reader_chose_waits_apart_from_what_pages_show_to_everybody() {
        let survey = Survey::default();
        let shown = Selection {
            phase: Some("2".to_owned()),
            scope: Inclusion::All,
            ..Selection::working(&survey)
        };
        assert_eq!(kind(&survey, &shown), Work::Page);
        let chosen = Selection {
            min_strength: 4.0,
            ..shown.clone()
        };
        assert_eq!(kind(&survey, &chosen), Work::Choice);
    }
}
