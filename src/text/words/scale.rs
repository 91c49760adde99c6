//! The scale of strengths, each with its anchor.

use crate::domain::Strength;
use crate::text::Lang;

/// The anchor of a strength: its name and what it means in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The name of the step.
    pub name: &'static str,
    /// What people do who choose it.
    pub meaning: &'static str,
}

/// What a strength means.
pub fn strength(strength: Strength, lang: Lang) -> Anchor {
    let (name, meaning) = match strength.number() {
        0 => lang.pick(
            ("Kein Kontakt", "Wir hatten nichts miteinander zu tun."),
            ("No contact", "We had nothing to do with each other."),
        ),
        1 => lang.pick(
            (
                "Wir kennen uns",
                "Wir wissen, wofür die andere Seite zuständig und wie sie erreichbar ist.",
            ),
            (
                "We know each other",
                "We know what the other side is responsible for and how to reach it.",
            ),
        ),
        2 => lang.pick(
            (
                "Wir informieren uns",
                "Wir tauschen Informationen aus, etwa zu Angeboten oder Bedarfen.",
            ),
            (
                "We inform each other",
                "We exchange information, for example about offers or needs.",
            ),
        ),
        3 => lang.pick(
            (
                "Wir stimmen uns ab",
                "Wir richten eigene Vorhaben aneinander aus; jede Seite entscheidet selbst.",
            ),
            (
                "We align our work",
                "We adjust our own plans to each other; each side decides for itself.",
            ),
        ),
        4 => lang.pick(
            (
                "Wir führen gemeinsam durch",
                "Wir setzen ein Angebot zusammen um, beide bringen Personal, Räume oder Mittel ein.",
            ),
            (
                "We carry out together",
                "We run an offer together; both bring in staff, rooms or money.",
            ),
        ),
        _ => lang.pick(
            (
                "Wir planen und steuern gemeinsam",
                "Wir legen Ziele fest und entscheiden zusammen über Angebote oder Mittel.",
            ),
            (
                "We plan and steer together",
                "We set goals and decide together about offers or money.",
            ),
        ),
    };
    Anchor { name, meaning }
}
