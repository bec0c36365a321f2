//! What a document says of itself in `docProps/core.xml`.

use super::super::properties;
use super::super::xml::{Malformed, Piece, Vocabulary, Xml};
use crate::model::Metadata;

/// Title and author. When a document was made or saved is not when an article appeared, so there is no date.
/// Properties that cannot be read are none.
pub fn metadata(part: &str) -> Metadata {
    let mut metadata = Metadata::default();
    // What was read before a fault stays.
    let _ = read(part, &mut metadata);
    metadata
}

fn read(part: &str, metadata: &mut Metadata) -> Result<(), Malformed> {
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        let Piece::Start(element) = piece else { continue };
        if element.vocabulary != Vocabulary::Dublin {
            continue;
        }
        match element.name() {
            "title" => metadata.title = properties::title(&xml.words()?),
            "creator" => metadata.byline = properties::authors([xml.words()?.as_str()]),
            _ => {}
        }
    }
    Ok(())
}
