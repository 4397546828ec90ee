//! Relations that a gold states without listing them: a meeting's city says where it is held, a
//! group's chairs say who chairs it.

use super::alignment::Alignment;
use super::citation::is_numbered;
use super::gold::{GoldMeeting, GoldPerson, GoldResolution};
use super::person::roles_of;
use crate::namespace::{cg, dcterms, org, schema};
use oxigraph::model::{NamedNode, NamedNodeRef};

/// A fact, to be looked for in the parts of a gold other than its relations.
pub(super) struct Implication<'i, 'a> {
    pub(super) alignment: &'i Alignment<'a>,
    pub(super) subject: NamedNodeRef<'i>,
    pub(super) object: NamedNodeRef<'i>,
}

impl Implication<'_, '_> {
    /// True when the gold says that the property holds between the two.
    pub(super) fn holds(&self, property: NamedNodeRef<'_>) -> bool {
        let document = &self.alignment.gold.document;
        if property == schema::LOCATION {
            self.is_in_meeting(|item| [&item.city, &item.country].into_iter().flatten().collect())
                || self.is_known_place()
        } else if [cg::CHAIRS, cg::VICE_CHAIRS, cg::CONVENES].contains(&property) {
            self.leads(property)
        } else if property == cg::REPRESENTS {
            self.is_in_person(|item| item.country.iter().collect())
        } else if property == cg::AFFILIATED_WITH {
            self.is_in_person(|item| item.organization.iter().collect())
        } else if property == org::HOLDS {
            self.holds_post()
        } else if property == cg::ADOPTED_BY || property == cg::REVISED_BY {
            self.is_of_conference(property)
        } else if property == cg::ANNOUNCES {
            self.is_of_letter() && self.is_meeting_or_group()
        } else if property == dcterms::REFERENCES {
            self.is_of_letter() && self.is_cited()
        } else if property == cg::SIGNED_BY {
            self.is_of_letter() && self.is_object(&document.signatory)
        } else if property == cg::ISSUED_BY {
            self.is_of_letter() && self.is_object(document.issuer.as_slice())
        } else {
            self.is_of_group(property)
        }
    }

    /// Where a conference that a letter only cites was held, as in the brackets of a Resolution: a gold
    /// may list it or not.
    fn is_known_place(&self) -> bool {
        let reading = self.alignment.reading;
        let places = reading.known(self.subject, schema::LOCATION);
        places.iter().any(|place| place.as_ref() == self.object)
    }

    fn is_of_letter(&self) -> bool {
        self.subject == self.alignment.reading.circular()
    }

    fn is_object(&self, names: &[String]) -> bool {
        names
            .iter()
            .any(|name| self.alignment.means(self.object, name))
    }

    fn is_meeting_or_group(&self) -> bool {
        let mut items = self
            .alignment
            .meetings
            .iter()
            .chain(&self.alignment.groups)
            .flatten();
        items.any(|item| item.as_ref() == self.object)
    }

    fn is_in_meeting(&self, values: impl Fn(&GoldMeeting) -> Vec<&String>) -> bool {
        let mut items = items_of(
            &self.alignment.gold.meetings,
            &self.alignment.meetings,
            self.subject,
        );
        items.any(|item| {
            values(item)
                .into_iter()
                .any(|name| self.alignment.means(self.object, name))
        })
    }

    fn people(&self) -> impl Iterator<Item = &GoldPerson> {
        items_of(
            &self.alignment.gold.people,
            &self.alignment.people,
            self.subject,
        )
    }

    fn is_in_person(&self, values: impl Fn(&GoldPerson) -> Vec<&String>) -> bool {
        let mut people = self.people();
        people.any(|item| {
            values(item)
                .into_iter()
                .any(|name| self.alignment.means(self.object, name))
        })
    }

    /// A group's leaders stand with the group, or the group with its leaders.
    fn leads(&self, property: NamedNodeRef<'_>) -> bool {
        let mut groups = items_of(
            &self.alignment.gold.groups,
            &self.alignment.groups,
            self.object,
        );
        let is_listed = groups.any(|item| {
            let leaders = if property == cg::CHAIRS {
                &item.chairs
            } else if property == cg::VICE_CHAIRS {
                &item.vice_chairs
            } else {
                &item.convenor
            };
            leaders
                .iter()
                .any(|name| self.alignment.means(self.subject, name))
        });
        let roles = roles_of(property);
        is_listed
            || self.people().any(|item| {
                item.role.iter().any(|name| self.is_among(&roles, name))
                    && self.is_object(&item.organization)
            })
    }

    /// A post is a role in a body, or a role alone where it is no body's, as a Rapporteur's; or it is the one
    /// that the letter is signed for.
    fn holds_post(&self) -> bool {
        let reading = self.alignment.reading;
        let document = &self.alignment.gold.document;
        let signs = document
            .signatory
            .iter()
            .any(|name| self.alignment.means(self.subject, name));
        if signs && self.is_object(&document.signatory_role) {
            return true;
        }
        let roles = reading.nodes_or_known(self.object, org::ROLE_OF);
        let bodies = reading.nodes_or_known(self.object, org::POST_IN);
        self.people().any(|item| {
            let has_role = self.is_object(&item.role)
                || item.role.iter().any(|role| self.is_among(&roles, role));
            let mut organization = item.organization.iter();
            let is_of_body = bodies.is_empty() && self.alignment.means(self.subject, &item.name);
            has_role && (is_of_body || organization.any(|body| self.is_among(&bodies, body)))
        })
    }

    fn is_among(&self, nodes: &[NamedNode], name: &str) -> bool {
        nodes
            .iter()
            .any(|node| self.alignment.means(node.as_ref(), name))
    }

    /// The conference in the place and year of a Resolution adopted or revised it.
    fn is_of_conference(&self, property: NamedNodeRef<'_>) -> bool {
        let work = self.alignment.reading.work_of(self.subject);
        let work = work.as_ref().map_or(self.subject, NamedNode::as_ref);
        let mut items = items_of(
            &self.alignment.gold.resolutions,
            &self.alignment.resolutions,
            work,
        );
        items
            .any(|item| item.revised == (property == cg::REVISED_BY) && self.is_conference_of(item))
    }

    fn is_conference_of(&self, item: &GoldResolution) -> bool {
        let reading = self.alignment.reading;
        let start = reading.vocabulary.literal(self.object, schema::START_DATE);
        let is_then = item
            .year
            .as_ref()
            .is_some_and(|year| start.is_some_and(|start| start.starts_with(year)));
        let places = reading.nodes_or_known(self.object, schema::LOCATION);
        let is_there = item.place.iter().any(|place| self.is_among(&places, place));
        let mut bodies = reading.known(self.object, cg::IN_SERIES);
        for series in bodies.clone() {
            bodies.extend(reading.known(series.as_ref(), cg::MEETING_OF));
        }
        let is_of_body = item.body.iter().any(|body| self.is_among(&bodies, body));
        is_then && (is_there || is_of_body)
    }

    /// The letter refers to everything that the gold lists as cited.
    fn is_cited(&self) -> bool {
        let gold = self.alignment.gold;
        let reading = self.alignment.reading;
        let work = reading.work_of(self.object);
        let work = work.as_ref().map_or(self.object, NamedNode::as_ref);
        let mut numbered = gold.recommendations.iter().chain(&gold.questions);
        gold.circulars
            .iter()
            .any(|item| reading.is_called(self.object, &item.identifier))
            || gold
                .documents
                .iter()
                .any(|item| reading.names.is_titled(self.object, &item.title))
            || self
                .alignment
                .resolutions
                .iter()
                .flatten()
                .any(|item| item.as_ref() == work)
            || numbered.any(|name| {
                reading.is_called(self.object, name) || is_numbered(self.object, name, reading)
            })
    }

    /// What the gold says of a group: its parent, to whom it reports, who set it up, what it serves.
    fn is_of_group(&self, property: NamedNodeRef<'_>) -> bool {
        let mut groups = items_of(
            &self.alignment.gold.groups,
            &self.alignment.groups,
            self.subject,
        );
        groups.any(|item| {
            let values = if property == cg::REPORTS_TO {
                &item.reports_to
            } else if property == cg::ESTABLISHED_BY {
                &item.established_by
            } else if property == cg::IMPLEMENTS {
                &item.implements
            } else if property == org::SUB_ORGANIZATION_OF {
                &item.parent
            } else {
                return false;
            };
            self.is_object(values)
        })
    }
}

/// The items of a gold that are a thing.
fn items_of<'i, T>(
    items: &'i [T],
    things: &'i [Option<NamedNode>],
    thing: NamedNodeRef<'i>,
) -> impl Iterator<Item = &'i T> {
    let pairs = items.iter().zip(things);
    let ours = pairs.filter(move |(_, own)| own.as_ref().is_some_and(|own| own.as_ref() == thing));
    ours.map(|(item, _)| item)
}
