//! What of a page is its content: neither navigation nor hidden.

use crate::read::layout::Margin;
use scraper::{ElementRef, Html, Selector};

/// Elements that hold no words of the page.
const SILENT: &[&str] = &[
    "audio", "button", "canvas", "del", "embed", "head", "iframe", "input", "link", "math", "meta",
    "nav", "noscript", "object", "option", "script", "select", "strike", "style", "svg",
    "template", "textarea", "title", "video",
];

/// Words in the class or the name of elements that belong to the site, not to the page.
const FURNITURE: &[&str] = &[
    "breadcrumb",
    "cookie",
    "footer-nav",
    "langmenu",
    "main-menu",
    "mainmenu",
    "menubar",
    "nav",
    "navbar",
    "navigation",
    "sidebar",
    "site-footer",
    "site-header",
    "sitefooter",
    "siteheader",
    "skip-link",
    "social",
    "toolbar",
];

/// The encoding that the page states in its head.
pub(super) fn stated_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let label = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c)))?;
    Some(label[..end].to_owned())
}

/// The element that holds the page's content: what says so itself, if it holds a good part of the
/// words, or else the whole page.
pub(super) fn main(page: &Html) -> ElementRef<'_> {
    let length = |element: ElementRef<'_>| -> usize { element.text().map(str::len).sum() };
    let root = page.root_element();
    for name in [
        "main",
        "[role=main]",
        "article",
        "#content",
        "#main",
        "body",
    ] {
        let Ok(selector) = Selector::parse(name) else {
            continue;
        };
        let mut found = page.select(&selector);
        if let (Some(element), None) = (found.next(), found.next())
            && (name == "body" || length(element) * 4 > length(root))
        {
            return element;
        }
    }
    root
}

/// True for what a browser does not show.
pub(super) fn is_hidden(element: ElementRef<'_>) -> bool {
    let element = element.value();
    if SILENT.contains(&element.name()) || element.attr("hidden").is_some() {
        return true;
    }
    let style = element.attr("style").unwrap_or_default();
    let style: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
}

/// True for what stands on every page of a site.
pub(super) fn is_furniture(element: ElementRef<'_>) -> bool {
    let element = element.value();
    if matches!(element.name(), "body" | "html" | "main" | "article") {
        return false;
    }
    let role = element.attr("role").unwrap_or_default();
    if matches!(
        role,
        "navigation" | "banner" | "contentinfo" | "search" | "complementary"
    ) || element.name() == "aside"
    {
        return true;
    }
    let names = [element.attr("class"), element.attr("id")];
    let mut names = names
        .into_iter()
        .flatten()
        .flat_map(|names| names.split_whitespace());
    names.any(|name| FURNITURE.contains(&name.to_ascii_lowercase().as_str()))
}

/// The margin that word processors say a block stands in, or that the page's own header and footer
/// are.
pub(super) fn margin_of(element: ElementRef<'_>) -> Option<Margin> {
    let element = element.value();
    let attribute = |name: &str| element.attr(name).unwrap_or_default().to_ascii_lowercase();
    let (title, style) = (attribute("title"), attribute("style").replace(' ', ""));
    if element.name() == "div" && title == "header" || style.contains("mso-element:header") {
        Some(Margin::Header)
    } else if element.name() == "footer"
        || element.name() == "div" && title == "footer"
        || style.contains("mso-element:footer")
    {
        Some(Margin::Footer)
    } else {
        None
    }
}

/// The cells of each row of a table; rows of tables in it are not its own.
pub(super) fn rows(table: ElementRef<'_>) -> Vec<Vec<ElementRef<'_>>> {
    let mut rows = Vec::new();
    for child in children(table) {
        match child.value().name() {
            "tr" | "caption" => rows.push(child),
            "tbody" | "thead" | "tfoot" => {
                rows.extend(children(child).filter(|inner| inner.value().name() == "tr"));
            }
            _ => {}
        }
    }
    rows.retain(|row| !is_hidden(*row));
    rows.into_iter().map(cells).collect()
}

fn cells(row: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    if row.value().name() == "caption" {
        return vec![row];
    }
    let is_cell = |inner: &ElementRef<'_>| matches!(inner.value().name(), "td" | "th");
    let cells = children(row).filter(|inner| is_cell(inner) && !is_hidden(*inner));
    cells.collect()
}

fn children(parent: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    parent.children().filter_map(ElementRef::wrap)
}

/// How many paragraphs stand in a cell.
pub(super) fn blocks_in(cell: ElementRef<'_>) -> usize {
    let elements = cell.descendants().filter_map(ElementRef::wrap);
    let is_block = |element: &ElementRef<'_>| {
        matches!(
            element.value().name(),
            "p" | "div" | "li" | "h1" | "h2" | "h3"
        ) && element.text().any(|text| !text.trim().is_empty())
    };
    elements.filter(is_block).count()
}

/// The mark of an item that the page writes as words of their own, as some converters do, which turn
/// the browser's marks off; empty where the mark is turned off and none is written.
pub(super) fn written_mark(item: ElementRef<'_>) -> Option<String> {
    let first = item.children().find_map(ElementRef::wrap)?;
    let mark = if is_mark(first) {
        Some(first)
    } else {
        written_mark_of(first)
    };
    mark.map(|mark| mark.text().collect::<String>().trim().to_owned())
}

/// The first element of a block that holds a mark and nothing else.
pub(super) fn written_mark_of(block: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let before = block
        .children()
        .take_while(|child| ElementRef::wrap(*child).is_none());
    let is_bare = before
        .filter_map(|child| child.value().as_text())
        .all(|text| text.trim().is_empty());
    let first = block.children().find_map(ElementRef::wrap)?;
    (is_bare && is_mark(first)).then_some(first)
}

fn is_mark(element: ElementRef<'_>) -> bool {
    let style = element.value().attr("style").unwrap_or_default();
    let words: String = element.text().collect();
    let words = words.trim();
    element.value().name() == "span"
        && (style.contains("float:left") || style.contains("mso-list:Ignore"))
        && words.chars().count() <= 6
}
