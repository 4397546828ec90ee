//! PDF files: words put on pages by their place, read back as paragraphs and rows.
//!
//! `pdfboss` gives runs of characters with their place. [`line`] puts them into lines and the lines
//! into cells, [`bidi`] turns Arabic ones round, [`column`] finds columns, [`margin`] what stands in
//! the margins of pages, [`note`] footnotes, and [`flow`] makes paragraphs of lines, over the ends of
//! pages. [`scan`] reads pages that are pictures.

mod bidi;
mod column;
mod flow;
mod join;
mod line;
mod margin;
mod note;
mod scan;

use crate::document::Properties;
use crate::read::layout::Text;
use crate::read::{Options, ReadProblem, Scans};
use flow::Flow;
use line::Line;
use pdfboss_core::{Document, Error};
use pdfboss_text::{FontCache, ReadingOrder, extract_spans_reporting_cached};

/// The most pages that are read.
const PAGES: usize = 5000;

/// One page: its size, and its lines from top to bottom.
struct Page {
    width: f32,
    height: f32,
    lines: Vec<Line>,
}

#[derive(Debug, thiserror::Error)]
#[error("it has no pages")]
struct NoPages;

/// The words of the file.
pub(super) fn read(bytes: Vec<u8>, options: &Options) -> Result<Text, ReadProblem> {
    let scanned = match options.scans {
        Scans::Report => None,
        Scans::Recognize => Some(bytes.clone()),
    };
    let document = Document::load(bytes).map_err(refusal)?;
    let count = document.page_count().min(PAGES);
    if count == 0 {
        return Err(ReadProblem::damaged("PDF file", NoPages));
    }
    let fonts = FontCache::default();
    let pages: Vec<Page> = (0..count)
        .map(|index| page(&document, index, &fonts))
        .collect();
    let lines = pages.iter().flat_map(|page| &page.lines);
    let letters = lines.map(Line::letters).sum::<usize>();
    if letters < 20 {
        return match scanned {
            Some(bytes) => scan::read(&bytes, count, options),
            None => Err(ReadProblem::Scanned(count)),
        };
    }
    Ok(lay_out(pages, properties(&document)))
}

fn refusal(error: Error) -> ReadProblem {
    match error {
        Error::Encrypted => ReadProblem::Locked("PDF file"),
        error if error.to_string().to_lowercase().contains("password") => {
            ReadProblem::Locked("PDF file")
        }
        error => ReadProblem::damaged("PDF file", error),
    }
}

/// A page that cannot be read is an empty one: the others may hold the letter.
fn page(document: &Document, index: usize, fonts: &FontCache) -> Page {
    let Ok(page) = document.page(index) else {
        return Page {
            width: 0.0,
            height: 0.0,
            lines: Vec::new(),
        };
    };
    let spans = extract_spans_reporting_cached(document, &page, fonts, ReadingOrder::Content);
    let mut spans = spans.map_or_else(|_| Vec::new(), |(spans, _)| spans);
    pdfboss_output::retain_spans_on_page(&mut spans, &page);
    let (left, right) = (page.crop_box.x0, page.crop_box.x1);
    let (bottom, top) = (page.crop_box.y0, page.crop_box.y1);
    Page {
        width: (right - left).abs(),
        height: (top - bottom).abs(),
        lines: line::lines(spans, left.min(right), bottom.min(top)),
    }
}

fn lay_out(mut pages: Vec<Page>, properties: Properties) -> Text {
    let body = body_size(&pages);
    let margins = margin::take(&mut pages, body);
    let is_hyphenated = join::is_hyphenated(pages.iter().flat_map(|page| &page.lines));
    let mut flow = Flow::new(&pages, body, is_hyphenated);
    for page in pages {
        let notes = note::take(&page, body);
        flow.page(page, notes);
    }
    flow.finish(margins, properties)
}

/// The size that most letters have.
fn body_size(pages: &[Page]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        let size = (line.size * 2.0).round() / 2.0;
        match sizes
            .iter_mut()
            .find(|(known, _)| (*known - size).abs() < 0.1)
        {
            Some((_, letters)) => *letters += line.letters(),
            None => sizes.push((size, line.letters())),
        }
    }
    let most = sizes.into_iter().max_by_key(|(_, letters)| *letters);
    most.map_or(11.0, |(size, _)| size.max(1.0))
}

fn properties(document: &Document) -> Properties {
    let metadata = document.metadata();
    let date = metadata.creation_date.as_deref();
    let date = date.and_then(|date| {
        let digits: String = date
            .strip_prefix("D:")
            .unwrap_or(date)
            .chars()
            .take(8)
            .collect();
        let fits = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]))
    });
    Properties {
        title: metadata.title.filter(|title| !title.trim().is_empty()),
        date,
    }
}
