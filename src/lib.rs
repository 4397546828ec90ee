//! Circugraph.
pub mod diagnostic;
pub mod namespace;
pub mod span;
