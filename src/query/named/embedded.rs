//! The project's own queries, one line each: the name and the file's text.

/// Every file of `queries/`, in the order of the names.
pub(super) const QUERIES: &[(&str, &str)] = &[
    ("adopted-by", include_str!("../../../queries/adopted-by.rq")),
    ("chairs", include_str!("../../../queries/chairs.rq")),
    (
        "connections",
        include_str!("../../../queries/connections.rq"),
    ),
    ("convenors", include_str!("../../../queries/convenors.rq")),
    ("deadlines", include_str!("../../../queries/deadlines.rq")),
    ("directors", include_str!("../../../queries/directors.rq")),
    (
        "disagreements",
        include_str!("../../../queries/disagreements.rq"),
    ),
    ("evidence", include_str!("../../../queries/evidence.rq")),
    (
        "group-creator",
        include_str!("../../../queries/group-creator.rq"),
    ),
    (
        "group-resolution",
        include_str!("../../../queries/group-resolution.rq"),
    ),
    ("groups", include_str!("../../../queries/groups.rq")),
    ("hosts", include_str!("../../../queries/hosts.rq")),
    (
        "letters-about",
        include_str!("../../../queries/letters-about.rq"),
    ),
    ("letters", include_str!("../../../queries/letters.rq")),
    (
        "meeting-dates",
        include_str!("../../../queries/meeting-dates.rq"),
    ),
    (
        "meeting-place-date",
        include_str!("../../../queries/meeting-place-date.rq"),
    ),
    (
        "meeting-place",
        include_str!("../../../queries/meeting-place.rq"),
    ),
    (
        "meetings-in",
        include_str!("../../../queries/meetings-in.rq"),
    ),
    ("meetings", include_str!("../../../queries/meetings.rq")),
    ("people", include_str!("../../../queries/people.rq")),
    ("person", include_str!("../../../queries/person.rq")),
    (
        "post-holders",
        include_str!("../../../queries/post-holders.rq"),
    ),
    ("reports-to", include_str!("../../../queries/reports-to.rq")),
    ("resolution", include_str!("../../../queries/resolution.rq")),
    (
        "signatories",
        include_str!("../../../queries/signatories.rq"),
    ),
    (
        "vice-chairs",
        include_str!("../../../queries/vice-chairs.rq"),
    ),
];
