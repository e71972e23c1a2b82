//! Checks of single values: addresses, numbers, categories, ranks.

use super::text::loose_key;
use domain::accreditation::Rank;

/// Longest e-mail address (RFC 5321: 254 octets).
pub const MAX_EMAIL_BYTES: usize = 254;
/// Longest web address, in characters.
pub const MAX_WEBSITE_CHARS: usize = 300;
/// Longest telephone number as written, in characters.
pub const MAX_PHONE_CHARS: usize = 40;

/// The address without a `mailto:`, when it has one local part and a domain with a dot; the domain in lower case.
pub(super) fn email(text: &str) -> Option<String> {
    let text = text.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map_or(text, |_| &text[7..]);
    let (local, domain) = text.rsplit_once('@')?;
    let local_ok = (1..=64).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()) || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let domain_ok = domain.contains('.') && host(domain);
    (local_ok && domain_ok && text.len() <= MAX_EMAIL_BYTES).then(|| format!("{local}@{}", domain.to_lowercase()))
}

/// True for dot-separated labels of letters, digits and inner hyphens, in any script.
fn host(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-' || (!c.is_ascii() && !c.is_whitespace()))
        })
}

/// The address with its scheme; `https://` is supplied where none is written. No other scheme than these two is taken.
pub(super) fn website(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (full, rest) = if lower.starts_with("https://") {
        (text.to_owned(), &text[8..])
    } else if lower.starts_with("http://") {
        (text.to_owned(), &text[7..])
    } else {
        (format!("https://{text}"), text)
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.parse::<u16>().is_ok() => name,
        Some(_) => return None,
        None => authority,
    };
    let visible = !text.contains(|c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (visible && name.contains('.') && host(name)).then_some(full)
}

/// The number as written, when it has 5 to 20 digits and nothing but the usual signs besides.
pub(super) fn phone(text: &str) -> Option<String> {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let signs = text.chars().all(|c| c.is_numeric() || c.is_whitespace() || "+-–().,/#*x".contains(c));
    ((5..=20).contains(&digits) && signs).then(|| text.to_owned())
}

/// True for what spreadsheets write in a cell whose formula failed.
pub(super) fn is_formula_error(text: &str) -> bool {
    matches!(text, "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NULL!" | "#NUM!" | "#DATA!" | "#SPILL!" | "#CALC!")
}

/// Words for the categories, by the code of the category.
const CATEGORIES: &[(&str, &[&str])] = &[
    (
        "member",
        &[
            "full member",
            "member party",
            "membre",
            "membre à part entière",
            "miembro",
            "miembro pleno",
            "عضو",
            "عضوية كاملة",
            "член",
            "полноправный член",
            "成员",
            "会员",
            "正式成员",
        ],
    ),
    (
        "associate",
        &[
            "associate member",
            "membre associé",
            "associé",
            "asociado",
            "miembro asociado",
            "منتسب",
            "عضو منتسب",
            "ассоциированный член",
            "ассоциированный",
            "联系成员",
            "准成员",
        ],
    ),
    ("observer", &["observateur", "observador", "مراقب", "наблюдатель", "观察员", "观察员组织"]),
    (
        "partner",
        &[
            "ngo",
            "partner organisation",
            "partner organization",
            "partenaire",
            "ong",
            "socio",
            "شريك",
            "партнер",
            "партнёр",
            "нпо",
            "伙伴",
            "合作伙伴",
            "非政府组织",
        ],
    ),
    ("guest", &["invited", "invité", "invitado", "ضيف", "гость", "приглашенный", "嘉宾", "来宾"]),
    (
        "media",
        &[
            "press",
            "médias",
            "média",
            "presse",
            "medios",
            "prensa",
            "إعلام",
            "وسائط الإعلام",
            "وسائل الإعلام",
            "сми",
            "пресса",
            "媒体",
        ],
    ),
];

/// The code among `allowed` that the text names, by its code or in a working language.
pub(super) fn category(text: &str, allowed: &[String]) -> Option<String> {
    let key = loose_key(text);
    let by_code = || allowed.iter().find(|code| loose_key(code) == key);
    let by_word = || {
        let (code, _) = CATEGORIES.iter().find(|(_, words)| words.iter().any(|word| loose_key(word) == key))?;
        allowed.iter().find(|allowed| allowed == code)
    };
    by_code().or_else(by_word).cloned()
}

/// Words of lists for a rank, in the working languages.
fn words_of(rank: Rank) -> &'static [&'static str] {
    match rank {
        Rank::Head => &[
            "head",
            "head of delegation",
            "leader",
            "hod",
            "chef",
            "chef de délégation",
            "cheffe de délégation",
            "jefe",
            "jefa",
            "jefe de delegación",
            "jefa de delegación",
            "رئيس",
            "رئيس الوفد",
            "رئيسة الوفد",
            "глава",
            "глава делегации",
            "团长",
            "代表团团长",
        ],
        Rank::Representative => &[
            "representative",
            "delegate",
            "member",
            "représentant",
            "représentante",
            "délégué",
            "déléguée",
            "membre",
            "representante",
            "delegado",
            "delegada",
            "miembro",
            "ممثل",
            "ممثلة",
            "مندوب",
            "عضو",
            "представитель",
            "делегат",
            "член",
            "член делегации",
            "代表",
            "成员",
        ],
        Rank::Alternate => &[
            "alternate",
            "alternate representative",
            "deputy",
            "deputy head",
            "suppléant",
            "suppléante",
            "représentant suppléant",
            "suplente",
            "representante suplente",
            "مناوب",
            "ممثل مناوب",
            "заместитель",
            "заместитель представителя",
            "副代表",
            "候补代表",
        ],
        Rank::Adviser => &[
            "adviser",
            "advisor",
            "expert",
            "conseiller",
            "conseillère",
            "asesor",
            "asesora",
            "consejero",
            "consejera",
            "مستشار",
            "مستشارة",
            "советник",
            "эксперт",
            "顾问",
            "专家",
        ],
    }
}

/// The rank that the text names in a working language.
pub(super) fn rank(text: &str) -> Option<Rank> {
    let key = loose_key(text);
    Rank::ALL.into_iter().find(|rank| words_of(*rank).iter().any(|word| loose_key(word) == key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!(email("mailto:A.B+c@Example.ORG").as_deref(), Some("A.B+c@example.org"));
        assert!(email("почта@пример.рф").is_some());
        for bad in ["", "a", "a@b", "a b@c.d", "a@b.c; d@e.f", "@b.c", "a@-b.c", "a..b@c.d", "a@b..c", "<a@b.c>"] {
            assert_eq!(email(bad), None, "{bad}");
        }
    }

    #[test]
    fn web_addresses_have_no_other_scheme() {
        assert_eq!(website("example.org/x").as_deref(), Some("https://example.org/x"));
        assert_eq!(website("HTTP://example.org:8080?a=b").as_deref(), Some("HTTP://example.org:8080?a=b"));
        for bad in ["javascript:alert(1)", "ftp://example.org", "example", "http://", "http://user@example.org", "a b.org"] {
            assert_eq!(website(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers() {
        assert!(phone("+33 (0)1 23-45-67").is_some() && phone("٠١٢٣٤٥٦").is_some());
        assert!(phone("call me").is_none() && phone("12").is_none());
    }

    #[test]
    fn ranks_and_categories_in_six_languages() {
        for word in ["Head of delegation", "chef de délégation", "Jefe de delegación", "رئيس الوفد", "Глава делегации", "团长"]
        {
            assert_eq!(rank(word), Some(Rank::Head), "{word}");
        }
        assert_eq!(rank("boss"), None);
        let allowed: Vec<String> = ["member", "observer"].map(str::to_owned).to_vec();
        for word in ["Observer", "observateur", "Observador", "مراقب", "Наблюдатель", "观察员"] {
            assert_eq!(category(word, &allowed).as_deref(), Some("observer"), "{word}");
        }
        assert_eq!(category("partner", &allowed), None, "only what the profile allows");
    }
}
