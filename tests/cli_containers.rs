//! `build` on what archives of letters really hold: zip and tar files, mail, the same letter in two
//! formats, pages that are pictures; and what the limits keep out.
#![cfg(feature = "disk")]

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const LETTER: &str = "Geneva, 16 March 2011\n\nRef: TSB Circular 174\n\nTo Administrations of Member States of the Union\n\nSubject: New joint coordination activity on tests (JCA-Tests)\n\nDear Sir/Madam,\n\nTSAG agreed to establish JCA-Tests. JCA-Tests will report to TSAG. JCA-Tests is chaired by Ms Ann Lee.\n\nYours faithfully,\n\nMalcolm Johnson\nDirector of the Telecommunication Standardization Bureau\n";

struct World {
    directory: TempDir,
}

impl World {
    fn new() -> Self {
        Self {
            directory: TempDir::new().expect("a directory"),
        }
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.directory.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    fn circugraph(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::cargo_bin("circugraph").expect("the program is built");
        command
            .current_dir(self.directory.path())
            .env_remove("CIRCUGRAPH_QUERIES")
            .env_remove("CIRCUGRAPH_ONTOLOGY")
            .env("CIRCUGRAPH_STORE", "store")
            .args(arguments)
            .assert()
    }
}

fn letter(number: u32) -> Vec<u8> {
    LETTER.replace("174", &number.to_string()).into_bytes()
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

fn tar_gz(members: &[(&str, &[u8])]) -> Vec<u8> {
    let packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let mut archive = tar::Builder::new(packed);
    for (name, bytes) in members {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive
            .append_data(&mut header, name, *bytes)
            .expect("a member");
    }
    let packed = archive.into_inner().expect("an archive");
    packed.finish().expect("packed")
}

fn made(case: &str, extension: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(format!("tests/formats/{case}.{extension}"))
}

#[test]
fn letters_are_found_in_archives_and_mail() {
    let world = World::new();
    let inner = zip(&[
        ("a/176.txt", &letter(176)),
        ("picture.png", b"\x89PNG\r\n\x1A\n"),
    ]);
    let year = zip(&[
        ("2011/175.txt", &letter(175)),
        ("2011/more.zip", &inner),
        ("__MACOSX/._175.txt", b"\0\0\0"),
    ]);
    world.write("letters/2011.zip", year);
    world.write(
        "letters/2012.tar.gz",
        tar_gz(&[("2012/177.txt", &letter(177))]),
    );
    let mail = format!(
        "From: a@itu.int\r\nMessage-ID: <1@itu.int>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease find a circular attached, with my kind regards to the whole office.\r\n--b\r\nContent-Type: text/plain; name=\"178.txt\"\r\nContent-Disposition: attachment; filename=\"178.txt\"\r\n\r\n{}\r\n--b--\r\n",
        LETTER.replace("174", "178")
    );
    world.write("letters/forwarded.eml", mail);
    world
        .circugraph(&["build", "letters"])
        .code(0)
        .stderr(contains("4 letters (en 4): 4 new"))
        .stderr(contains(
            "letters/2011.zip/2011/more.zip/picture.png: passed over: this is a picture",
        ))
        .stderr(contains(
            "letters/forwarded.eml/message: passed over: this is no letter",
        ));
    world
        .circugraph(&["query", "letters"])
        .code(0)
        .stdout(contains("letters/2011.zip/2011/more.zip/a/176.txt").or(contains("176")));
    // What stands in the archive no more is forgotten, and nothing else.
    world.write("letters/2011.zip", zip(&[("2011/175.txt", &letter(175))]));
    world.circugraph(&["build", "letters"]).code(0);
    world
        .circugraph(&["remove", "letters/2011.zip"])
        .code(0)
        .stderr(contains("removed letters/2011.zip/2011/175.txt").and(contains("176").not()));
    world.circugraph(&["remove", "letters/2012.tar.gz"]).code(0);
}

#[test]
fn limits_keep_out_what_would_eat_memory() {
    let world = World::new();
    let zeros = vec![b' '; 9 << 20];
    let bomb = zip(&[("zeros.txt", &zeros), ("174.txt", &letter(174))]);
    world.write("bomb.zip", &bomb);
    world
        .circugraph(&["build", "bomb.zip", "--max-size", "1"])
        .code(1)
        .stderr(contains(
            "error: bomb.zip/zeros.txt: it unpacks to more than 1 MiB; see --max-size",
        ))
        .stderr(contains("1 letters (en 1): 1 new"));
    world
        .circugraph(&["build", "bomb.zip", "--max-unpacked", "2"])
        .code(1)
        .stderr(contains("it unpacks to more than 2 MiB"));
    let mut nested = zip(&[("174.txt", &letter(174))]);
    for depth in 0..6 {
        nested = zip(&[(&format!("{depth}.zip"), &nested)]);
    }
    world.write("nested.zip", nested);
    world
        .circugraph(&["build", "nested.zip"])
        .code(1)
        .stderr(contains(
            "it stands in more than 4 archives, one in the other; see --max-nesting",
        ));
    world
        .circugraph(&["build", "nested.zip", "--max-nesting", "7"])
        .code(0);
    world.write("cut.zip", &bomb[..bomb.len() / 2]);
    world
        .circugraph(&["build", "cut.zip"])
        .code(1)
        .stderr(contains("error: cut.zip: this zip archive is damaged"));
}

#[test]
fn a_letter_in_two_formats_is_one_language_version_with_its_facts_once() {
    let case = "tsb-circular-new-joint-coordination-activity-en";
    let world = World::new();
    for extension in ["doc", "pdf"] {
        let bytes = fs::read(made(case, extension)).expect("the sample is there");
        // The names say nothing.
        world.write(&format!("letters/{extension}-1.bin"), bytes);
    }
    world
        .circugraph(&["build", "letters"])
        .code(0)
        .stderr(contains("2 letters (en 2): 2 new"));
    let count = |query: &str| {
        let output = world
            .circugraph(&["query", "-e", query, "--format", "csv"])
            .code(0);
        String::from_utf8_lossy(&output.get_output().stdout)
            .trim()
            .replace("\r\n", "\n")
    };
    assert_eq!(
        count(
            "SELECT (COUNT(DISTINCT ?v) AS ?n) (COUNT(DISTINCT ?f) AS ?m) { ?v a cg:LanguageVersion ; prov:wasDerivedFrom ?f . ?f a cg:SourceFile }"
        ),
        "n,m\n1,2"
    );
    assert_eq!(
        count("SELECT ?who { ?who cg:chairs ?group }")
            .lines()
            .count(),
        2,
        "one chair, said once"
    );
    assert_eq!(
        count("SELECT DISTINCT ?page { ?p cg:page ?page } ORDER BY ?page")
            .lines()
            .next(),
        Some("page")
    );
    assert!(count("SELECT ?page { ?p cg:page ?page }").lines().count() > 10);
}

/// A PDF file of one page that holds a picture, or nothing at all.
fn scanned() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> /Contents 4 0 R >>",
        "<< /Length 20 >>\nstream\n0 0 200 200 re f    \nendstream",
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let table = file.len();
    file += "xref\n0 5\n0000000000 65535 f \n";
    for place in places {
        file += &format!("{place:010} 00000 n \n");
    }
    file += &format!("trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    file.into_bytes()
}

#[test]
fn pages_that_are_pictures_are_named() {
    let world = World::new();
    world.write("scan.pdf", scanned());
    world
        .circugraph(&["build", "scan.pdf"])
        .code(1)
        .stderr(contains(
            "error: scan.pdf: its 1 pages are pictures without text; read them with --ocr",
        ));
}

#[test]
fn every_format_is_read_whatever_its_name() {
    let case = "tsb-circular-new-joint-coordination-activity-en";
    for extension in ["docx", "doc", "rtf", "pdf", "html"] {
        let world = World::new();
        world.write(
            "letter.txt",
            fs::read(made(case, extension)).expect("there"),
        );
        world
            .circugraph(&["extract", "letter.txt"])
            .code(0)
            .stdout(contains("Monique Morrow cg:chairs"));
    }
}
