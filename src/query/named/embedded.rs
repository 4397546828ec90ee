pub(super) const QUERIES: &[(&str, &str)] = &[];
