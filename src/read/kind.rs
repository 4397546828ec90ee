//! What a file is, told by its content; its name only tells Markdown from other text.

use super::container::{self, Container, Source};
use super::format::{Format, named};
use super::{ReadProblem, encoding};
use std::io::{Cursor, Read, SeekFrom};
use std::path::Path;

/// What can be done with a file.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A letter may be read from it.
    Format(&'static Format),
    /// Files stand in it.
    Container(&'static Container),
    /// Neither, with what it is.
    Other(&'static str),
}

/// What the first bytes of other kinds of files are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"ID3", "a recording"),
    (b"\0\0\0\x18ftyp", "a recording"),
    (b"\0\0\0\x20ftyp", "a recording"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    (b"\xDB\xA5", "a Word file from before Word 97"),
    (b"\x31\xBE\0\0", "a Word file from before Word 97"),
    (b"\xFFWPC", "a WordPerfect file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
];

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Tells what the file named `path` with these bytes is.
pub(super) fn of(path: &str, bytes: &[u8]) -> Result<Kind, ReadProblem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadProblem::Empty);
    }
    let head = &bytes[..bytes.len().min(1024)];
    if contains(head, b"%PDF-") {
        return Ok(format("pdf"));
    }
    if head.trim_ascii_start().starts_with(b"{\\rtf") || head.starts_with(b"\xEF\xBB\xBF{\\rtf") {
        return Ok(format("rtf"));
    }
    if bytes.starts_with(b"PK") {
        return in_zip(bytes);
    }
    if bytes.starts_with(OLE) {
        return in_ole(bytes);
    }
    if let Some(container) = container::of(head) {
        return Ok(Kind::Container(container));
    }
    if let Some((_, name)) = OTHERS.iter().find(|(first, _)| bytes.starts_with(first)) {
        return Ok(Kind::Other(name));
    }
    let text = encoding::decode(bytes.to_vec())?;
    Ok(in_text(path, &text))
}

fn format(extension: &str) -> Kind {
    named(extension).map_or(Kind::Other("a file without a reader"), Kind::Format)
}

/// The container that a file is, which is left at its beginning. An Office file is none, nor is an
/// archive whose list is lost: the readers say what that was.
pub(super) fn container(source: &mut dyn Source) -> Option<&'static Container> {
    let mut head = Vec::new();
    source.take(1024).read_to_end(&mut head).ok()?;
    let container = container::of(&head);
    let is_office = head.starts_with(b"PK")
        && container::zip_names(source).is_none_or(|names| office(&names).is_some());
    source.seek(SeekFrom::Start(0)).ok()?;
    container.filter(|_| !is_office)
}

fn in_zip(bytes: &[u8]) -> Result<Kind, ReadProblem> {
    let Some(names) = container::zip_names(&mut Cursor::new(bytes)) else {
        return if contains(bytes, b"word/document.xml") {
            Ok(format("docx"))
        } else {
            Err(ReadProblem::Damaged("zip archive", None))
        };
    };
    let archive = container::named("zip archive");
    Ok(office(&names)
        .or(archive.map(Kind::Container))
        .unwrap_or(Kind::Other("a zip archive")))
}

/// What an Office program wrote, if a zip archive holds files of these names: a list of its parts,
/// and folders of known names. Other archives may well have a folder `word`.
fn office(names: &[String]) -> Option<Kind> {
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
    let lists_parts = holds("[Content_Types].xml");
    if holds("word/document.xml") || lists_parts && holds("word/") {
        Some(format("docx"))
    } else if lists_parts && holds("xl/") {
        Some(Kind::Other("a spreadsheet"))
    } else if lists_parts && holds("ppt/") {
        Some(Kind::Other("a presentation"))
    } else if holds("META-INF/manifest.xml") && holds("content.xml") {
        Some(Kind::Other("an OpenDocument file"))
    } else {
        None
    }
}

/// Files of Microsoft programs before 2007 name their parts in UTF-16.
fn in_ole(bytes: &[u8]) -> Result<Kind, ReadProblem> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    if holds("WordDocument") {
        Ok(format("doc"))
    } else if holds("EncryptedPackage") {
        Err(ReadProblem::Locked("Office file"))
    } else if holds("Workbook") || holds("Book") {
        Ok(Kind::Other("a spreadsheet"))
    } else if holds("PowerPoint Document") {
        Ok(Kind::Other("a presentation"))
    } else if holds("__substg1.0") {
        Ok(Kind::Other("an Outlook message (save it as .eml)"))
    } else {
        Ok(Kind::Other("an Office file without a text"))
    }
}

fn in_text(path: &str, text: &str) -> Kind {
    let head: String = text.trim_start().chars().take(4000).collect();
    let lower = head.to_ascii_lowercase();
    let is_page = ["<html", "<!doctype html", "<head>", "<body"]
        .iter()
        .any(|tag| lower.contains(tag))
        || ["<p>", "<p ", "<table", "<div", "<font"]
            .iter()
            .any(|tag| lower.starts_with(tag));
    if is_page {
        return format("html");
    }
    if lower.starts_with("<?xml") || lower.starts_with("<!doctype") || lower.starts_with("<svg") {
        return Kind::Other("an XML file");
    }
    let opens = |signs: &[&str]| signs.iter().any(|sign| head.starts_with(sign));
    if opens(&["{", "["]) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Kind::Other("a JSON file");
    }
    if opens(&["<http", "@prefix", "@base", "PREFIX ", "_:"]) {
        return Kind::Other("an RDF file");
    }
    let extension = Path::new(path).extension().unwrap_or_default();
    format(if extension.eq_ignore_ascii_case("md") {
        "md"
    } else {
        "txt"
    })
}

/// True when the bytes hold that sequence.
fn contains(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::{Kind, of};

    fn name(path: &str, bytes: &[u8]) -> String {
        match of(path, bytes) {
            Ok(Kind::Format(format)) => format.extension.to_owned(),
            Ok(Kind::Container(container)) => container.name.to_owned(),
            Ok(Kind::Other(name)) => name.to_owned(),
            Err(problem) => problem.to_string(),
        }
    }

    #[test]
    fn the_content_tells_not_the_name() {
        assert_eq!(name("a.doc", b"{\\rtf1\\ansi Dear Sir}"), "rtf");
        assert_eq!(name("a.doc", b"\r\n<HTML><BODY>Dear Sir"), "html");
        assert_eq!(name("a.txt", b"%PDF-1.4\n"), "pdf");
        assert_eq!(name("a.md", b"Dear Sir"), "md");
        assert_eq!(name("a.docx", b"Dear Sir"), "txt");
        assert_eq!(name("a.json", b"{\"id\": 1}"), "a JSON file");
        assert_eq!(name("a.txt", b"\x89PNG\r\n\x1A\n"), "a picture");
        assert_eq!(
            name("a.txt", b"Date: 16 September 1997\nTo: Members\n\nDear Sir"),
            "txt"
        );
        assert_eq!(
            name(
                "a.txt",
                b"Message-ID: <1@itu.int>\nMIME-Version: 1.0\nTo: Members\n\nDear Sir"
            ),
            "mail"
        );
    }
}
