//! `miteinander map`

use std::sync::Arc;

use super::args::{Common, LabelsArg, Map, PaperArg, ViewArg};
use super::source::{Subject, subject};
use super::{Failure, Outcome, output};
use crate::analysis::{Scope, Selection};
use crate::domain::Survey;
use crate::map::{self, Labels, MapOptions, Paper, Picture};
use crate::service::Drawing;
use crate::text::{Errors, Lang};

/// Draws a network.
pub async fn run(common: &Common, args: &Map) -> Outcome {
    let lang = common.lang();
    let file = args.output.display().to_string();
    let render = renderer(&file).ok_or_else(|| {
        Failure((Errors::of(lang).unknown_ending)(
            &file,
            ".svg, .png, .pdf, .json",
        ))
    })?;
    let ViewArg::Network = args.view;
    let picture = picture(common, args, lang).await?;
    let content = render(&picture).map_err(|message| Failure(message.say(lang)))?;
    output::write(Some(&args.output), &content, lang)
}

async fn picture(common: &Common, args: &Map, lang: Lang) -> Result<Arc<Picture>, Failure> {
    let labels = match args.labels {
        LabelsArg::All => Labels::All,
        LabelsArg::Fit => Labels::Fit,
        LabelsArg::None => Labels::None,
    };
    let paper = match args.paper {
        PaperArg::A4 => Paper::A4,
        PaperArg::A3 => Paper::A3,
    };
    match subject(common, &args.source).await? {
        Subject::Files(survey) => {
            let options = MapOptions {
                labels,
                lang,
                date: None,
                example: false,
                paper,
            };
            let picture = map::network(&survey, &selection(args, &survey), &options);
            picture
                .map(Arc::new)
                .map_err(|error| Failure(error.say(lang)))
        }
        Subject::District(service, view) => {
            let survey = service.survey(&view).await;
            let failure = |error| Failure::of(&error, lang);
            let date = service.date(&view).await.map_err(failure)?;
            let drawing = Drawing {
                labels,
                lang,
                date,
                paper,
            };
            service
                .picture(&view, &selection(args, &survey), drawing)
                .await
                .map_err(failure)
        }
    }
}

/// The selection of a picture: all departments unless the offices alone are asked for.
fn selection(args: &Map, survey: &Survey) -> Selection {
    let selection = args.selected.of(survey, args.phase.as_deref());
    Selection {
        scope: if args.selected.scope.is_some() {
            selection.scope
        } else {
            Scope::All
        },
        ..selection
    }
}

type Render = fn(&Picture) -> Result<Vec<u8>, map::MapError>;

fn renderer(file: &str) -> Option<Render> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "svg" => Some(|picture| Ok(picture.svg().into_bytes())),
        "png" => Some(Picture::png),
        "pdf" => Some(Picture::pdf),
        "json" => Some(|picture| Ok(picture.geometry().to_json().into_bytes())),
        _ => None,
    }
}
