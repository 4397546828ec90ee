//! Mail (`.eml`) and web pages saved with all that belongs to them (`.mht`): the text and the
//! attachments are files in them.

use super::{Budget, Source, Visit, safe};
use crate::read::ReadProblem;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Fields that mail has and letters printed from it, which say `Date:` and `To:`, do not.
const FIELDS: &[&str] = &[
    "received:",
    "return-path:",
    "message-id:",
    "delivered-to:",
    "x-mailer:",
    "content-type:",
];

pub(super) fn begins(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    for (index, line) in head.lines().take_while(|line| !line.is_empty()).enumerate() {
        let is_continued = line.starts_with([' ', '\t']) && index > 0;
        let opens = line.starts_with("From ") && index == 0;
        let name = line.split(':').next().unwrap_or_default();
        let is_field = name.len() < line.len()
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_graphic());
        if !(is_field || is_continued || opens) {
            return false;
        }
        let line = line.to_ascii_lowercase();
        if FIELDS.iter().any(|field| line.starts_with(field)) {
            return true;
        }
    }
    false
}

pub(super) fn open(
    source: &mut dyn Source,
    _: &str,
    budget: &Budget,
    visit: Visit<'_>,
) -> Result<(), ReadProblem> {
    let bytes = {
        let mut source = source;
        budget.take(&mut source)?
    };
    let message = MessageParser::default()
        .parse(&bytes)
        .ok_or(ReadProblem::Damaged("mail", None))?;
    hand_over(&message, "", 0, visit);
    Ok(())
}

fn hand_over(message: &Message<'_>, folder: &str, depth: usize, visit: Visit<'_>) {
    // Of a text that is there in several forms, web pages keep tables and mail's plain text does not.
    let body = message.html_body.first().or(message.text_body.first());
    let bodies = message.html_body.iter().chain(&message.text_body);
    let bodies: Vec<u32> = bodies.copied().collect();
    for (index, part) in message.parts.iter().enumerate() {
        let is_body = bodies.contains(&(index as u32));
        if is_body && body != Some(&(index as u32)) {
            continue;
        }
        let name = format!("{folder}{}", name(part, index, is_body));
        match &part.body {
            PartType::Text(text) => visit(&name, Ok(text.as_bytes().to_vec())),
            PartType::Html(text) => visit(&name, Ok(page(text))),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                // Pictures in the text are no letters.
                let is_picture = part
                    .content_type()
                    .is_some_and(|kind| matches!(kind.ctype(), "image" | "audio" | "video"));
                if !is_picture {
                    visit(&name, Ok(bytes.to_vec()));
                }
            }
            PartType::Message(inner) if depth < 4 => {
                hand_over(inner, &format!("{name}/"), depth + 1, visit);
            }
            PartType::Message(_) => visit(&name, Err(ReadProblem::TooDeep(4))),
            PartType::Multipart(_) => {}
        }
    }
}

/// A page's characters are decoded already, whatever it says of them.
fn page(text: &str) -> Vec<u8> {
    format!("\u{FEFF}{text}").into_bytes()
}

fn name(part: &MessagePart<'_>, index: usize, is_body: bool) -> String {
    let named = part.attachment_name().map(safe);
    match named.filter(|name| !name.is_empty()) {
        Some(name) if !is_body => name,
        _ if is_body => "message".to_owned(),
        _ => format!("part {}", index + 1),
    }
}
