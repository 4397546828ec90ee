//! What a letter speaks of at a place, for rules whose sentence does not name it: the Resolution that
//! is quoted, the group and the meeting in question.

use super::Linker;
use crate::document::PartKind;
use crate::mention::{Mention, MentionId};
use crate::span::Span;

/// Bodies that stand for themselves: "the Group" means one that the letter introduced.
pub const STANDING_GROUPS: &[&str] = &[
    "AdvisoryGroup",
    "StudyGroup",
    "Committee",
    "StandingMeeting",
];

impl Linker<'_> {
    /// The Resolution whose text stands at a byte of the letter: in an annex the one that its heading
    /// names, elsewhere the last one named before.
    pub(super) fn quoted_resolution(&self, at: usize) -> Option<MentionId> {
        let part = self.document.part_at(at)?;
        let is_resolution = |mention: &Mention| {
            let kinds = self.shapes.kinds();
            let is_adopted = |name| kinds.is_named(mention.kind, name);
            (is_adopted("Resolution") || is_adopted("Decision")) && mention.span.end <= at
        };
        let mut named = self
            .mentions
            .outermost()
            .filter(|(_, mention)| is_resolution(mention));
        let found = if part.kind == PartKind::Annex {
            named.find(|(_, mention)| part.span.contains(mention.span))
        } else {
            named.next_back()
        };
        found.map(|(id, _)| id)
    }

    /// The group that was spoken of last before a byte of the letter: that of the heading just above,
    /// else one that the letter introduced, else one that stands.
    pub(super) fn group_spoken_of(&self, at: usize) -> Option<MentionId> {
        let heads = |id: &MentionId| self.is_heading(self.mentions.get(*id).span, at);
        if let Some(heading) = self.last_of("Group", &[], at).filter(heads) {
            return Some(heading);
        }
        self.last_of("Group", STANDING_GROUPS, at)
            .or_else(|| self.last_of("Group", &[], at))
    }

    /// The group whose meeting is called by its number alone at a byte of the letter: the one that its
    /// sentence names before, else the one whose meeting the subject line announces, else the one spoken of.
    pub(super) fn group_counted(&self, at: usize) -> Option<MentionId> {
        let plain = &self.document.plain;
        let is_near = |id: &MentionId| {
            let end = self.mentions.get(*id).span.end;
            let words = plain.range(Span::new(end, at)).of(&plain.text);
            !words.contains(['\n', '。']) && !words.contains(". ")
        };
        let in_sentence = self.last_of("Group", &[], at).filter(is_near);
        let in_sentence = in_sentence.map(|group| self.part_of_named(group));
        in_sentence
            .or_else(|| self.group_of_subject())
            .or_else(|| self.group_spoken_of(at))
    }

    /// The group of which another is named as the whole: Working Party 8F of Study Group 8.
    fn part_of_named(&self, whole: MentionId) -> MentionId {
        const LONGEST_BETWEEN: usize = 24;
        let start = self.mentions.get(whole).span.start;
        let Some(part) = self.last_of("Group", &[], start) else {
            return whole;
        };
        let end = self.mentions.get(part).span.end;
        let between = self.document.text.get(end..start).unwrap_or("");
        let is_study_group = |id: MentionId| {
            let kinds = self.shapes.kinds();
            kinds.is_named(self.mentions.get(id).kind, "StudyGroup")
        };
        // The code of a part begins with the number of its whole: 5D and 5, 8/1 and 8.
        let number = |id: MentionId| -> String {
            let words = self.mentions.get(id).span.of(&self.document.text);
            let digits = words.chars().skip_while(|sign| !sign.is_ascii_digit());
            digits.take_while(char::is_ascii_digit).collect()
        };
        let is_whole =
            is_study_group(whole) && !is_study_group(part) && number(whole) == number(part);
        let parts = [',', ';', '.', '\n', '،', '、', '。'];
        if is_whole && between.chars().count() <= LONGEST_BETWEEN && !between.contains(parts) {
            part
        } else {
            whole
        }
    }

    /// The group whose meetings the subject line names, if it names those of one alone.
    fn group_of_subject(&self) -> Option<MentionId> {
        let is = |mention: &Mention, kind: &str| self.shapes.kinds().is_named(mention.kind, kind);
        let meetings = self.mentions.outermost().map(|(_, mention)| mention);
        let of_subject = meetings
            .filter(|mention| mention.part == PartKind::Subject && is(mention, "GroupMeeting"));
        let mut bodies = of_subject
            .flat_map(|mention| &mention.attributes)
            .filter(|part| part.name == "body")
            .flat_map(|body| &body.mentions);
        let only = bodies.next()?;
        bodies.next().is_none().then_some(*only)
    }

    /// True for a name that opens its line, or ends it with a colon, as the heading of what stands at a byte behind it.
    fn is_heading(&self, name: Span, at: usize) -> bool {
        const LONGEST_BEFORE: usize = 20;
        const LONGEST_LINE: usize = 90;
        let text = &self.document.text;
        let before = text[..name.start].rsplit('\n').next().unwrap_or("");
        let before = before.chars().count();
        let behind = text.get(name.end..at).unwrap_or("");
        let rest = behind.lines().next().unwrap_or("");
        // A colon behind the name, and the line ends: "Officers of Study Group 13:"
        let ends_line = behind.contains('\n')
            && rest.contains(':')
            && rest.trim_matches([' ', ':', '*', '|']).is_empty();
        if ends_line && before < LONGEST_LINE {
            return true;
        }
        let behind = behind.trim_end();
        // "The Group has appointed the following:" is no heading.
        let announces = behind
            .strip_suffix(':')
            .is_some_and(|words| words.starts_with(' ') && words.split_whitespace().count() > 1);
        let is_sentence = announces || behind.contains(['\n', '.', '。', ';', '；', ',', '，']);
        before < LONGEST_BEFORE && behind.len() < 100 && !is_sentence
    }

    /// The meetings that may be announced: those that are called by a body or by what they are about and do
    /// not point back, rows of tables among them. Which of them are to come is known once they have their days.
    pub(super) fn meetings_announced(&self) -> impl Iterator<Item = MentionId> {
        let is = |mention: &Mention, kind: &str| self.shapes.kinds().is_named(mention.kind, kind);
        let announced = self.mentions.iter().filter(move |(_, mention)| {
            (mention.is_outermost || self.shapes.reads_pairs(&mention.finder))
                && is(mention, "Meeting")
                && !is(mention, "MeetingSeries")
                && !is_cited(mention)
                && !mention.attributes.iter().any(|part| part.name == "anaphor")
        });
        announced.map(|(id, _)| id)
    }

    /// The last mention of a kind before a byte of the letter: in its part, else anywhere. The body
    /// that a meeting is called by counts as named.
    pub(super) fn last_of(&self, kind: &str, excepted: &[&str], at: usize) -> Option<MentionId> {
        let part = self.document.part_at(at)?;
        let is = |mention: &Mention, kind: &str| self.shapes.kinds().is_named(mention.kind, kind);
        let mut named: Vec<MentionId> = Vec::new();
        for (id, mention) in self.mentions.outermost() {
            named.push(id);
            let body = mention.attributes.iter().filter(|part| part.name == "body");
            if is(mention, "GroupMeeting") {
                named.extend(body.flat_map(|body| &body.mentions));
            }
        }
        named.retain(|id| {
            let mention = self.mentions.get(*id);
            mention.span.end <= at
                && is(mention, kind)
                && !(kind == "Meeting" && is_cited(mention))
                && !excepted.iter().any(|excepted| is(mention, excepted))
        });
        let in_part = named
            .iter()
            .rfind(|id| part.span.contains(self.mentions.get(**id).span));
        in_part.or_else(|| named.last()).copied()
    }
}

/// True for a conference that is called by its place and year, as those of the past are: "the meeting"
/// is another.
fn is_cited(mention: &Mention) -> bool {
    let has = |name: &str| mention.attributes.iter().any(|part| part.name == name);
    has("series") && has("place") && has("year")
}
