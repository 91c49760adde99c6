//! The fields of a form as a browser without a script would send them.

/// The fields of a page's forms: hidden ones, texts, and what is pressed or chosen.
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// What the page would send untouched.
    pub fn of(page: &str) -> Self {
        let mut fields = Vec::new();
        for tag in page.split('<').filter_map(|rest| rest.split('>').next()) {
            let value = || attribute(tag, "value").unwrap_or_default();
            let (Some(kind), Some(name)) = (tag.split(' ').next(), attribute(tag, "name")) else {
                continue;
            };
            let is_sent = match attribute(tag, "type").as_deref() {
                Some("radio" | "checkbox") => tag.split(' ').any(|word| word == "checked"),
                Some("hidden") => true,
                _ => false,
            };
            if kind == "input" && is_sent {
                fields.push((name, value()));
            }
        }
        Self(fields)
    }

    /// The number of the cause whose hidden field holds all of some texts.
    pub fn cause(&self, texts: &[&str]) -> usize {
        let mut causes = self.0.iter().filter(|(name, _)| name.starts_with("of-"));
        let (name, _) = causes
            .find(|(_, value)| texts.iter().all(|text| value.contains(text)))
            .unwrap_or_else(|| panic!("no cause holds {texts:?}: {:#?}", self.0));
        name["of-".len()..].parse().expect("causes are numbered")
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.0.iter();
        fields
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Fills a field or presses a button of it.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// All fields in their order.
    pub fn into_pairs(self) -> Vec<(String, String)> {
        self.0
    }

    /// The form as it is sent.
    pub fn encoded(&self) -> String {
        let mut sent = form_urlencoded::Serializer::new(String::new());
        sent.extend_pairs(&self.0);
        sent.finish()
    }
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    let value = value.replace("&quot;", "\"").replace("&lt;", "<");
    Some(value.replace("&gt;", ">").replace("&amp;", "&"))
}
