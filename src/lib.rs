//! Circugraph.
pub mod span;
pub mod diagnostic;
pub mod namespace;
pub mod store;
pub mod query;
pub mod question;
pub mod network;
pub mod export;
pub mod cli;
