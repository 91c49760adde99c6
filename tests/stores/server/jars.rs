//! The server's own files: fetched once, kept for all runs.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::{PASSWORD, VERSION, configuration, spawn, tied, told};

/// Fetches the jars and prepares the password once, whatever number of runs ask for them at the same time;
/// answers the file that holds the password.
pub(super) fn fetch() -> Result<PathBuf, String> {
    fs::create_dir_all(folder()).map_err(told("the server's files"))?;
    let lock = File::create(folder().join("lock")).map_err(told("the server's files"))?;
    lock.lock().map_err(told("the server's files"))?;
    remove_left_homes();
    let complete = folder().join(format!("lib-{VERSION}.complete"));
    let template = folder().join(format!("template-{VERSION}"));
    let password = template.join("data/dbms/auth.ini");
    if complete.exists() {
        return Ok(password);
    }
    eprintln!("fetching Neo4j {VERSION} from Maven Central, once (120 MB)");
    let _ = fs::remove_dir_all(library());
    let _ = fs::remove_dir_all(&template);
    fs::create_dir_all(template.join("conf")).map_err(told("the server's files"))?;
    fs::write(template.join("conf/neo4j.conf"), configuration(7687))
        .map_err(told("the server's files"))?;
    fs::write(
        folder().join("pom.xml"),
        format!(
            "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>\
             <groupId>miteinander</groupId><artifactId>server</artifactId><version>1</version>\
             <packaging>pom</packaging><dependencies><dependency><groupId>org.neo4j</groupId>\
             <artifactId>neo4j</artifactId><version>{VERSION}</version></dependency></dependencies></project>"
        ),
    )
    .map_err(told("the server's files"))?;
    let mut maven = tied("mvn".into());
    maven
        .args(["-q", "-B", "dependency:copy-dependencies"])
        .arg(format!("-DoutputDirectory={}", library().display()))
        .current_dir(folder());
    run("mvn", maven)?;
    let mut admin = tied(java());
    admin
        .arg("-cp")
        .arg(library().join("*"))
        .arg("org.neo4j.server.startup.Neo4jAdminCommand")
        .args(["dbms", "set-initial-password", PASSWORD])
        .env("NEO4J_HOME", &template)
        .env("NEO4J_CONF", template.join("conf"));
    run("neo4j-admin", admin)?;
    File::create(complete).map_err(told("the server's files"))?;
    Ok(password)
}

pub(super) fn run(name: &str, mut command: Command) -> Result<(), String> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let output = spawn(command)
        .and_then(Child::wait_with_output)
        .map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{name} ended with {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    ))
}

/// Removes the data of runs that were killed.
pub(super) fn remove_left_homes() {
    for entry in fs::read_dir(folder()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let left = name
            .to_str()
            .and_then(|name| name.strip_prefix("home-")?.split('-').next())
            .is_some_and(|pid| !Path::new("/proc").join(pid).exists());
        if left {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("neo4j")
}

pub(super) fn library() -> PathBuf {
    folder().join(format!("lib-{VERSION}"))
}

pub(super) fn java() -> PathBuf {
    match env::var_os("JAVA_HOME") {
        Some(home) => Path::new(&home).join("bin/java"),
        None => "java".into(),
    }
}
