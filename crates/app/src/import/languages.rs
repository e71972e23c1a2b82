//! Language tags, and names of languages as they stand in headings and cells.

use domain::language::Language;

use super::text::loose_key;

/// Tag for a name whose language the list does not say (ISO 639-2 "undetermined").
pub const UNDETERMINED: &str = "und";

/// Names of languages as loose keys, in the six working languages and as the speakers say them.
const NAMES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "english",
            "in english",
            "anglais",
            "en anglais",
            "ingles",
            "en ingles",
            "الانجليزية",
            "الإنجليزية",
            "بالانجليزية",
            "بالإنجليزية",
            "انجليزي",
            "английский",
            "на английском",
            "по английски",
            "英文",
            "英语",
            "英語",
        ],
    ),
    (
        "fr",
        &[
            "french",
            "in french",
            "francais",
            "en francais",
            "frances",
            "en frances",
            "الفرنسية",
            "بالفرنسية",
            "فرنسي",
            "французский",
            "на французском",
            "по французски",
            "法文",
            "法语",
            "法語",
        ],
    ),
    (
        "es",
        &[
            "spanish",
            "in spanish",
            "espagnol",
            "en espagnol",
            "espanol",
            "en espanol",
            "castellano",
            "الاسبانية",
            "الإسبانية",
            "بالاسبانية",
            "بالإسبانية",
            "испанский",
            "на испанском",
            "по испански",
            "西班牙文",
            "西班牙语",
            "西文",
        ],
    ),
    (
        "ar",
        &[
            "arabic",
            "in arabic",
            "arabe",
            "en arabe",
            "العربية",
            "بالعربية",
            "عربي",
            "арабский",
            "на арабском",
            "по арабски",
            "阿拉伯文",
            "阿拉伯语",
            "阿文",
        ],
    ),
    (
        "ru",
        &[
            "russian",
            "in russian",
            "russe",
            "en russe",
            "ruso",
            "en ruso",
            "الروسية",
            "بالروسية",
            "русский",
            "на русском",
            "по русски",
            "俄文",
            "俄语",
            "俄語",
        ],
    ),
    (
        "zh",
        &[
            "chinese",
            "in chinese",
            "chinois",
            "en chinois",
            "chino",
            "en chino",
            "الصينية",
            "بالصينية",
            "китайский",
            "на китайском",
            "по китайски",
            "中文",
            "汉语",
            "漢語",
        ],
    ),
    ("pt", &["portuguese", "portugais", "portugues", "البرتغالية", "португальский", "葡萄牙文", "葡文"]),
    ("de", &["german", "allemand", "aleman", "deutsch", "الالمانية", "الألمانية", "немецкий", "德文"]),
    ("hi", &["hindi", "الهندية", "хинди", "印地文"]),
    ("ja", &["japanese", "japonais", "japones", "日本語", "日文", "اليابانية", "японский"]),
    ("ko", &["korean", "coreen", "coreano", "한국어", "韩文", "корейский", "الكورية"]),
    ("tr", &["turkish", "turc", "turco", "turkce", "التركية", "турецкий", "土耳其文"]),
    ("fa", &["persian", "farsi", "persan", "persa", "فارسی", "الفارسية", "персидский", "波斯文"]),
    ("id", &["indonesian", "indonesien", "indonesio", "bahasa indonesia", "印尼文"]),
    ("sw", &["swahili", "kiswahili", "السواحيلية", "суахили"]),
    ("vi", &["vietnamese", "vietnamien", "vietnamita", "tieng viet", "越南文"]),
    ("th", &["thai", "thailandais", "tailandes", "ไทย", "泰文"]),
    ("it", &["italian", "italien", "italiano", "الايطالية", "итальянский", "意大利文"]),
    (
        UNDETERMINED,
        &[
            "local",
            "native",
            "original",
            "local language",
            "langue locale",
            "langue originale",
            "locale",
            "idioma original",
            "оригинал",
            "原文",
            "本地",
            "الاصلية",
            "und",
        ],
    ),
];

/// Two-letter codes of ISO 639-1, space-separated.
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv \
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg \
    th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The canonical tag when the text is a tag whose language ISO 639-1 lists, or a three-letter one with a subtag.
#[must_use]
pub fn known_tag(text: &str) -> Option<String> {
    let tag = any_tag(text)?;
    let primary = tag.split('-').next().unwrap_or_default();
    let listed = ISO_639_1.split(' ').any(|code| code == primary);
    (listed || tag == UNDETERMINED || tag.len() > 3).then_some(tag)
}

/// The canonical tag when the text has the form of one (BCP 47), with hyphens or underscores.
#[must_use]
pub fn any_tag(text: &str) -> Option<String> {
    text.trim().replace('_', "-").parse::<Language>().ok().map(|language| language.as_str().to_owned())
}

/// The tag of a language named in words: `français`, `in English`, `俄文`.
#[must_use]
pub fn named(text: &str) -> Option<&'static str> {
    let key = loose_key(text);
    NAMES.iter().find(|(_, names)| names.iter().any(|name| loose_key(name) == key)).map(|(tag, _)| *tag)
}

/// The canonical tag of a language written as a tag or in words.
#[must_use]
pub fn find(text: &str) -> Option<String> {
    known_tag(text).or_else(|| named(text).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_words_are_understood() {
        for (text, tag) in [
            ("FR", "fr"),
            ("zh_hans", "zh-Hans"),
            ("Français", "fr"),
            ("бы", ""),
            ("по-русски", "ru"),
            ("العربية", "ar"),
            ("西班牙文", "es"),
            ("pt-br", "pt-BR"),
            ("xx", ""),
            ("", ""),
        ] {
            assert_eq!(find(text).unwrap_or_default(), tag, "{text}");
        }
        assert_eq!(any_tag("yue").as_deref(), Some("yue"));
    }
}
