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

/// Numbers that are written in one way only.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

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
        let written = usize::try_from(number).ok().and_then(|number| DIGITS.get(number));
        let value = written.ok_or_else(|| E::custom("a number that is not kept as it is written"))?;
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
