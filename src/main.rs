//! The program `miteinander`: a table of contents over the library.

use std::process::ExitCode;
use std::time::Duration;

use miteinander::cli;
use tokio::runtime::Runtime;

/// How long the end of the program waits for what is still computed for nobody.
const LAST: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    let cli = cli::parse();
    let runtime = Runtime::new().expect("the system gives a program its threads");
    let code = runtime.block_on(cli::run(cli));
    // Writes were waited for. An image that is being drawn knows no stop, and must not hold the program.
    runtime.shutdown_timeout(LAST);
    code
}
