//! The map `coprod/map/1`: what the columns and values of any other table mean.

/// A map.
#[derive(Debug, Clone, Default)]
pub struct Map {}
