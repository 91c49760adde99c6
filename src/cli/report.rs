//! `miteinander report`

use super::args::{AudienceArg, Common, FormatArg, Report};
use super::output::{self, Readers};
use super::progress::{Line, PERMUTING};
use super::source::{Subject, subject};
use super::{Failure, Outcome};
use crate::analysis::{Options, ReportError, prose};
use crate::service::Figures;
use crate::text::cli as text;

/// More permutations tell no small probability better, and the list of them takes memory.
const MOST: u32 = 10_000_000;

/// Says how siloed a network is.
pub async fn run(common: &Common, args: &Report) -> Outcome {
    let lang = common.lang();
    if args.permutations > MOST {
        return Err(Failure::Misused(text::too_many_permutations(MOST, lang)));
    }
    args.selected.note(common);
    if args.actors && matches!(args.selected.audience, AudienceArg::Leadership) && !common.quiet {
        output::tell(text::no_actors_for_leaders(lang));
    }
    let options = Options {
        permutations: args.permutations,
        seed: args.seed,
        actors: args.actors,
        exact_betweenness: args.exact_betweenness,
        structure: true,
    };
    let figures = match subject(common, &args.source, &args.selected, false).await? {
        Subject::Files(survey) => Figures::of_files(survey, args.selected.audience.into()),
        Subject::District(service, seen) => service.figures(&*seen).await,
    };
    let phase = args.phase.as_deref();
    let selection = args.selected.instead(figures.usual(), phase);
    let line = Line::new(common.quiet, PERMUTING, lang);
    let report = figures.report(&selection, &options, &line);
    let report = report.map_err(|error| {
        Failure::Refused(match error {
            ReportError::Selection(error) => error.say(lang),
            ReportError::Stopped(_) => {
                let done = line.permuted(args.permutations);
                text::stopped_permuting(PERMUTING, [done, args.permutations], lang)
            }
        })
    })?;
    // The line is wiped out before anything is written.
    drop(line);
    let content = match args.format {
        FormatArg::Json => report.to_json(lang),
        FormatArg::Text => prose::report(&report, lang),
    };
    let path = args.output.as_deref();
    output::write(path, content.as_bytes(), Readers::Usual, common)
}
