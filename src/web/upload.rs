//! Files between their preview and their take-over: kept for half an hour, in memory, within a bound.
//!
//! Nothing that matters lives only here. Where an upload is gone, by time, by lack of room or by a restart, the reader
//! is told so and uploads the file again.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use moka::future::Cache;
use uuid::Uuid;

use crate::domain::DistrictId;
use crate::exchange::{ImportOptions, Input};

use super::errors::{Error, Result};

/// How many bytes of files are read.
pub const LIMIT: usize = 20 << 20;

/// How many bytes are let in, so that a browser with too large a file hears why instead of a broken line.
pub const DRAINED: usize = 200 << 20;

/// How many bytes of uploads are kept at the same time.
const ROOM: u64 = 160 << 20;

/// How many bytes a file takes besides its name and its content.
const CRUMB: usize = 100;

/// How long an upload is kept.
const KEPT: Duration = Duration::from_secs(30 * 60);

/// Files that somebody wants to take over.
#[derive(Debug)]
pub struct Upload {
    /// The district they are for.
    pub district: DistrictId,
    /// The files.
    pub inputs: Arc<Vec<Input>>,
    /// How they are to be read.
    pub options: ImportOptions,
}

/// The uploads that are kept.
#[derive(Clone)]
pub struct Uploads(Cache<Uuid, Arc<Upload>>);

impl Default for Uploads {
    fn default() -> Self {
        let weigh = |_: &Uuid, upload: &Arc<Upload>| {
            let bytes: usize = upload.inputs.iter().map(|input| input.bytes.len()).sum();
            u32::try_from(bytes + 1_000).unwrap_or(u32::MAX)
        };
        Self(
            Cache::builder()
                .weigher(weigh)
                .max_capacity(ROOM)
                .time_to_live(KEPT)
                .build(),
        )
    }
}

impl Uploads {
    /// Keeps an upload and answers the token under which it is found; nobody can guess it.
    pub async fn keep(&self, upload: Upload) -> Uuid {
        let token = Uuid::new_v4();
        self.0.insert(token, Arc::new(upload)).await;
        token
    }

    /// The upload with a token, if it is still kept and is for this district.
    pub async fn get(&self, token: Uuid, district: &DistrictId) -> Option<Arc<Upload>> {
        let upload = self.0.get(&token).await?;
        (upload.district == *district).then_some(upload)
    }

    /// Forgets an upload.
    pub async fn forget(&self, token: Uuid) {
        self.0.invalidate(&token).await;
    }
}

/// What the form of an import brings: the files, and how to read them.
pub async fn read(mut form: Multipart) -> Result<(Vec<Input>, ImportOptions)> {
    let mut inputs = Vec::new();
    let mut options = ImportOptions::default();
    let mut room = Some(LIMIT);
    let broken = |_| Error::BadRequest;
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("files") => {
                let name = file_name(&field);
                // The name too, or a form of many nameless crumbs would fill the memory.
                room = room.and_then(|room| room.checked_sub(name.len() + CRUMB));
                let bytes = bytes(&mut field, &mut room).await?;
                // A file field without a choice comes as one nameless, empty file.
                if !name.is_empty() && room.is_some() {
                    inputs.push(Input { name, bytes });
                }
            }
            Some("phase") => {
                let phase = bytes(&mut field, &mut room).await?;
                let phase = String::from_utf8(phase).map_err(|_| Error::BadRequest)?;
                options.phase = Some(phase).filter(|phase| !phase.is_empty());
            }
            Some("replace") => options.replace = true,
            _ => {}
        }
        if room.is_none() {
            inputs.clear();
        }
    }
    match room {
        Some(_) => Ok((inputs, options)),
        None => Err(Error::TooLarge),
    }
}

/// Reads a file while there is room; past it, reads on and keeps nothing.
async fn bytes(field: &mut Field<'_>, room: &mut Option<usize>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Error::TooLarge)? {
        *room = room.and_then(|room| room.checked_sub(chunk.len()));
        match room {
            Some(_) => bytes.extend_from_slice(&chunk),
            None => bytes = Vec::new(),
        }
    }
    Ok(bytes)
}

/// The name of the file alone: some browsers send its folder too.
fn file_name(field: &Field<'_>) -> String {
    let name = field.file_name().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.to_owned()
}
