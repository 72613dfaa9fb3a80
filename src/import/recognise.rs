//! Whether a file holds answers, without reading it as a sheet.

use super::json::FORMAT;
use serde::Deserialize;
use std::io::Read;

/// So many bytes are looked through where the rest cannot be read as JSON.
const START: u64 = 64 * 1024;

/// All that has to be known of a sheet.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
}

/// Whether this is an answer sheet or JSON Lines of them: also one of a later version, and one that is damaged but says
/// near its beginning what it is. What it is shows when it is read; here the doubt is in favour of the answers.
pub fn is_answers(mut source: impl Read) -> bool {
    let mut start = Vec::new();
    if (&mut source).take(START).read_to_end(&mut start).is_err() {
        return false;
    }
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
    if text.trim_ascii_start().first() != Some(&b'{') {
        return false;
    }
    // All versions: up to the number.
    let name = FORMAT.trim_end_matches(|c: char| c.is_ascii_digit());
    match serde_json::Deserializer::from_reader(text.chain(source)).into_iter::<Head>().next() {
        Some(Ok(head)) => head.format.is_some_and(|format| format.starts_with(name)),
        Some(Err(_)) => {
            let quoted = format!("\"{name}");
            text.windows(quoted.len()).any(|window| window == quoted.as_bytes())
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_recognised_wherever_their_format_stands_and_even_if_damaged() {
        let late = format!("{{\"note\": \"{}\", \"format\": \"coprod/answers/1\"}}", "x".repeat(200_000));
        let lines = "{\"format\": \"coprod/answers/1\"}\n{\"format\": \"coprod/answers/1\"}\n";
        for text in [
            "{\"format\": \"coprod/answers/1\"}",
            "\u{feff} {\"format\":\"coprod/answers/2\", \"x\": [1, {}]}",
            late.as_str(),
            lines,
            "{\"format\": \"coprod/answers/1\", \"answers\": {\"equ1a\": ",
        ] {
            assert!(is_answers(text.as_bytes()), "{}", &text[..text.len().min(80)]);
        }
        for text in [
            "",
            "[]",
            "{}",
            "{\"format\": \"coprod/result/1\", \"note\": \"\\\"coprod/answers/1\\\"\"}",
            "<script>\"coprod/answers/1\"</script>",
            "{\"format\": 7}",
        ] {
            assert!(!is_answers(text.as_bytes()), "{text}");
        }
    }
}
