//! The letter itself: its number, date, office, signature, addressees and annexes.

use super::alignment::Alignment;
use super::gold::GoldContact;
use super::ledger::{Ledger, Likeness, Unit};
use super::name::is_same_name;
use super::score::Category;
use super::value::{is_same_phone, likeness_of_dates, literal};
use crate::entity::Fact;
use crate::namespace::{cg, dcterms, rdf, schema};
use crate::vocabulary::matcher::comparable;
use oxigraph::model::{NamedNode, NamedNodeRef, Term};

fn unit(field: &'static str) -> Unit<'static> {
    Unit {
        category: Category::Document,
        item: "",
        field,
    }
}

/// Compares every field.
pub(super) fn compare(alignment: &Alignment<'_>, ledger: &mut Ledger<'_>) {
    let gold = &alignment.gold.document;
    let comparison = Comparison { alignment };
    comparison.identity(ledger);
    comparison.literals(
        ledger,
        "date",
        &gold.date,
        dcterms::ISSUED,
        likeness_of_dates,
    );
    comparison.nodes(ledger, "place", gold.place.as_slice(), cg::ISSUED_AT);
    comparison.nodes(ledger, "issuer", gold.issuer.as_slice(), cg::ISSUED_BY);
    let codes = gold.reference_code.as_slice();
    ledger.compare(
        unit("reference_code"),
        codes,
        &comparison.stated(cg::REFERENCE_CODE),
        |fact, code| is_same_name(literal(fact), code).into(),
    );
    comparison.nodes(ledger, "signatory", &gold.signatory, cg::SIGNED_BY);
    comparison.written(ledger);
    comparison.nodes(
        ledger,
        "signatory_role",
        &gold.signatory_role,
        cg::SIGNED_AS,
    );
    comparison.contact(ledger);
    comparison.subject(ledger);
    for (field, list, property) in [
        ("addressees", &gold.addressees, cg::ADDRESSED_TO),
        ("copied_to", &gold.copied_to, cg::COPIED_TO),
    ] {
        if !list.is_empty() {
            comparison.nodes(ledger, field, list, property);
        }
    }
    comparison.annexes(ledger);
    if gold.urgent {
        let is_urgent = comparison
            .stated(cg::URGENT)
            .iter()
            .any(|fact| literal(fact) == "true");
        ledger.check(unit("urgent"), "true", is_urgent);
    }
}

struct Comparison<'c, 'a> {
    alignment: &'c Alignment<'a>,
}

impl<'a> Comparison<'_, 'a> {
    fn circular(&self) -> NamedNodeRef<'a> {
        self.alignment.reading.circular()
    }

    fn stated(&self, property: NamedNodeRef<'_>) -> Vec<&'a Fact> {
        self.alignment.reading.stated(self.circular(), property)
    }

    /// A field whose values are things.
    fn nodes(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        expected: &[String],
        property: NamedNodeRef<'_>,
    ) {
        ledger.compare(
            unit(field),
            expected,
            &self.stated(property),
            |fact, name| self.means(&fact.object, name).into(),
        );
    }

    fn means(&self, object: &Term, name: &str) -> bool {
        matches!(object, Term::NamedNode(node) if self.alignment.means(node.as_ref(), name))
    }

    fn literals(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        expected: &Option<String>,
        property: NamedNodeRef<'_>,
        likeness: impl Fn(&str, &str) -> Likeness,
    ) {
        ledger.compare(
            unit(field),
            expected.as_slice(),
            &self.stated(property),
            |fact, value| likeness(literal(fact), value),
        );
    }

    /// Identifier, series and number. Where the gold has an identifier alone, it says all three.
    fn identity(&self, ledger: &mut Ledger<'_>) {
        let gold = &self.alignment.gold.document;
        ledger.compare(
            unit("identifier"),
            gold.identifier.as_slice(),
            &self.stated(dcterms::IDENTIFIER),
            |fact, name| {
                let is_called = self.alignment.reading.is_called(self.circular(), name);
                let is_whole = !literal(fact).contains(" to ");
                (is_called || is_whole && self.is_numbered(name)).into()
            },
        );
        let is_said = gold.identifier.is_some();
        let numbers = gold.number.as_slice();
        if gold.series.is_some() || !is_said {
            let classes = self.alignment.reading.nodes(self.circular(), rdf::TYPE);
            ledger.compare(
                unit("series"),
                gold.series.as_slice(),
                &self.stated(cg::IN_SERIES),
                |fact, name| {
                    let is_class = classes.iter().any(|class| self.names_class(class, name));
                    // A letter of a series that is split by study group: 6/LCCE.
                    let after_group = name.split_once('/').map_or(name, |(_, code)| code);
                    let is_series =
                        self.means(&fact.object, name) || self.means(&fact.object, after_group);
                    // The words before the code of a number that is told with it: 7/LCCE/23.
                    let is_before_code = numbers.iter().any(|number| {
                        self.means(&fact.object, &format!("{name} {}", code_of(number)))
                    });
                    (is_series || is_before_code || is_class).into()
                },
            );
        }
        if gold.number.is_some() || !is_said {
            // Told with its code, 7/LCCE/23, or with zeros before it: 061.
            let wholes = self.stated(dcterms::IDENTIFIER);
            let is_whole = |stated: &str, expected: &str| {
                let mut wholes = wholes.iter().map(|fact| literal(fact));
                wholes.any(|whole| {
                    let code = whole.strip_suffix(stated);
                    code.is_some_and(|code| code.contains('/')) && is_same_name(whole, expected)
                })
            };
            let zeros = |number: &'_ str| number.trim_start_matches('0').to_owned();
            let is_number = |stated: &str, expected: &str| {
                let is_same = is_same_name(&zeros(stated), &zeros(expected));
                Likeness::from(is_same || is_whole(stated, expected))
            };
            self.literals(ledger, "number", &gold.number, cg::NUMBER, is_number);
        }
    }

    /// True for the words of the letter's series with its number, as golds name it in English: "Circular
    /// letter 58" and "Circular letter No. 58" for CL-58.
    fn is_numbered(&self, name: &str) -> bool {
        let Some((series, number)) = name.rsplit_once(' ') else {
            return false;
        };
        let series = series.trim_end_matches(['.', ' ']);
        let series = series.strip_suffix(" No").unwrap_or(series);
        let classes = self.alignment.reading.nodes(self.circular(), rdf::TYPE);
        let numbers = self.stated(cg::NUMBER);
        classes.iter().any(|class| self.names_class(class, series))
            && numbers
                .iter()
                .any(|fact| is_same_name(literal(fact), number))
    }

    fn names_class(&self, class: &NamedNode, name: &str) -> bool {
        self.alignment.reading.is_called(class.as_ref(), name)
    }

    fn written(&self, ledger: &mut Ledger<'_>) {
        let signatories = self.alignment.reading.nodes(self.circular(), cg::SIGNED_BY);
        for words in &self.alignment.gold.document.signatory_as_written {
            let mut people = signatories.iter();
            let is_found =
                people.any(|person| self.alignment.reading.is_written(person.as_ref(), words));
            ledger.check(unit("signatory_as_written"), words, is_found);
        }
    }

    fn contact(&self, ledger: &mut Ledger<'_>) {
        let gold = &self.alignment.gold.document.contact;
        let names: Vec<&String> = gold
            .iter()
            .filter_map(|contact| contact.name.as_ref())
            .collect();
        let stated = self.stated(cg::CONTACT_PERSON);
        ledger.compare(unit("contact.name"), &names, &stated, |fact, name| {
            self.means(&fact.object, name).into()
        });
        let is_same_address = |a: &str, b: &str| comparable(a) == comparable(b);
        self.reachable(
            ledger,
            "contact.phone",
            schema::TELEPHONE,
            |contact| &contact.phone,
            is_same_phone,
        );
        self.reachable(
            ledger,
            "contact.fax",
            schema::FAX_NUMBER,
            |contact| &contact.fax,
            is_same_phone,
        );
        self.reachable(
            ledger,
            "contact.email",
            schema::EMAIL,
            |contact| &contact.email,
            is_same_address,
        );
    }

    /// A number or address of those to be contacted, or of the letter where it names nobody.
    fn reachable(
        &self,
        ledger: &mut Ledger<'_>,
        field: &'static str,
        property: NamedNodeRef<'_>,
        values: impl Fn(&GoldContact) -> &Vec<String>,
        is_same: impl Fn(&str, &str) -> bool,
    ) {
        let reading = self.alignment.reading;
        let people = reading.nodes(self.circular(), cg::CONTACT_PERSON);
        let of_people = people
            .iter()
            .flat_map(|person| reading.stated(person.as_ref(), property));
        let stated: Vec<&Fact> = self.stated(property).into_iter().chain(of_people).collect();
        let expected: Vec<&String> = self
            .alignment
            .gold
            .document
            .contact
            .iter()
            .flat_map(values)
            .collect();
        ledger.compare(unit(field), &expected, &stated, |fact, value| {
            is_same(literal(fact), value).into()
        });
    }

    fn subject(&self, ledger: &mut Ledger<'_>) {
        let titles = self.stated(dcterms::TITLE);
        for words in &self.alignment.gold.document.subject_contains {
            let wanted = comparable(words);
            let is_found = titles
                .iter()
                .any(|title| comparable(literal(title)).contains(&wanted));
            ledger.check(unit("subject_contains"), words, is_found);
        }
    }

    /// Their number.
    fn annexes(&self, ledger: &mut Ledger<'_>) {
        let annexes = self
            .alignment
            .reading
            .stated_of(self.circular(), cg::ANNEX_OF);
        let mut subjects: Vec<&NamedNode> = annexes.iter().map(|fact| &fact.subject).collect();
        subjects.sort_unstable_by_key(|subject| subject.as_str());
        subjects.dedup();
        let stated = subjects.len();
        let expected = self.alignment.gold.document.annexes;
        if let Some(expected) = expected {
            ledger.check(unit("annexes"), &expected.to_string(), stated == expected);
        }
        if let Some(first) = annexes.first()
            && expected != Some(stated)
        {
            ledger.add_spurious(unit("annexes"), stated.to_string(), first.evidence.span);
        }
    }
}

/// The code in a number of a series that has one: LCCE in 7/LCCE/23.
fn code_of(number: &str) -> &str {
    let mut parts = number.split(['/', '-']);
    parts
        .find(|part| part.starts_with(char::is_alphabetic))
        .unwrap_or_default()
}
