//! What Word itself writes and other programs seldom do: text boxes, tracked changes, runs from right
//! to left, lists that number themselves, each made here from its XML.

use circugraph::document::Document;
use circugraph::knowledge::Knowledge;
use circugraph::pipeline::Reader;
use circugraph::read::{self, Options};
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load(&Knowledge::embedded()).expect("the ontology is right"));

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml""#;

const OPENING: &str = "<w:p><w:r><w:t>The International Telecommunication Union is pleased to inform the members of the group of what follows here.</w:t></w:r></w:p>";

/// A Word file with that body and further parts: each its name, its kind and its XML.
fn docx(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut content_types = format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>"#
    );
    let mut relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="link" Type="{base}/hyperlink" Target="https://www.itu.int/go/tsg13" TargetMode="External"/>"#
    );
    for (name, kind, _) in parts {
        content_types +=
            &format!(r#"<Override PartName="/word/{name}.xml" ContentType="{types}.{kind}+xml"/>"#);
        relations +=
            &format!(r#"<Relationship Id="{name}" Type="{base}/{kind}" Target="{name}.xml"/>"#);
    }
    let document = format!("<w:document {NAMES}><w:body>{OPENING}{body}</w:body></w:document>");
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{base}/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), content_types + "</Types>"),
        ("_rels/.rels".to_owned(), root),
        ("word/document.xml".to_owned(), document),
        (
            "word/_rels/document.xml.rels".to_owned(),
            relations + "</Relationships>",
        ),
    ];
    for (name, _, xml) in parts {
        files.push((format!("word/{name}.xml"), (*xml).replace("NAMES", NAMES)));
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in files {
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(xml.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn read(bytes: Vec<u8>) -> Document {
    read::read_bytes("letter.docx", bytes, &Options::default(), &READER.cues)
        .expect("the file is sound")
}

/// The text after the opening.
fn text(body: &str, parts: &[(&str, &str, &str)]) -> String {
    let text = read(docx(body, parts)).text;
    let (_, rest) = text.split_once("here.\n").expect("the opening comes first");
    rest.to_owned()
}

#[test]
fn text_boxes_are_read_once() {
    let words = "<w:p><w:r><w:t>TSB Circular 174</w:t></w:r></w:p>";
    let body = format!(
        r#"<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>After</w:t></w:r></w:p>"#
    );
    let found = text(&body, &[]);
    assert_eq!(found.matches("TSB Circular 174").count(), 1, "{found}");
    assert!(found.contains("Before") && found.contains("After"));
}

#[test]
fn tracked_deletions_are_left_out_and_insertions_kept() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">The meeting is on </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>6 May</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>7 June</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> 2011.</w:t></w:r><w:moveFrom w:id="3" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"#;
    assert_eq!(text(body, &[]), "The meeting is on 7 June 2011.\n");
}

#[test]
fn runs_from_right_to_left_keep_their_order() {
    let body = r#"<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">الرسالة المعممة </w:t></w:r><w:r><w:t>174</w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve"> لمكتب تقييس الاتصالات</w:t></w:r></w:p>"#;
    assert_eq!(text(body, &[]), "الرسالة المعممة 174 لمكتب تقييس الاتصالات\n");
}

#[test]
fn lists_are_numbered_as_word_numbers_them() {
    let numbering = r#"<w:numbering NAMES><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
    let item = |level: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        item(0, "The first"),
        item(1, "one"),
        item(1, "two"),
        item(0, "The next"),
        "<w:p><w:r><w:t>Between</w:t></w:r></w:p>".to_owned(),
        item(0, "The last"),
    ];
    assert_eq!(
        text(&body.concat(), &[("numbering", "numbering", numbering)]),
        "3\tThe first\na)\tone\nb)\ttwo\n4\tThe next\nBetween\n5\tThe last\n"
    );
}

#[test]
fn notes_links_tables_and_margins() {
    let notes = r#"<w:footnotes NAMES><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The revised terms of reference.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let header = r#"<w:hdr NAMES><w:p><w:r><w:t>- 2 -</w:t></w:r></w:p></w:hdr>"#;
    let footer = r#"<w:ftr NAMES><w:p><w:r><w:t>Place des Nations</w:t></w:r></w:p></w:ftr>"#;
    let cell = |words: &[&str]| {
        let paragraphs = words
            .iter()
            .map(|words| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"));
        format!("<w:tc>{}</w:tc>", paragraphs.collect::<String>())
    };
    let body = [
        format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell(&["Tel:", "Fax:"]),
            cell(&["+41 22 730 1", "+41 22 730 2"])
        ),
        r#"<w:p><w:r><w:t>A group</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> with </w:t></w:r><w:hyperlink r:id="link"><w:r><w:t>its page</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"#.to_owned(),
        r#"<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>"#.to_owned(),
    ];
    let parts = [
        ("footnotes", "footnotes", notes),
        ("header1", "header", header),
        ("footer1", "footer", footer),
    ];
    let found = text(&body.concat(), &parts);
    assert!(
        found.starts_with("Tel:\t+41 22 730 1\nFax:\t+41 22 730 2\nA group[footnoteRef:"),
        "{found}"
    );
    assert!(found.contains("with [its page](https://www.itu.int/go/tsg13).\n["));
    assert!(
        found.contains(": The revised terms of reference.]\n"),
        "{found}"
    );
    assert!(found.ends_with("[footer: Place des Nations]\n"), "{found}");
    let plain = read(docx(&body.concat(), &parts)).plain.text;
    assert!(
        plain.contains("A group with its page.") && !plain.contains("Place des Nations"),
        "{plain}"
    );
}

#[test]
fn entities_are_never_fetched_or_multiplied() {
    let mut bomb = String::from(r#"<?xml version="1.0"?><!DOCTYPE w:document ["#);
    bomb += r#"<!ENTITY a "lol"><!ENTITY file SYSTEM "file:///etc/hostname">"#;
    for (this, last) in ["b", "c", "d", "e", "f", "g"]
        .iter()
        .zip(["a", "b", "c", "d", "e", "f"])
    {
        bomb += &format!(r#"<!ENTITY {this} "{}">"#, format!("&{last};").repeat(10));
    }
    let body = "<w:p><w:r><w:t>&g;&file;</w:t></w:r></w:p>";
    bomb += &format!("]><w:document {NAMES}><w:body>{OPENING}{body}</w:body></w:document>");
    let sound = docx(body, &[]);
    let mut archive = zip::ZipArchive::new(Cursor::new(sound)).expect("an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut part, &mut xml).expect("text");
        if name == "word/document.xml" {
            xml.clone_from(&bomb);
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(xml.as_bytes()).expect("written");
    }
    let bytes = writer.finish().expect("an archive").into_inner();
    match read::read_bytes("letter.docx", bytes, &Options::default(), &READER.cues) {
        Ok(document) => assert!(!document.text.contains("lollol")),
        Err(problem) => assert!(problem.to_string().contains("damaged"), "{problem}"),
    }
}
