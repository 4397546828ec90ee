//! Circugraph.
pub mod diagnostic;
pub mod document;
pub mod knowledge;
pub mod language;
pub mod mention;
pub mod namespace;
pub mod pattern;
pub mod relation;
pub mod span;
pub mod vocabulary;
