//! What deleting, backups and checks take.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::exchange::read_date;

#[derive(Debug, Args)]
pub struct Erase {
    /// The district of the function
    #[arg(long, value_name = "ID", requires = "actor")]
    pub district: Option<String>,
    /// The function, by its name or id; without it what is over goes, in all districts
    #[arg(long, value_name = "NAME", requires = "district")]
    pub actor: Option<String>,
    /// Where deleted functions are written down, outside the backups [default: beside the store]
    #[arg(long, env = "MITEINANDER_ERASED", value_name = "FILE")]
    pub erased: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Backup {
    /// The file
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The day by which the file is to be destroyed [default: in twelve months]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub destroy_by: Option<NaiveDate>,
}

/// A day, as 31.12.2026 or 2026-12-31.
fn day(text: &str) -> Result<NaiveDate, String> {
    read_date(text).ok_or_else(|| "31.12.2026".to_owned())
}

#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    pub input: PathBuf,
    /// Where deleted functions are written down: they are deleted again [default: beside the store]
    #[arg(long, env = "MITEINANDER_ERASED", value_name = "FILE")]
    pub erased: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// A backup; else the store is compared
    #[arg(value_name = "FILE")]
    pub input: Option<PathBuf>,
}
