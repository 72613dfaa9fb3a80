//! Exact fractions: in 64 bits where that is enough, which it nearly always is, and else of any size.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

/// Whole numbers below this are exact as floating point numbers.
const EXACT: u64 = 1 << 53;

/// An exact fraction of any size.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ratio(Size);

/// Each fraction has one form only: in lowest terms with a positive denominator, and long only where it must be.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Size {
    Short { top: i64, bottom: i64 },
    Long(Box<BigRational>),
}

impl Ratio {
    /// `top / bottom`. As with whole numbers, it is the caller who sees to it that nothing is divided by 0.
    pub fn new(top: BigInt, bottom: BigInt) -> Self {
        match (top.to_i64(), bottom.to_i64()) {
            (Some(top), Some(bottom)) => Self::reduced(top.into(), bottom.into()),
            _ => Self::long(BigRational::new(top, bottom)),
        }
    }

    /// The same of numbers of 128 bits.
    pub fn of(top: u128, bottom: u128) -> Self {
        match (u64::try_from(top), u64::try_from(bottom)) {
            (Ok(top), Ok(bottom)) => Self::reduced(top.into(), bottom.into()),
            _ => Self::long(BigRational::new(top.into(), bottom.into())),
        }
    }

    /// A whole number.
    pub fn from_integer(number: BigInt) -> Self {
        Self::new(number, BigInt::one())
    }

    /// The numerator, in lowest terms.
    pub fn numer(&self) -> BigInt {
        match &self.0 {
            Size::Short { top, .. } => BigInt::from(*top),
            Size::Long(long) => long.numer().clone(),
        }
    }

    /// The denominator, in lowest terms: above 0.
    pub fn denom(&self) -> BigInt {
        match &self.0 {
            Size::Short { bottom, .. } => BigInt::from(*bottom),
            Size::Long(long) => long.denom().clone(),
        }
    }

    /// Whether it is above 0.
    pub fn is_positive(&self) -> bool {
        match &self.0 {
            Size::Short { top, .. } => *top > 0,
            Size::Long(long) => long.is_positive(),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Size::Short { top, .. } => *top < 0,
            Size::Long(long) => long.is_negative(),
        }
    }

    /// Without its sign.
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The nearest floating point number, for printing only.
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            // Both are exact below 2^53, and the division rounds once.
            Size::Short { top, bottom } if top.unsigned_abs() < EXACT && bottom.unsigned_abs() < EXACT => {
                *top as f64 / *bottom as f64
            }
            _ => self.to_long().to_f64().unwrap_or(f64::NAN),
        }
    }

    /// Whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Size::Short { bottom, .. } => *bottom == 1,
            Size::Long(long) => long.is_integer(),
        }
    }

    /// Without what is behind the point.
    pub fn to_integer(&self) -> BigInt {
        match &self.0 {
            Size::Short { top, bottom } => BigInt::from(top / bottom),
            Size::Long(long) => long.to_integer(),
        }
    }

    /// The next whole number below, or the same.
    pub fn floor(&self) -> Self {
        match &self.0 {
            Size::Short { top, bottom } => Self(Size::Short { top: top.div_euclid(*bottom), bottom: 1 }),
            Size::Long(long) => Self::long(long.floor()),
        }
    }

    /// The next whole number above, or the same.
    pub fn ceil(&self) -> Self {
        -(-self).floor()
    }

    /// In lowest terms. The parts are whole numbers of 64 bits, products of two such, or sums of two of these: they do
    /// not overflow.
    fn reduced(top: i128, bottom: i128) -> Self {
        assert!(bottom != 0, "nothing is divided by 0");
        let common = gcd(top.unsigned_abs(), bottom.unsigned_abs());
        let (top, bottom) = match (i64::try_from(top), i64::try_from(bottom), i64::try_from(common)) {
            // Short ones divide much faster.
            (Ok(top), Ok(bottom), Ok(common)) => (i128::from(top / common), i128::from(bottom / common)),
            _ => {
                let common = i128::try_from(common).unwrap_or(1);
                (top / common, bottom / common)
            }
        };
        let (top, bottom) = if bottom < 0 { (-top, -bottom) } else { (top, bottom) };
        match (i64::try_from(top), i64::try_from(bottom)) {
            (Ok(top), Ok(bottom)) => Self(Size::Short { top, bottom }),
            _ => Self(Size::Long(Box::new(BigRational::new_raw(BigInt::from(top), BigInt::from(bottom))))),
        }
    }

    fn long(number: BigRational) -> Self {
        match (number.numer().to_i64(), number.denom().to_i64()) {
            (Some(top), Some(bottom)) => Self(Size::Short { top, bottom }),
            _ => Self(Size::Long(Box::new(number))),
        }
    }

    fn to_long(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Size::Short { top, bottom } => Cow::Owned(BigRational::new_raw(BigInt::from(*top), BigInt::from(*bottom))),
            Size::Long(long) => Cow::Borrowed(long),
        }
    }
}

/// The greatest common divisor; 1 of two zeros.
pub fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a), u64::try_from(b)) {
            while b > 0 {
                (a, b) = (b, a % b);
            }
            return a.into();
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// An operation of two fractions: what it does with short ones, and else with long ones.
macro_rules! operation {
    ($trait:ident $method:ident, $assign_trait:ident $assign:ident, |$a:ident, $b:ident, $c:ident, $d:ident| $short:expr) => {
        impl $trait<&Ratio> for &Ratio {
            type Output = Ratio;
            fn $method(self, other: &Ratio) -> Ratio {
                if let (Size::Short { top, bottom }, Size::Short { top: other_top, bottom: other_bottom }) =
                    (&self.0, &other.0)
                {
                    let ($a, $b) = (i128::from(*top), i128::from(*bottom));
                    let ($c, $d) = (i128::from(*other_top), i128::from(*other_bottom));
                    let (top, bottom) = $short;
                    return Ratio::reduced(top, bottom);
                }
                Ratio::long($trait::$method(&*self.to_long(), &*other.to_long()))
            }
        }
        impl $trait<Ratio> for &Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                $trait::$method(self, &other)
            }
        }
        impl $trait<&Ratio> for Ratio {
            type Output = Ratio;
            fn $method(self, other: &Ratio) -> Ratio {
                $trait::$method(&self, other)
            }
        }
        impl $trait<Ratio> for Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                $trait::$method(&self, &other)
            }
        }
        impl $assign_trait<&Ratio> for Ratio {
            fn $assign(&mut self, other: &Ratio) {
                *self = $trait::$method(&*self, other);
            }
        }
        impl $assign_trait<Ratio> for Ratio {
            fn $assign(&mut self, other: Ratio) {
                *self = $trait::$method(&*self, &other);
            }
        }
    };
}

operation!(Add add, AddAssign add_assign, |a, b, c, d| if b == d { (a + c, b) } else { (a * d + c * b, b * d) });
operation!(Sub sub, SubAssign sub_assign, |a, b, c, d| if b == d { (a - c, b) } else { (a * d - c * b, b * d) });
operation!(Mul mul, MulAssign mul_assign, |a, b, c, d| (a * c, b * d));
operation!(Div div, DivAssign div_assign, |a, b, c, d| (a * d, b * c));

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        Ratio::zero() - self
    }
}

impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        -&self
    }
}

impl<'a> Sum<&'a Ratio> for Ratio {
    fn sum<I: Iterator<Item = &'a Self>>(each: I) -> Self {
        each.fold(Self::zero(), Add::add)
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::zero(), Add::add)
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Size::Short { top: a, bottom: b }, Size::Short { top: c, bottom: d }) => {
                if b == d {
                    a.cmp(c)
                } else {
                    (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
                }
            }
            _ => self.to_long().cmp(&other.to_long()),
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for Ratio {
    fn default() -> Self {
        Self::zero()
    }
}

impl From<u64> for Ratio {
    fn from(number: u64) -> Self {
        Self::of(number.into(), 1)
    }
}

impl Zero for Ratio {
    fn zero() -> Self {
        Self(Size::Short { top: 0, bottom: 1 })
    }

    fn is_zero(&self) -> bool {
        matches!(self.0, Size::Short { top: 0, .. })
    }
}

impl One for Ratio {
    fn one() -> Self {
        Self(Size::Short { top: 1, bottom: 1 })
    }

    fn is_one(&self) -> bool {
        matches!(self.0, Size::Short { top: 1, bottom: 1 })
    }
}

/// As it is written in a rule: `3/5`, or `2` if it is whole.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Size::Short { top, bottom: 1 } => write!(f, "{top}"),
            Size::Short { top, bottom } => write!(f, "{top}/{bottom}"),
            Size::Long(long) => write!(f, "{long}"),
        }
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Small numbers, and those at the border of 64 bits.
    fn number() -> impl Strategy<Value = i128> {
        let edge = |at: i128| (-2..=2i128).prop_map(move |by| at + by);
        prop_oneof![4 => -30..=30i128, 1 => edge(i64::MAX.into()), 1 => edge(i64::MIN.into()), 1 => any::<i64>().prop_map_into()]
    }

    fn fraction() -> impl Strategy<Value = (Ratio, BigRational)> {
        (number(), number().prop_filter("not 0", |bottom| *bottom != 0)).prop_map(|(top, bottom)| {
            let [top, bottom] = [top, bottom].map(BigInt::from);
            (Ratio::new(top.clone(), bottom.clone()), BigRational::new(top, bottom))
        })
    }

    fn same(found: &Ratio, expected: &BigRational) -> bool {
        let fits = expected.numer().to_i64().is_some() && expected.denom().to_i64().is_some();
        *found.to_long() == *expected && matches!(found.0, Size::Short { .. }) == fits
    }

    proptest! {
        #[test]
        fn it_calculates_as_fractions_of_any_size_do((a, long_a) in fraction(), (b, long_b) in fraction()) {
            prop_assert!(same(&a, &long_a) && same(&b, &long_b));
            prop_assert!(same(&(&a + &b), &(&long_a + &long_b)));
            prop_assert!(same(&(&a - &b), &(&long_a - &long_b)));
            prop_assert!(same(&(&a * &b), &(&long_a * &long_b)));
            if !b.is_zero() {
                prop_assert!(same(&(&a / &b), &(&long_a / &long_b)));
            }
            prop_assert_eq!(a.cmp(&b), long_a.cmp(&long_b));
            prop_assert_eq!(a == b, long_a == long_b);
            prop_assert!(same(&-&a, &-&long_a) && same(&a.abs(), &long_a.abs()));
            prop_assert!(same(&a.floor(), &long_a.floor()) && same(&a.ceil(), &long_a.ceil()));
            prop_assert_eq!(a.is_integer(), long_a.is_integer());
            prop_assert_eq!(a.to_integer(), long_a.to_integer());
            prop_assert_eq!((a.is_positive(), a.is_negative()), (long_a.is_positive(), long_a.is_negative()));
            prop_assert_eq!((a.numer(), a.denom()), (long_a.numer().clone(), long_a.denom().clone()));
            prop_assert_eq!(Some(a.to_f64()), long_a.to_f64());
            prop_assert_eq!(a.to_string(), long_a.to_string());
        }
    }

    #[test]
    fn sums_start_at_nothing() {
        assert_eq!(Vec::<Ratio>::new().into_iter().sum::<Ratio>(), Ratio::default());
        let thirds = vec![Ratio::new(1.into(), 3.into()); 3];
        assert!(thirds.iter().sum::<Ratio>().is_one());
    }
}
