//! Pages that are pictures, read by the program `tesseract`; `pdftoppm` makes the pictures.

use crate::language::Language;
use crate::read::layout::{Layout, Text};
use crate::read::{Options, ReadProblem};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The most pages that are recognized.
const PAGES: usize = 100;

/// What tesseract calls the languages of letters.
const NAMES: &[(Language, &str)] = &[
    (Language::English, "eng"),
    (Language::French, "fra"),
    (Language::Spanish, "spa"),
    (Language::Russian, "rus"),
    (Language::Arabic, "ara"),
    (Language::Chinese, "chi_sim"),
];

/// How long programs may run.
struct Limit {
    seconds: u64,
    until: Instant,
}

impl Limit {
    fn of(seconds: u64) -> Self {
        Self {
            seconds,
            until: Instant::now() + Duration::from_secs(seconds),
        }
    }
}

/// The words on the pages of a file, as far as they are recognized in the time that one file may take.
pub(super) fn read(bytes: &[u8], pages: usize, options: &Options) -> Result<Text, ReadProblem> {
    let limit = Limit::of(options.limits.seconds);
    let languages = languages(options)?;
    let mut layout = Layout::default();
    for page in 1..=pages.min(PAGES) {
        let number = page.to_string();
        let draw = [
            "-r", "200", "-gray", "-jpeg", "-f", &number, "-l", &number, "-",
        ];
        let picture = run("pdftoppm", &draw, bytes, &limit)?;
        let recognize = ["stdin", "stdout", "-l", &languages];
        let words = run("tesseract", &recognize, &picture, &limit)?;
        let words = String::from_utf8_lossy(&words).replace('\u{C}', "");
        layout.page();
        for paragraph in words.split("\n\n") {
            layout.paragraph(paragraph.trim());
            layout.paragraph("");
        }
    }
    Ok(layout.finish(crate::document::Properties::default()))
}

/// The languages to recognize: the one that is given, or those of letters that are installed.
fn languages(options: &Options) -> Result<String, ReadProblem> {
    let known = run("tesseract", &["--list-langs"], b"", &Limit::of(10))?;
    let known = String::from_utf8_lossy(&known).into_owned();
    let wanted = NAMES.iter().filter(|(language, name)| {
        let is_wanted = options.language.is_none_or(|wanted| wanted == *language);
        is_wanted && known.lines().any(|line| line.trim() == *name)
    });
    let wanted: Vec<&str> = wanted.map(|(_, name)| *name).collect();
    if wanted.is_empty() {
        return Err(ReadProblem::NoProgram(
            "tesseract, with the letter's language",
        ));
    }
    Ok(wanted.join("+"))
}

/// What a program makes of its input; it is ended when the time is over.
fn run(
    program: &'static str,
    arguments: &[&str],
    input: &[u8],
    limit: &Limit,
) -> Result<Vec<u8>, ReadProblem> {
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else {
        return Err(ReadProblem::NoProgram(program));
    };
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program may end without reading everything.
        stdin.map(|mut stdin| stdin.write_all(&input).is_ok())
    });
    let reader = std::thread::spawn(move || {
        let mut output = Vec::new();
        stdout.map(|mut stdout| stdout.read_to_end(&mut output).is_ok());
        output
    });
    loop {
        match child.try_wait().map_err(ReadProblem::Io)? {
            Some(_) => break,
            None if Instant::now() > limit.until => {
                child.kill().map_err(ReadProblem::Io)?;
                child.wait().map_err(ReadProblem::Io)?;
                return Err(ReadProblem::TooSlow(limit.seconds));
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    drop(writer.join());
    Ok(reader.join().unwrap_or_default())
}
