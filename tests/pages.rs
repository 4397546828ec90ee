//! Pages that are hard to read: two columns, divided words, margins, letters in the forms that they take
//! beside each other, pictures instead of text, passwords. `tests/layouts` holds the files, made by
//! `scripts/make-layouts.sh`.

use circugraph::document::Document;
use circugraph::document::cue::PartCues;
use circugraph::knowledge::Knowledge;
use circugraph::read::{self, Options, ReadProblem, Scans};
use std::path::Path;
use std::process::Command;

/// The columns hold these two paragraphs by turns.
const LEFT: &str = "The telecommunication standardization advisory group considered the recommendations of the correspondence activity concerning the interoperability of infrastructure for identification of counterfeit equipment, and acknowledged the extraordinary contributions of administrations representing developing countries. It established a coordination activity whose responsibilities comprise the synchronization of implementation across the standardization organizations. Participation is unrestricted, notwithstanding the administrative procedures that individual organizations prescribe for representation in international collaboration.";
const RIGHT: &str = "Administrations, sector members and associates contemplating participation should communicate the particulars of their representatives electronically. Interpretation requires corresponding requests from administrations before the registration deadline of 14 February 2011. Supplementary documentation, comprehensive accommodation particulars and transportation arrangements are available electronically from the participating administration. The secretariat acknowledges registrations individually and immediately.";

fn file(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read(root.join("tests/layouts").join(name)).expect("the file is there")
}

fn read_with(name: &str, options: &Options) -> Result<Document, ReadProblem> {
    let cues = PartCues::load(&Knowledge::embedded()).expect("the cues are right");
    read::read_bytes(name, file(name), options, &cues)
}

/// The text of a file, without what stands in the margins, and its margins.
fn text(name: &str) -> (String, Vec<String>) {
    let document = read_with(name, &Options::default()).expect("the file is sound");
    let is_margin = |line: &&str| line.starts_with("[header: ") || line.starts_with("[footer: ");
    let (margins, lines): (Vec<&str>, Vec<&str>) = document.text.lines().partition(is_margin);
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    (
        lines.join("\n") + "\n",
        margins.into_iter().map(str::to_owned).collect(),
    )
}

#[test]
fn columns_are_read_one_after_the_other_below_what_stands_over_both() {
    let (found, margins) = text("columns.pdf");
    let mut expected = String::from(
        "REPORT OF THE ACTIVITY ON EQUIPMENT\nMeeting\tPlace\tDates\nFirst meeting\tGeneva, Switzerland\t14-18 March 2011\nSecond meeting\tTunis, Tunisia\t5-9 September 2011\n",
    );
    for number in 1..15 {
        let words = if number % 2 == 1 { LEFT } else { RIGHT };
        expected += &format!("Paragraph {number}. {words}\n");
    }
    assert_eq!(found, expected);
    assert_eq!(
        margins,
        [
            "[header: Annex to TSB Circular 174 – page 1]",
            "[footer: International Telecommunication Union • Place des Nations • CH-1211 Geneva 20 • Switzerland]",
            "[header: Annex to TSB Circular 174 – page 2]",
        ]
    );
}

#[test]
fn a_heading_ends_the_columns_above_it() {
    let (found, _) = text("halves.pdf");
    // What is told to be a header stands on more pages than one.
    let mut expected =
        String::from("Annex to TSB Circular 174 – page 1\nTHE FIRST SUBJECT OF THIS ANNEX\n");
    for number in 1..9 {
        if number == 5 {
            expected += "THE SECOND SUBJECT OF THIS ANNEX\n";
        }
        let words = if number < 5 { LEFT } else { RIGHT };
        expected += &format!("Paragraph {number}. {words}\n");
    }
    assert_eq!(found, expected);
}

#[test]
fn every_page_of_columns_is_known() {
    let document = read_with("columns.pdf", &Options::default()).expect("the file is sound");
    assert_eq!(document.pages.len(), 2);
    let begins = document.text.get(document.pages[1]..);
    assert!(begins.is_some_and(|rest| rest.len() > 1000));
}

#[test]
fn arabic_letters_are_folded_into_those_that_are_written() {
    let (found, _) = text("forms.pdf");
    assert_eq!(
        found,
        "Annex to TSB Circular 174 – page 1\nالرسالة المعممة 174\nيسر الاتحاد الدولي للاتصالات أن يدعو إدارات الدول الأعضاء إلى الاجتماع المقبل في جنيف يوم 16 مارس 2011.\nلا يمكن التسجيل\n"
    );
}

/// True where pages that are pictures can be read.
fn can_recognize() -> bool {
    let runs = |program: &str, argument: &str| {
        let run = Command::new(program).arg(argument).output();
        run.is_ok_and(|output| output.status.success())
    };
    runs("tesseract", "--version") && runs("pdftoppm", "-v")
}

#[test]
fn pages_that_are_pictures_are_reported_or_recognized() {
    let found = read_with("scan.pdf", &Options::default());
    assert!(matches!(found, Err(ReadProblem::Scanned(1))), "{found:?}");
    let options = Options {
        scans: Scans::Recognize,
        ..Options::default()
    };
    let found = read_with("scan.pdf", &options);
    if can_recognize() {
        let text = found.expect("it is recognized").text;
        for words in ["TSB Circular 261", "Monique Morrow", "JCA-Cloud"] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    } else {
        let problem = found.expect_err("there is no program that could read it");
        assert!(
            matches!(problem, ReadProblem::NoProgram("tesseract" | "pdftoppm")),
            "{problem}"
        );
        assert!(
            problem
                .to_string()
                .contains("pages that are pictures need the program"),
            "{problem}"
        );
    }
}

#[test]
fn without_the_programs_a_picture_says_what_to_install() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_cmd::Command::cargo_bin("circugraph")
        .expect("the program is built")
        .current_dir(root.join("tests/layouts"))
        .env("PATH", "")
        .args(["extract", "--ocr", "scan.pdf"])
        .assert()
        .code(2)
        .stdout("")
        .stderr(
            "error: scan.pdf: pages that are pictures need the program `tesseract`; install it\n",
        );
}

#[test]
fn a_file_with_a_password_is_refused_as_such() {
    for name in ["locked.pdf", "locked.docx"] {
        let found = read_with(name, &Options::default());
        assert!(
            matches!(found, Err(ReadProblem::Locked(_))),
            "{name}: {found:?}"
        );
    }
}
