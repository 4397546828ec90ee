//! Plain text and Markdown, in UTF-8 with or without a byte order mark.

use super::ReadProblem;

/// The text as it is, without its byte order mark.
pub(super) fn read(bytes: &[u8]) -> Result<String, ReadProblem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadProblem::Empty);
    }
    let head = &bytes[..bytes.len().min(8192)];
    if head.contains(&0) {
        return Err(ReadProblem::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if is_mostly_text(head) => Err(ReadProblem::Encoding(error.valid_up_to())),
        Err(_) => Err(ReadProblem::Binary),
    }
}

fn is_mostly_text(bytes: &[u8]) -> bool {
    let control = bytes
        .iter()
        .filter(|byte| **byte < 32 && !matches!(**byte, b'\n' | b'\r' | b'\t' | 12))
        .count();
    control * 50 < bytes.len()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::ReadProblem;

    #[test]
    fn text_is_told_from_what_is_none() {
        assert_eq!(
            read(b"\xEF\xBB\xBFDear Sir").ok().as_deref(),
            Some("Dear Sir")
        );
        assert!(matches!(read(b" \n"), Err(ReadProblem::Empty)));
        assert!(matches!(read(b"PK\x03\x04\0\0"), Err(ReadProblem::Binary)));
        assert!(matches!(
            read(b"r\xE9union du groupe"),
            Err(ReadProblem::Encoding(1))
        ));
    }
}
