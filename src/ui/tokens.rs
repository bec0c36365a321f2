//! The design in one place: type scale, spacing, motion. The colours stand in [`super::palette`].

/// The grid: every distance is a multiple of 4 points.
pub mod space {
    /// Between things that are one.
    pub const HAIR: f32 = 4.0;
    /// Between neighbours.
    pub const SMALL: f32 = 8.0;
    /// Inside a panel.
    pub const MEDIUM: f32 = 12.0;
    /// Between groups.
    pub const LARGE: f32 = 16.0;
    /// Around the text.
    pub const WIDE: f32 = 32.0;
    /// Height of the menu bar.
    pub const BAR: f32 = 40.0;
    /// Corners of what has corners.
    pub const CORNER: u8 = 4;
}

/// Where the window changes its shape, in points.
pub mod room {
    /// Below this width the list makes room for the columns, and a bar stands under them instead: beside the list the
    /// columns need [`TWO_COLUMNS`].
    pub const LIST: f32 = 1180.0;
    /// Below this width of the desk one column stands where two stood: each of two would have lines of fewer than 45
    /// characters in the smallest usual type, the least that is called satisfactory (Bringhurst, The Elements of
    /// Typographic Style, 2.1.2). At 900 points two still read well.
    pub const TWO_COLUMNS: f32 = 880.0;
    /// And however wide the window is, two columns end where a line of enlarged type has fewer ems than these, about
    /// 24 characters: whoever reads at three times the size reads one article at a time.
    pub const LEAST_LINE_EM: f32 = 11.0;
    /// How much of the one column's height the drawer with the counterpart takes, 0 to 1.
    pub const COUNTERPART: f32 = 0.42;
    /// The least height of that drawer.
    pub const LEAST_COUNTERPART: f32 = 176.0;
    /// The most height of it.
    pub const MOST_COUNTERPART: f32 = 380.0;
}

/// Sizes of type, in points.
pub mod size {
    /// The articles' text, where there is room for it.
    pub const BODY: f32 = 18.0;
    /// The articles' text in a narrow column.
    pub const BODY_NARROW: f32 = 16.0;
    /// Headlines, when the text is [`BODY`].
    pub const TITLE: f32 = 27.0;
    /// Headings, when the text is [`BODY`].
    pub const HEADING: f32 = 20.0;
    /// Captions and asides, when the text is [`BODY`].
    pub const ASIDE: f32 = 15.0;
    /// Everything that is not an article.
    pub const PANEL: f32 = 13.0;
    /// Titles of panels.
    pub const TAB: f32 = 13.0;
    /// Small labels.
    pub const LABEL: f32 = 12.0;
    /// Line height of the articles' text, as a share of its size.
    pub const LEADING: f32 = 1.5;
    /// Width of a line of the articles' text, in ems of the reading face: about 66 characters.
    pub const MEASURE_EM: f32 = 29.5;
    /// The same where the text starts to shrink instead: about 54 characters.
    pub const NARROW_MEASURE_EM: f32 = 24.5;
}

/// Time, in seconds.
pub mod motion {
    /// How long the columns glide to a passage.
    pub const GLIDE: f64 = 0.16;
    /// How long the pointer rests before a card opens.
    pub const CARD_DELAY: f64 = 0.35;
    /// How long what became of a correction is said.
    pub const TELLING: f64 = 7.0;
    /// How long work goes on before it is shown to go on.
    pub const BUSY_DELAY: f64 = 0.4;
    /// Where a passage lands: as a share of the column's height, from the top.
    pub const LANDING: f32 = 1.0 / 3.0;

    /// Ease out: quick to start, soft to stop. From 0 to 1.
    pub fn ease_out(share: f64) -> f32 {
        let left = 1.0 - share.clamp(0.0, 1.0);
        (1.0 - left * left * left) as f32
    }
}
