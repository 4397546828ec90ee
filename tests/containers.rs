//! What stands in folders, archives and mail, in each other, and under names that say something else:
//! every file is found and read, or named with its reason, whatever it is.

use circugraph::document::cue::PartCues;
use circugraph::knowledge::Knowledge;
use circugraph::read::{Limits, Options, walk};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use tempfile::TempDir;

const SAMPLE: &str = "tsb-circular-new-joint-coordination-activity-en";

fn sample(extension: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join(format!("tests/formats/{SAMPLE}.{extension}"));
    fs::read(path).expect("the sample is there")
}

/// What a walk makes of a folder: for each file its path and its first line or its problem.
fn found(files: &[(&str, &[u8])], options: &Options) -> Vec<(String, String)> {
    let cues = PartCues::load(&Knowledge::embedded()).expect("the cues are right");
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }
    let begin = format!("{}/", folder.path().display());
    let mut met = Vec::new();
    walk(&[folder.path().to_owned()], options, &mut |found| {
        let read = found.and_then(|found| found.read(options, &cues));
        met.push(match read {
            Ok(document) => (
                document.source.path,
                document.text.lines().next().unwrap_or_default().to_owned(),
            ),
            Err(error) => (error.path, error.problem.to_string()),
        });
    });
    met.into_iter()
        .map(|(path, said)| (path.replacen(&begin, "", 1), said))
        .collect()
}

fn paths_and_words(met: &[(String, String)]) -> Vec<(&str, &str)> {
    let met = met.iter();
    met.map(|(path, said)| (path.as_str(), said.as_str()))
        .collect()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a member");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn tar_gz(name: &str, bytes: &[u8]) -> Vec<u8> {
    let packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let mut archive = tar::Builder::new(packed);
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    archive
        .append_data(&mut header, name, bytes)
        .expect("a member");
    let packed = archive.into_inner().expect("an archive");
    packed.finish().expect("packed")
}

#[test]
fn every_format_is_found_in_a_folder_under_any_name() {
    let files: Vec<(String, Vec<u8>)> = ["docx", "doc", "rtf", "pdf", "html"]
        .into_iter()
        .flat_map(|extension| {
            [
                (format!("right.{extension}"), sample(extension)),
                (format!("wrong-{extension}.doc"), sample(extension)),
            ]
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let met = found(&files, &Options::default());
    assert_eq!(met.len(), files.len(), "{met:#?}");
    for (path, first) in met {
        assert!(
            first.starts_with("Telecommunication Standardization Bureau"),
            "{path}: {first}"
        );
    }
}

#[test]
fn archives_and_mail_are_read_through_whatever_they_stand_in() {
    let docx = sample("docx");
    // A folder may be called what Word calls its own.
    let inner = zip(&[
        ("word/261.docx", &docx),
        ("word/readme.png", b"\x89PNG\r\n"),
    ]);
    let mail = "From: a@itu.int\nMessage-ID: <1@itu.int>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nPlease find the letter attached, with my kind regards to the whole of your office.\n--b\nContent-Type: text/plain; name=\"1.txt\"\nContent-Disposition: attachment; filename=\"1.txt\"\n\nGeneva, 16 March 2011. The meeting of the group will be held in Geneva.\n--b--\n";
    let forwarded = format!(
        "From: c@itu.int\nMessage-ID: <2@itu.int>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"c\"\n\n--c\nContent-Type: text/plain\n\nThis is the mail that we spoke of in the meeting of this morning.\n--c\nContent-Type: message/rfc822\n\n{mail}\n--c--\n"
    );
    let files: &[(&str, &[u8])] = &[
        ("2011.tar.gz", &tar_gz("2011/letters.zip", &inner)),
        ("forwarded.eml", forwarded.as_bytes()),
    ];
    let met = found(files, &Options::default());
    assert_eq!(
        paths_and_words(&met),
        [
            (
                "2011.tar.gz/2011/letters.zip/word/261.docx",
                "Telecommunication Standardization Bureau | Geneva, 22 February 2012"
            ),
            (
                "2011.tar.gz/2011/letters.zip/word/readme.png",
                "this is a picture; letters are read from .txt, .md, .docx, .doc, .rtf, .pdf, .html"
            ),
            (
                "forwarded.eml/message",
                "This is the mail that we spoke of in the meeting of this morning."
            ),
            (
                "forwarded.eml/part 3/message",
                "Please find the letter attached, with my kind regards to the whole of your office."
            ),
            (
                "forwarded.eml/part 3/1.txt",
                "Geneva, 16 March 2011. The meeting of the group will be held in Geneva."
            ),
        ]
    );
}

#[test]
fn what_unpacks_to_too_much_is_refused_in_archives_and_in_word_files() {
    let options = Options {
        limits: Limits {
            size: 1 << 20,
            ..Limits::default()
        },
        ..Options::default()
    };
    let zeros = vec![b' '; 2 << 20];
    let mut archive = zip::ZipArchive::new(Cursor::new(sample("docx"))).expect("an archive");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("bytes");
        if name == "word/document.xml" {
            bytes.extend(&zeros);
        }
        parts.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let packed = zip(&[("zeros.txt", &zeros)]);
    let files: &[(&str, &[u8])] = &[
        ("a.docx", &zip(&parts)),
        ("b.zip", &packed),
        ("c.tar.gz", &tar_gz("c.zip", &packed)),
        ("d.txt", &zeros),
    ];
    let reason = "it unpacks to more than 1 MiB; see --max-size and --max-unpacked";
    let met = found(files, &options);
    assert_eq!(
        paths_and_words(&met),
        [
            ("a.docx", reason),
            ("b.zip/zeros.txt", reason),
            ("c.tar.gz/c.zip/zeros.txt", reason),
            ("d.txt", reason),
        ]
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let no_pages = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer << /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n";
    let archive = zip(&[("174.txt", b"Geneva, 16 March 2011")]);
    let mut locked = sample("doc");
    let header = locked.windows(2).position(|word| word == [0xEC, 0xA5]);
    // The flag of encryption, in the header of the text.
    locked[header.expect("the text has a header") + 11] |= 1;
    let docx = sample("docx");
    let files: &[(&str, &[u8])] = &[
        ("blank.docx", b" \r\n"),
        ("cut.docx", &docx[..docx.len() / 2]),
        ("cut.zip", &archive[..archive.len() / 2]),
        ("empty.doc", b""),
        ("locked.doc", &locked),
        ("no-pages.pdf", no_pages),
    ];
    let met = found(files, &Options::default());
    assert_eq!(
        paths_and_words(&met),
        [
            (
                "blank.docx",
                "the file is empty; leave it out or replace it"
            ),
            ("cut.docx", "this Word file is damaged; replace it"),
            ("cut.zip", "this zip archive is damaged; replace it"),
            ("empty.doc", "the file is empty; leave it out or replace it"),
            (
                "locked.doc",
                "this Word 97-2003 file is locked with a password; save it without one"
            ),
            ("no-pages.pdf", "this PDF file is damaged; replace it"),
        ]
    );
}
