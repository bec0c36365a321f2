//! Passages that both articles have in common, word for word or nearly.
