//! The colours of the departments: readable as text, and told apart by who is blind to some of them.

use miteinander::map::paper::style::{APART, SHADES, Shade};

/// What of red, green and blue light is seen as which, with all cones and without one of the three kinds (Machado,
/// Oliveira and Fernandes 2009, severity 1).
const SIGHT: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
    ],
];

/// The light of a colour: red, green and blue.
fn light(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let byte = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
        match f64::from(byte) / 255.0 {
            low if low <= 0.04045 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        }
    })
}

fn by(rows: [[f64; 3]; 3], value: [f64; 3]) -> [f64; 3] {
    rows.map(|row| row.iter().zip(value).map(|(a, b)| a * b).sum())
}

/// Where a light lies among all that are seen (OKLab, Ottosson 2020).
fn seen(light: [f64; 3]) -> [f64; 3] {
    let cones = by(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        light.map(|part| part.max(0.0)),
    );
    by(
        [
            [0.2104542553, 0.793617785, -0.0040720468],
            [1.9779984951, -2.428592205, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.808675766],
        ],
        cones.map(f64::cbrt),
    )
}

fn contrast(one: &str, other: &str) -> f64 {
    let [a, b] = [one, other].map(|colour| {
        let [red, green, blue] = light(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    });
    a.max(b) / a.min(b)
}

/// How far two colours lie apart for who sees least of their difference.
fn apart(one: &str, other: &str) -> f64 {
    let distances = SIGHT.map(|sight| {
        let [a, b] = [one, other].map(|colour| seen(by(sight, light(colour))));
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    });
    distances.into_iter().fold(f64::MAX, f64::min)
}

#[test]
fn each_colour_can_be_read_as_text_on_paper_and_on_its_ground() {
    for shade in SHADES {
        assert!(contrast(shade.ink, "#ffffff") >= 4.5, "{}", shade.ink);
        assert!(contrast(shade.ink, shade.ground) >= 4.5, "{}", shade.ink);
    }
}

#[test]
fn any_two_of_the_first_eight_colours_are_told_apart_whichever_cones_are_missing() {
    let least = |shades: &[Shade]| {
        let mut least = f64::MAX;
        for (at, one) in shades.iter().enumerate() {
            for other in &shades[..at] {
                least = least.min(apart(one.ink, other.ink));
            }
        }
        least
    };
    assert!(
        least(&SHADES[..APART]) > 0.08,
        "{}",
        least(&SHADES[..APART])
    );
    assert!(least(&SHADES) > 0.05, "{}", least(&SHADES));
}
