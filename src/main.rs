//! The program `miteinander`: a table of contents over the library.

use std::process::ExitCode;

use miteinander::cli;

#[tokio::main]
async fn main() -> ExitCode {
    cli::run(cli::parse()).await
}
