//! Writes a list of plainly invented organisations in many scripts, for trying the import at scale.
//!
//! `cargo run -p app --example make_parties_csv -- [LINES] [SEED] > parties.csv` (7,000 lines and seed 1 by default).

use std::io::Write;

/// A language: tag, first words, second words, and how they are joined into a name.
struct Words {
    tag: &'static str,
    first: &'static [&'static str],
    second: &'static [&'static str],
    join: &'static str,
}

const LANGUAGES: &[Words] = &[
    Words {
        tag: "en",
        first: &["Party of", "Union of", "Movement for", "League of", "Alliance of", "Forum of"],
        second: &["the Paper Lantern", "the Blue Teapot", "the Seventh Umbrella", "the Patient Tortoise", "Invented Mornings"],
        join: " ",
    },
    Words {
        tag: "fr",
        first: &["Parti de", "Union de", "Mouvement pour", "Ligue de", "Alliance de", "Forum de"],
        second: &["la Lanterne en papier", "la Théière bleue", "la Forêt imaginée", "l’Été perpétuel", "la Tortue sérieuse"],
        join: " ",
    },
    Words {
        tag: "es",
        first: &["Partido de", "Unión de", "Movimiento por", "Liga de", "Alianza de", "Foro de"],
        second: &["la Tetera Azul", "la Cigüeña Soñadora", "la Montaña Inventada", "la Linterna de Papel", "la Tortuga Paciente"],
        join: " ",
    },
    Words {
        tag: "ar",
        first: &["حزب", "اتحاد", "حركة", "رابطة", "تحالف", "منتدى"],
        second: &["الفانوس الورقي", "الإبريق الأزرق", "السلحفاة الصبورة", "المظلة السابعة", "الصباح المتخيل"],
        join: " ",
    },
    Words {
        tag: "ru",
        first: &["Партия", "Союз", "Движение", "Лига", "Альянс", "Форум"],
        second: &["бумажного фонаря", "синего чайника", "терпеливой черепахи", "седьмого зонта", "выдуманного утра"],
        join: " ",
    },
    Words {
        tag: "zh",
        first: &["纸灯笼", "蓝茶壶", "耐心乌龟", "第七把伞", "虚构清晨"],
        second: &["党", "联盟", "运动", "同盟", "论坛", "协会"],
        join: "",
    },
    Words {
        tag: "ka",
        first: &["პარტია", "კავშირი", "მოძრაობა", "ლიგა"],
        second: &["ქაღალდის ფარანი", "ლურჯი ჩაიდანი", "მომთმენი კუ", "მეშვიდე ქოლგა"],
        join: " ",
    },
    Words {
        tag: "th",
        first: &["พรรค", "สหภาพ", "ขบวนการ", "สันนิบาต"],
        second: &["โคมกระดาษ", "กาน้ำชาสีฟ้า", "เต่าผู้อดทน", "ร่มคันที่เจ็ด"],
        join: "",
    },
    Words {
        tag: "hi",
        first: &["काग़ज़ी लालटेन", "नीली केतली", "धैर्यवान कछुआ", "सातवीं छतरी"],
        second: &["दल", "संघ", "आंदोलन", "मंच"],
        join: " ",
    },
];

/// Real countries, written in the ways lists write them.
const COUNTRIES: &[&str] = &[
    "FR",
    "BRA",
    "Senegal",
    "Égypte",
    "中国",
    "Россия",
    "الأردن",
    "México",
    "356",
    "TH",
    "GEO",
    "Kenya",
    "Japón",
    "Vietnam",
    "NA",
    "ZAF",
    "Индонезия",
    "PT",
    "Türkiye",
    "NG",
    "international",
];
const CATEGORIES: &[&str] = &["member", "member", "member", "associate", "observer", "partner", "guest", "media"];

/// SplitMix64: small, and the same on every machine for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let lines: usize = arguments.next().map_or(Ok(7_000), |text| text.parse())?;
    let seed: u64 = arguments.next().map_or(Ok(1), |text| text.parse())?;
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    write_list(&mut writer, lines, seed)?;
    writer.flush()?;
    Ok(())
}

/// Writes the header and `lines` organisations; every fiftieth is an umbrella of some that follow it.
pub fn write_list(writer: &mut csv::Writer<impl Write>, lines: usize, seed: u64) -> csv::Result<()> {
    let mut random = Random(seed);
    let names: Vec<String> = LANGUAGES.iter().map(|language| format!("name:{}", language.tag)).collect();
    let rest = ["country", "short name", "category", "umbrella", "id", "email", "contact", "website"];
    writer.write_record(names.iter().map(String::as_str).chain(rest))?;
    for line in 0..lines {
        let home = random.below(LANGUAGES.len());
        let mut record: Vec<String> = Vec::with_capacity(LANGUAGES.len() + 8);
        for (language, words) in LANGUAGES.iter().enumerate() {
            let named = language == home || language == 0 || random.below(4) == 0;
            let mut name = || format!("{}{}{} {}", random.pick(words.first), words.join, random.pick(words.second), line + 1);
            record.push(if named { name() } else { String::new() });
        }
        let umbrella = if line >= 50 && random.below(3) == 0 { format!("INV-{}", line / 50 * 50) } else { String::new() };
        record.extend([
            if line % 50 == 49 { "international".to_owned() } else { random.pick(COUNTRIES).to_owned() },
            format!("I{}", line + 1),
            random.pick(CATEGORIES).to_owned(),
            umbrella,
            format!("INV-{}", line + 1),
            format!("office@party-{}.example", line + 1),
            format!("Sam Invented {}", line + 1),
            format!("https://party-{}.example", line + 1),
        ]);
        writer.write_record(&record)?;
    }
    Ok(())
}
