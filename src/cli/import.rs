//! `miteinander import`

use chrono::Utc;

use super::args::{Common, Import};
use super::output::{self, Readers};
use super::source::{columns, read, refused, view};
use super::{Failure, Outcome, open};
use crate::domain::Author;
use crate::exchange::{IMPORT_MEGABYTES, ImportOptions, Plan};
use crate::service::{Entry, ImportError, Preview};
use crate::store::{Cause, Request};
use crate::text::pages::Correct;
use crate::text::warnings::{self, Mood};
use crate::text::{Lang, cli as text};

/// Takes files over into a district, or shows what that would change.
pub async fn run(common: &Common, args: Import) -> Outcome {
    let lang = common.lang();
    let columns = columns(&args.columns, lang)?;
    let inputs = read(&args.inputs, IMPORT_MEGABYTES, lang)?;
    let service = open(common).await?;
    let view = view(&service, &args.district, lang).await?;
    let options = ImportOptions {
        phase: args.phase,
        replace: args.replace,
        columns,
        renamed: args.renamed,
        corrections: Vec::new(),
    };
    let preview: Preview =
        service
            .preview(view, inputs, options)
            .await
            .map_err(|error| match error {
                ImportError::Faults(faults) => refused(&faults, lang),
                ImportError::Service(error) => Failure::of(&error, lang),
            })?;
    let mut answer = match common.quiet {
        true => String::new(),
        false => announced(&preview, args.dry_run, lang),
    };
    // What was judged is not needed to write it; of a large file it is as large again.
    let Preview {
        plan,
        view,
        contacts,
        places,
        ..
    } = preview;
    let district = view.version.district.clone();
    drop(view);
    let count = plan.len();
    if !args.dry_run && count > 0 {
        let entry = Entry {
            district: district.clone(),
            programme: plan.programme,
            network: plan.network,
            contacts,
            by: Author::Program,
            cause: Cause::Import,
            at: Utc::now(),
            request: Request::once(),
        };
        service
            .enter(entry)
            .await
            .map_err(|error| Failure::of(&error, lang))?;
    }
    if let Some(places) = places.filter(|_| !args.dry_run) {
        let brought = service.bring_places(&district, places).await;
        brought.map_err(|error| Failure::of(&error, lang))?;
    }
    service.close().await;
    answer.push_str(&text::changes(count, lang));
    answer.push('\n');
    output::write(None, answer.as_bytes(), Readers::Usual, common)
}

/// What a reader is told before the count, the notices at once on standard error.
fn announced(preview: &Preview, dry_run: bool, lang: Lang) -> String {
    let mood = match dry_run {
        true => Mood::Would,
        false => Mood::Done,
    };
    for notice in &preview.plan.notices {
        output::tell(&notice.say(lang));
    }
    for said in names(preview, lang) {
        output::tell(&said);
    }
    warned(&preview.plan, mood, lang) + &told(preview, lang)
}

/// Names that may be those of known records, and what to do about them.
fn names(preview: &Preview, lang: Lang) -> Vec<String> {
    let text = Correct::of(lang);
    let Plan { renames, twins, .. } = &preview.plan;
    let renames = renames.iter().map(|rename| {
        let names = (rename.from.as_str(), rename.to.as_str());
        (text.rename_option)(names.0, names.1, rename.department.as_str())
    });
    let twins = twins.iter().map(|twin| {
        let department = twin.department.as_ref().map(|name| name.as_str());
        let said = (text.twin)(twin.noun, &twin.name, &twin.known, department);
        format!("{}: {said}", (text.twins_title)(1))
    });
    renames.chain(twins).collect()
}

/// Every change, name by name, under what happens to which kind of record.
fn told(preview: &Preview, lang: Lang) -> String {
    let mut lines = Vec::new();
    for group in preview.told(lang) {
        lines.push(group.title);
        lines.extend(group.lines.into_iter().map(|line| format!("  {line}")));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// What asks for a second look before all else: what goes, what all districts get, contacts by their number alone.
fn warned(plan: &Plan, mood: Mood, lang: Lang) -> String {
    let mut lines = Vec::new();
    if plan.removed() > 0 {
        lines.push(warnings::removed(plan.removed(), mood, lang));
    }
    let phases: Vec<&str> = plan.new_phases().collect();
    if !phases.is_empty() {
        lines.push(warnings::phases(&phases, mood, lang));
    }
    if !plan.contacts.is_empty() {
        lines.push(warnings::contacts(plan.contact_counts.all(), mood, lang));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}
