//! Where somebody goes on after a form that was sent from a working meeting.

use super::posted::Posted;

/// The field of a form that holds the way back.
pub const BACK: &str = "back";

/// The meeting to which a form leads back; it comes from the browser, so any other address counts for nothing.
pub fn to_meeting(form: &Posted) -> Option<&str> {
    form.one(BACK).filter(|back| is_meeting(back))
}

fn is_meeting(back: &str) -> bool {
    let (path, items) = back.split_once('?').unwrap_or_default();
    let is_path = path.starts_with("/districts/") && path.ends_with("/workshop");
    is_path && !items.is_empty() && back.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::is_meeting;

    #[test]
    fn only_a_meeting_of_ours_is_a_way_back() {
        assert!(is_meeting("/districts/mitte/workshop?show=offices&phase=2"));
        for other in [
            "",
            "/districts/mitte/workshop",
            "/districts/mitte?x=/workshop",
            "//elsewhere.example/districts/mitte/workshop?show=offices",
            "https://elsewhere.example/workshop?show=offices",
            "/districts/mitte/workshop?show=\r\nset-cookie: x",
        ] {
            assert!(!is_meeting(other), "{other}");
        }
    }
}
