//! A picture of a network in any format.

use super::draw;
use super::picture::Picture;
use super::table::table;
use crate::map::error::MapError;
use crate::map::paper::legend::Legend;
use crate::map::paper::sheet::{Margins, Sheet};
use crate::map::paper::table::Table;

impl Picture {
    /// The picture as SVG.
    pub fn svg(&self) -> String {
        self.drawn().into_svg()
    }

    /// The picture as PNG, its paper at 150 dots an inch.
    pub fn png(&self) -> Result<Vec<u8>, MapError> {
        self.drawn().png()
    }

    /// The picture as a page of PDF, landscape, its text selectable.
    pub fn pdf(&self) -> Result<Vec<u8>, MapError> {
        self.drawn().pdf()
    }

    /// The picture without what is said of it elsewhere.
    fn drawn(&self) -> Sheet {
        self.sheet(String::new(), Table::default())
    }

    fn sheet(&self, json: String, table: Table) -> Sheet {
        let margins = Margins {
            head: self.heading.clone(),
            description: self.description.clone(),
            legend: Legend::fixed(self.legend.clone()),
            lang: self.lang,
            paper: self.paper,
        };
        margins.sheet(json, table, draw::figure(self))
    }
}

impl From<&Picture> for Sheet {
    fn from(picture: &Picture) -> Self {
        let sheet = picture.sheet(picture.geometry().to_json(), table(picture));
        sheet.with_names(picture.names())
    }
}
