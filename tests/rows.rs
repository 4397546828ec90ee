//! What rows tell together and none tells alone: groups beside their days or their chairs, and the days
//! of a schedule.

use circugraph::document::cue::PartCues;
use circugraph::document::{Document, Source};
use circugraph::knowledge::Knowledge;
use circugraph::language::Language;
use circugraph::pipeline::Reader;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static READER: LazyLock<(Reader, PartCues)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology");
    let knowledge = Knowledge::folder(&folder).expect("the folder is readable");
    let reader = Reader::load(&knowledge).expect("the ontology is right");
    let cues = PartCues::load(&knowledge).expect("the cues are right");
    (reader, cues)
});

/// The facts of one property in a letter, as `subject value` without the base of the IRIs.
fn told(text: &str, language: Language, property: &str) -> BTreeSet<String> {
    let source = Source {
        path: "letter.txt".to_owned(),
        sha256: "0".repeat(64),
        format: "text/plain",
    };
    let (reader, cues) = &*READER;
    let document = Document::new(text.to_owned(), language, source, cues);
    let short = |iri: &str| iri.rsplit("/id/").next().unwrap_or("").to_owned();
    let read = reader.extract(document);
    let facts = read.entities.facts.iter();
    facts
        .filter(|fact| fact.predicate.as_str().ends_with(property))
        .map(|fact| {
            let value = match &fact.object {
                oxigraph::model::Term::NamedNode(node) => short(node.as_str()),
                oxigraph::model::Term::Literal(value) => value.value().to_owned(),
                other => other.to_string(),
            };
            format!("{} {value}", short(fact.subject.as_str()))
        })
        .collect()
}

const HEAD: &str =
    "Administrative Circular CACE/560\nGeneva, 3 February 2014\n\nDear Sir/Madam,\n\n";

#[test]
fn each_group_of_a_table_meets_on_the_days_beside_it() {
    let rows = "The Working Parties will meet in Geneva.\n\n\
                WP 6A / Terrestrial broadcasting delivery / 12-21 November 2014 / opens 12 November, 14:00\n\
                WP 6B / Service assembly and access / 11-15 November 2014 / opens 11 November, 09:30\n";
    let starts = told(&format!("{HEAD}{rows}"), Language::English, "startDate");
    for expected in [
        "meeting/itu-r-wp6a/2014-11-12 2014-11-12T14:00:00",
        "meeting/itu-r-wp6b/2014-11-11 2014-11-11T09:30:00",
    ] {
        assert!(starts.contains(expected), "{starts:?}");
    }
}

#[test]
fn days_may_stand_before_their_groups() {
    let rows = "Les Groupes de travail se réuniront comme suit:\n\n\
                11-15 avril 2014: Groupe de travail 3J\n12-19 avril 2014: Groupe de travail 3L\n";
    let head =
        "Circulaire administrative CACE/560\nGenève, le 3 février 2014\n\nMadame, Monsieur,\n\n";
    let ends = told(&format!("{head}{rows}"), Language::French, "endDate");
    for expected in [
        "meeting/itu-r-wp3j/2014-04-11 2014-04-15",
        "meeting/itu-r-wp3l/2014-04-12 2014-04-19",
    ] {
        assert!(ends.contains(expected), "{ends:?}");
    }
}

#[test]
fn a_group_and_days_that_stand_alone_are_no_pair() {
    let text =
        "Working Party 6A has prepared a report. The exhibition is open 12-21 November 2014.\n";
    let starts = told(&format!("{HEAD}{text}"), Language::English, "startDate");
    assert!(starts.is_empty(), "{starts:?}");
}

#[test]
fn a_column_of_chairs_gives_each_group_its_own() {
    let head = "Circulaire TSB 2\nGenève, le 3 décembre 2004\n\nMadame, Monsieur,\n\nOn trouvera ci-après la liste.\n\n";
    let rows = "Commission d'études\tTitre\tPrésident\n\
                CE 2\tAspects opérationnels de la fourniture de services\tMme Anne Durand (France)\n\
                CE 3\tPrincipes de tarification\tM. Paul Martin (Belgique)\n";
    let chairs = told(&format!("{head}{rows}"), Language::French, "#chairs");
    assert_eq!(
        chairs.into_iter().collect::<Vec<_>>(),
        [
            "person/anne-durand group/itu-t/sg2",
            "person/paul-martin group/itu-t/sg3"
        ]
    );
}

#[test]
fn several_things_are_due_on_one_day_of_a_schedule() {
    let rows = "Key deadlines:\n\n10 April 2014\n– Submit requests for interpretation\n– Submit contributions for \
                translation\n29 April 2014\n– Pre-registration\n\nThe meeting is held on 12 May 2014.\n";
    let due = told(&format!("{HEAD}{rows}"), Language::English, "hasDeadline");
    assert_eq!(due.len(), 3, "{due:?}");
    let days = told(&format!("{HEAD}{rows}"), Language::English, "endDate");
    assert!(
        days.iter().all(|day| !day.contains("2014-05-12")),
        "{days:?}"
    );
}

#[test]
fn lines_below_a_row_are_due_on_its_day() {
    let rows = "Remember:\n\n10 April 2014 / - Contributions are due\n- Requests for interpretation\n\
                12 May 2014 / - Pre-registration closes\n- Visa support\n\nRooms are shown on screens.\n";
    let days = told(&format!("{HEAD}{rows}"), Language::English, "endDate");
    let on = |day: &str| days.iter().filter(|told| told.ends_with(day)).count();
    assert_eq!((on("2014-04-10"), on("2014-05-12")), (2, 2), "{days:?}");
}

#[test]
fn what_is_due_may_stand_before_its_day() {
    let rows = "主要截止日期：与会补贴申请 - 2014年2月27日 / 文稿 - 2014年3月27日 / 在线注册 - 2014年4月3日\n";
    let head = "第560号行政通函\n2014年1月3日，日内瓦\n\n尊敬的先生/女士：\n\n";
    let days = told(&format!("{head}{rows}"), Language::Chinese, "endDate");
    let last: Vec<&str> = days
        .iter()
        .filter_map(|day| day.split(' ').nth(1))
        .collect();
    assert_eq!(last, ["2014-02-27", "2014-03-27", "2014-04-03"], "{days:?}");
}

#[test]
fn a_body_meets_on_its_own_days_within_those_of_all() {
    let text = "Working Parties 1A and 1B will meet in Geneva from 13 to 21 June 2017.\n\n\
                Group / Dates / Opening\nWorking Party 1A / 14-21 June 2017 / 09:30\n\
                Working Party 1B / 13-21 June 2017 / 14:00\n";
    let starts = told(&format!("{HEAD}{text}"), Language::English, "startDate");
    for expected in [
        "meeting/itu-r-wp1a/2017-06-14 2017-06-14T09:30:00",
        "meeting/itu-r-wp1b/2017-06-13 2017-06-13T14:00:00",
    ] {
        assert!(starts.contains(expected), "{starts:?}");
    }
    let of_1a: Vec<&String> = starts.iter().filter(|told| told.contains("wp1a")).collect();
    assert_eq!(of_1a.len(), 1, "{starts:?}");
    let places = told(&format!("{HEAD}{text}"), Language::English, "location");
    assert!(
        places.contains("meeting/itu-r-wp1a/2017-06-14 place/geneva"),
        "{places:?}"
    );
}

#[test]
fn the_previous_one_is_of_the_series_in_question() {
    let text = "You are invited to the World Telecommunication Development Conference. The previous one \
                (Buenos Aires, 1994) adopted an Action Plan.\n";
    let places = told(&format!("{HEAD}{text}"), Language::English, "location");
    assert!(
        places.contains("meeting/wtdc-94 place/buenos-aires"),
        "{places:?}"
    );
    let text = "Study Group 1 met in Rome. The previous one (Buenos Aires, 1994) was longer.\n";
    let places = told(&format!("{HEAD}{text}"), Language::English, "location");
    assert!(
        !places.iter().any(|place| place.contains("buenos-aires")),
        "{places:?}"
    );
}

#[test]
fn days_and_city_of_another_meeting_are_not_those_of_a_conference() {
    let about = |words: &str| {
        let text = format!("{HEAD}{words}\n");
        let places = told(&text, Language::English, "location");
        let days = told(&text, Language::English, "startDate");
        let is_its = |told: &&String| told.starts_with("meeting/wtdc-10 ");
        places
            .iter()
            .chain(&days)
            .filter(is_its)
            .cloned()
            .collect::<Vec<_>>()
    };
    const CONFERENCE: &str =
        "We look to the World Telecommunication Development Conference (WTDC-10)";
    let wrong = about(&format!(
        "{CONFERENCE}, Damascus, Syria, 17-19 January 2010."
    ));
    assert!(wrong.is_empty(), "{wrong:?}");
    let right = about(&format!(
        "{CONFERENCE}, Hyderabad, India, 24 May-4 June 2010."
    ));
    assert_eq!(right.len(), 2, "{right:?}");
}

#[test]
fn the_same_day_is_due_in_each_row_of_a_table() {
    let rows = "The Working Parties will meet in Geneva.\n\n\
                Group / Meeting dates / Deadline for contributions, 1600 hours UTC / Opening session\n\
                Working Party 6A / 12-21 November 2014 / Wednesday, 5 November 2014 / 12 November at 1400 hours\n\
                Working Party 6B / 11-15 November 2014 / Wednesday, 5 November 2014 / 11 November at 0930 hours\n\
                Study Group 6 / 24-25 November 2014 / - / 24 November at 0930 hours\n";
    let due = told(&format!("{HEAD}{rows}"), Language::English, "endDate");
    let due: Vec<&String> = due
        .iter()
        .filter(|told| told.starts_with("deadline"))
        .collect();
    assert_eq!(
        due,
        [
            "deadline/cace/560/2014-11-05 2014-11-05T16:00:00",
            "deadline/cace/560/2014-11-05/itu-r-wp6b 2014-11-05T16:00:00",
        ]
    );
}

#[test]
fn a_meeting_that_names_its_days_has_no_others() {
    let text = "Study Group 6, at its meeting (Geneva, 12-15 November 2012), has accepted the invitation of Japan \
                to its next meeting, which will be held in Kyoto from 10 to 14 March 2014.\n";
    let starts = told(&format!("{HEAD}{text}"), Language::English, "startDate");
    let of_former = "meeting/itu-r-sg6/2012-11-12 ";
    let of_former: Vec<&String> = starts
        .iter()
        .filter(|told| told.starts_with(of_former))
        .collect();
    assert_eq!(of_former, ["meeting/itu-r-sg6/2012-11-12 2012-11-12"]);
}

#[test]
fn a_day_without_a_year_lies_in_the_period_that_the_letter_names() {
    let text = "Study Group 6 will meet in Geneva from 10 to 14 March 2014. The last meeting was reported on in a \
                letter of 3 December 2012. The meeting will open at 0930 hours on 10 March.\n";
    let starts = told(&format!("{HEAD}{text}"), Language::English, "startDate");
    assert!(
        starts.contains("meeting/itu-r-sg6/2014-03-10 2014-03-10T09:30:00"),
        "{starts:?}"
    );
}

#[test]
fn the_day_that_ends_a_meeting_tells_the_year_of_its_first_day() {
    let text = "The programme was agreed on when the Chairmen met in June 2012. Study Group 6 will hold its meeting \
                in Geneva, starting on 27 June and ending on 3 July 2014.\n";
    let starts = told(&format!("{HEAD}{text}"), Language::English, "startDate");
    assert!(
        starts.contains("meeting/itu-r-sg6/2014-06-27 2014-06-27"),
        "{starts:?}"
    );
}

#[test]
fn a_list_of_questions_tells_their_group_once() {
    let text = "The Rapporteurs for Questions 2, 3 and 27/6 will meet in Geneva.\n";
    let named = told(&format!("{HEAD}{text}"), Language::English, "mentions");
    for number in ["2", "3", "27"] {
        let question = format!("question/itu-r/{number}/6");
        assert!(
            named.iter().any(|told| told.ends_with(&question)),
            "{question} in {named:?}"
        );
    }
}

#[test]
fn who_is_rapporteur_for_a_question_holds_a_post() {
    let text = "Mr John Smith, Rapporteur for Question 5/6, and Ms Anna Berg, Associate Rapporteur for \
                Question 6/6, will be present.\n";
    let held = told(&format!("{HEAD}{text}"), Language::English, "holds");
    assert_eq!(
        Vec::from_iter(held),
        [
            "person/anna-berg post/associate-rapporteur/itu-r/6/6",
            "person/john-smith post/rapporteur/itu-r/5/6",
        ]
    );
}

#[test]
fn a_letter_is_not_dated_by_a_range_of_days() {
    let text = "Notice of a meeting\nDate: 28-29 February 2008\n\nDear experts,\n\nThe meeting will be held soon.\n";
    assert_eq!(told(text, Language::English, "issued"), BTreeSet::new());
}

#[test]
fn an_event_of_no_office_is_not_the_unions() {
    let text = "To Administrations of Member States\n\nDear Sir,\n\n\
                A seminar on trade in services will take place in Nairobi from 3 to 5 May 2006.\n";
    let starts = told(text, Language::English, "startDate");
    assert_eq!(
        Vec::from_iter(starts),
        ["meeting/unknown/workshop/2006-05-03 2006-05-03"]
    );
    let names = told(text, Language::English, "label");
    assert!(
        names
            .iter()
            .any(|name| name.ends_with("seminar on trade in services"))
            && names.iter().all(|name| !name.contains("ITU workshop")),
        "{names:?}"
    );
}

#[test]
fn a_meeting_without_a_day_is_known_by_its_letter() {
    let text = "Study Group 6 will meet in Geneva from 3 to 7 March 2014. A meeting of Working Party 6A \
                will be collocated with it. The meeting of Study Group 6 is open to all.\n";
    let bodies = told(&format!("{HEAD}{text}"), Language::English, "meetingOf");
    let expected: BTreeSet<String> = [
        "meeting/itu-r-sg6/2014-03-03 group/itu-r/sg6",
        "meeting/itu-r-wp6a/circular-cace-560 group/itu-r/wp6a",
    ]
    .map(str::to_owned)
    .into();
    assert_eq!(bodies, expected);
    let names = told(
        &format!("{HEAD}{text}"),
        Language::English,
        "rdf-schema#label",
    );
    assert!(
        names.contains("meeting/itu-r-wp6a/circular-cace-560 ITU-R WP 6A meeting, CACE/560"),
        "{names:?}"
    );
}

#[test]
fn an_event_without_a_day_is_one_in_every_language() {
    let head =
        "Circular administrativa CACE/560\nGinebra, 3 de febrero de 2014\n\nEstimados señores:\n\n";
    let english = "The programme of the Workshop on Spectrum Management is being prepared.\n";
    let spanish = "Se prepara el programa del Taller sobre gestión del espectro.\n";
    for named in [
        told(&format!("{HEAD}{english}"), Language::English, "mentions"),
        told(&format!("{head}{spanish}"), Language::Spanish, "mentions"),
    ] {
        let event = "meeting/br/workshop/circular-cace-560/undated";
        assert!(named.iter().any(|told| told.ends_with(event)), "{named:?}");
    }
    let two = "The Workshop on Spectrum Management is full. The programme of the Workshop on \
               Satellite Monitoring is being prepared.\n";
    let named = told(&format!("{HEAD}{two}"), Language::English, "mentions");
    let is_workshop = |told: &&String| told.contains("/workshop/");
    assert_eq!(named.iter().filter(is_workshop).count(), 2, "{named:?}");
}

#[test]
fn days_and_city_of_a_known_meeting_may_stand_beside_it_in_any_words() {
    let about = |words: &str| {
        let text = format!("{HEAD}{words}\n");
        let places = told(&text, Language::English, "location");
        let days = told(&text, Language::English, "startDate");
        let is_its = |told: &&String| told.starts_with("meeting/wtsa-08 ");
        Vec::from_iter(places.iter().chain(&days).filter(is_its).cloned())
    };
    let told = about("Once more we thank South Africa, for Johannesburg did very well by WTSA-08.");
    assert_eq!(told, ["meeting/wtsa-08 place/johannesburg"]);
    let told = about("WTSA-08, for which so many came (it was 21-30 October 2008), did well.");
    assert_eq!(told, ["meeting/wtsa-08 2008-10-21"]);
    let none =
        about("WTSA-08 did well. The clocks of Johannesburg were right on 21-29 October 2008.");
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn an_edition_by_its_number_is_the_one_that_the_vocabulary_knows() {
    let text = "The fifth World Telecommunication Policy Forum discussed six opinions.\n";
    let named = told(&format!("{HEAD}{text}"), Language::English, "mentions");
    assert!(
        named.iter().any(|told| told.ends_with(" meeting/wtpf-13")),
        "{named:?}"
    );
}

#[test]
fn a_meeting_by_its_number_is_of_the_group_that_the_letter_is_about() {
    let text = "Subject: Third meeting of TSAG\n\nIt has much to do. The report of the second meeting is ready.\n";
    let bodies = told(&format!("{HEAD}{text}"), Language::English, "meetingOf");
    assert_eq!(
        Vec::from_iter(bodies),
        ["meeting/tsag/2 group/tsag", "meeting/tsag/3 group/tsag"]
    );
}
