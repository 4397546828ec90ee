//! The posts of Rapporteurs: who is Rapporteur for a Question holds an office that bears its number.

use super::{Fact, Resolver, class_of, text_literal};
use crate::namespace::{cg, identifier, local, org, rdf, rdfs};
use crate::relation::Claim;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

impl Resolver<'_> {
    /// Who holds the posts of Rapporteurs and Associate Rapporteurs, and what these are called.
    pub(super) fn posts_of_rapporteurs(&self) -> Vec<Fact> {
        let is_told = |claim: &&Claim| claim.predicate == cg::IS_RAPPORTEUR_OF;
        let mut facts = Vec::new();
        for claim in self.claims.iter().filter(is_told) {
            let Some(role) = self.role_told(claim) else {
                continue;
            };
            for (person, question) in self.ends(claim) {
                let state = |subject: &NamedNode, predicate: NamedNodeRef<'_>, object: Term| Fact {
                    subject: subject.clone(),
                    predicate: predicate.into_owned(),
                    object,
                    evidence: claim.evidence.clone(),
                };
                let Term::NamedNode(question) = question else {
                    continue;
                };
                let path = local(question.as_ref()).unwrap_or_default();
                let Some(question) = path.strip_prefix("question/") else {
                    continue;
                };
                let number = question.split_once('/').map_or("", |(_, number)| number);
                let post = identifier(["post", role].into_iter().chain(question.split('/')));
                facts.push(state(&person, org::HOLDS, post.clone().into()));
                facts.push(state(&post, rdf::TYPE, class_of("Post").into()));
                let office = identifier(["role", role]);
                facts.push(state(&post, org::ROLE_OF, office.into()));
                let template = format!("Post.{role}");
                let names = self.labels.fill(&template, |part, _| {
                    (part == "number").then(|| number.to_uppercase())
                });
                facts.extend(names.into_iter().map(|name| {
                    let label = text_literal(&name.text, name.language);
                    state(&post, rdfs::LABEL, label.into())
                }));
            }
        }
        facts
    }

    /// The last part of the identifier of the office that a claim's words name; none where they name both.
    fn role_told(&self, claim: &Claim) -> Option<&'static str> {
        let inside = self.mentions.outermost().map(|(_, mention)| mention);
        let mut told: Vec<&str> = inside
            .filter(|mention| claim.evidence.span.contains(mention.span))
            .map(|mention| self.kinds.name(mention.kind))
            .collect();
        told.retain(|kind| kind.ends_with("RapporteurRole"));
        let is_associate = |kind: &&str| *kind == "AssociateRapporteurRole";
        match (told.iter().all(is_associate), told.iter().any(is_associate)) {
            (_, false) => Some("rapporteur"),
            (true, true) => Some("associate-rapporteur"),
            (false, true) => None,
        }
    }
}
