//! A text that comes with the program as a tree: nothing in it can be wrong, so that no place has to be known, and the
//! faster reader serves. Of numbers, which are kept as they are written, it reads the small ones; a text with others is
//! left to the reader that knows places.

use jsonc_parser::ast::{Array, BooleanLit, NumberLit, Object, ObjectProp, ObjectPropName, StringLit, Value};
use jsonc_parser::common::Range;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

const NOWHERE: Range = Range { start: 0, end: 0 };

/// Reads a text as values that stand nowhere.
///
/// # Errors
/// No JSON, or a number that is not kept as it is written.
pub fn read(text: &str) -> serde_json::Result<Value<'_>> {
    let reader = Reader { elements: &RefCell::default(), properties: &RefCell::default() };
    let mut source = serde_json::Deserializer::from_str(text);
    let value = reader.deserialize(&mut source)?;
    source.end()?;
    Ok(value)
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

/// The same without the value of one key of the outermost object.
///
/// # Errors
/// As [`read`].
pub fn read_without<'t>(text: &'t str, key: &str) -> serde_json::Result<Value<'t>> {
    let reader = Reader { elements: &RefCell::default(), properties: &RefCell::default() };
    let mut source = serde_json::Deserializer::from_str(text);
    let value = source.deserialize_map(Part { reader, without: key })?;
    source.end()?;
    Ok(value)
}

/// What is read of lists and objects that are not at their end yet. Only then is it known how long they are: a tree of
/// lists that grew by themselves would take up twice the memory, and memory that is taken up for the first time is slow.
#[derive(Clone, Copy)]
struct Reader<'s, 't> {
    elements: &'s RefCell<Vec<Value<'t>>>,
    properties: &'s RefCell<Vec<ObjectProp<'t>>>,
}

impl<'de> DeserializeSeed<'de> for Reader<'_, 'de> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_, 'de> {
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
        let start = self.elements.borrow().len();
        while let Some(value) = list.next_element_seed(self)? {
            self.elements.borrow_mut().push(value);
        }
        let elements = self.elements.borrow_mut().split_off(start);
        Ok(Value::Array(Array { range: NOWHERE, elements }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Part { reader: self, without: NO_KEY }.visit_map(map)
    }
}

/// No key of a text that comes with the program.
const NO_KEY: &str = "";

/// An object without the value of a key.
struct Part<'s, 't, 'k> {
    reader: Reader<'s, 't>,
    without: &'k str,
}

impl<'de> Visitor<'de> for Part<'_, 'de, '_> {
    type Value = Value<'de>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self { reader, without } = self;
        let start = reader.properties.borrow().len();
        while let Some(name) = map.next_key_seed(reader)? {
            let Value::StringLit(name) = name else { return Err(A::Error::custom("a key is a text")) };
            if name.value == without {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value_seed(reader)?;
            let property = ObjectProp { range: NOWHERE, name: ObjectPropName::String(name), value };
            reader.properties.borrow_mut().push(property);
        }
        let properties = reader.properties.borrow_mut().split_off(start);
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
