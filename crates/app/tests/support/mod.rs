//! A small table of countries for the tests of the import.

use app::import::CountryLookup;
use domain::directory::Home;

const COUNTRIES: &[(&str, &[&str])] = &[
    ("FR", &["FR", "FRA", "250", "France", "Francia", "فرنسا", "Франция", "法国"]),
    ("SN", &["SN", "SEN", "686", "Senegal", "Sénégal", "السنغال", "Сенегал", "塞内加尔"]),
    ("BR", &["BR", "BRA", "076", "Brazil", "Brésil", "Brasil", "البرازيل", "Бразилия", "巴西"]),
    ("CN", &["CN", "CHN", "156", "China", "Chine", "الصين", "Китай", "中国"]),
    ("EG", &["EG", "EGY", "818", "Egypt", "Égypte", "Egipto", "مصر", "Египет", "埃及"]),
    ("RU", &["RU", "RUS", "643", "Russian Federation", "Russie", "Rusia", "روسيا", "Россия", "俄罗斯"]),
    ("GE", &["GE", "GEO", "268", "Georgia", "Géorgie", "საქართველო", "جورجيا", "Грузия", "格鲁吉亚"]),
    ("TH", &["TH", "THA", "764", "Thailand", "Thaïlande", "ประเทศไทย", "تايلند", "Таиланд", "泰国"]),
    ("NA", &["NA", "NAM", "516", "Namibia", "Namibie"]),
    ("AF", &["AF", "AFG", "004", "Afghanistan"]),
];

/// Knows ten countries.
pub struct TenCountries;

impl CountryLookup for TenCountries {
    fn find(&self, text: &str) -> Option<Home> {
        let key = text.to_lowercase();
        COUNTRIES
            .iter()
            .find(|(_, names)| names.iter().any(|name| name.to_lowercase() == key))
            .and_then(|(code, _)| code.parse().ok())
    }

    fn suggest(&self, text: &str) -> Option<String> {
        let start: String = text.to_lowercase().chars().take(2).collect();
        let mut names = COUNTRIES.iter().flat_map(|(_, names)| names.iter());
        names.find(|name| name.chars().count() > 3 && name.to_lowercase().starts_with(&start)).map(|name| (*name).to_owned())
    }
}
