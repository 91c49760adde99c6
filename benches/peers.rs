//! Our figures beside the same done with numpy and igraph, on planted networks, in one run.
//!
//! `benches/peers/setup` once, then `cargo bench --bench peers`: prints the table of the README. Ours and theirs take
//! turns, so that a busy machine slows both; the medians are quoted, and their ratio. Values must agree. Behind `--` may
//! stand which: permutations, betweenness, partition, constraint, process, small.

mod planted;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use miteinander::analysis::actors::constraint::constraints;
use miteinander::analysis::chance::permutations::permute_whole;

use miteinander::analysis::counts::Counts;
use miteinander::analysis::partition::Partition;
use miteinander::analysis::structure::betweenness::{BetweennessMethod, betweenness};
use miteinander::analysis::{Communities, Graph, Options, Selection, Unwatched, report};
use miteinander::domain::Survey;
use planted::planted;

/// Shuffles of the departments where nothing else is said.
const PERMUTATIONS: u32 = 1_000;

fn main() {
    // `cargo test --benches` builds and starts it; it measures only when asked to.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let Some(peers) = Peers::find() else {
        println!("The peers are not there: run benches/peers/setup first.");
        return;
    };
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let wanted = |name: &str| chosen.is_empty() || chosen.iter().any(|one| one == name);
    let mut table = Table::new();
    let large = Network::new("100,000 / 1,000,000", planted(100_000, 40, 1_000_000));
    let middle = Network::new("10,000 / 75,000", planted(10_000, 40, 75_000));
    let tasks: [(&str, Task, &Network); 5] = [
        ("permutations", permutations, &large),
        ("betweenness", shortest_paths, &middle),
        ("partition", partitions, &large),
        ("constraint", constraint, &large),
        ("process", whole_process, &large),
    ];
    for (_, task, network) in tasks.iter().filter(|(name, ..)| wanted(name)) {
        task(&mut table, &peers, network);
    }
    if wanted("small") {
        small_report(&mut table);
    }
    table.print();
}

type Task = fn(&mut Table, &Peers, &Network);

fn permutations(table: &mut Table, peers: &Peers, network: &Network) {
    let partition = Partition::of(&network.graph, &network.selection);
    let counts = Counts::of(&partition);
    let ours = |threads: usize| {
        on(threads, || {
            permute_whole(&partition, &counts, PERMUTATIONS, 1, &Unwatched)
        })
    };
    let mut pair = Pair::default();
    for _ in 0..3 {
        let (took, permuted) = ours(1);
        pair.ours.push(took);
        let (took, value) = peers.task("permutations", network);
        pair.theirs.push(took);
        let (mean, sd) = permuted
            .expect("nobody stops it")
            .expect("there are ties")
            .moments();
        let mean = 1.0 - 2.0 * mean / partition.ties.len() as f64;
        // Two samples of 1,000 of one distribution.
        let sd = sd.expect("there are many") * 2.0 / partition.ties.len() as f64;
        assert!((mean - value).abs() < 6.0 * sd * (2.0 / 1e3_f64).sqrt());
    }
    table.beside(
        "E-I with 1,000 permutations, one core",
        network,
        "≤ 0.6 s",
        &pair,
    );
}

fn shortest_paths(table: &mut Table, peers: &Peers, network: &Network) {
    let ours = |threads| {
        on(threads, || {
            betweenness(&network.graph, BetweennessMethod::Exact, &Unwatched)
        })
    };
    let (mut one, mut two) = (Pair::default(), Pair::default());
    for _ in 0..3 {
        let (took, single) = ours(1);
        one.ours.push(took);
        let (took, value) = peers.task("betweenness", network);
        one.theirs.push(took);
        two.theirs.push(took);
        let (took, double) = ours(2);
        two.ours.push(took);
        assert_eq!(single, double, "the same bits on any number of cores");
        let sum: f64 = single.expect("nobody stops it").into_iter().flatten().sum();
        assert!((sum - value).abs() < 1e-6 * value, "{sum} {value}");
    }
    table.beside("betweenness, exact, one core", network, "≤ 0.9 ×", &one);
    table.beside("betweenness, exact, two cores", network, "≤ 0.5 ×", &two);
}

fn partitions(table: &mut Table, peers: &Peers, network: &Network) {
    let mut partition = Partition::of(&network.graph, &network.selection);
    // One search starts from the departments: the planted ones would be a hint that igraph does not get. Actors were
    // dealt out in turn, so blocks of them that follow each other tell nothing.
    let (departments, actors) = (partition.names.len(), partition.len());
    partition.group = (0..actors)
        .map(|at| (at * departments / actors) as u32)
        .collect();
    let (mut one, mut two) = (Pair::default(), Pair::default());
    let mut found = String::new();
    for _ in 0..2 {
        let (took, value) = peers.task("partition", network);
        for (threads, pair) in [(1, &mut one), (2, &mut two)] {
            let (ours, communities) = on(threads, || Communities::of(&partition, &Unwatched));
            let best = communities
                .expect("nobody stops it")
                .modularity
                .best
                .expect("there are ties");
            found = format!("Q {best:.5}, igraph {value:.5}");
            pair.ours.push(ours);
            pair.theirs.push(took);
        }
    }
    let one_core = format!("best partition of 10, one core ({found})");
    table.beside(&one_core, network, "≤ 1 ×", &one);
    table.beside("best partition of 10, two cores", network, "≤ 1 ×", &two);
}

fn constraint(table: &mut Table, peers: &Peers, network: &Network) {
    let mut pair = Pair::default();
    for _ in 0..3 {
        let (took, constraints) = on(1, || constraints(&network.graph));
        pair.ours.push(took);
        let (took, value) = peers.task("constraint", network);
        pair.theirs.push(took);
        let sum: f64 = constraints.into_iter().flatten().sum();
        assert!((sum - value).abs() < 1e-6 * value, "{sum} {value}");
    }
    table.beside("Burt's constraint, one core", network, "≤ 0.25 s", &pair);
}

fn whole_process(table: &mut Table, peers: &Peers, network: &Network) {
    let mut pair = Pair::default();
    let mut peak = 0;
    for _ in 0..2 {
        let [nodes, edges] = &network.files;
        let mut report = Command::new(env!("CARGO_BIN_EXE_miteinander"));
        report.arg("report").args([nodes, edges]);
        report.args(["--format", "json", "--quiet", "--permutations"]);
        let (took, kilobytes) = watched(report.arg(PERMUTATIONS.to_string()));
        pair.ours.push(took);
        peak = peak.max(kilobytes);
        let (took, _) = watched(&mut peers.command("report", network));
        pair.theirs.push(took);
    }
    let what = format!(
        "the whole report as a process, peak memory {} MB",
        peak / 1_024
    );
    table.beside(&what, network, "≤ 0.5 ×, 500 MB", &pair);
}

/// There is no peer for all of it: the goal is a time.
fn small_report(table: &mut Table) {
    let survey = planted(500, 12, 5_000);
    let selection = Selection::working(&survey);
    let mut took: Vec<Duration> = (0..11)
        .map(|seed| {
            let options = Options {
                seed,
                ..Options::default()
            };
            on(2, || report(&survey, &selection, &options)).0
        })
        .collect();
    table.row(
        "the whole report, 9,999 permutations of everything, two cores",
        "500 / 5,000",
        "≤ 150 ms",
        [told(median(&mut took)), "–".to_owned(), "–".to_owned()],
    );
}

/// A planted network: as a graph for us, as files for the peers.
struct Network {
    name: &'static str,
    selection: Selection,
    graph: Graph,
    files: [PathBuf; 2],
    _folder: tempfile::TempDir,
}

impl Network {
    fn new(name: &'static str, survey: Survey) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let files = ["nodes.csv", "edges.csv"].map(|file| folder.path().join(file));
        let mut nodes = "id,department\n".to_owned();
        for (actor, department) in survey.actors.iter().zip(&survey.columns[0].values) {
            let department = department.as_deref().unwrap_or_default();
            writeln!(nodes, "{},{department}", actor.id).expect("a text grows");
        }
        let mut edges = "from,to,strength\n".to_owned();
        for tie in survey.ties.iter().filter(|tie| tie.from != tie.to) {
            let strength = tie.strength.expect("every planted tie has one");
            writeln!(edges, "{},{},{strength}", tie.from, tie.to).expect("a text grows");
        }
        for (file, text) in files.iter().zip([nodes, edges]) {
            std::fs::write(file, text).expect("the folder can be written to");
        }
        let selection = Selection::working(&survey);
        Self {
            name,
            graph: Graph::select(&survey, &selection).expect("the defaults fit"),
            selection,
            files,
            _folder: folder,
        }
    }
}

/// The Python that benches/peers/setup made.
struct Peers(PathBuf);

impl Peers {
    fn find() -> Option<Self> {
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers/bin/python");
        python.exists().then_some(Self(python))
    }

    fn command(&self, task: &str, network: &Network) -> Command {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/analysis.py");
        let mut command = Command::new(&self.0);
        command.arg(script).arg(task).args(&network.files);
        command.arg(PERMUTATIONS.to_string());
        command
    }

    /// The time that a task says it took, and its value.
    fn task(&self, task: &str, network: &Network) -> (Duration, f64) {
        let output = self
            .command(task, network)
            .stderr(Stdio::inherit())
            .output();
        let said: serde_json::Value = output
            .map(|output| serde_json::from_slice(&output.stdout).expect("one line of JSON"))
            .expect("Python can be started");
        let number = |key: &str| said[key].as_f64().expect("a number");
        (Duration::from_secs_f64(number("seconds")), number("value"))
    }
}

/// How long something takes on so many threads, and what it gives.
fn on<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> (Duration, T) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("threads can be started").install(|| {
        let begun = Instant::now();
        let value = work();
        (begun.elapsed(), value)
    })
}

/// How long a process takes, and the most memory it held, in kilobytes, as seen each few milliseconds.
fn watched(command: &mut Command) -> (Duration, u64) {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        most = most.max(held.unwrap_or(0));
        if let Some(status) = child.try_wait().expect("our own child can be waited for") {
            assert!(status.success(), "{command:?}");
            return (begun.elapsed(), most);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Times of ours and theirs, taken in turns.
#[derive(Default)]
struct Pair {
    ours: Vec<Duration>,
    theirs: Vec<Duration>,
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn told(time: Duration) -> String {
    if time.as_secs() >= 1 {
        format!("{:.2} s", time.as_secs_f64())
    } else {
        format!("{:.0} ms", time.as_secs_f64() * 1e3)
    }
}

/// The rows as they are printed.
struct Table(String);

impl Table {
    fn new() -> Self {
        Self("| what | actors / ties | goal | ours | numpy, igraph | ratio |\n|---|---|---|---|---|---|\n".to_owned())
    }

    fn beside(&mut self, what: &str, network: &Network, goal: &str, pair: &Pair) {
        let [ours, theirs] = [&pair.ours, &pair.theirs].map(|times| median(&mut times.clone()));
        let ratio = format!("{:.2}", ours.as_secs_f64() / theirs.as_secs_f64());
        self.row(what, network.name, goal, [told(ours), told(theirs), ratio]);
    }

    fn row(&mut self, what: &str, size: &str, goal: &str, [ours, theirs, ratio]: [String; 3]) {
        println!("{what}: {ours}, {theirs}, {ratio}");
        let line = format!("| {what} | {size} | {goal} | {ours} | {theirs} | {ratio} |");
        writeln!(self.0, "{line}").expect("a text grows");
    }

    fn print(&self) {
        println!("\n{}", self.0);
    }
}
