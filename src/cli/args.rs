//! The command line as a person types it.

mod account;
mod format;
mod keeping;

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use account::{Account, AccountAction, AddAccount, InviteAccount};
pub use format::FormatArg;
pub use keeping::{Backup, Check, Erase, Restore};

use crate::exchange::Renamed;
use crate::store::Store;
use crate::text::Lang;

/// Maps who works with whom, on which offer, and shows where offices work past each other.
#[derive(Debug, Parser)]
#[command(name = "miteinander", version)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub serve: Serve,
}

#[derive(Debug, Args)]
pub struct Common {
    /// Where the networks are kept: sqlite:FILE, bolt://USER@HOST:PORT, neo4j://…, bolt+s://…, neo4j+s://…
    #[arg(
        long,
        global = true,
        env = "MITEINANDER_STORE",
        default_value = "sqlite:miteinander.db",
        value_name = "URL"
    )]
    pub store: String,
    /// The language of all texts [default: by LANG, else de]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArg>,
    /// Report errors only
    #[arg(long, global = true)]
    pub quiet: bool,
    /// The stores that the command has opened.
    #[arg(skip)]
    pub opened: Opened,
}

/// The stores that a command has opened, to be closed at its end however that comes.
#[derive(Default)]
pub struct Opened(Mutex<Vec<Arc<dyn Store>>>);

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened")
    }
}

impl Opened {
    /// Keeps a store in mind until the end.
    pub fn keep(&self, store: &Arc<dyn Store>) {
        self.stores().push(Arc::clone(store));
    }

    /// Closes all of them. A dropped store may still be held by a task, and the end of the program waits for none.
    pub async fn close(&self) {
        let stores = std::mem::take(&mut *self.stores());
        for store in stores {
            store.close().await;
        }
    }

    fn stores(&self) -> MutexGuard<'_, Vec<Arc<dyn Store>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LangArg {
    De,
    En,
}

impl Common {
    /// The language asked for, else that of the locale.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::De) => Lang::De,
            Some(LangArg::En) => Lang::En,
            None => Lang::from_locale(&std::env::var("LANG").unwrap_or_default()),
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages (also without any command)
    Serve(Serve),
    /// Import a workbook or CSV files into a district
    Import(Import),
    /// Write a district, or a template, to a file
    Export(Export),
    /// Say how siloed a network is
    Report(Report),
    /// Say what changed from one phase to another
    Compare(Compare),
    /// Draw a network
    Map(Map),
    /// Make accounts, list them, give new links, remove them
    Account(Account),
    /// Delete what is over, once a night; or a function that it is asked for
    Erase(Erase),
    /// Write everything that the store holds to one file, while the service runs
    Backup(Backup),
    /// Bring a backup back into an empty store
    Restore(Restore),
    /// Compare the store with its own rules, or a backup with its checksum
    Check(Check),
}

#[derive(Debug, Args)]
pub struct Serve {
    /// The address to listen on; another one than this machine's own needs an account and an https --public-url
    #[arg(
        long,
        env = "MITEINANDER_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS"
    )]
    pub listen: String,
    /// The address under which browsers reach the service
    #[arg(long, env = "MITEINANDER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The network of a proxy before the service, such as 10.0.0.0/8; may be given several times
    #[arg(long = "trusted-proxy", value_name = "CIDR")]
    pub trusted_proxy: Vec<String>,
    /// Print a link with a key, without which nothing is shown; for a machine that several people share
    #[arg(long)]
    pub key: bool,
    /// Where deleted functions are written down, outside the backups [default: beside the store]
    #[arg(long, env = "MITEINANDER_ERASED", value_name = "FILE")]
    pub erased: Option<PathBuf>,
    /// Let passwords and sessions go over the network unencrypted; for a closed test network only
    #[arg(long)]
    pub insecure_http: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    /// A workbook (.xlsx, .xls, .ods), CSV files, a .csv.zip, GraphML, GEXF, or our own JSON
    #[arg(required = true)]
    pub inputs: Vec<PathBuf>,
    /// The district, such as tempelhof-schoeneberg
    #[arg(long, value_name = "ID")]
    pub district: String,
    /// The phase of rows that name none
    #[arg(long, value_name = "P")]
    pub phase: Option<String>,
    /// Only show what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Remove what is missing from the file
    #[arg(long)]
    pub replace: bool,
    /// Which column of the files is what, such as from=Quelle; may be given several times
    #[arg(long = "column", value_name = "KEY=HEADER")]
    pub columns: Vec<String>,
    /// A function that was renamed; may be given several times
    #[arg(long, value_name = "BEFORE=NOW", value_parser = renamed)]
    pub renamed: Vec<Renamed>,
}

/// A function's name before and now.
fn renamed(text: &str) -> Result<Renamed, String> {
    let (from, to) = text.split_once('=').unwrap_or_default();
    let (from, to) = (from.trim().to_owned(), to.trim().to_owned());
    match from.is_empty() || to.is_empty() {
        true => Err("BEFORE=NOW".to_owned()),
        false => Ok(Renamed { from, to }),
    }
}

#[derive(Debug, Args)]
pub struct Export {
    /// The district
    #[arg(long, value_name = "ID", required_unless_present = "template")]
    pub district: Option<String>,
    /// Only this phase
    #[arg(long, value_name = "P")]
    pub phase: Option<String>,
    /// The workbook to fill in: a district's own, or the empty one
    #[arg(long, conflicts_with = "contacts")]
    pub template: bool,
    /// Write the contacts too; for the core team only
    #[arg(long)]
    pub contacts: bool,
    /// The file; its ending says the format: .xlsx, .csv.zip, .graphml, .gexf, .json
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct Source {
    /// A workbook, CSV files, GraphML, GEXF, or our own JSON
    #[arg(required_unless_present = "district", conflicts_with = "district")]
    pub inputs: Vec<PathBuf>,
    /// A district of the store
    #[arg(long, value_name = "ID")]
    pub district: Option<String>,
    /// Which column of the files is what, such as from=Quelle; may be given several times
    #[arg(
        long = "column",
        value_name = "KEY=HEADER",
        conflicts_with = "district"
    )]
    pub columns: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Selected {
    /// The column of the actors, or of their departments, that is the group
    #[arg(long, value_name = "COLUMN")]
    pub department: Option<String>,
    /// Only offices of the district authority, or all departments [default: offices for a district, all for files]
    #[arg(long, value_enum)]
    pub scope: Option<ScopeArg>,
    /// Count bodies (Gremien) in the silo figures; not for leadership
    #[arg(long)]
    pub bodies: bool,
    /// Only ties of this kind; may be given several times
    #[arg(long = "kind", value_name = "KIND")]
    pub kinds: Vec<String>,
    /// The minimum strength that counts [default: 2 for a district, 1 for files]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub min_strength: Option<f64>,
    /// Count arcs from the one reporting to the one named
    #[arg(long)]
    pub directed: bool,
    /// Who reads it: leadership sees departments, never single actors
    #[arg(long, value_enum, default_value = "working")]
    pub audience: AudienceArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ScopeArg {
    Offices,
    All,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum AudienceArg {
    Working,
    Leadership,
}

#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub selected: Selected,
    /// Only this phase; without it the latest with cooperations, in files all rows together
    #[arg(long, value_name = "P")]
    pub phase: Option<String>,
    /// How many permutations; 0: closed form only
    #[arg(long, value_name = "N", default_value_t = 9999)]
    pub permutations: u32,
    /// The seed of the permutations
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Include each function's figures, in order of id; not for leadership
    #[arg(long)]
    pub actors: bool,
    /// Count all shortest paths also past 20,000 functions, where 2,000 sources are drawn otherwise; may take long
    #[arg(long)]
    pub exact_betweenness: bool,
    /// As text or as JSON
    #[arg(long, value_enum, default_value = "text")]
    pub format: FormatArg,
    /// The file to write; else the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Compare {
    #[command(flatten)]
    pub source: Source,
    /// The earlier phase
    #[arg(long, value_name = "P")]
    pub from: String,
    /// The later phase
    #[arg(long, value_name = "P")]
    pub to: String,
    #[command(flatten)]
    pub selected: Selected,
    /// As text or as JSON
    #[arg(long, value_enum, default_value = "text")]
    pub format: FormatArg,
    /// The file to write; else the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Map {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub selected: Selected,
    /// Only this phase; without it the latest with cooperations, in files all rows together
    #[arg(long, value_name = "P")]
    pub phase: Option<String>,
    /// Which view
    #[arg(long, value_enum, default_value = "network")]
    pub view: ViewArg,
    /// The offer in the middle of the view "offer", by id or name
    #[arg(long, value_name = "ID")]
    pub offer: Option<String>,
    /// The earlier phase of the view "change"
    #[arg(long, value_name = "P")]
    pub from: Option<String>,
    /// The later phase of the view "change"
    #[arg(long, value_name = "P")]
    pub to: Option<String>,
    /// The title of a picture of files [default: the file's name]
    #[arg(long, value_name = "TEXT", conflicts_with = "district")]
    pub title: Option<String>,
    /// Which names are shown: all, as many as fit, none
    #[arg(long, value_enum, default_value = "fit")]
    pub labels: LabelsArg,
    /// The paper of a PNG or PDF, landscape; A3 has room for more names
    #[arg(long, value_enum, default_value = "a4")]
    pub paper: PaperArg,
    /// Lay the district's map out afresh and keep that; without it everybody stays where they were
    #[arg(long)]
    pub fresh: bool,
    /// The file; its ending says the format: .svg, .png, .pdf, .json
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    Network,
    Matrix,
    Change,
    Offer,
    Chain,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LabelsArg {
    All,
    Fit,
    None,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PaperArg {
    A4,
    A3,
}
