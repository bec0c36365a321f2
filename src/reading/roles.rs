//! What each paragraph is for, and what the text says of its own title, author and date.

use crate::model::{Article, Reading, Role};

/// Fills [`Reading::roles`] (one a paragraph) and [`Reading::metadata`].
pub fn assign(article: &Article, reading: &mut Reading) {
    reading.roles = article.paragraphs.iter().map(|paragraph| paragraph.role.unwrap_or(Role::Body)).collect();
    reading.metadata = article.metadata.clone();
}
