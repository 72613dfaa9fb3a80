//! What a written PDF must be.
