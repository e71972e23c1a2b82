//! A small table of countries for the tests of the import.

use app::import::CountryLookup;

const COUNTRIES: &[([u8; 2], &[&str])] = &[
    (*b"FR", &["FR", "FRA", "250", "France", "Francia", "فرنسا", "Франция", "法国"]),
    (*b"SN", &["SN", "SEN", "686", "Senegal", "Sénégal", "السنغال", "Сенегал", "塞内加尔"]),
    (*b"BR", &["BR", "BRA", "076", "Brazil", "Brésil", "Brasil", "البرازيل", "Бразилия", "巴西"]),
    (*b"CN", &["CN", "CHN", "156", "China", "Chine", "الصين", "Китай", "中国"]),
    (*b"EG", &["EG", "EGY", "818", "Egypt", "Égypte", "Egipto", "مصر", "Египет", "埃及"]),
    (*b"RU", &["RU", "RUS", "643", "Russian Federation", "Russie", "Rusia", "روسيا", "Россия", "俄罗斯"]),
    (*b"GE", &["GE", "GEO", "268", "Georgia", "Géorgie", "საქართველო", "جورجيا", "Грузия", "格鲁吉亚"]),
    (*b"TH", &["TH", "THA", "764", "Thailand", "Thaïlande", "ประเทศไทย", "تايلند", "Таиланд", "泰国"]),
    (*b"NA", &["NA", "NAM", "516", "Namibia", "Namibie"]),
    (*b"AF", &["AF", "AFG", "004", "Afghanistan"]),
];

/// Knows ten countries.
pub struct TenCountries;

impl CountryLookup for TenCountries {
    fn find(&self, text: &str) -> Option<[u8; 2]> {
        let key = text.to_lowercase();
        COUNTRIES.iter().find(|(_, names)| names.iter().any(|name| name.to_lowercase() == key)).map(|(code, _)| *code)
    }

    fn suggest(&self, text: &str) -> Option<String> {
        let start: String = text.to_lowercase().chars().take(2).collect();
        let mut names = COUNTRIES.iter().flat_map(|(_, names)| names.iter());
        names.find(|name| name.chars().count() > 3 && name.to_lowercase().starts_with(&start)).map(|name| (*name).to_owned())
    }
}
