//! How it was decided who said something: each rule with its name and the sentence that tells it.

use std::fmt;

/// What decided who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rule {
    /// The text names nobody.
    #[default]
    Nobody,
    /// The reader decided.
    Reader,
    /// "“…,” said Holm"
    Inverted,
    /// "said Holm: “…”"
    InvertedBefore,
    /// "“…,” Holm said"
    Behind,
    /// "Holm, who called it “…,” said"
    AroundIt,
    /// "“…” and the dam holds, Holm said."
    ClosesSentence,
    /// "“…” and the dam holds, said Holm."
    ClosesInverted,
    /// "“…,” according to Holm"
    According,
    /// "According to Holm, “…”"
    AccordingBefore,
    /// "“…” was said by Holm"
    Passive,
    /// "Holm left, saying “…”"
    Participle,
    /// "Holm went on to say “…”"
    Infinitive,
    /// "Holm's claim that “…”"
    Noun,
    /// "Holm said “…”"
    SpeechBefore,
    /// "Holm believes that “…”"
    ThoughtBefore,
    /// "Holm called it “…”"
    NamingBefore,
    /// "Holm pointed at “…”"
    OtherBefore,
    /// "condemned what Holm called “…”"
    WhatNamed,
    /// "HOLM: “…”"
    Label,
    /// "“…” — Ada Holm"
    Signed,
    /// "Holm was blunt: “…”"
    SubjectColon,
    /// "Holm had “…” in mind"
    ClauseSubject,
    /// "“…” was what Holm had in mind"
    ClauseSubjectBehind,
    /// "“…” “…,” Holm said"
    Beside,
    /// "“…,” Holm said. “…”"
    GoesOn,
    /// "“…” “…,” Holm said.", over a sentence's or paragraph's end
    BehindIt,
    /// "Holm spoke of the dam. “…”"
    SpeakerBefore,
    /// "Holm rose. “…”"
    SubjectBefore,
    /// "Holm explained to the council:", and a block
    LeadIn,
    /// "The report was plain:", and a block
    LeadInSubject,
    /// A quotation inside another, in the same voice.
    SameVoice,
    /// "Holm said the dam holds"
    Reported,
    /// "Holm left, saying that the dam holds"
    ReportedByParticiple,
    /// "Holm went on to say that the dam holds"
    ReportedByInfinitive,
    /// "as reported by Holm"
    ReportedByPassive,
    /// "Holm's claim that the dam holds"
    ReportedByNoun,
    /// "The dam holds, said Holm."
    ReportedInverted,
}

impl Rule {
    /// Its name, as `explain` prints it.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// Why, in a sentence, with the words that it found; nothing where it speaks of words that were not found.
    pub fn sentence(self, mention: &str, cue: Option<&str>) -> Option<String> {
        let frame = self.words().1;
        if frame.is_empty() || cue.is_none() && frame.contains("{cue}") {
            return None;
        }
        Some(frame.replace("{mention}", mention).replace("{cue}", cue.unwrap_or_default()))
    }

    /// Name and sentence of each.
    fn words(self) -> (&'static str, &'static str) {
        const BEFORE: &str = "{mention} stands before it, with {cue}.";
        const BEHIND: &str = "{mention} stands behind it, with {cue}.";
        const BESIDE: &str = "{cue} stands beside it, followed by {mention}.";
        const CLOSES: &str = "{mention} and {cue} close the sentence.";
        const ACCORDING: &str = "The words {cue} name {mention}.";
        const NEXT: &str = "It belongs to the quotation next to it, by {mention} ({cue}).";
        const EARLIER: &str = "The sentence itself names nobody; the one before is about {mention} ({cue}).";
        const LEADS_IN: &str = "{mention} leads in to it, with {cue}.";
        match self {
            Self::Nobody => ("nobody named", ""),
            Self::Reader => ("you said so", ""),
            Self::Inverted => ("inverted: verb, then speaker", BESIDE),
            Self::InvertedBefore => ("inverted, before", BESIDE),
            Self::Behind => ("speaker and verb behind", BEHIND),
            Self::AroundIt => ("subject before, verb behind", BEHIND),
            Self::ClosesSentence => ("speaker and verb close the sentence", CLOSES),
            Self::ClosesInverted => ("verb and speaker close the sentence", CLOSES),
            Self::According => ("according to", ACCORDING),
            Self::AccordingBefore => ("according to, before", ACCORDING),
            Self::Passive => ("passive, by", "{cue} is followed by who said it: {mention}."),
            Self::Participle => ("participle, speaker before", BEFORE),
            Self::Infinitive => ("infinitive, speaker before", BEFORE),
            Self::Noun => (
                "noun for what is said, and whose it is",
                "{cue} is a word for what is said, and it is that of {mention}.",
            ),
            Self::SpeechBefore => ("speaker and verb of speech before", BEFORE),
            Self::ThoughtBefore => ("speaker and verb of thought before", BEFORE),
            Self::NamingBefore => ("speaker and naming verb before", BEFORE),
            Self::OtherBefore => ("speaker and other verb before", BEFORE),
            Self::WhatNamed => ("what the speaker called it, before", BEFORE),
            Self::Label => ("label and colon", "{mention} and a colon stand before it."),
            Self::Signed => ("signed behind a dash", "It is signed {mention}."),
            Self::SubjectColon => ("subject, then colon", BEFORE),
            Self::ClauseSubject => ("subject of the clause", "{mention} stands with {cue} (subject of the clause)."),
            Self::ClauseSubjectBehind => ("subject of the clause behind", BEHIND),
            Self::Beside => ("with the quotation beside it", NEXT),
            Self::GoesOn => {
                ("goes on from the quotation before", "It goes on from the quotation before, by {mention} ({cue}).")
            }
            Self::BehindIt => ("with the quotation behind it", NEXT),
            Self::SpeakerBefore => ("speaker of the sentence before", EARLIER),
            Self::SubjectBefore => ("subject of the sentence before", EARLIER),
            Self::LeadIn => ("lead-in to a block", LEADS_IN),
            Self::LeadInSubject => ("subject of the lead-in", LEADS_IN),
            Self::SameVoice => (
                "inside a quotation, the same voice",
                "{mention} stands with {cue} (inside a quotation, the same voice).",
            ),
            Self::Reported => ("reported by speaker and verb", "{mention} stands with {cue}."),
            Self::ReportedByParticiple => ("reported by participle", "{mention} stands with {cue}."),
            Self::ReportedByInfinitive => ("reported by infinitive", "{mention} stands with {cue}."),
            Self::ReportedByPassive => ("reported by passive", "{mention} stands with {cue}."),
            Self::ReportedByNoun => ("reported by a noun", "{mention} stands with {cue}."),
            Self::ReportedInverted => ("reported, then verb and speaker", "{mention} stands with {cue}."),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
