//! What the reader made of two articles, and what they set: corrections, notes, recent files, settings.
