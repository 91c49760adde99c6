//! A real Neo4j for the trials: the one that NEO4J_TEST_URI names, else one of our own from its jars on Maven Central.
//!
//! A server of our own never outlives the trials. It is started by a keeper thread that never ends, because the
//! kernel kills it (`setpriv --pdeathsig`) when the *thread* that started it goes, and so whenever this process goes,
//! in whatever way. The keeper also ends this process when its own parent has gone, and `main` calls [`stop_all`].

#[path = "server/jars.rs"]
mod jars;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};
use std::{env, os::unix::process::parent_id, process, thread};

use jars::{fetch, folder, java, library};

const VERSION: &str = "5.26.30";
const PASSWORD: &str = "only-for-trials";
/// How long a server may take to answer, on a machine that compiles at the same time.
const PATIENCE: Duration = Duration::from_secs(180);

/// A server and how it is reached.
pub struct Server {
    /// The address as `store::open` takes it.
    pub url: String,
    /// The password.
    pub password: String,
    own: Option<Own>,
}

/// A server that we started ourselves and may stop.
struct Own {
    home: PathBuf,
    port: u16,
    child: Arc<Mutex<Child>>,
}

static RUNNING: Mutex<Vec<(Arc<Mutex<Child>>, PathBuf)>> = Mutex::new(Vec::new());
static SHARED: LazyLock<Result<Server, String>> = LazyLock::new(|| match given() {
    Some(server) => Ok(server),
    None => missing_own().map_or_else(Server::start, Err),
});

/// The server that all trials share; the first call starts it.
pub fn shared() -> &'static Server {
    SHARED
        .as_ref()
        .unwrap_or_else(|why| panic!("no Neo4j server: {why}"))
}

/// Why there can be no server at all; none where NEO4J_TEST_URI names one or we can start one.
pub fn missing() -> Option<String> {
    if env::var_os("NEO4J_TEST_URI").is_some() {
        None
    } else {
        missing_own()
    }
}

/// Why we can start no server of our own.
pub fn missing_own() -> Option<String> {
    static WHY: LazyLock<Option<String>> = LazyLock::new(|| {
        if !ties() {
            return Some("setpriv (util-linux) is missing".to_owned());
        }
        let java = answers(Command::new(java()).arg("-version"))
            .and_then(|output| major(&String::from_utf8_lossy(&output.stderr)));
        match java {
            Some(17..=21) => {}
            Some(other) => return Some(format!("Java is {other}, Neo4j asks for 17 to 21")),
            None => return Some("Java 17 is missing".to_owned()),
        }
        let fetched = folder().join(format!("lib-{VERSION}.complete")).exists();
        if !fetched && answers(Command::new("mvn").arg("-version")).is_none() {
            return Some("Maven is missing".to_owned());
        }
        None
    });
    WHY.clone()
}

/// Whether a process can be tied to us here.
pub fn ties() -> bool {
    answers(Command::new("setpriv").arg("--version")).is_some()
}

/// Starts a process that does nothing, in the way in which servers are started, and gives its id.
pub fn start_idle() -> u32 {
    let mut sleep = tied("sleep".into());
    sleep.arg("600").stdin(Stdio::null()).stdout(Stdio::null());
    spawn(sleep).expect("sleep can be started").id()
}

/// What a command says, if it succeeds.
fn answers(command: &mut Command) -> Option<Output> {
    command
        .stdin(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())
}

/// Stops every server that we started and removes its data.
pub fn stop_all() {
    let running = RUNNING
        .lock()
        .map(|mut all| std::mem::take(&mut *all))
        .unwrap_or_default();
    for (child, home) in running {
        end(&child);
        let _ = fs::remove_dir_all(home);
    }
}

fn told(what: &str) -> impl Fn(io::Error) -> String {
    move |error| format!("{what}: {error}")
}

fn given() -> Option<Server> {
    Some(Server {
        url: env::var("NEO4J_TEST_URI").ok()?,
        password: env::var("NEO4J_TEST_PASSWORD").unwrap_or_default(),
        own: None,
    })
}

impl Server {
    /// Starts a server of our own and waits until it answers.
    pub fn start() -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let template = fetch()?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let home = folder().join(format!("home-{}-{number}", process::id()));
        fs::create_dir_all(home.join("conf")).map_err(told("home"))?;
        fs::create_dir_all(home.join("data/dbms")).map_err(told("home"))?;
        fs::copy(template, home.join("data/dbms/auth.ini")).map_err(told("auth.ini"))?;
        // Another program may take the port between our look and the server's bind: then another port.
        let mut last = String::new();
        for _ in 0..3 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
                .and_then(|listener| listener.local_addr())
                .map_err(told("no free port"))?
                .port();
            fs::write(home.join("conf/neo4j.conf"), configuration(port)).map_err(told("conf"))?;
            let child = Arc::new(Mutex::new(launch(&home)?));
            RUNNING
                .lock()
                .expect("no trial panics here")
                .push((child.clone(), home.clone()));
            let own = Own {
                home: home.clone(),
                port,
                child,
            };
            match own.wait() {
                Ok(()) => {
                    return Ok(Self {
                        url: format!("bolt://neo4j@127.0.0.1:{port}"),
                        password: PASSWORD.to_owned(),
                        own: Some(own),
                    });
                }
                Err(why) => last = why,
            }
            end(&own.child);
        }
        Err(last)
    }

    /// Kills the server at once, as a power cut would.
    pub fn kill(&self) {
        end(&self.own().child);
    }

    /// Asks the server to stop and waits until it has.
    pub fn stop(&self) {
        let mut child = self.own().child.lock().expect("no trial panics here");
        let asked = Command::new("kill").arg(child.id().to_string()).status();
        assert!(asked.is_ok_and(|status| status.success()), "kill");
        child.wait().expect("our own child can be waited for");
    }

    /// Starts the server again, with its data and at its old address.
    pub fn start_again(&self) {
        let own = self.own();
        *own.child.lock().expect("no trial panics here") =
            launch(&own.home).unwrap_or_else(|why| panic!("{why}"));
        own.wait().unwrap_or_else(|why| panic!("{why}"));
    }

    fn own(&self) -> &Own {
        self.own
            .as_ref()
            .expect("only a server of our own is ever stopped")
    }
}

impl Own {
    /// Waits until the server shakes hands as Bolt does, or its process has ended.
    fn wait(&self) -> Result<(), String> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if shakes_hands(address).is_ok() {
                return Ok(());
            }
            let ended = self
                .child
                .lock()
                .expect("no trial panics here")
                .try_wait()
                .map_err(|error| error.to_string())?;
            if let Some(status) = ended {
                return Err(format!("the server ended with {status}\n{}", self.log()));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("no answer in {PATIENCE:?}\n{}", self.log()))
    }

    fn log(&self) -> String {
        fs::read_to_string(self.home.join("server.log")).unwrap_or_default()
    }
}

fn shakes_hands(address: SocketAddr) -> io::Result<()> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    // Bolt's magic number and four versions that we would take: 4.4 to 4.2, then none.
    stream.write_all(&[0x60, 0x60, 0xb0, 0x17, 0, 2, 4, 4])?;
    stream.write_all(&[0; 12])?;
    let mut version = [0; 4];
    stream.read_exact(&mut version)?;
    if version[3] == 4 {
        Ok(())
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

fn end(child: &Mutex<Child>) {
    if let Ok(mut child) = child.lock() {
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Small and quick to recover: without the log settings a kill costs minutes (1.6 GB of log for 18 MB of data).
/// A statement that names an index which is not there fails. The heap is that of docker-compose.yml.
fn configuration(port: u16) -> String {
    format!(
        "server.bolt.listen_address=127.0.0.1:{port}\n\
         server.http.enabled=false\n\
         server.https.enabled=false\n\
         dbms.usage_report.enabled=false\n\
         server.memory.heap.max_size=1g\n\
         server.memory.pagecache.size=64m\n\
         dbms.cypher.hints_error=true\n\
         db.transaction.timeout=60s\n\
         db.lock.acquisition.timeout=5s\n\
         db.checkpoint.interval.time=1m\n\
         db.tx_log.rotation.size=16M\n\
         db.tx_log.rotation.retention_policy=keep_none\n\
         db.tx_log.preallocate=false\n"
    )
}

fn launch(home: &Path) -> Result<Child, String> {
    let log = File::create(home.join("server.log")).map_err(|error| error.to_string())?;
    let errors = log.try_clone().map_err(|error| error.to_string())?;
    let mut command = tied(java());
    command
        .arg("-Xmx1g")
        .args([
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-cp",
        ])
        .arg(library().join("*"))
        .arg("org.neo4j.server.CommunityEntryPoint")
        .arg(format!("--home-dir={}", home.display()))
        .arg(format!("--config-dir={}", home.join("conf").display()))
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(errors);
    spawn(command).map_err(|error| format!("the server cannot be started: {error}"))
}

/// A command that dies with the thread that starts it. If that one died before the kernel knew of the tie, the shell
/// in between sees another parent and goes.
fn tied(program: PathBuf) -> Command {
    let mut command = Command::new("setpriv");
    command
        .args(["--pdeathsig", "KILL", "--", "sh", "-c"])
        .arg("[ \"$PPID\" = \"$0\" ] || exit 1; exec \"$@\"")
        .arg(process::id().to_string())
        .arg(program);
    command
}

/// Starts a command from the keeper thread.
fn spawn(command: Command) -> io::Result<Child> {
    type Order = (Command, Sender<io::Result<Child>>);
    static KEEPER: LazyLock<Mutex<Sender<Order>>> = LazyLock::new(|| {
        let (orders, queue) = mpsc::channel::<Order>();
        let parent = parent_id();
        thread::spawn(move || {
            loop {
                match queue.recv_timeout(Duration::from_millis(200)) {
                    Ok((mut command, answer)) => {
                        let _ = answer.send(command.spawn());
                    }
                    Err(RecvTimeoutError::Timeout) if parent_id() != parent => {
                        eprintln!("the trials' parent has gone: they end too");
                        stop_all();
                        process::exit(1);
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => thread::park(),
                }
            }
        });
        Mutex::new(orders)
    });
    let (answer, answered) = mpsc::channel();
    KEEPER
        .lock()
        .expect("sending does not panic")
        .send((command, answer))
        .expect("the keeper never ends");
    answered.recv().expect("the keeper answers each order")
}

/// The first number of what `java -version` says.
fn major(text: &str) -> Option<u32> {
    let version = text.split('"').nth(1)?;
    version.split(['.', '-', '+']).next()?.parse().ok()
}
