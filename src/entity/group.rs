//! Groups by acronym, number or name, and what the number of a group says of the study group above it.

use super::mint::tail;
use super::{Fact, Resolver};
use crate::mention::date;
use crate::mention::{Attribute, Mention, MentionId};
use crate::namespace::{cg, identifier, local, org, slug};
use crate::relation::Evidence;
use crate::vocabulary::matcher::comparable;
use oxigraph::model::NamedNode;

/// How sure the study group is that a number names.
const CONFIDENCE: u8 = 90;

impl Resolver<'_> {
    /// A group that has an acronym, a number or a name of its own.
    pub(super) fn named_group(&self, mention: &Mention) -> Option<NamedNode> {
        if let Some(acronym) = self.acronym(mention) {
            let mut known = self
                .vocabulary
                .by_name(&acronym)
                .filter(|entry| self.vocabulary.kinds().is_named(entry.kind, "Group"));
            return match (known.next(), known.next()) {
                (Some(entry), None) => Some(entry.iri.clone()),
                _ => Some(identifier(["group", &acronym])),
            };
        }
        if self.number_of_group(mention).is_some() {
            return self.numbered_group(mention);
        }
        self.words(mention, "name")
            .map(|name| identifier(["group", &name]))
    }

    /// The acronym of a group, with the letters that English has for it: GMR 6S-9D and ОГД 6S-9D are JRG 6S-9D.
    fn acronym(&self, mention: &Mention) -> Option<String> {
        const JOINT: &str = "joint-";
        let acronym = self.words(mention, "acronym")?;
        let joint = mention.attributes.iter().find_map(|attribute| {
            let code = attribute.name.strip_prefix(JOINT)?;
            Some(acronym.replacen(&attribute.words, &code.to_uppercase(), 1))
        });
        joint.or(Some(acronym))
    }

    fn numbered_group(&self, mention: &Mention) -> Option<NamedNode> {
        let short = self.short_name(mention)?;
        let name = format!("{short}{}", slug(&self.group_number(mention)?));
        let of_sector = |sector: String| identifier(["group", &sector, &name]);
        let stated = self.sector_of(mention).map(of_sector);
        stated.or_else(|| self.only_group(of_sector))
    }

    /// The group that one Sector alone has ever had: nobody but ITU-T has a Study Group 17.
    fn only_group(&self, of_sector: impl Fn(String) -> NamedNode) -> Option<NamedNode> {
        let sectors = self.vocabulary.of_kind("Sector");
        let groups = sectors.filter_map(|sector| Some(of_sector(tail(&sector.iri)?)));
        let mut known = groups.filter(|group| self.vocabulary.by_iri(group.as_ref()).is_some());
        let only = known.next()?;
        known.next().is_none().then_some(only)
    }

    /// Where the number of a group stands, or that of the Question which it studies.
    fn number_of_group(&self, mention: &Mention) -> Option<Attribute> {
        let own = self.mentions.attribute(mention, "number");
        own.or_else(|| {
            let question = self.part(mention, "question")?;
            self.mentions
                .attribute(self.mentions.get(question), "number")
        })
    }

    /// The number of a group, as `13`, `2/16` or `5A`; an ordinal gives its figure.
    fn group_number(&self, mention: &Mention) -> Option<String> {
        let attribute = self.number_of_group(mention)?;
        let number = date::number_of(self.mentions, &attribute, self.vocabulary);
        let is_ordinal = !attribute.mentions.is_empty();
        match number.filter(|_| is_ordinal) {
            Some(number) => Some(number.to_string()),
            None => Some(attribute.words.replace([' ', '\n'], "")),
        }
    }

    /// What stands before the number in the identifier of a group of that kind: `sg`, `wp`.
    fn short_name(&self, mention: &Mention) -> Option<String> {
        let class = self.class_of(mention.kind)?;
        self.vocabulary.literal(class.as_ref(), cg::SHORT_NAME)
    }

    /// The groups that others belong to by their number (Working Party 2/16 and 5A, Task Group 6/8) or
    /// by the name that they bear.
    pub(super) fn parents_borne(&self) -> Vec<Fact> {
        let groups = self.mentions.iter().filter(|(id, _)| self.is(*id, "Group"));
        groups
            .filter_map(|(id, mention)| {
                self.parent_by_number(id, mention)
                    .or_else(|| self.parent_by_name(id, mention))
            })
            .collect()
    }

    /// The known parent that a known group bears in its own name: SG12RG-AFR, Study Group 3 Regional
    /// Group for Africa.
    fn parent_by_name(&self, id: MentionId, mention: &Mention) -> Option<Fact> {
        let group = self.referent(id)?;
        let parent = self
            .vocabulary
            .node(group.as_ref(), org::SUB_ORGANIZATION_OF)
            .filter(|parent| {
                local(parent.as_ref()).is_some_and(|path| path.starts_with("group/"))
            })?;
        let words = comparable(mention.plain.of(&self.document.plain.text));
        let mut names = self.vocabulary.by_iri(parent.as_ref())?.names.iter();
        let is_borne = names.any(|name| bears(&words, &comparable(&name.text)));
        is_borne.then(|| self.part_of(group, parent, mention))
    }

    fn part_of(&self, group: &NamedNode, parent: NamedNode, mention: &Mention) -> Fact {
        Fact {
            subject: group.clone(),
            predicate: org::SUB_ORGANIZATION_OF.into_owned(),
            object: parent.into(),
            evidence: Evidence {
                span: mention.span.trim(&self.document.text),
                rule: mention.finder.clone(),
                confidence: CONFIDENCE,
            },
        }
    }

    fn parent_by_number(&self, id: MentionId, mention: &Mention) -> Option<Fact> {
        let group = self.referent(id)?;
        let number = match self.group_number(mention) {
            Some(number) => number,
            None => last_number(mention.plain.of(&self.document.plain.text))?,
        };
        let class = self.class_of(mention.kind)?;
        let leads = self.vocabulary.literal(class.as_ref(), cg::NUMBER_LEADS)?;
        let parent = match number.split_once('/') {
            Some((first, _)) if leads == "true" => first,
            Some((_, last)) => last,
            None => number.trim_end_matches(|letter: char| letter.is_alphabetic()),
        };
        let is_whole = parent == number || self.short_name(mention).is_none();
        let is_number = !parent.is_empty() && parent.chars().all(|digit| digit.is_ascii_digit());
        let sector = match local(group.as_ref())?.split('/').collect::<Vec<_>>()[..] {
            ["group", sector, _] => sector.to_owned(),
            _ => self.sector_of(mention)?,
        };
        let parent = self.study_group(&sector, parent);
        (is_number && !is_whole).then(|| self.part_of(group, parent, mention))
    }

    fn study_group(&self, sector: &str, number: &str) -> NamedNode {
        let short = self.vocabulary.literal(cg::STUDY_GROUP, cg::SHORT_NAME);
        let short = short.unwrap_or_default();
        identifier(["group", sector, &format!("{short}{number}")])
    }

    /// The class that a kind is named after.
    fn class_of(&self, kind: crate::vocabulary::kind::Kind) -> Option<NamedNode> {
        let name = self.kinds.name(kind);
        Some(NamedNode::new_unchecked(format!("{}{name}", cg::BASE)))
    }
}

/// True if a name stands in longer words, and no digit behind it: SG1 is not in SG12RG-AFR.
fn bears(words: &str, name: &str) -> bool {
    const SHORTEST: usize = 3;
    words.len() > name.len()
        && name.len() >= SHORTEST
        && words.match_indices(name).any(|(at, _)| {
            !words[at + name.len()..].starts_with(|next: char| next.is_ascii_digit())
        })
}

/// The number that ends the name of a known group: `9A` of Working Party 9A.
fn last_number(name: &str) -> Option<String> {
    let last = name.rsplit([' ', '-']).next()?;
    let is_number = last.starts_with(|digit: char| digit.is_ascii_digit());
    is_number.then(|| last.to_owned())
}
