//! A text that comes with the program as a tree: nothing in it can be wrong, so that no place has to be known, and the
//! faster reader serves. Of numbers, which are kept as they are written, it reads the small ones; a text with others is
//! left to the reader that knows places.

use jsonc_parser::ast::{Array, BooleanLit, NumberLit, Object, ObjectProp, ObjectPropName, StringLit, Value};
use jsonc_parser::common::Range;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A value that stands nowhere.
pub struct Placeless<'t>(pub Value<'t>);

const NOWHERE: Range = Range { start: 0, end: 0 };

impl<'de> Deserialize<'de> for Placeless<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

/// The numbers below a hundred, two digits each.
const NUMBERS: &str = concat!(
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849",
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899",
);

/// A number below a hundred as it is written.
fn written(number: u64) -> Option<&'static str> {
    let start = usize::try_from(number).ok()?.checked_mul(2)?;
    NUMBERS.get(start + usize::from(number < 10)..start.checked_add(2)?)
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value<'de>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("words, a list or an object")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Value::BooleanLit(BooleanLit { range: NOWHERE, value }))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        let value = written(number).ok_or_else(|| E::custom("a number that is not kept as it is written"))?;
        Ok(Value::NumberLit(NumberLit { range: NOWHERE, value }))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::StringLit(StringLit { range: NOWHERE, value: Cow::Borrowed(text) }))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::StringLit(StringLit { range: NOWHERE, value: Cow::Owned(text.to_owned()) }))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(Placeless(value)) = list.next_element()? {
            elements.push(value);
        }
        Ok(Value::Array(Array { range: NOWHERE, elements }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut properties = Vec::new();
        while let Some(Placeless(name)) = map.next_key()? {
            let Value::StringLit(name) = name else { return Err(A::Error::custom("a key is a text")) };
            let Placeless(value) = map.next_value()?;
            properties.push(ObjectProp { range: NOWHERE, name: ObjectPropName::String(name), value });
        }
        Ok(Value::Object(Object { range: NOWHERE, properties }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_hundred_are_kept_as_they_are_written() {
        for number in 0..100 {
            assert_eq!(written(number), Some(number.to_string().as_str()));
        }
        assert_eq!([100, u64::MAX].map(written), [None, None]);
    }
}
