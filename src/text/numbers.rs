//! Numbers as people read them: a decimal comma in German, a true minus, three significant digits.

use super::Lang;

/// A whole number; from five digits on its thousands stand apart.
pub fn whole(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(lang.pick(".", ","));
        }
        text.push(digit);
    }
    text
}

/// A number with three significant digits; from 1,000 on as a whole number.
pub fn decimal(number: f64, lang: Lang) -> String {
    if !number.is_finite() {
        return undefined().to_owned();
    }
    let size = number.abs();
    if size >= 999.5 {
        return signed(number, whole(size.round() as u64, lang));
    }
    let places = match size {
        0.0 => 0,
        _ => (2 - size.log10().floor() as i32).clamp(0, 6),
    };
    // Rounding may carry into another digit: 0.9996 is 1.00.
    let mut text = format!("{size:.*}", places as usize);
    if text
        .parse()
        .is_ok_and(|rounded: f64| rounded >= 10_f64.powi(3 - places))
        && places > 0
    {
        text = format!("{size:.*}", places as usize - 1);
    }
    if size > 0.0 && text.parse().is_ok_and(|rounded: f64| rounded == 0.0) {
        return format!("< {}", lang.pick("0,000001", "0.000001"));
    }
    signed(number, text.replace('.', lang.pick(",", ".")))
}

/// A strength or another number that mostly is a whole one, without places behind the comma where it is.
pub fn short(number: f64, lang: Lang) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        signed(number, whole(number.abs() as u64, lang))
    } else {
        decimal(number, lang)
    }
}

/// A number, or a dash where it is undefined.
pub fn maybe(number: Option<f64>, lang: Lang) -> String {
    number.map_or_else(|| undefined().to_owned(), |number| decimal(number, lang))
}

/// A share in whole per cent, halves away from 0.
pub fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// What stands where a figure is undefined.
pub fn undefined() -> &'static str {
    "–"
}

fn signed(number: f64, text: String) -> String {
    if number < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}
