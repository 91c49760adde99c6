//! `miteinander compare`

use super::args::{Common, Compare, FormatArg};
use super::output::{self, Readers};
use super::source::{Subject, subject};
use super::{Failure, Outcome};
use crate::analysis::{self, prose};

/// Says what changed from one phase to another.
pub async fn run(common: &Common, args: &Compare) -> Outcome {
    let lang = common.lang();
    args.selected.note(common);
    let comparison = match subject(common, &args.source, &args.selected, false).await? {
        Subject::Files(survey) => {
            let selection = args.selected.of(&survey, None);
            let comparison = analysis::compare(&survey, &args.from, &args.to, &selection);
            comparison.map_err(|error| Failure::Refused(error.say(lang)))?
        }
        Subject::District(service, seen) => {
            let usual = service.figures(&*seen).await.usual();
            let selection = args.selected.instead(usual, None);
            let comparison = service
                .comparison(&*seen, &args.from, &args.to, &selection)
                .await;
            comparison
                .map_err(|error| Failure::of(&error, lang))?
                .as_ref()
                .clone()
        }
    };
    let content = match args.format {
        FormatArg::Json => comparison.to_json(),
        FormatArg::Text => prose::comparison(&comparison, lang),
    };
    let path = args.output.as_deref();
    output::write(path, content.as_bytes(), Readers::Usual, common)
}
