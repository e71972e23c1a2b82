//! Medians, percentiles and spreads.
use serde_json::{Value, json};

/// The value below which a share (0 to 1) of the values lies; 0 of none.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or_default()
}

/// The middle value.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// Rounded to so many decimals.
pub fn rounded(value: f64, decimals: i32) -> f64 {
    let factor = 10f64.powi(decimals);
    (value * factor).round() / factor
}

/// Median, least and most, for the results.
pub fn spread(values: &[f64], decimals: i32) -> Value {
    json!({
        "median": rounded(median(values), decimals),
        "least": rounded(percentile(values, 0.0), decimals),
        "most": rounded(percentile(values, 1.0), decimals),
        "rounds": values.len(),
    })
}
