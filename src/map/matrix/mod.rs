//! The matrix: department by department, each cell with its ties and how they lie to what is to be expected.
//!
//! Everything comes from the report, which holds back from leaders what they are not to see: nothing here can be
//! worked out that the report does not say.

mod aside;
mod cells;
mod draw;
mod finds;
mod inscription;
mod legend;
mod look;
mod names;
mod order;
mod plan;
mod sentences;
mod sheet;
mod table;

pub use sheet::matrix;
