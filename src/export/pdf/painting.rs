//! Pages to the bytes of a PDF, with its outline and its tags.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::super::passages::shortened;
use super::super::runs::{Look, Run};
use super::super::sheet::MOST_FOOT_CHARACTERS;
use super::chunks::Mark;
use super::faces::Faces;
use super::lines::broken;
use super::pages::{MARGIN, Page};
use super::structure::{Cell, Leaf, Part, Structure};

/// The language of the sheet's own words.
const LANGUAGE: &str = "en";
const RULE_WIDTH: f32 = 0.5;
const RULE_LIGHTNESS: u8 = 120;
const FOOT_SIZE: f32 = 8.0;

/// The bytes of the document. `is_accessible` holds it to the rules of PDF/UA-1.
pub fn paint(
    title: &str,
    pages: &[Page],
    structure: &Structure,
    faces: &Faces,
    size: (f32, f32),
    is_accessible: bool,
) -> Result<Vec<u8>, String> {
    let mut settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    if is_accessible {
        let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        settings.configuration = builder.finish().map_err(|cause| format!("{cause:?}"))?;
    }
    let mut document = Document::new_with(settings);
    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); structure.leaves()];
    for (index, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(size.0, size.1).ok_or("a page without a size")?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        marks(&mut surface, page, faces, &mut drawn);
        let short = shortened(title, MOST_FOOT_CHARACTERS);
        let foot = format!("{short} · page {} of {}", index + 1, pages.len());
        footer(&mut surface, &foot, faces, size);
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline(pages));
    document.set_metadata(
        Metadata::new().title(title.to_owned()).language(LANGUAGE.to_owned()).creator("Diptych".to_owned()),
    );
    document.set_tag_tree(tree(structure, &mut drawn));
    document.finish().map_err(|cause| format!("{cause:?}"))
}

/// Words that follow one another in one paragraph are one stretch; everything else is no content.
fn marks(surface: &mut Surface, page: &Page, faces: &Faces, drawn: &mut [Vec<Identifier>]) {
    let leaf_of = |mark: &Mark| match mark {
        Mark::Text { leaf, .. } => *leaf,
        Mark::Shade { .. } | Mark::Rule { .. } => None,
    };
    for stretch in page.marks.chunk_by(|one, other| leaf_of(one) == leaf_of(other)) {
        let leaf: Option<Leaf> = stretch.first().and_then(leaf_of);
        let tag = match leaf {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        };
        let identifier = surface.start_tagged(tag);
        for mark in stretch {
            draw(surface, mark, faces);
        }
        surface.end_tagged();
        if let Some(stretches) = leaf.and_then(|leaf| drawn.get_mut(leaf)) {
            stretches.push(identifier);
        }
    }
}

fn draw(surface: &mut Surface, mark: &Mark, faces: &Faces) {
    match mark {
        Mark::Text { x, baseline, size, piece, .. } => {
            surface.set_stroke(None);
            surface.set_fill(Some(Fill::default()));
            let font = faces.of(piece.look).font.clone();
            surface.draw_glyphs(Point::from_xy(*x, *baseline), &piece.glyphs, font, &piece.text, *size, false);
        }
        Mark::Shade { sides: [left, top, right, bottom], lightness } => {
            let mut path = PathBuilder::new();
            if let Some(area) = Rect::from_ltrb(*left, *top, *right, *bottom) {
                path.push_rect(area);
            }
            surface.set_stroke(None);
            surface.set_fill(Some(Fill { paint: luma::Color::new(*lightness).into(), ..Fill::default() }));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Mark::Rule { from, to } => {
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: luma::Color::new(RULE_LIGHTNESS).into(),
                width: RULE_WIDTH,
                ..Stroke::default()
            }));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn footer(surface: &mut Surface, text: &str, faces: &Faces, size: (f32, f32)) {
    let runs = [Run { text: text.to_owned(), look: Look::Plain }];
    let lines = broken(faces, &runs, FOOT_SIZE, size.0 - 2.0 * MARGIN);
    let Some(line) = lines.into_iter().next() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let width: f32 = line.pieces.iter().map(|piece| piece.width).sum();
    let mut x = (size.0 - width) / 2.0;
    for piece in line.pieces {
        let advance = piece.width;
        let mark = Mark::Text { x, baseline: size.1 - MARGIN + 18.0, size: FOOT_SIZE, piece, leaf: None };
        draw(surface, &mark, faces);
        x += advance;
    }
    surface.end_tagged();
}

/// Headings of level 2 below those of level 1.
fn outline(pages: &[Page]) -> Outline {
    let mut top: Vec<OutlineNode> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        for (level, text, y) in &page.headings {
            let place = XyzDestination::new(index, Point::from_xy(MARGIN, *y));
            let node = OutlineNode::new(text.clone(), place);
            match top.last_mut() {
                Some(last) if *level > 1 => last.push_child(node),
                _ => top.push(node),
            }
        }
    }
    let mut outline = Outline::new();
    for node in top {
        outline.push_child(node);
    }
    outline
}

fn tree(structure: &Structure, drawn: &mut [Vec<Identifier>]) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for part in &structure.parts {
        match part {
            Part::Heading(level, text, leaf) => {
                let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
                tree.push(group(Tag::Hn(level, Some(text.clone())), *leaf, drawn));
            }
            Part::Paragraph(leaf) => tree.push(group(Tag::P, *leaf, drawn)),
            Part::Table(rows) => {
                let mut table = TagGroup::new(Tag::Table);
                for row in rows {
                    table.push(table_row(row, drawn));
                }
                tree.push(table);
            }
        }
    }
    tree
}

fn table_row(row: &[Cell], drawn: &mut [Vec<Identifier>]) -> TagGroup {
    let mut group_of_row = TagGroup::new(Tag::TR);
    for cell in row {
        let columns = NonZeroU32::new(cell.columns as u32).filter(|columns| columns.get() > 1);
        let mut inner = if cell.heads {
            TagGroup::new(Tag::TH(TableHeaderScope::Column).with_col_span(columns))
        } else {
            TagGroup::new(Tag::TD.with_col_span(columns))
        };
        for leaf in &cell.leaves {
            inner.push(group(Tag::P, *leaf, drawn));
        }
        group_of_row.push(inner);
    }
    group_of_row
}

fn group(tag: impl Into<krilla::tagging::TagKind>, leaf: Leaf, drawn: &mut [Vec<Identifier>]) -> TagGroup {
    let mut group = TagGroup::new(tag);
    for identifier in drawn.get_mut(leaf).map(std::mem::take).unwrap_or_default() {
        group.push(identifier);
    }
    group
}
