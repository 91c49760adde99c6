//! `miteinander export`

use chrono::Utc;

use super::args::{Common, Export};
use super::output::{self, Readers};
use super::source::view;
use super::{Failure, Outcome, open};
use crate::domain::{Author, Event};
use crate::exchange::{self, Content, Format};
use crate::store::Scope;
use crate::text::Errors;

/// Writes a district, its template or the empty one to a file.
pub async fn run(common: &Common, args: &Export) -> Outcome {
    let lang = common.lang();
    let file = args.output.display().to_string();
    let format = Format::of_file(&file)
        .ok_or_else(|| Failure::Misused((Errors::of(lang).unknown_ending)(&file, &endings())))?;
    if args.template && !matches!(format, Format::Xlsx) {
        return Err(Failure::Misused((Errors::of(lang).unknown_ending)(
            &file, ".xlsx",
        )));
    }
    output::spare_stores(&args.output, common)?;
    let content = match &args.district {
        Some(district) => {
            let service = open(common).await?;
            let view = view(&service, district, lang).await?;
            let failure = |error| Failure::of(&error, lang);
            let contacts = match args.contacts {
                true => {
                    let kept = service.contacts(&view.version.district).await;
                    let kept = kept.map_err(failure)?;
                    // Before the file: none leaves that is not in the log.
                    let event = Event::ContactsExported {
                        format: format.ending().to_owned(),
                        contacts: kept.len(),
                    };
                    let scope = Scope::District(view.version.district.clone());
                    let signed = (Author::Program, Utc::now());
                    service.log(&scope, signed, event).await.map_err(failure)?;
                    let kept = kept.into_iter();
                    Some(
                        kept.map(|(actor, kept)| (actor, kept.contact.text()))
                            .collect(),
                    )
                }
                false => None,
            };
            let phase = match &args.phase {
                Some(phase) => Some(view.phase(phase).map_err(failure)?),
                None => None,
            };
            let places = match format {
                Format::Json => service.places(&view).await.map_err(failure)?,
                _ => None,
            };
            let content = Content {
                district_id: &view.version.district,
                district: &view.district,
                programme: &view.programme,
                network: &view.network,
                contacts: contacts.as_ref(),
                places: places.as_deref(),
                phase: phase.as_ref(),
                lang,
            };
            match args.template {
                true => exchange::template_of(&content),
                false => exchange::export(&content, format),
            }
        }
        None => exchange::template(lang),
    };
    let content = content.map_err(|error| Failure::Refused(error.say(lang)))?;
    let readers = match args.contacts {
        true => Readers::Owner,
        false => Readers::Usual,
    };
    output::write(Some(&args.output), &content, readers, common)
}

fn endings() -> String {
    let endings = Format::ALL.map(|format| format!(".{}", format.ending()));
    endings.join(", ")
}
