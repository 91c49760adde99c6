//! Files between their preview and their take-over: kept for half an hour, in memory, within a bound.
//!
//! Nothing that matters lives only here. Where an upload is gone, by time, by lack of room or by a restart, the reader
//! is told so and uploads the file again.

use std::sync::Arc;
use std::time::Duration;

use axum::body::HttpBody;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use moka::future::Cache;
use moka::policy::EvictionPolicy;
use serde::Deserialize;
use uuid::Uuid;

use crate::domain::DistrictId;
use crate::exchange::{Correction, ImportOptions, Input};

use super::budget::{Budget, Share};
use super::errors::{Error, Result};
use super::serve::Cut;

/// How many bytes of files are read.
const LIMIT: usize = 20 << 20;

/// How many bytes of a form are read: the files with what stands between them.
pub const FORM: usize = LIMIT + (256 << 10);

/// A file of fewer bytes is copied into an allocation of its own size.
const SMALL: usize = 128 << 10;

/// The overhead of a file in bytes, besides its name and its content.
const CRUMB: usize = 100;

/// How long an upload is kept.
const KEPT: Duration = Duration::from_secs(30 * 60);

/// The upload that an address names.
#[derive(Deserialize)]
pub struct UploadPath {
    /// Its token.
    pub upload: Uuid,
}

/// Files that somebody wants to take over.
#[derive(Debug)]
pub struct Upload {
    /// The district they are for.
    pub district: DistrictId,
    /// The files.
    pub inputs: Arc<[Input]>,
    /// How they are to be read.
    pub options: ImportOptions,
}

/// The uploads that are kept, and how much those that are coming may take.
#[derive(Clone)]
pub struct Uploads {
    kept: Cache<Uuid, Arc<Upload>>,
    coming: Budget,
}

impl Uploads {
    /// Keeps at most `kept` bytes of uploads, dropping the least recently used, while at most `coming` bytes arrive.
    pub fn new(kept: usize, coming: usize) -> Self {
        let weigh = |_: &Uuid, upload: &Arc<Upload>| {
            let bytes: usize = upload.inputs.iter().map(weight).sum();
            let decided = upload.options.corrections.iter().map(Correction::weight);
            u32::try_from(bytes + decided.sum::<usize>() + 1_000).unwrap_or(u32::MAX)
        };
        let kept = Cache::builder()
            .weigher(weigh)
            .max_capacity(kept as u64)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_live(KEPT)
            .build();
        Self {
            kept,
            coming: Budget::new(coming),
        }
    }

    /// Keeps an upload under a token that nobody can guess.
    pub async fn keep(&self, token: Uuid, upload: Upload) {
        self.kept.insert(token, Arc::new(upload)).await;
        // moka evicts lazily; without this an upload that is over the bound would stay for a while.
        self.kept.run_pending_tasks().await;
    }

    /// The upload with a token, if it is still kept and is for this district.
    pub async fn get(&self, token: Uuid, district: &DistrictId) -> Option<Arc<Upload>> {
        let upload = self.kept.get(&token).await?;
        (upload.district == *district).then_some(upload)
    }

    /// Forgets an upload.
    pub async fn forget(&self, token: Uuid) {
        self.kept.invalidate(&token).await;
    }
}

/// What the form of an import brings.
pub struct Form {
    /// The files.
    pub inputs: Vec<Input>,
    /// A table that was pasted.
    pub pasted: Option<Vec<u8>>,
    /// How to read them.
    pub options: ImportOptions,
    /// What they take while they are not kept.
    _share: Share,
}

impl Form {
    /// Puts what was pasted behind the files, under a name by which faults can name it.
    pub fn name_pasted(&mut self, name: &str) {
        if let Some(bytes) = self.pasted.take() {
            self.inputs.push(Input {
                name: name.to_owned(),
                bytes,
            });
        }
    }
}

impl Uploads {
    /// Room for the body of a form; one of unknown length takes as much as a form may have.
    pub fn room(&self, announced: Option<u64>) -> Result<Share> {
        let bytes = announced.unwrap_or(FORM as u64);
        if bytes > FORM as u64 {
            return Err(Error::TooLarge);
        }
        let mut share = self.coming.share();
        share.grow(usize::try_from(bytes).map_err(|_| Error::TooLarge)?)?;
        Ok(share)
    }

    /// Reads the form of an import while there is room; a form whose announced length is too large is not read at all.
    pub async fn read(&self, request: Request) -> Result<Form> {
        let announced = request.body().size_hint().lower();
        if announced > FORM as u64 {
            return Err(Error::TooLarge);
        }
        if !self.coming.has(announced) {
            return Err(Error::Crowded);
        }
        let form = Multipart::from_request(request, &()).await;
        let mut form = form.map_err(|_| Error::BadRequest)?;
        let mut reading = Reading {
            announced: usize::try_from(announced).unwrap_or_default(),
            read: 0,
            share: self.coming.share(),
        };
        let mut inputs = Vec::new();
        let mut pasted = None;
        let mut options = ImportOptions::default();
        while let Some(mut field) = form.next_field().await.map_err(|error| broken(&error))? {
            match field.name() {
                Some("files") => {
                    let name = file_name(&field);
                    // Names count too, or a form of many empty files would fill the memory.
                    reading.take(name.len() + CRUMB)?;
                    let bytes = reading.bytes(&mut field).await?;
                    // A file field without a choice comes as one nameless, empty file.
                    if !name.is_empty() {
                        inputs.push(Input { name, bytes });
                    }
                }
                Some("text") => {
                    let text = reading.bytes(&mut field).await?;
                    pasted = Some(text).filter(|text| !text.trim_ascii().is_empty());
                }
                Some("phase") => {
                    let phase = reading.bytes(&mut field).await?;
                    let phase = String::from_utf8(phase).map_err(|_| Error::BadRequest)?;
                    options.phase = Some(phase).filter(|phase| !phase.is_empty());
                }
                Some("replace") => options.replace = true,
                _ => {}
            }
        }
        Ok(Form {
            inputs,
            pasted,
            options,
            _share: reading.share,
        })
    }
}

/// A form that is being read.
struct Reading {
    announced: usize,
    read: usize,
    share: Share,
}

impl Reading {
    /// Reserves more bytes, unless this form or all forms together would exceed their bound.
    fn take(&mut self, bytes: usize) -> Result<()> {
        self.read += bytes;
        if self.read > LIMIT {
            return Err(Error::TooLarge);
        }
        self.share.grow(bytes)
    }

    /// Reads a file into memory once: the whole is reserved at the second chunk instead of doubling a buffer.
    async fn bytes(&mut self, field: &mut Field<'_>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(|error| broken(&error))? {
            self.take(piece.len())?;
            if !bytes.is_empty() && bytes.len() + piece.len() > bytes.capacity() {
                bytes.reserve(piece.len() + self.announced.saturating_sub(self.read));
            }
            bytes.extend_from_slice(&piece);
        }
        // Shrinking keeps whole pages; for many small files these are more than the files themselves.
        if bytes.len() < SMALL {
            bytes = bytes.as_slice().to_vec();
        } else {
            bytes.shrink_to_fit();
        }
        Ok(bytes)
    }
}

/// Why a form cannot be read to its end: there is too much of it, it is none, or it was cut.
fn broken(error: &MultipartError) -> Error {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.is::<Cut>() {
            return Error::Cut;
        }
        cause = error.source();
    }
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::BadRequest,
    }
}

fn weight(input: &Input) -> usize {
    input.name.len() + CRUMB + input.bytes.len()
}

/// The name of the file alone: some browsers send its folder too.
fn file_name(field: &Field<'_>) -> String {
    let name = field.file_name().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.to_owned()
}
