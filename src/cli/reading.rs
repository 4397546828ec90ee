//! How files are to be read, as subcommands are told.

use crate::language::Language;
use crate::read::{Limits, Options, Scans};
use clap::Args;

/// Which language letters are in.
#[derive(Debug, Args)]
pub(super) struct LanguageArgs {
    /// The language of the letter, if it should not be detected: en, fr, es, ru, ar or zh
    #[arg(long, value_name = "TAG")]
    lang: Option<Language>,
    /// Read pages that are pictures with tesseract, which must be installed, as must pdftoppm
    #[arg(long)]
    ocr: bool,
}

/// What one file may cost.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArgs {
    /// The largest file that is read, on disk or unpacked
    #[arg(long, value_name = "MIB", default_value_t = Limits::default().size >> 20)]
    max_size: u64,
    /// The most that one archive unpacks to, with the archives in it
    #[arg(long, value_name = "MIB", default_value_t = Limits::default().unpacked >> 20)]
    max_unpacked: u64,
    /// How many archives may stand one in the other
    #[arg(long, value_name = "COUNT", default_value_t = Limits::default().nesting)]
    max_nesting: usize,
    /// The longest time for reading one file
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().seconds)]
    max_seconds: u64,
}

impl LanguageArgs {
    /// What was typed, with the usual limits.
    pub(super) fn options(&self) -> Options {
        Options {
            language: self.lang,
            limits: Limits::default(),
            scans: if self.ocr {
                Scans::Recognize
            } else {
                Scans::Report
            },
        }
    }
}

impl LimitArgs {
    /// What was typed.
    pub(super) fn limits(&self) -> Limits {
        Limits {
            size: self.max_size.saturating_mul(1 << 20),
            unpacked: self.max_unpacked.saturating_mul(1 << 20),
            nesting: self.max_nesting,
            seconds: self.max_seconds,
        }
    }
}
