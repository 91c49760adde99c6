//! What this process was given by whoever started it, as Linux tells it.

/// The bits that new files are not to have; all but the owner's where that cannot be asked.
pub fn umask() -> u32 {
    status("Umask:")
        .and_then(|mask| u32::from_str_radix(&mask, 8).ok())
        .unwrap_or(0o077)
}

/// Whether a signal is to be ignored (`nohup`, a job in the background of a script).
pub fn ignores(signal: i32) -> bool {
    status("SigIgn:")
        .and_then(|set| u64::from_str_radix(&set, 16).ok())
        .is_some_and(|set| set >> (signal - 1) & 1 == 1)
}

fn status(field: &str) -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let value = lines.find_map(|line| line.strip_prefix(field))?;
    Some(value.trim().to_owned())
}
