//! The head of the page: of what it is, what is to be said first, and the sentence on the whole.

use svg::node::element::Group;

use super::content::Content;
use super::words::set;
use crate::analysis::{Selection, SiloReport, headline, nothing};
use crate::domain::Survey;
use crate::map::network::scene::Counts;
use crate::map::options::MapOptions;
use crate::map::paper::font::{Weight, fitted, greedy, width};
use crate::map::paper::heading::{badges, marks, phase};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, MARGIN, SOFT, WIDTH};
use crate::text::Lang;
use crate::text::map::texts;

/// The font sizes of the title, with the lines in which it may stand.
const TITLES: [(f64, usize); 4] = [(26.0, 1), (21.0, 2), (18.0, 2), (16.0, 3)];

/// The font sizes of the sentence that are tried for one line, then for two.
const SENTENCES: [f64; 3] = [13.0, 12.5, 12.0];

/// Where the title begins and the sentence under it, and where the head ends.
const TITLE: f64 = MARGIN + 20.0;
const SENTENCE: f64 = MARGIN + 58.0;
const UNDER_TWO_LINES: f64 = MARGIN + 76.0;
pub const BOTTOM: f64 = MARGIN + 110.0;

/// The words of a head.
#[derive(Debug, Clone)]
pub struct Head {
    /// What is to be said first.
    pub title: String,
    /// District and phase, how much is shown and answered.
    pub facts: String,
    /// The sentence on the whole.
    pub sentence: String,
    marks: Vec<(&'static str, &'static str)>,
}

impl Head {
    /// The head of a picture.
    pub fn of(
        survey: &Survey,
        selection: &Selection,
        (content, counts): (&Content, &Counts),
        report: &SiloReport,
        options: &MapOptions,
    ) -> Self {
        let texts = texts(options.lang);
        let phase = phase(survey, selection, texts);
        let date = options.date.map(texts.as_of);
        let count = (texts.count_of_offices)(content.present().count());
        let strength = (texts.from_strength)(&selection.min_strength.to_string());
        let answered = counts.asked;
        let answered = answered.map(|(asked, answered)| (texts.answered_shown)(answered, asked));
        let of = [
            Some(survey.title.clone()),
            phase,
            date,
            Some(count),
            Some(strength),
            answered,
        ];
        let title = strongest(content, report, options.lang);
        let words = (title, headline(report).sentence(options.lang));
        Self::saying(survey, of, words, options)
    }

    /// The head with these facts, this title and sentence.
    pub fn saying(
        survey: &Survey,
        facts: [Option<String>; 6],
        (title, sentence): (String, String),
        options: &MapOptions,
    ) -> Self {
        let facts = facts.into_iter().flatten();
        let facts = facts.filter(|part| !part.is_empty());
        Self {
            facts: facts.collect::<Vec<_>>().join(" · "),
            title,
            sentence,
            marks: marks(survey, false, options.example, texts(options.lang)),
        }
    }

    /// The title in the largest size in which it has room: its font size, and how many lines it may have.
    fn title_size(&self) -> (f64, usize) {
        let lines = |size: f64| greedy(&self.title, Weight::Bold, size, WIDE).len();
        let fits = TITLES.iter().find(|(size, most)| lines(*size) <= *most);
        *fits.unwrap_or(&TITLES[TITLES.len() - 1])
    }

    /// The title as it is drawn.
    pub fn title(&self) -> Group {
        let (size, most) = self.title_size();
        let title = set(
            &self.title,
            (MARGIN, TITLE),
            (WIDE, most),
            size,
            Weight::Bold,
        );
        Group::new()
            .set("id", "heading")
            .set("fill", INK)
            .add(title.drawn)
    }

    /// All the rest of it as it is drawn: what it is of over the title, the sentence under it.
    pub fn facts(&self) -> Group {
        let badges = badges(&self.marks);
        let end = badges
            .last()
            .map_or(WIDE, |badge| badge.label.x - MARGIN - 10.0);
        let size = fitted(&self.facts, Weight::Bold, 12.5, end);
        let facts = set(&self.facts, (MARGIN, MARGIN), (end, 1), size, Weight::Bold);
        let (_, lines) = self.title_size();
        let under = if lines > 1 { UNDER_TWO_LINES } else { SENTENCE };
        let fits = |size: &&f64| width(&self.sentence, Weight::Regular, **size) <= WIDE;
        let in_two = |size: &&f64| greedy(&self.sentence, Weight::Regular, **size, WIDE).len() <= 2;
        let smallest = &SENTENCES[SENTENCES.len() - 1];
        let size = SENTENCES.iter().find(fits);
        let size = size.or_else(|| SENTENCES.iter().find(in_two));
        let size = size.unwrap_or(smallest);
        let sentence = set(
            &self.sentence,
            (MARGIN, under),
            (WIDE, 2),
            *size,
            Weight::Regular,
        );
        Group::new()
            .set("id", "facts")
            .set("fill", INK)
            .add(facts.drawn.with("fill", SOFT))
            .add(sentence.drawn)
            .all(badges.iter().flat_map(|badge| badge.draw()))
    }
}

/// What is to be said first: the strongest finding.
pub fn strongest(content: &Content, report: &SiloReport, lang: Lang) -> String {
    let first = content.findings.first();
    match (content.present().count(), first) {
        (0, _) => texts(lang).empty.trim_end_matches('.').to_owned(),
        (_, Some(finding)) => finding.headline(lang),
        (_, None) => nothing(report, lang).to_owned(),
    }
}

/// How wide the head is.
const WIDE: f64 = WIDTH - 2.0 * MARGIN;
