//! The table of `evaluate --calibration`.

use super::bare_table;
use crate::evaluate::calibration::Band;
use comfy_table::CellAlignment;

/// A row for each confidence, and one for each rule that states something wrong with it.
pub(super) fn table(bands: &[Band]) -> String {
    let mut table = bare_table();
    table.set_header(["confidence", "rule", "facts", "right", "share"]);
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for band in bands {
        let confidence = match band.rule {
            None => format!("{:.2}", band.confidence),
            Some(_) => String::new(),
        };
        table.add_row([
            confidence,
            band.rule.clone().unwrap_or_else(|| "all".to_owned()),
            band.facts.to_string(),
            band.right.to_string(),
            format!("{:.3}", band.share()),
        ]);
    }
    format!("\n{}\n", table.trim_fmt())
}
