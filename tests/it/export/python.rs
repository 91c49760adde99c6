//! networkx and igraph as second readers, from a virtual environment that the first test makes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// Runs a script with the file as its argument and answers what it printed as JSON; none, said aloud, where Python or
/// its packages cannot be had and `MITEINANDER_REQUIRE` does not ask for them.
pub fn read(script: &str, bytes: &[u8], ending: &str) -> Option<serde_json::Value> {
    let python = python()?;
    let folder = tempfile::tempdir().expect("a folder for the file");
    let file = folder.path().join(format!("export.{ending}"));
    std::fs::write(&file, bytes).expect("the folder takes a file");
    let output = Command::new(python)
        .args(["-c", script])
        .arg(&file)
        .output()
        .expect("the interpreter starts");
    let printed = printed(&output);
    Some(serde_json::from_str(&printed).expect("the script prints JSON"))
}

fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match PYTHON.get_or_init(environment) {
        Ok(python) => Some(python),
        Err(reason) if std::env::var_os("MITEINANDER_REQUIRE").is_some() => {
            panic!("networkx and igraph are required: {reason}")
        }
        Err(reason) => {
            eprintln!("NOT TESTED: no networkx and igraph: {reason}");
            None
        }
    }
}

fn environment() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let python = folder.join("bin").join("python");
    if imports(&python) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    run(Command::new(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "networkx",
        "igraph",
    ]))?;
    if imports(&python) {
        Ok(python)
    } else {
        Err("installed, but they do not import".to_owned())
    }
}

fn imports(python: &Path) -> bool {
    let tried = Command::new(python)
        .args(["-c", "import networkx, igraph"])
        .output();
    tried.is_ok_and(|output| output.status.success())
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn printed(output: &Output) -> String {
    assert!(
        output.status.success(),
        "the script failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout.clone()).expect("the script prints UTF-8")
}
