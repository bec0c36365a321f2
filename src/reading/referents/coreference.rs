//! Common nouns, offices and pronouns to what they mean: "the mayor", "the order", "he".

use std::collections::{BTreeMap, BTreeSet};

use super::cast::{Entity, Form, Mention};
use super::lexicon::{Sex, lexicon};
use super::person_names::plain;
use super::words::{Shape, Word};
use crate::model::{Article, Reading, Role, SourceKind, Span};

/// How many mentions back an antecedent is looked for.
const MENTIONS_BACK: usize = 60;

/// The article with everyone found so far.
pub struct Scene<'s, 'a> {
    /// Its words.
    pub words: &'s [Word<'a>],
    /// The words as they stand.
    pub text: &'a str,
    /// Everyone and everything found.
    pub entities: Vec<Entity>,
    /// Who wrote the article, where a byline or a note on the author names a person.
    pub author: Option<usize>,
    /// Start of each mention to its entity and form.
    mentions: BTreeMap<usize, (usize, Mention)>,
    /// Introductions by start: what stands in them is no mention of its own.
    introduced: BTreeMap<usize, (Span, usize)>,
    /// Titles and headings, by paragraph: no pronoun looks back into them.
    headings: BTreeSet<usize>,
    /// Who was found to speak last, and in which sentence.
    pub last_speaker: Option<(usize, usize)>,
}

/// A decision about who is meant, and how far to trust it (0 to 1).
pub type Meant = (usize, f32);

impl<'s, 'a> Scene<'s, 'a> {
    /// The scene before nouns and pronouns are resolved.
    pub fn new(words: &'s [Word<'a>], article: &'a Article, reading: &Reading, entities: Vec<Entity>) -> Self {
        let mut scene = Self {
            words,
            text: &article.text,
            author: None,
            mentions: BTreeMap::new(),
            introduced: BTreeMap::new(),
            headings: BTreeSet::new(),
            last_speaker: None,
            entities,
        };
        for (index, entity) in scene.entities.iter().enumerate() {
            for mention in &entity.mentions {
                scene.mentions.insert(mention.span.start, (index, *mention));
            }
            for span in &entity.introductions {
                scene.introduced.insert(span.start, (*span, index));
            }
        }
        let titled = |(_, role): &(usize, &Role)| matches!(role, Role::Title | Role::Heading);
        scene.headings = reading.roles.iter().enumerate().filter(titled).map(|(paragraph, _)| paragraph).collect();
        scene.author = scene.find_author(reading);
        scene.give_heads();
        scene
    }

    fn find_author(&self, reading: &Reading) -> Option<usize> {
        let writes = |role: Role| matches!(role, Role::Byline | Role::Bio);
        let mut all = self.mentions.values();
        let found = all.find(|(index, mention)| {
            let role = reading.roles.get(self.words[mention.first].paragraph);
            role.is_some_and(|role| writes(*role)) && self.entities[*index].kind == Some(SourceKind::Person)
        });
        found.map(|(index, _)| *index)
    }

    /// The noun by which a document or body may be called again.
    fn give_heads(&mut self) {
        for entity in &mut self.entities {
            if matches!(entity.kind, Some(SourceKind::Person | SourceKind::Anonymous | SourceKind::Place)) {
                continue;
            }
            let folded = plain(&entity.name);
            let mut heads =
                folded.split(' ').filter(|word| lexicon().head(word).is_some() || *word == "administration");
            heads.next_back().unwrap_or_default().clone_into(&mut entity.head);
        }
    }

    /// Adds a mention of an entity.
    pub fn add(&mut self, index: usize, mention: Mention) {
        self.entities[index].mentions.push(mention);
        self.mentions.entry(mention.span.start).or_insert((index, mention));
    }

    /// Adds an entity with its first mention.
    pub fn add_entity(&mut self, entity: Entity, mention: Mention) -> usize {
        self.entities.push(entity);
        let index = self.entities.len() - 1;
        self.add(index, mention);
        index
    }

    /// The mentions by name that lie in the span, in order of place.
    pub fn names_in(&self, span: Span) -> Vec<(usize, Mention)> {
        let inside = self.mentions.range(span.start..span.end.max(span.start)).map(|(_, found)| *found);
        inside.filter(|(_, mention)| mention.form == Form::Name && mention.span.end <= span.end + 3).collect()
    }

    /// Who is named by the mention that begins at the byte offset.
    pub fn name_at(&self, start: usize) -> Option<(usize, Mention)> {
        self.mentions.get(&start).copied().filter(|(_, mention)| mention.form == Form::Name)
    }

    /// The last mentions before a byte offset, nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = (usize, Mention)> + '_ {
        self.mentions.range(..at).rev().take(MENTIONS_BACK).map(|(_, found)| *found)
    }

    /// What a noun phrase that begins at the byte offset was found to mean.
    pub fn nominal_at(&self, start: usize) -> Option<usize> {
        self.mentions.get(&start).filter(|(_, mention)| mention.form == Form::Nominal).map(|(index, _)| *index)
    }

    /// Whom the words introduce, where they are the greater part of an introduction.
    pub fn introduced_by(&self, mention: Span) -> Option<usize> {
        let (_, (span, index)) = self.introduced.range(..=mention.start + 8).next_back()?;
        let shared = span.shared_bytes(mention);
        (shared * 10 >= mention.len() * 8 && shared * 2 >= span.len()).then_some(*index)
    }

    fn in_introduction(&self, at: usize) -> Option<usize> {
        self.introduced.range(..=at).next_back().filter(|(_, (span, _))| span.holds(at)).map(|(_, (_, index))| *index)
    }

    /// Resolves "the mayor", "the order", "the administration" all over the article.
    pub fn resolve_nominals(&mut self) {
        for at in 0..self.words.len() {
            let word = &self.words[at];
            if word.is("administration") {
                self.resolve_administration(at);
            } else if matches!(word.folded.as_str(), "the" | "this" | "that") {
                self.resolve_definite(at);
            }
        }
    }

    /// "the administration", "the most … administration": that of the president whom the article names.
    fn resolve_administration(&mut self, at: usize) {
        let start = self.words[at].span.start;
        let named =
            self.mentions.range(..=start).next_back().is_some_and(|(_, (_, mention))| mention.span.holds(start));
        let Some(first) = self.determiner_before(at).filter(|_| !named) else { return };
        let near = self.before(start).find(|(index, _)| self.entities[*index].head == "administration");
        let index = match near {
            Some((index, _)) => Some(index),
            None => match (self.named_administration(), self.president()) {
                (Some(named), Some(president)) if self.weight(named) < self.entities[president].mentions.len() => {
                    Some(self.administration_of(president))
                }
                (Some(named), _) => Some(named),
                (None, president) => president.map(|president| self.administration_of(president)),
            },
        };
        if let Some(index) = index {
            self.add(index, self.nominal(first, at + 1));
        }
    }

    fn nominal(&self, first: usize, end: usize) -> Mention {
        let span = Span::new(self.words[first].span.start, self.words[end - 1].span.end);
        Mention { span, first, end, form: Form::Nominal }
    }

    /// The determiner of the noun at `at`, over plain words between.
    fn determiner_before(&self, at: usize) -> Option<usize> {
        let mut first = at;
        while first > 0 && at - first < 6 {
            first -= 1;
            let word = &self.words[first];
            if matches!(word.folded.as_str(), "the" | "this" | "that") {
                return Some(first);
            }
            let plain = word.shape == Shape::Lower
                && (!lexicon().is_function(&word.folded)
                    || matches!(word.folded.as_str(), "new" | "most" | "last" | "next"));
            if !plain {
                return None;
            }
        }
        None
    }

    /// The administration that the article is most about, whom it is named after counted in.
    fn named_administration(&self) -> Option<usize> {
        let all = self.entities.iter().enumerate().filter(|(_, entity)| entity.head == "administration");
        all.max_by_key(|(index, _)| (self.weight(*index), usize::MAX - index)).map(|(index, _)| index)
    }

    /// How often an administration or whom it is named after is mentioned.
    fn weight(&self, administration: usize) -> usize {
        let entity = &self.entities[administration];
        let namesake = self.namesake(entity).map_or(0, |person| self.entities[person].mentions.len());
        entity.mentions.len() + namesake
    }

    /// Who is called president in the article, of nothing smaller than a country, most often named first.
    fn president(&self) -> Option<usize> {
        let holds = |entity: &Entity| {
            entity.kind == Some(SourceKind::Person)
                && entity.introductions.iter().any(|span| {
                    let title = plain(span.of(self.text));
                    let words =
                        title.split_whitespace().filter(|word| !matches!(*word, "former" | "then" | "us" | "the"));
                    words.collect::<Vec<_>>().join(" ").trim_start_matches("then-").trim_end_matches("-elect")
                        == "president"
                })
        };
        let all = self.entities.iter().enumerate().filter(|(_, entity)| holds(entity));
        all.max_by_key(|(index, entity)| (entity.mentions.len(), usize::MAX - index)).map(|(index, _)| index)
    }

    fn administration_of(&mut self, president: usize) -> usize {
        let name = &self.entities[president].name;
        let surname = name.split(' ').next_back().unwrap_or(name);
        let name = format!("{surname} administration");
        let known = self.entities.iter().position(|entity| entity.name == name);
        known.unwrap_or_else(|| {
            self.entities.push(Entity {
                key: plain(&name),
                name,
                kind: Some(SourceKind::Organisation),
                head: "administration".to_owned(),
                ..Entity::default()
            });
            self.entities.len() - 1
        })
    }

    /// Resolves a noun phrase that begins with "the", where it is an office or a document's or body's head word.
    fn resolve_definite(&mut self, at: usize) {
        let Some(head) = self.words.get(at + 1).filter(|word| word.paragraph == self.words[at].paragraph) else {
            return;
        };
        if self.in_introduction(head.span.start).is_some() {
            return;
        }
        if let Some((office, end)) = self.office_at(at + 1) {
            let behind = self.words.get(end);
            let goes_on = behind.is_some_and(|word| {
                (word.is_capital() && !word.opens)
                    || lexicon().office(&word.folded).is_some()
                    || matches!(word.folded.as_str(), "of" | "for")
                    || (word.glued && word.is("-"))
            });
            let possessive = self.words[end - 1].possessive;
            let plural = office.ends_with('s') && !office.ends_with("ss");
            let calling = lexicon().office(&office).is_some_and(|found| found.calling);
            if goes_on || plural || calling {
                return;
            }
            if let Some((index, _)) = self.holder_of(&office, self.words[at].span.start, &[]) {
                let mention = self.nominal(at, end);
                self.add(index, mention);
            }
            let _ = possessive;
            return;
        }
        let lone = head.shape == Shape::Lower || head.shape == Shape::Capital;
        let kind = lexicon().head(&head.folded).filter(|_| lone);
        let behind = self.words.get(at + 2).map_or("", |word| word.folded.as_str());
        let loose = matches!(
            head.folded.as_str(),
            "police"
                | "press"
                | "party"
                | "series"
                | "trial"
                | "force"
                | "forces"
                | "front"
                | "group"
                | "team"
                | "government"
        );
        if loose || kind.is_none_or(|kind| kind == SourceKind::Place) || matches!(behind, "of" | "for") {
            return;
        }
        if let Some(index) = self.thing_called(&head.folded, self.words[at].span.start) {
            let taken = self.mentions.contains_key(&head.span.start);
            if !taken {
                let mention = self.nominal(at, at + 2);
                self.add(index, mention);
            }
        }
    }

    /// The office phrase that begins at `at`, over one or two modifiers, and where it ends.
    pub fn office_at(&self, at: usize) -> Option<(String, usize)> {
        (0..3).find_map(|skipped| {
            let start = at + skipped;
            let modifiers = self.words.get(at..start)?;
            let plain = modifiers.iter().all(|word| {
                word.shape != Shape::Mark
                    && !lexicon().is_function(&word.folded)
                    && !word.possessive
                    && (word.is_capital()
                        || matches!(
                            word.folded.as_str(),
                            "former" | "current" | "then" | "acting" | "late" | "outgoing"
                        ))
            });
            if !plain {
                return None;
            }
            (1..=4).rev().find_map(|length| {
                let slice = self.words.get(start..start + length)?;
                let phrase = slice.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
                lexicon().office(&phrase).filter(|office| !office.address).map(|_| (phrase, start + length))
            })
        })
    }

    /// The person nearest before `at` who holds the office; `places` are words that should speak for them.
    pub fn holder_of(&self, office: &str, at: usize, places: &[String]) -> Option<Meant> {
        let mut best: Option<(usize, f32)> = None;
        let mut seen = Vec::new();
        let first = self.words.partition_point(|word| word.span.start < at);
        let bare = self.words.get(first + 1).is_some_and(|word| word.is(office));
        for (rank, (index, _)) in self.before(at).enumerate() {
            if seen.contains(&index) || self.entities[index].kind != Some(SourceKind::Person) {
                continue;
            }
            seen.push(index);
            let Some(fit) = self.fit_of(index, office, bare) else { continue };
            let agreeing = places.iter().filter(|place| self.introduces(index, place)).count() as f32;
            let score = fit + 0.5 * agreeing - 0.005 * rank as f32;
            if best.is_none_or(|(_, known)| score > known + 0.001) {
                best = Some((index, score));
            }
        }
        best.map(|(index, score)| (index, score.clamp(0.6, 0.95)))
    }

    /// How well an office that the person is given fits the one by which somebody is called. Whom an administration is
    /// named after is "the president" where nothing else stands with it (`bare`).
    fn fit_of(&self, index: usize, office: &str, bare: bool) -> Option<f32> {
        let elect = office.ends_with("-elect");
        let offices = self.entities[index].offices.iter();
        let held = offices.filter(|held| !elect || held.ends_with("-elect") || !self.is_of_a_body(index, held));
        let fit = held.filter_map(|held| office_fit(held, office)).max_by(f32::total_cmp);
        if self.author == Some(index) {
            // What a note on the author says is seldom meant in the text itself.
            let past = self.introduced_as(index, office).any(|(_, words)| words.contains("former"));
            return fit.filter(|fit| *fit >= 0.9 && !past).map(|fit| fit - 0.3);
        }
        let leads =
            bare && office == "president" && self.entities[index].offices.is_empty() && self.has_administration(index);
        fit.or(leads.then_some(0.85))
    }

    /// The introductions that give the person the office, each folded.
    fn introduced_as<'x>(&'x self, index: usize, office: &'x str) -> impl Iterator<Item = (Span, String)> + 'x {
        let all = self.entities[index].introductions.iter().map(|span| (*span, plain(span.of(self.text))));
        all.filter(move |(_, words)| words.contains(office))
    }

    /// Whether the office is only that of a named body: "president of the Sheriffs Guild".
    fn is_of_a_body(&self, index: usize, office: &str) -> bool {
        let body = |span: Span| {
            self.names_in(span).iter().any(|(other, _)| self.entities[*other].kind == Some(SourceKind::Organisation))
        };
        let mut all = self.introduced_as(index, office).peekable();
        all.peek().is_some() && all.all(|(span, _)| body(span))
    }

    /// Whether an administration is named after the person.
    fn has_administration(&self, index: usize) -> bool {
        let administrations = self.entities.iter().filter(|entity| entity.head == "administration");
        administrations.filter_map(|entity| self.namesake(entity)).any(|person| person == index)
    }

    /// Whom an administration is named after.
    fn namesake(&self, administration: &Entity) -> Option<usize> {
        let folded = plain(&administration.name);
        let name = folded.strip_suffix(" administration")?;
        let bears = |entity: &Entity| entity.person.as_ref().is_some_and(|person| person.surname == name);
        self.entities.iter().position(bears)
    }

    fn introduces(&self, index: usize, place: &str) -> bool {
        self.entities[index].introductions.iter().any(|span| plain(span.of(self.text)).contains(place))
    }

    /// The document, law, study, programme or body nearest before `at` that the noun may mean.
    pub fn thing_called(&self, head: &str, at: usize) -> Option<usize> {
        let found = self.before(at).find(|(index, _)| {
            let entity = &self.entities[*index];
            is_thing(entity) && (entity.head == head || is_other_word_for(head, entity))
        });
        found.map(|(index, _)| index)
    }

    /// The person or group without a name called by that noun before.
    pub fn nameless_called(&self, head: &str, at: usize) -> Option<usize> {
        let nameless = |entity: &Entity| {
            matches!(entity.kind, Some(SourceKind::Anonymous | SourceKind::Study | SourceKind::Document))
        };
        let found =
            self.before(at).find(|(index, _)| nameless(&self.entities[*index]) && self.entities[*index].head == head);
        found.map(|(index, _)| index)
    }

    /// Whom the pronoun at word `at` means.
    pub fn pronoun(&self, at: usize) -> Option<Meant> {
        let word = &self.words[at];
        let wanted = Pronoun::of(&word.folded)?;
        let mut scores: Vec<(usize, f32)> = Vec::new();
        for (rank, (index, mention)) in self.before(word.span.start).enumerate() {
            let there = &self.words[mention.first];
            if there.paragraph + 4 < word.paragraph {
                break;
            }
            if self.headings.contains(&there.paragraph) {
                continue;
            }
            let Some(fit) = wanted.fit(&self.entities[index]) else { continue };
            let mut score = fit + 10.0 - 2.0 * (word.sentence - there.sentence).min(6) as f32 - 0.1 * rank as f32;
            score -= 1.0 * (word.paragraph - there.paragraph) as f32;
            if there.quotation.is_some() && there.quotation != word.quotation {
                score -= 5.0;
            }
            if self.is_subject(&mention) {
                score += 3.0;
            }
            if self.words[mention.end - 1].possessive {
                score -= 1.0;
            }
            if self.last_speaker.is_some_and(|(speaker, sentence)| speaker == index && sentence + 2 >= word.sentence) {
                score += 2.5;
            }
            match scores.iter_mut().find(|(known, _)| *known == index) {
                Some((_, known)) => *known = known.max(score) + 0.3,
                None => scores.push((index, score)),
            }
        }
        let best = scores.iter().copied().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        let second =
            scores.iter().filter(|(index, _)| *index != best.0).map(|(_, score)| *score).fold(f32::MIN, f32::max);
        if best.1 < 2.0 {
            return None;
        }
        let trust = match best.1 - second {
            gap if gap > 4.0 => 0.97,
            gap if gap > 2.0 => 0.9,
            gap if gap > 1.0 => 0.8,
            _ => 0.65,
        };
        Some((best.0, trust))
    }

    /// Whether the mention is the first of its sentence that no preposition leads in.
    fn is_subject(&self, mention: &Mention) -> bool {
        let word = &self.words[mention.first];
        let mut at = mention.first;
        while at > 0 && self.words[at - 1].sentence == word.sentence && mention.first - at < 12 {
            at -= 1;
        }
        let lead = &self.words[at..mention.first];
        let behind = self.words.get(mention.end).map_or("", |next| next.folded.as_str());
        let before = lead.last().map_or("", |last| last.folded.as_str());
        let governed = lead.iter().rev().take(4).any(|word| {
            matches!(
                word.folded.as_str(),
                "of" | "by" | "to" | "with" | "from" | "at" | "for" | "against" | "on" | "about" | "in"
            )
        });
        let speaks = super::kinds::is_speech(behind) || super::kinds::is_speech(before);
        speaks || (!governed && lead.len() < 6) || matches!(behind, "has" | "is" | "was" | "had" | "who")
    }

    /// Whether a person is called by the pronoun's sex elsewhere: keeps what was learnt.
    pub fn learn_sex(&mut self, index: usize, at: usize) {
        let sex = match self.words[at].folded.as_str() {
            "he" | "his" | "him" => Sex::Male,
            "she" | "her" => Sex::Female,
            _ => return,
        };
        let entity = &mut self.entities[index];
        entity.sex = entity.sex.or(Some(sex));
    }
}

/// Whether a noun like "the report", "the agency" may mean it.
fn is_thing(entity: &Entity) -> bool {
    match entity.kind {
        Some(SourceKind::Person | SourceKind::Place) | None => false,
        Some(_) => !entity.plural,
    }
}

/// What a pronoun asks of what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pronoun {
    One(Sex),
    Thing,
    Several,
    Who,
}

impl Pronoun {
    fn of(folded: &str) -> Option<Self> {
        Some(match folded {
            "he" | "him" | "his" | "himself" => Self::One(Sex::Male),
            "she" | "her" | "hers" | "herself" => Self::One(Sex::Female),
            "it" | "its" | "itself" => Self::Thing,
            "they" | "them" | "their" | "themselves" => Self::Several,
            "who" | "which" => Self::Who,
            _ => return None,
        })
    }

    /// How well the entity fits; none where it cannot be meant.
    fn fit(self, entity: &Entity) -> Option<f32> {
        let human =
            entity.kind == Some(SourceKind::Person) || (entity.kind == Some(SourceKind::Anonymous) && !entity.plural);
        match self {
            Self::One(sex) if human => match entity.sex {
                Some(known) if known == sex => Some(0.5),
                Some(_) => None,
                None => Some(0.0),
            },
            Self::Thing if !human && !entity.plural => match entity.kind {
                Some(SourceKind::Place | SourceKind::Event) => Some(-4.0),
                _ => Some(0.0),
            },
            Self::Several => match entity.kind {
                _ if entity.plural => Some(2.0),
                Some(SourceKind::Organisation | SourceKind::Study) => Some(-1.0),
                Some(SourceKind::Anonymous) => Some(-3.0),
                _ => None,
            },
            Self::Who => Some(0.0),
            _ => None,
        }
    }
}

/// How well an office that somebody holds fits the one by which somebody is called.
fn office_fit(held: &str, called: &str) -> Option<f32> {
    if held == called {
        return Some(0.9);
    }
    let elect = |office: &str| office.trim_end_matches("-elect").to_owned();
    if elect(held) == elect(called) {
        return Some(0.8);
    }
    let abbreviated = long_form(held) == long_form(called);
    if abbreviated {
        return Some(0.9);
    }
    if called == "president" || called == "general" || called == "minister" {
        return None;
    }
    let last = |office: &str| office.split(' ').next_back().unwrap_or_default().to_owned();
    let tail = last(held) == last(called) && !called.contains(' ');
    let of = held.split(" of ").next().is_some_and(|head| head == called);
    (tail || of).then_some(0.8)
}

/// The office without abbreviation, one form for each.
pub fn long_form(office: &str) -> &str {
    match office {
        "sen." | "sen" => "senator",
        "gov." | "gov" => "governor",
        "rep." | "rep" | "congressman" | "congresswoman" => "representative",
        "lt. gov." => "lieutenant governor",
        "gen." => "general",
        "sgt." => "sergeant",
        "det." => "detective",
        "capt." => "captain",
        "col." => "colonel",
        "pres." => "president",
        "chief of police" => "police chief",
        "house speaker" => "speaker",
        other => other,
    }
}

/// Whether the noun is another word for what the entity is.
fn is_other_word_for(head: &str, entity: &Entity) -> bool {
    match head {
        "report" | "paper" | "analysis" => entity.kind == Some(SourceKind::Study),
        "study" | "survey" => matches!(entity.head.as_str(), "report" | "analysis" | "paper" | "survey" | "study"),
        "agency" => {
            matches!(entity.head.as_str(), "department" | "bureau" | "administration" | "enforcement")
                && entity.kind == Some(SourceKind::Organisation)
        }
        "newspaper" | "magazine" => entity.kind == Some(SourceKind::Publication),
        "law" | "statute" | "legislation" => entity.kind == Some(SourceKind::Law),
        "group" | "organization" | "organisation" => {
            matches!(
                entity.head.as_str(),
                "association"
                    | "union"
                    | "coalition"
                    | "alliance"
                    | "league"
                    | "society"
                    | "network"
                    | "foundation"
                    | "council"
            )
        }
        _ => false,
    }
}
