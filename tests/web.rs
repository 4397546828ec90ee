//! Web pages as they are found: sites around letters, what word processors save, old encodings.

use circugraph::document::cue::PartCues;
use circugraph::knowledge::Knowledge;
use circugraph::read::{self, Options};

const OPENING: &str =
    "The Union is pleased to inform the members of the group of the meeting that follows here.";

/// The lines of a page after the opening, which is put in place of `OPENING`.
fn lines(page: &str) -> Vec<String> {
    lines_of(page.replace("OPENING", OPENING).into_bytes())
}

fn lines_of(bytes: Vec<u8>) -> Vec<String> {
    let cues = PartCues::load(&Knowledge::embedded()).expect("the cues are right");
    let document = read::read_bytes("page.html", bytes, &Options::default(), &cues);
    let text = document.expect("the page is sound").text;
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && *line != OPENING);
    lines.map(str::to_owned).collect()
}

#[test]
fn the_site_around_a_letter_is_left_out() {
    let page = r#"<!DOCTYPE html><html><head><title>Circular 174</title><style>p {}</style></head><body>
        <header role="banner"><a href="/">Home</a></header>
        <nav><ul><li><a href="/news">News</a></li></ul></nav>
        <div class="sidebar">Related pages</div>
        <main><p>OPENING</p><p>The meeting is&nbsp;on 6&#160;May.<script>track()</script></p>
        <p style="display: none">Hidden</p><p hidden>Hidden</p><!-- A remark --></main>
        <footer>Contact us</footer></body></html>"#;
    assert_eq!(lines(page), ["The meeting is\u{A0}on 6\u{A0}May."]);
}

#[test]
fn cells_items_links_and_notes_keep_what_they_are() {
    let page = r##"<html><body><p>OPENING</p>
        <table><tr><th>Meeting</th><th>Dates</th></tr><tr><td>SG 13</td><td>6-17 May<br>2013</td></tr></table>
        <ol start="3"><li>Third</li><li><p>Fourth</p></li></ol><ul><li>One</li></ul>
        <p>See <a href="https://www.itu.int/go/tsg13">the page</a> and <a href="http://itu.int">itu.int</a>.<a href="#n1"><sup>1</sup></a></p>
        <p>After</p><p id="n1">1 The revised terms.</p></body></html>"##;
    assert_eq!(
        lines(page),
        [
            "Meeting\tDates",
            "SG 13\t6-17 May",
            "\t2013",
            "3\tThird",
            "4\tFourth",
            "-\tOne",
            "See [the page](https://www.itu.int/go/tsg13) and itu.int.[footnoteRef:1]",
            "[1: The revised terms.]",
            "After",
        ]
    );
}

#[test]
fn the_encoding_that_a_page_states_is_believed_where_it_fits() {
    let words = "我荣幸地通知您，该组的下一次会议将于2011年5月16日至20日在日内瓦召开。请各成员国和部门成员派代表参加会议。";
    let (bytes, _, _) = encoding_rs::GBK.encode(words);
    let page = |charset: &str, words: &[u8]| {
        let head = format!("<html><head><meta charset=\"{charset}\"></head><body><p>");
        [head.as_bytes(), words, b"</p></body></html>"].concat()
    };
    assert_eq!(lines_of(page("gb2312", &bytes)), [words]);
    // A page that was saved anew keeps the head it had.
    assert_eq!(lines_of(page("gb2312", words.as_bytes())), [words]);
    let words = "Имею честь сообщить Вам, что следующее собрание группы состоится в Женеве с 16 по 20 мая 2011 года.";
    let (bytes, _, _) = encoding_rs::KOI8_R.encode(words);
    assert_eq!(lines_of(page("koi8-r", &bytes)), [words]);
    assert_eq!(lines_of(page("none-such", &bytes)), [words]);
}

#[test]
fn nothing_that_a_page_points_at_is_read() {
    let page = r#"<html><body><p>OPENING</p><iframe src="file:///etc/hostname">frame</iframe>
        <object data="file:///etc/hostname">object</object><img src="file:///etc/hostname" alt="picture">
        <p>The end.</p></body></html>"#;
    assert_eq!(lines(page), ["The end."]);
}
