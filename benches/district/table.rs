//! The rows of the README, as they are printed.

use std::fmt::Write as _;
use std::time::Duration;

/// The rows as they are printed.
pub struct Table(String);

impl Table {
    pub fn new() -> Self {
        let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpu
            .lines()
            .find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let mut head = format!(
            "{}, {cores} cores\n\n",
            model.unwrap_or("unknown processor")
        );
        head.push_str("| what | goal | min | median | max |\n|---|---|---|---|---|\n");
        Self(head)
    }

    pub fn row(&mut self, what: &str, goal: f64, times: &[Duration]) {
        let mut times: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
        times.sort_by(f64::total_cmp);
        let [min, median, max] = [times[0], times[times.len() / 2], times[times.len() - 1]];
        writeln!(
            self.0,
            "| {what} | ≤ {goal:.0} ms | {min:.1} ms | {median:.1} ms | {max:.1} ms |"
        )
        .expect("a String takes everything");
        println!("{}", self.0.lines().last().unwrap_or_default());
    }

    pub fn memory(&mut self, what: &str, goal: f64, megabytes: f64) {
        writeln!(
            self.0,
            "| {what} | ≤ {goal:.0} MB | | {megabytes:.0} MB | |"
        )
        .expect("a String takes everything");
        println!("{}", self.0.lines().last().unwrap_or_default());
    }

    pub fn print(&self) {
        println!("\n{}", self.0);
    }
}
