//! What could tell who answered: it is never stored.

use crate::error::Personal;
use std::borrow::Cow;
use std::net::IpAddr;

/// Headings of columns that hold who somebody is, how or where to reach them: letters and digits only, small.
const HEADINGS: &[&str] = &[
    "name",
    "names",
    "fullname",
    "firstname",
    "lastname",
    "surname",
    "vorname",
    "nachname",
    "familienname",
    "ihrname",
    "yourname",
    "email",
    "emailaddress",
    "emailadresse",
    "mail",
    "mailadresse",
    "ip",
    "ipaddr",
    "ipaddress",
    "ipadresse",
    "refurl",
    "referrerurl",
    "referenzurl",
    "weiterleitungsurl",
    "phone",
    "phonenumber",
    "telephone",
    "telefon",
    "telefonnummer",
    "handy",
    "handynummer",
    "mobile",
    "mobilnummer",
    "user",
    "username",
    "userid",
    "benutzer",
    "benutzername",
    "token",
    "accesscode",
    "zugangscode",
    "zugangsschlüssel",
    "deviceid",
    "imei",
    "subscriberid",
    "simserial",
    "simid",
    "gps",
    "location",
    "standort",
    "geopoint",
    "submittedby",
    "submitterid",
    "submittername",
    "enumerator",
    "address",
    "adresse",
    "anschrift",
    "birthdate",
    "birthday",
    "geburtsdatum",
    "geburtstag",
    "personalnummer",
    "employeeid",
    "staffid",
    "signature",
    "unterschrift",
];

/// Parts of headings of places.
const PLACES: [&str; 6] = ["geolocation", "latitude", "longitude", "altitude", "precision", "geopoint"];

/// Whether a heading says that its column holds who somebody is; `plain` as [`super::headings::plain`] makes it.
pub fn is_personal(plain: &str) -> bool {
    let last = plain.rsplit('/').next().unwrap_or(plain);
    let code = last.split_once(". ").map_or(last, |(code, _)| code);
    [last, code].into_iter().any(|text| {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        HEADINGS.contains(&letters.as_str())
            || (text.starts_with('_') || text.contains('_')) && PLACES.iter().any(|place| letters.ends_with(place))
            || PLACES.contains(&letters.as_str())
    })
}

/// Whether a cell holds an e-mail address or the address of a computer.
pub fn looks_personal(cell: &str) -> bool {
    matches!(without(cell), Some((_, Personal::Mail | Personal::Internet)))
}

/// The text without what could tell who wrote it, and the first such thing; `None`: there is none.
pub fn without(text: &str) -> Option<(String, Personal)> {
    // Nearly all texts have none of the characters that such things need.
    if !text.bytes().any(|b| b == b'@' || b.is_ascii_digit()) {
        return None;
    }
    let mut found = None;
    let text = without_phones(text, &mut found);
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != ':');
        let kind = match bare {
            _ if is_mail(bare) => Some(Personal::Mail),
            _ if is_address(bare) => Some(Personal::Internet),
            _ => None,
        };
        match kind {
            Some(kind) => {
                found.get_or_insert(kind);
                out.push_str(&piece.replacen(bare, "[…]", 1));
            }
            None => out.push_str(piece),
        }
    }
    found.map(|kind| (out, kind))
}

fn is_mail(text: &str) -> bool {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty())
    })
}

fn is_address(text: &str) -> bool {
    let text = text.trim_matches('.');
    // `::` and `1:2` are hardly meant as addresses.
    let long = text.len() >= 7 && (text.matches('.').count() == 3 || text.matches(':').count() >= 2);
    long && text.parse::<IpAddr>().is_ok()
}

/// A phone number begins with `+` or 0 and has eight digits or more, with spaces, hyphens, slashes and brackets between
/// them.
fn without_phones<'t>(text: &'t str, found: &mut Option<Personal>) -> Cow<'t, str> {
    const LEAST: usize = 8;
    let mut out = String::new();
    let mut rest = text;
    loop {
        let start = rest.char_indices().find(|(at, c)| {
            let first = rest[..*at]
                .chars()
                .next_back()
                .is_none_or(|before| !before.is_alphanumeric() && !"+.,-/".contains(before));
            first && (*c == '+' || *c == '0')
        });
        let Some((start, _)) = start else { break };
        let body = &rest[start..];
        let end = body.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit() && !" -/()\u{a0}".contains(*c));
        let number = body[..end.map_or(body.len(), |(at, _)| at)].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        // Nor does a file number begin so: no area has the code 000.
        if digits >= LEAST && !number.starts_with("000") && !is_date(number) {
            found.get_or_insert(Personal::Phone);
            out.push_str(&rest[..start]);
            out.push_str("[…]");
            rest = &body[number.len()..];
        } else {
            let next = start + body.chars().next().map_or(1, char::len_utf8);
            out.push_str(&rest[..next]);
            rest = &rest[next..];
        }
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether what looks like a number to call is dates, or months and their years, at most with hours behind them:
/// `03/04/2026`, `09-03-2026 10`, `01/2026 - 03/2026`. In doubt it is a number to call.
fn is_date(number: &str) -> bool {
    let small = |text: &str| text.len() <= 2 && text.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n));
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let dated = |token: &str| match token.split(['/', '-']).collect::<Vec<_>>().as_slice() {
        [month, of] => small(month) && year(of),
        [day, month, of] => small(day) && small(month) && year(of),
        _ => false,
    };
    let mut tokens = number.split_whitespace().filter(|token| *token != "-");
    let hour = |token: &str| token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit());
    tokens.next().is_some_and(dated) && tokens.all(|token| dated(token) || hour(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_taken_out_of_texts() {
        for (text, rest, kind) in [
            ("ask max@example.org.", "ask […].", Personal::Mail),
            ("(mailto:a.b@c.de)", "([…])", Personal::Mail),
            ("from 192.168.0.17, today", "from […], today", Personal::Internet),
            ("from 2001:db8::17", "from […]", Personal::Internet),
            ("call +49 170 1234567!", "call […]!", Personal::Phone),
            ("Tel. 0170/123 45 67", "Tel. […]", Personal::Phone),
            ("0221 123456", "[…]", Personal::Phone),
            ("030 12 34 56 78", "[…]", Personal::Phone),
            ("0151-20261234", "[…]", Personal::Phone),
            ("06 12 34 56 78", "[…]", Personal::Phone),
            ("06-12-34-56-78", "[…]", Personal::Phone),
            ("01/2026 1234", "[…]", Personal::Phone),
            ("03/04/2026, 0221 123456", "03/04/2026, […]", Personal::Phone),
        ] {
            assert_eq!(without(text), Some((rest.to_owned(), kind)), "{text}");
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            "",
            "§ 94",
            "minutes 2026-02",
            "14.03.2026",
            "10:30",
            "1.2.3",
            "@ the office",
            "0 of 12",
            "version 1.2.3.4000",
            "0,75",
            "2026-03-14 10:22:33 0",
            "minutes of 03/04/2026",
            "Sitzungen 01/2026 - 03/2026",
            "agenda 09-03-2026 10:00",
            "Order 00012345",
        ] {
            assert_eq!(without(text), None, "{text}");
        }
    }

    #[test]
    fn columns_that_hold_who_somebody_is_are_known() {
        for heading in [
            "name",
            "e-mail",
            "ip address",
            "ipaddr. ip address",
            "_geolocation",
            "_gps_latitude",
            "meta/username",
            "device id",
            "_submitted_by",
        ] {
            assert!(is_personal(heading), "{heading}");
        }
        for heading in ["equ1a", "_id", "team", "name of the organisation", "date"] {
            assert!(!is_personal(heading), "{heading}");
        }
    }
}
