//! Figures as the public pages show them: `data-figure="present"` marks an element whose text, or `data-value`, is the figure.

/// The figure of this name in a page; none when the page does not show it.
#[must_use]
pub fn figure(html: &str, name: &str) -> Option<u64> {
    let mark = format!("data-figure=\"{name}\"");
    let at = html.find(&mark)?;
    let open = html[..at].rfind('<')?;
    let end = at + html[at..].find('>')?;
    let tag = &html[open..end];
    if let Some((_, rest)) = tag.split_once("data-value=\"") {
        return rest.split('"').next()?.parse().ok();
    }
    let text = html.get(end + 1..)?;
    number(&text[..text.find("</").unwrap_or(text.len())])
}

/// The first number of a text, however its thousands are set apart.
fn number(text: &str) -> Option<u64> {
    let mut digits = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            c if c.is_ascii_digit() => digits.push(c),
            ',' | '.' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '’' => {}
            _ if digits.is_empty() => {}
            _ => break,
        }
    }
    digits.parse().ok()
}

/// The value of a form's hidden field in a page.
#[must_use]
pub fn hidden(html: &str, name: &str) -> Option<String> {
    let at = html.find(&format!("name=\"{name}\""))?;
    let open = html[..at].rfind('<')?;
    let tag = &html[open..at + html[at..].find('>')?];
    let (_, rest) = tag.split_once("value=\"")?;
    rest.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_as_a_person_reads_it() {
        let html = r#"<dd data-figure="present"><a href="x">9,871</a></dd><b class="n" data-figure="venues" data-value="200">two hundred</b>
            <i data-figure="empty"></i><p data-figure="accredited">10 240 people</p>"#;
        assert_eq!(figure(html, "present"), Some(9_871));
        assert_eq!(figure(html, "venues"), Some(200));
        assert_eq!(figure(html, "accredited"), Some(10));
        assert_eq!(figure(&html.replace("10 240", "10\u{202f}240"), "accredited"), Some(10_240));
        assert_eq!((figure(html, "empty"), figure(html, "absent")), (None, None));
    }
    #[test]
    fn a_hidden_field_is_found() {
        let html = r#"<form><input type="hidden" name="text_digest" value="abc"><input name="x"></form>"#;
        assert_eq!(hidden(html, "text_digest").as_deref(), Some("abc"));
        assert_eq!(hidden(html, "x"), None);
    }
}
