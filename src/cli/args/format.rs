//! In which form a command answers.

use clap::ValueEnum;

/// For people, or for programs.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatArg {
    Text,
    Json,
}
