//! Circugraph.
pub mod diagnostic;
pub mod document;
pub mod knowledge;
pub mod language;
pub mod namespace;
pub mod span;
pub mod vocabulary;
