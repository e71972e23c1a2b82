//! Plainly invented names of organisations and people, in several scripts. None is anybody's.
use crate::chance::Chance;

/// The six languages, by their tags; the order of every table below.
pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

/// What an organisation is named after.
const THINGS: [[&str; 6]; 24] = [
    ["Kite", "Cerf-volant", "Cometa", "الطائرة الورقية", "Воздушный змей", "风筝"],
    ["River", "Rivière", "Río", "النهر", "Река", "河流"],
    ["Lantern", "Lanterne", "Farol", "الفانوس", "Фонарь", "灯笼"],
    ["Bridge", "Pont", "Puente", "الجسر", "Мост", "桥梁"],
    ["Orchard", "Verger", "Huerto", "البستان", "Сад", "果园"],
    ["Harbour", "Port", "Puerto", "الميناء", "Гавань", "港湾"],
    ["Compass", "Boussole", "Brújula", "البوصلة", "Компас", "罗盘"],
    ["Loom", "Métier", "Telar", "النول", "Станок", "织机"],
    ["Meadow", "Prairie", "Pradera", "المرج", "Луг", "草原"],
    ["Bell", "Cloche", "Campana", "الجرس", "Колокол", "钟"],
    ["Well", "Puits", "Pozo", "البئر", "Колодец", "水井"],
    ["Sail", "Voile", "Vela", "الشراع", "Парус", "风帆"],
    ["Cedar", "Cèdre", "Cedro", "الأرز", "Кедр", "雪松"],
    ["Comet", "Comète", "Astro", "المذنب", "Комета", "彗星"],
    ["Window", "Fenêtre", "Ventana", "النافذة", "Окно", "窗"],
    ["Mill", "Moulin", "Molino", "الطاحونة", "Мельница", "磨坊"],
    ["Crane", "Grue", "Grulla", "الكركي", "Журавль", "鹤"],
    ["Hill", "Colline", "Colina", "التل", "Холм", "山丘"],
    ["Drum", "Tambour", "Tambor", "الطبل", "Барабан", "鼓"],
    ["Lake", "Lac", "Lago", "البحيرة", "Озеро", "湖泊"],
    ["Thread", "Fil", "Hilo", "الخيط", "Нить", "线"],
    ["Garden", "Jardin", "Jardín", "الحديقة", "Огород", "花园"],
    ["Path", "Sentier", "Sendero", "الدرب", "Тропа", "小路"],
    ["Dawn", "Aube", "Alba", "الفجر", "Рассвет", "黎明"],
];

/// What kind of organisation it is; `A` and `B` stand for what it is named after, `N` for a number where names run out.
const KINDS: [[&str; 6]; 8] = [
    [
        "Party of the A and the BN (rehearsal)",
        "Parti « A et B »N (répétition)",
        "Partido «A y B»N (ensayo)",
        "حزب «A وB»N (تجربة)",
        "Партия «A и B»N (репетиция)",
        "A与B党N（演练）",
    ],
    [
        "Union of the A and the BN (rehearsal)",
        "Union « A et B »N (répétition)",
        "Unión «A y B»N (ensayo)",
        "اتحاد «A وB»N (تجربة)",
        "Союз «A и B»N (репетиция)",
        "A与B联盟N（演练）",
    ],
    [
        "A and B MovementN (rehearsal)",
        "Mouvement « A et B »N (répétition)",
        "Movimiento «A y B»N (ensayo)",
        "حركة «A وB»N (تجربة)",
        "Движение «A и B»N (репетиция)",
        "A与B运动N（演练）",
    ],
    [
        "A and B ForumN (rehearsal)",
        "Forum « A et B »N (répétition)",
        "Foro «A y B»N (ensayo)",
        "منتدى «A وB»N (تجربة)",
        "Форум «A и B»N (репетиция)",
        "A与B论坛N（演练）",
    ],
    [
        "A and B SocietyN (rehearsal)",
        "Société « A et B »N (répétition)",
        "Sociedad «A y B»N (ensayo)",
        "جمعية «A وB»N (تجربة)",
        "Общество «A и B»N (репетиция)",
        "A与B协会N（演练）",
    ],
    [
        "A and B LeagueN (rehearsal)",
        "Ligue « A et B »N (répétition)",
        "Liga «A y B»N (ensayo)",
        "رابطة «A وB»N (تجربة)",
        "Лига «A и B»N (репетиция)",
        "A与B同盟N（演练）",
    ],
    [
        "Council of the A and the BN (rehearsal)",
        "Conseil « A et B »N (répétition)",
        "Consejo «A y B»N (ensayo)",
        "مجلس «A وB»N (تجربة)",
        "Совет «A и B»N (репетиция)",
        "A与B委员会N（演练）",
    ],
    [
        "A and B NetworkN (rehearsal)",
        "Réseau « A et B »N (répétition)",
        "Red «A y B»N (ensayo)",
        "شبكة «A وB»N (تجربة)",
        "Сеть «A и B»N (репетиция)",
        "A与B网络N（演练）",
    ],
];

const LATIN: [&str; 16] = ["al", "vo", "mi", "ren", "ta", "lo", "ki", "sen", "du", "ra", "nel", "bo", "ti", "mar", "es", "zu"];
const ARABIC: [&str; 12] = ["سا", "مي", "را", "نو", "لي", "دا", "كا", "تو", "وي", "زا", "ها", "بي"];
const CYRILLIC: [&str; 12] = ["та", "ли", "во", "ре", "ми", "ну", "са", "ко", "де", "бо", "зи", "ра"];
const HAN: [&str; 12] = ["演", "岚", "澄", "禾", "砚", "屿", "苓", "墨", "遥", "棠", "序", "朔"];

/// The English name of the `index`-th organisation and the one in another language; each index has its own.
#[must_use]
pub fn organisation(order: &[usize], index: usize, language: usize) -> (String, Option<String>) {
    let (round, place) = (index / order.len().max(1), index % order.len().max(1));
    let code = order.get(place).copied().unwrap_or(place);
    let (kind, pair) = (code % KINDS.len(), code / KINDS.len());
    let first = pair / (THINGS.len() - 1);
    // The second thing skips the first, so that no pair repeats one thing.
    let second = pair % (THINGS.len() - 1);
    let second = if second >= first { second + 1 } else { second };
    let name = |l: usize| {
        let number = if round == 0 { String::new() } else { format!(" {}", round + 1) };
        fill(KINDS[kind % KINDS.len()][l], THINGS[first % THINGS.len()][l], THINGS[second % THINGS.len()][l], &number)
    };
    (name(0), (language != 0).then(|| name(language)))
}

/// Puts the things and the number where the pattern's `A`, `B` and `N` stand as words of their own.
fn fill(pattern: &str, first: &str, second: &str, number: &str) -> String {
    let letters: Vec<char> = pattern.chars().collect();
    let latin = |i: Option<usize>| i.and_then(|i| letters.get(i)).is_some_and(char::is_ascii_lowercase);
    let mut out = String::with_capacity(pattern.len() * 2);
    for (i, c) in letters.iter().enumerate() {
        match c {
            'A' if !latin(Some(i + 1)) => out.push_str(first),
            'B' if !latin(Some(i + 1)) => out.push_str(second),
            'N' if !latin(Some(i + 1)) => out.push_str(number),
            c => out.push(*c),
        }
    }
    out
}

/// How many organisations have names without a number.
#[must_use]
pub const fn organisations() -> usize {
    THINGS.len() * (THINGS.len() - 1) * KINDS.len()
}

/// An invented person: given and family name in the script of the language.
pub fn person(chance: &mut Chance, language: usize) -> (String, String) {
    let word = |chance: &mut Chance, table: &[&str], syllables: usize| -> String {
        (0..syllables).filter_map(|_| chance.one(table)).copied().collect()
    };
    let capital = |word: String| {
        let mut letters = word.chars();
        letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
    };
    match LANGUAGES.get(language) {
        Some(&"ar") => (word(chance, &ARABIC, 2), word(chance, &ARABIC, 3)),
        Some(&"ru") => (capital(word(chance, &CYRILLIC, 2)), capital(word(chance, &CYRILLIC, 3))),
        Some(&"zh") => (word(chance, &HAN, 2), word(chance, &HAN, 1)),
        _ => (capital(word(chance, &LATIN, 2)), capital(word(chance, &LATIN, 3))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_organisation_has_a_name_of_its_own_in_every_language() {
        let order: Vec<usize> = (0..organisations()).collect();
        for language in 0..LANGUAGES.len() {
            let names: HashSet<_> = (0..order.len() + 100).map(|i| organisation(&order, i, language)).collect();
            assert_eq!(names.len(), order.len() + 100);
        }
        assert_eq!(organisation(&order, 0, 1).0, "Party of the Kite and the River (rehearsal)");
        assert_eq!(organisation(&order, 1, 2).1.as_deref(), Some("Unión «Cometa y Río» (ensayo)"));
        assert_eq!(organisation(&order, 0, 5).1.as_deref(), Some("风筝与河流党（演练）"));
        assert_eq!(organisation(&order, order.len() + 3, 0).0, "Kite and River Forum 2 (rehearsal)");
    }
    #[test]
    fn people_have_names_in_their_script() {
        let mut chance = Chance::new(1, "people");
        for language in 0..6 {
            let (given, family) = person(&mut chance, language);
            assert!(!given.is_empty() && !family.is_empty(), "{language}");
        }
    }
}
