//! What figures and maps are made from: files, or a district of the store.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{AudienceArg, Common, ScopeArg, Selected, Source};
use super::{Failure, open, output};
use crate::analysis::{Inclusion, Selection};
use crate::domain::{Audience, DistrictId, Survey};
use crate::exchange::{
    ANALYSIS_MEGABYTES, BadColumn, Columns, Fault, Faults, Input, Place, Problem, Reading,
    column_keys, read_survey,
};
use crate::service::{Seen, Service, Snapshot};
use crate::text::cli::no_bodies_for_leaders;
use crate::text::faults::Shapes;
use crate::text::{Errors, Lang};

/// A network to look at, and where it came from.
pub enum Subject {
    /// Plain files.
    Files(Arc<Survey>),
    /// A district, as whoever asks sees it.
    District(Arc<Service>, Box<Seen>),
}

/// Reads the files, or opens the store and goes through its gate.
pub async fn subject(
    common: &Common,
    source: &Source,
    selected: &Selected,
    offers: bool,
) -> Result<Subject, Failure> {
    let (lang, audience) = (common.lang(), selected.audience);
    let Some(district) = &source.district else {
        let reading = Reading {
            columns: columns(&source.columns, lang)?,
            department: selected.department.clone(),
            offers,
        };
        let inputs = read(&source.inputs, ANALYSIS_MEGABYTES, lang)?;
        let read = read_survey(&inputs, &reading).map_err(|faults| refused(&faults, lang))?;
        let notices = read.notices.iter().filter(|_| !common.quiet);
        notices.for_each(|notice| output::tell(&notice.say(lang)));
        return Ok(Subject::Files(Arc::new(read.survey)));
    };
    let service = open(common).await?;
    let id = known(&service, district, lang).await?;
    let seen = service.stands_for(audience.into(), &id).await;
    let seen = seen.map_err(|error| Failure::of(&error, lang))?;
    Ok(Subject::District(service, Box::new(seen)))
}

/// The columns that were named.
pub fn columns(typed: &[String], lang: Lang) -> Result<Columns, Failure> {
    let mut columns = Columns::default();
    for text in typed {
        columns.parse(text).map_err(|bad| {
            let say = Shapes::of(lang);
            Failure::Misused(match bad {
                BadColumn::Form(typed) => (say.bad_form)(&typed),
                BadColumn::Key(key) => (say.bad_key)(&key, &column_keys()),
            })
        })?;
    }
    Ok(columns)
}

/// What is wrong in files; where a table is not known, how its columns can be named.
pub fn refused(faults: &Faults, lang: Lang) -> Failure {
    let mut said = faults.say(lang);
    let is_of_columns = |fault: &Fault| {
        let problem = &fault.problem;
        matches!(
            problem,
            Problem::UnknownTable(_) | Problem::ColumnMissing(_)
        )
    };
    if faults.list.iter().any(is_of_columns) {
        said.push('\n');
        said.push_str(Shapes::of(lang).option);
    }
    Failure::Refused(said)
}

/// The district with this id as it stands.
pub async fn view(service: &Service, district: &str, lang: Lang) -> Result<Snapshot, Failure> {
    let id = known(service, district, lang).await?;
    let view = service.view(&id).await;
    view.map_err(|error| Failure::of(&error, lang))
}

/// The id of a district that there is.
async fn known(service: &Service, district: &str, lang: Lang) -> Result<DistrictId, Failure> {
    let known = service
        .programme()
        .await
        .map_err(|error| Failure::of(&error, lang))?
        .value;
    let id = DistrictId::parse(district)
        .ok()
        .filter(|id| known.districts.contains_key(id));
    id.ok_or_else(|| {
        let known: Vec<String> = known
            .districts_in_order()
            .iter()
            .map(|(id, _)| id.to_string())
            .collect();
        Failure::Refused((Errors::of(lang).no_such_district)(district, &known))
    })
}

/// Reads files whole, of which so many megabytes may be read; pictures in workbooks make them larger than that.
pub fn read(paths: &[PathBuf], megabytes: u64, lang: Lang) -> Result<Vec<Input>, Failure> {
    let mut room = ANALYSIS_MEGABYTES.max(megabytes) * 1_000_000;
    paths
        .iter()
        .map(|path| {
            let input = read_one(path, room, lang)?;
            room = room
                .checked_sub(input.bytes.len() as u64)
                .ok_or_else(|| too_large(&input.name, megabytes, lang))?;
            Ok(input)
        })
        .collect()
}

/// Reads a file, but not more than a byte past the room there is. Devices and pipes are left alone: reading them might
/// never end.
fn read_one(path: &Path, room: u64, lang: Lang) -> Result<Input, Failure> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let say = Errors::of(lang);
    let shown = path.display().to_string();
    let failed = |error: io::Error| Failure::Refused((say.cannot_read_file)(&shown, error.kind()));
    let about = fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    if !about.is_file() {
        return Err(Failure::Refused((say.not_a_plain_file)(&shown)));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(room + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(Input { name, bytes })
}

fn too_large(name: &str, megabytes: u64, lang: Lang) -> Failure {
    let place = Place {
        source: name.to_owned(),
        ..Place::default()
    };
    let problem = Problem::TooLarge(megabytes);
    Failure::Refused(Fault { place, problem }.say(lang))
}

impl Selected {
    /// Says what was asked for and does not hold for who reads the answer.
    pub fn note(&self, common: &Common) {
        if self.bodies && matches!(self.audience, AudienceArg::Leadership) && !common.quiet {
            output::tell(no_bodies_for_leaders(common.lang()));
        }
    }

    /// The selection of files.
    pub fn of(&self, survey: &Survey, phase: Option<&str>) -> Selection {
        self.instead(Selection::usual(survey, self.audience.into()), phase)
    }

    /// The usual selection, overridden by what was typed.
    pub fn instead(&self, usual: Selection, phase: Option<&str>) -> Selection {
        let mut selection = usual;
        if let Some(department) = &self.department {
            selection.department.clone_from(department);
        }
        if let Some(scope) = self.scope {
            selection.scope = match scope {
                ScopeArg::Offices => Inclusion::Offices,
                ScopeArg::All => Inclusion::All,
            };
        }
        if let Some(strength) = self.min_strength {
            selection.min_strength = strength;
        }
        selection.bodies = self.bodies;
        selection.kinds.clone_from(&self.kinds);
        selection.phase = phase.map(str::to_owned);
        selection.directed = self.directed;
        selection
    }
}

impl From<AudienceArg> for Audience {
    fn from(arg: AudienceArg) -> Self {
        match arg {
            AudienceArg::Working => Self::Working,
            AudienceArg::Leadership => Self::Leadership,
        }
    }
}
