//! A field in which one of several things is chosen.

use maud::{Markup, html};

/// The field with its label; each option is the value that is sent and the text that is read.
pub fn choice(name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    html! {
        p.choice {
            label for={ "choose-" (name) } { (label) }
            select id={ "choose-" (name) } name=(name) {
                @for (value, text) in options {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
        }
    }
}
