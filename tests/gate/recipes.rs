//! The recipes under `examples/ci`.
