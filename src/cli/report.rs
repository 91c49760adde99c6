//! `miteinander report`

use super::args::{AudienceArg, Common, FormatArg, Report};
use super::output::{self, Readers};
use super::progress::Line;
use super::source::{Subject, subject};
use super::{Failure, Outcome};
use crate::analysis::{self, Options, prose};
use crate::text::cli::no_actors_for_leaders;

/// Says how siloed a network is.
pub async fn run(common: &Common, args: &Report) -> Outcome {
    let lang = common.lang();
    args.selected.note(common);
    if args.actors && matches!(args.selected.audience, AudienceArg::Leadership) && !common.quiet {
        output::tell(no_actors_for_leaders(lang));
    }
    let options = Options {
        permutations: args.permutations,
        seed: args.seed,
        actors: args.actors,
        exact_betweenness: args.exact_betweenness,
    };
    let report = match subject(common, &args.source).await? {
        Subject::Files(survey) => {
            let selection = args.selected.of(&survey, args.phase.as_deref());
            let line = Line::new(common.quiet, lang);
            let report = analysis::report_watched(&survey, &selection, &options, &line);
            report.map_err(|error| Failure::Refused(error.say(lang)))?
        }
        Subject::District(service, view) => {
            let survey = service.survey(&view).await;
            let selection = args.selected.of(&survey, args.phase.as_deref());
            let report = service.report(&view, &selection, options).await;
            report
                .map_err(|error| Failure::of(&error, lang))?
                .as_ref()
                .clone()
        }
    };
    let content = match args.format {
        FormatArg::Json => report.in_language(lang).to_json(),
        FormatArg::Text => prose::report(&report, lang),
    };
    let path = args.output.as_deref();
    output::write(path, content.as_bytes(), Readers::Usual, common)
}
