//! How a file is called that somebody takes along.

use crate::domain::slug;
use crate::service::Seen;
use crate::text::Lang;
use crate::text::pages::Export;

use super::App;
use super::errors::Result;

/// The name of a file to take along: which district, as whom it is seen, and the date of the data.
pub async fn name(app: &App, seen: &Seen, ending: &str, lang: Lang) -> Result<String> {
    let text = Export::of(lang);
    let district = slug(seen.version().version.district.as_str());
    let of = match seen {
        Seen::Working(_) | Seen::Frozen(_) => text.working_file,
        Seen::Leading(_) => text.leading_file,
    };
    Ok(match app.service.date(seen).await? {
        Some(day) => format!("{district}-{of}-{day}.{ending}"),
        None => format!("{district}-{of}.{ending}"),
    })
}
