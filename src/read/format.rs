//! The formats that letters come in, each a file of its own.

mod doc;
mod docx;
mod html;
mod md;
mod pdf;
mod rtf;
mod txt;

use super::layout::Text;
use super::{Options, ReadProblem};

/// A way of reading files.
pub struct Format {
    /// The extension that such files mostly have, in lower case and without its dot.
    pub extension: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// What such a file is called in messages.
    pub name: &'static str,
    /// Bytes to text.
    pub(super) read: fn(Vec<u8>, &Options) -> Result<Text, ReadProblem>,
}

/// Every format that can be read.
pub const FORMATS: &[Format] = &[
    Format {
        extension: "txt",
        media_type: "text/plain",
        name: "text",
        read: txt::read,
    },
    Format {
        extension: "md",
        media_type: "text/markdown",
        name: "Markdown text",
        read: md::read,
    },
    Format {
        extension: "docx",
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        name: "Word file",
        read: docx::read,
    },
    Format {
        extension: "doc",
        media_type: "application/msword",
        name: "Word 97-2003 file",
        read: doc::read,
    },
    Format {
        extension: "rtf",
        media_type: "application/rtf",
        name: "RTF file",
        read: rtf::read,
    },
    Format {
        extension: "pdf",
        media_type: "application/pdf",
        name: "PDF file",
        read: pdf::read,
    },
    Format {
        extension: "html",
        media_type: "text/html",
        name: "web page",
        read: html::read,
    },
];

/// The format with that extension.
pub(super) fn named(extension: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.extension == extension)
}
