//! The figures: against established libraries, against enumeration, and by their properties.

mod compare;
mod networks;
mod reference;
mod sentences;
