//! Circugraph turns the circular letters of the International Telecommunication Union into a
//! knowledge graph that people can question.
//!
//! The passes, in the order in which a letter goes through them: [`read`] makes a file into a
//! [`document`]; [`mention`] finds what it names, with the names of [`vocabulary`]; [`relation`] links
//! mentions into claims by rules; [`entity`] decides which mentions are the same thing, and claims
//! become facts; [`graph`] makes facts into quads. [`store`] keeps the quads; [`query`] asks it in
//! SPARQL, [`question`] in everyday words; [`network`] and [`export`] give it to other programs.
//! [`pipeline`] runs the passes. A module uses only modules listed above it.

pub mod span;
pub mod diagnostic;
pub mod namespace;
pub mod knowledge;
pub mod language;
pub mod document;
pub mod read;
pub mod vocabulary;
pub mod pattern;
pub mod example;
pub mod mention;
pub mod relation;
pub mod entity;
pub mod graph;
pub mod store;
pub mod query;
pub mod question;
pub mod network;
pub mod export;
pub mod pipeline;
pub mod report;
pub mod evaluate;
pub mod cli;
