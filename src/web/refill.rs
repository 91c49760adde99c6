//! A form of a page, filled with what somebody typed: one way for all forms that there are and will be.
//!
//! It reads what maud writes and nothing else: attributes in double quotes, `<`, `>`, `&` and `"` escaped everywhere. A
//! form that no longer fits what was typed is left as it is; what has no place in it is handed back.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

/// The hidden fields that say what a form was filled from. They come back as they were sent, so that a save over
/// something newer is told.
const SEEN: [&str; 2] = ["seen", "programme"];

/// The hidden field that numbers a request: the page's own is a new one.
const NUMBER: &str = "request";

/// A page after its form was filled.
#[derive(Debug, PartialEq, Eq)]
pub struct Refilled {
    /// The page.
    pub page: String,
    /// What was typed and has no place in it.
    pub left: Vec<(String, String)>,
}

/// A tag of a page.
struct Tag<'a> {
    at: Range<usize>,
    name: &'a str,
    attributes: Vec<(&'a str, Option<&'a str>)>,
}

/// Fills the form of a page that is sent to `to` with these fields. Forms that name no address are given the page's own.
pub fn refill(page: &str, own: &str, to: &str, typed: &[(String, String)]) -> Refilled {
    let tags = tags(page);
    let mut forms = forms(&tags).filter(|form| fits(&tags[form.clone()], own, to, typed));
    let form = forms.next().unwrap_or_default();
    let mut fields = Fields::of(typed);
    let mut filled = String::with_capacity(page.len() + 1_000);
    let mut from = 0;
    let mut chosen = None;
    for (index, tag) in tags.iter().enumerate() {
        let rest = &page[tag.at.end..];
        let inside = form.contains(&index);
        let (written, to) = match tag.name {
            "form" if tag.get("action").is_none() => (Some(tag.with("action", own)), tag.at.end),
            "input" if inside => (fields.input(tag), tag.at.end),
            "select" if inside => {
                chosen = tag.get("name");
                (None, tag.at.end)
            }
            "option" if inside => (fields.option(tag, chosen.as_deref()), tag.at.end),
            "textarea" if inside => match fields.text(tag) {
                // What follows up to the end of the element is replaced. A first line break is no part of the text.
                Some(text) => {
                    let old = rest.find("</textarea").unwrap_or_default();
                    let new = format!("{}\n{}", &page[tag.at.clone()], escape(&text));
                    (Some(new), tag.at.end + old)
                }
                None => (None, tag.at.end),
            },
            _ => (None, tag.at.end),
        };
        if let Some(written) = written {
            filled.push_str(&page[from..tag.at.start]);
            filled.push_str(&written);
            from = to;
        }
    }
    filled.push_str(&page[from..]);
    let left = match form.is_empty() {
        true => told(typed),
        false => fields.left(&tags[form]),
    };
    Refilled { page: filled, left }
}

/// What was typed of fields, but for what pages hide in theirs.
fn told(typed: &[(String, String)]) -> Vec<(String, String)> {
    let is_hidden = |name: &str| SEEN.contains(&name) || name == NUMBER || name == "id";
    let shown = typed.iter().filter(|(name, value)| {
        !is_hidden(name) && !value.is_empty() && !value.starts_with(['{', '['])
    });
    shown.cloned().collect()
}

/// Where the forms are among the tags, each with its own.
fn forms<'a>(tags: &'a [Tag<'a>]) -> impl Iterator<Item = Range<usize>> + 'a {
    let starts = tags
        .iter()
        .enumerate()
        .filter(|(_, tag)| tag.name == "form");
    starts.filter_map(|(start, _)| {
        let length = tags[start..].iter().position(|tag| tag.name == "/form")?;
        Some(start..start + length)
    })
}

/// Whether a form is the one that was sent: to the same address, about the same thing, with a place for each field.
fn fits(form: &[Tag<'_>], own: &str, to: &str, typed: &[(String, String)]) -> bool {
    let path = |address: &str| address.split('?').next().map(str::to_owned);
    let action = form[0].get("action").unwrap_or_else(|| own.to_owned());
    let is_post = form[0].get("method").is_some_and(|method| method == "post");
    if !is_post || path(&action) != path(to) {
        return false;
    }
    let is_said = |tag: &Tag<'_>| {
        let name = tag.get("name").unwrap_or_default();
        let value = tag.get("value").unwrap_or_default();
        let moves = SEEN.contains(&name.as_str()) || name == NUMBER || name == "username";
        moves
            || typed
                .iter()
                .any(|(key, typed)| *key == name && *typed == value)
    };
    let mut hidden = form.iter().filter(|tag| tag.kind() == "hidden");
    let names: Vec<String> = form.iter().filter_map(|tag| tag.get("name")).collect();
    let mut typed = typed.iter();
    hidden.all(is_said) && typed.all(|(name, _)| names.contains(name))
}

/// The typed values of each field, in their order.
struct Fields(HashMap<String, VecDeque<String>>);

impl Fields {
    fn of(typed: &[(String, String)]) -> Self {
        let mut fields: HashMap<String, VecDeque<String>> = HashMap::new();
        for (name, value) in typed {
            fields
                .entry(name.clone())
                .or_default()
                .push_back(value.clone());
        }
        Self(fields)
    }

    /// The next value of a field that people fill.
    fn text(&mut self, tag: &Tag<'_>) -> Option<String> {
        self.0.get_mut(&tag.get("name")?)?.pop_front()
    }

    /// Whether a value was chosen; it then has found its place.
    fn chosen(&mut self, name: &str, value: &str) -> bool {
        let Some(values) = self.0.get_mut(name) else {
            return false;
        };
        let found = values.iter().position(|typed| typed == value);
        found.map(|found| values.remove(found)).is_some()
    }

    fn input(&mut self, tag: &Tag<'_>) -> Option<String> {
        let name = tag.get("name")?;
        match tag.kind() {
            _ if tag.has("disabled") => None,
            "password" | "file" | "submit" | "button" => None,
            "hidden" => {
                let value = self.text(tag)?;
                SEEN.contains(&name.as_str())
                    .then(|| tag.with("value", &value))
            }
            "checkbox" | "radio" => {
                let value = tag.get("value").unwrap_or_else(|| "on".to_owned());
                let is_chosen = self.chosen(&name, &value);
                Some(tag.marked("checked", is_chosen))
            }
            _ => Some(tag.with("value", &self.text(tag)?)),
        }
    }

    fn option(&mut self, tag: &Tag<'_>, select: Option<&str>) -> Option<String> {
        let select = select?;
        // A choice without a value typed for it, such as one that was not there, is left alone.
        self.0.get(select)?;
        let is_chosen = self.chosen(select, &tag.get("value")?);
        Some(tag.marked("selected", is_chosen))
    }

    /// What found no place, buttons aside: who is back presses one again.
    fn left(self, form: &[Tag<'_>]) -> Vec<(String, String)> {
        let is_pressed = |name: &str| {
            let mut buttons = form.iter().filter(|tag| tag.name == "button");
            buttons.any(|button| button.get("name").is_some_and(|own| own == name))
        };
        let left = self.0.into_iter().filter(|(name, _)| !is_pressed(name));
        let mut left: Vec<_> = left
            .flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)))
            .collect();
        left.sort();
        told(&left)
    }
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let found = self.attributes.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| plain(value.unwrap_or_default()))
    }

    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| *own == name)
    }

    /// The kind of an input; nothing for another tag.
    fn kind(&self) -> &str {
        let kind = self.attributes.iter().find(|(own, _)| *own == "type");
        match (self.name, kind) {
            ("input", Some((_, kind))) => kind.unwrap_or("text"),
            ("input", None) => "text",
            _ => "",
        }
    }

    /// The tag with another value of an attribute.
    fn with(&self, name: &str, value: &str) -> String {
        let added = format!(" {name}=\"{}\"", escape(value));
        self.without(name) + &added + ">"
    }

    /// The tag with or without a mark such as `checked`.
    fn marked(&self, mark: &str, is_marked: bool) -> String {
        let added = if is_marked {
            format!(" {mark}")
        } else {
            String::new()
        };
        self.without(mark) + &added + ">"
    }

    /// The tag up to its end, without an attribute.
    fn without(&self, name: &str) -> String {
        let mut tag = format!("<{}", self.name);
        for (own, value) in self.attributes.iter().filter(|(own, _)| *own != name) {
            tag.push(' ');
            tag.push_str(own);
            if let Some(value) = value {
                tag.push_str(&format!("=\"{value}\""));
            }
        }
        tag
    }
}

fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find('<').map(|found| from + found) {
        let Some(length) = page[start..].find('>') else {
            break;
        };
        from = start + length + 1;
        let inner = &page[start + 1..from - 1];
        let (name, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        tags.push(Tag {
            at: start..from,
            name,
            attributes: attributes(rest),
        });
    }
    tags
}

fn attributes(mut rest: &str) -> Vec<(&str, Option<&str>)> {
    let mut all = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return all;
        }
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        match after
            .strip_prefix("=\"")
            .and_then(|value| value.split_once('"'))
        {
            Some((value, after)) => {
                all.push((name, Some(value)));
                rest = after;
            }
            None => {
                all.push((name, None));
                rest = after.trim_start_matches('=');
            }
        }
    }
}

/// A text as maud writes it.
fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// A text that maud has written.
fn plain(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&gt;", ">");
    text.replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{Refilled, refill};

    fn typed(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = fields
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()));
        own.collect()
    }

    fn page() -> String {
        let form = |id: &str| {
            html! {
                form method="post" action="/thing" {
                    input type="hidden" name="request" value="1";
                    input type="hidden" name="seen" value="new";
                    input type="hidden" name="id" value=(id);
                    input type="text" name="name" value="before";
                    input type="text" name="other";
                    input type="text" name="other";
                    textarea name="note" rows="2" { "before" }
                    input type="checkbox" name="tick" value="a" checked;
                    input type="checkbox" name="tick" value="b";
                    input type="radio" name="one" value="x" checked;
                    input type="radio" name="one" value="y";
                    select name="role" { option value="" selected { "-" } option value="r" { "R" } }
                    input type="password" name="password";
                    button name="action" value="go" { "Go" }
                }
            }
        };
        html! { form { input name="q"; } (form("1")) (form("2")) }.into_string()
    }

    #[test]
    fn a_form_is_shown_as_it_was_typed_and_what_it_was_filled_from_stays_said() {
        let sent = typed(&[
            ("request", "0"),
            ("seen", "old"),
            ("id", "2"),
            ("name", "\"A\" & <B>"),
            ("other", "first"),
            ("other", "second"),
            ("note", "\nline"),
            ("tick", "b"),
            ("one", "y"),
            ("role", "r"),
            ("action", "go"),
        ]);
        let Refilled { page: filled, left } = refill(&page(), "/page", "/thing", &sent);
        assert!(left.is_empty(), "{left:?}");
        let (first, second) = filled.split_once("value=\"2\"").expect("two forms");
        assert!(first.starts_with("<form action=\"/page\">"), "{first}");
        assert!(
            first.matches("before").count() == 2,
            "the other form stays: {first}"
        );
        for part in [
            "name=\"name\" value=\"&quot;A&quot; &amp; &lt;B&gt;\">",
            "name=\"other\" value=\"first\"><input type=\"text\" name=\"other\" value=\"second\">",
            "<textarea name=\"note\" rows=\"2\">\n\nline</textarea>",
            "value=\"a\"><input type=\"checkbox\" name=\"tick\" value=\"b\" checked>",
            "value=\"x\"><input type=\"radio\" name=\"one\" value=\"y\" checked>",
            "<option value=\"\">-</option><option value=\"r\" selected>R</option>",
            "<input type=\"password\" name=\"password\">",
        ] {
            assert!(second.contains(part), "{part}: {second}");
        }
        let own =
            "name=\"request\" value=\"1\"><input type=\"hidden\" name=\"seen\" value=\"old\">";
        assert!(filled.contains(own), "{filled}");
    }

    #[test]
    fn what_has_no_place_is_handed_back() {
        let sent = typed(&[("seen", "old"), ("id", "3"), ("name", "typed")]);
        let refilled = refill(&page(), "/page", "/thing", &sent);
        assert_eq!(refilled.left, typed(&[("name", "typed")]));
        assert!(!refilled.page.contains("typed"));
        let sent = typed(&[("id", "1"), ("other", "a"), ("other", "b"), ("other", "c")]);
        let refilled = refill(&page(), "/page", "/thing", &sent);
        assert_eq!(refilled.left, typed(&[("other", "c")]));
        let sent = typed(&[("id", "1"), ("role", "gone")]);
        let refilled = refill(&page(), "/page", "/thing", &sent);
        assert_eq!(refilled.left, typed(&[("role", "gone")]));
    }
}
