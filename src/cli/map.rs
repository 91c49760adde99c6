//! `miteinander map`

use std::sync::Arc;

use uuid::Uuid;

use super::args::{Common, LabelsArg, Map, PaperArg, Selected, ViewArg};
use super::output::{self, Readers};
use super::source::{Subject, subject};
use super::{Failure, Outcome};
use crate::analysis::{Inclusion, Selection};
use crate::domain::DistrictId;
use crate::map::{self, Labels, MapOptions, Materials, Paper, Sheet, View};
use crate::service::{self, Drawing, Seen, Service};
use crate::store::Mark;
use crate::text::views::ViewFaults;
use crate::text::{Errors, Lang};

/// Draws a map.
pub async fn run(common: &Common, args: &Map) -> Outcome {
    let lang = common.lang();
    let file = args.output.display().to_string();
    let render = renderer(&file).ok_or_else(|| {
        Failure::Misused((Errors::of(lang).unknown_ending)(
            &file,
            ".svg, .png, .pdf, .json",
        ))
    })?;
    args.selected.note(common);
    output::spare_stores(&args.output, common)?;
    let sheet = sheet(common, args, lang).await?;
    let content = render(&sheet).map_err(|message| Failure::Refused(message.say(lang)))?;
    if !common.quiet {
        let image = [".png", ".pdf"];
        let image = image
            .iter()
            .any(|ending| file.to_ascii_lowercase().ends_with(ending));
        for note in sheet.notes(image) {
            output::tell(&note);
        }
    }
    output::write(Some(&args.output), &content, Readers::Usual, common)
}

async fn sheet(common: &Common, args: &Map, lang: Lang) -> Result<Arc<Sheet>, Failure> {
    let labels = match args.labels {
        LabelsArg::All => Labels::All,
        LabelsArg::Fit => Labels::Fit,
        LabelsArg::None => Labels::None,
    };
    let paper = match args.paper {
        PaperArg::A4 => Paper::A4,
        PaperArg::A3 => Paper::A3,
    };
    let wanted = wanted(args);
    let offers = match wanted {
        View::Chain | View::Offer(_) => true,
        View::Network | View::Matrix | View::Change { .. } | View::Actor(_) => false,
    };
    match subject(common, &args.source, &args.selected, offers).await? {
        Subject::Files(mut survey) => {
            if let Some(title) = &args.title {
                Arc::make_mut(&mut survey).title.clone_from(title);
            }
            let options = MapOptions {
                labels,
                lang,
                date: None,
                example: false,
                paper,
            };
            let from = Materials {
                survey: &survey,
                report: None,
            };
            let usual = args.selected.of(&survey, args.phase.as_deref());
            let selection = selection(args, usual, &wanted);
            let sheet = map::sheet(&from, &wanted, &selection, &options);
            sheet
                .map(Arc::new)
                .map_err(|error| Failure::Refused(error.say(lang)))
        }
        Subject::District(service, mut seen) => {
            if args.fresh {
                let district = seen.version().version.district;
                *seen = afresh(&service, &args.selected, &district)
                    .await
                    .map_err(|error| Failure::of(&error, lang))?;
            }
            let usual = service.figures(&*seen).await.usual();
            let usual = args.selected.instead(usual, args.phase.as_deref());
            let failure = |error| Failure::of(&error, lang);
            let date = service.date(&*seen).await.map_err(failure)?;
            let drawing = Drawing {
                labels,
                lang,
                date,
                paper,
            };
            service
                .sheet(&*seen, &wanted, &selection(args, usual, &wanted), drawing)
                .await
                .map_err(failure)
        }
    }
}

/// Lays a district's map out afresh; the district as it then stands.
async fn afresh(
    service: &Service,
    selected: &Selected,
    district: &DistrictId,
) -> service::Result<Seen> {
    let standing = service.view(district).await?;
    let mark = Mark(Uuid::new_v4());
    service.arrange_afresh(&standing, mark).await?;
    service.stands_for(selected.audience.into(), district).await
}

/// What does not go together on the command line.
pub fn misuse(args: &Map, lang: Lang) -> Option<String> {
    let say = ViewFaults::of(lang);
    let phases = [&args.from, &args.to].map(|phase| phase.is_some());
    match args.view {
        ViewArg::Change if phases != [true, true] || args.phase.is_some() => {
            Some(say.needs_phases.to_owned())
        }
        ViewArg::Offer if args.offer.is_none() => Some(say.needs_offer.to_owned()),
        view if view != ViewArg::Change && phases != [false, false] => {
            let option = if phases[0] { "--from" } else { "--to" };
            Some((say.of_another_view)(option, "change"))
        }
        view if view != ViewArg::Offer && args.offer.is_some() => {
            Some((say.of_another_view)("--offer", "offer"))
        }
        _ => None,
    }
}

fn wanted(args: &Map) -> View {
    match args.view {
        ViewArg::Network => View::Network,
        ViewArg::Matrix => View::Matrix,
        ViewArg::Change => View::Change {
            from: args.from.clone().unwrap_or_default(),
            to: args.to.clone().unwrap_or_default(),
        },
        ViewArg::Offer => View::Offer(args.offer.clone().unwrap_or_default()),
        ViewArg::Chain => View::Chain,
    }
}

/// The selection of a picture: all departments unless the offices alone are asked for; of the matrix those that the
/// figures are about.
fn selection(args: &Map, usual: Selection, wanted: &View) -> Selection {
    Selection {
        scope: if args.selected.scope.is_some() || *wanted == View::Matrix {
            usual.scope
        } else {
            Inclusion::All
        },
        ..usual
    }
}

type Render = fn(&Sheet) -> Result<Vec<u8>, map::MapError>;

fn renderer(file: &str) -> Option<Render> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "svg" => Some(|sheet| Ok(sheet.svg().as_bytes().to_vec())),
        "png" => Some(Sheet::png),
        "pdf" => Some(Sheet::pdf),
        "json" => Some(|sheet| Ok(sheet.json().as_bytes().to_vec())),
        _ => None,
    }
}
