//! What states are called in the documents of international bodies where the tables of country names say less.

/// The official names of the country with this alpha-2 code, in the six working languages; none where the tables have them.
pub(super) fn names(alpha2: &str) -> &'static [&'static str] {
    OFFICIAL.iter().find(|(code, _)| *code == alpha2).map_or(&[], |(_, names)| names)
}

static OFFICIAL: &[(&str, &[&str])] = &[
    (
        "BO",
        &[
            "Plurinational State of Bolivia",
            "Bolivia (Plurinational State of)",
            "État plurinational de Bolivie",
            "Bolivie (État plurinational de)",
            "Estado Plurinacional de Bolivia",
            "Bolivia (Estado Plurinacional de)",
            "دولة بوليفيا المتعددة القوميات",
            "بوليفيا (دولة - المتعددة القوميات)",
            "Многонациональное Государство Боливия",
            "Боливия (Многонациональное Государство)",
            "多民族玻利维亚国",
        ],
    ),
    (
        "CD",
        &[
            "Democratic Republic of the Congo",
            "République démocratique du Congo",
            "República Democrática del Congo",
            "جمهورية الكونغو الديمقراطية",
            "Демократическая Республика Конго",
            "刚果民主共和国",
        ],
    ),
    ("CI", &["Côte d’Ivoire", "République de Côte d’Ivoire", "كوت ديفوار", "Кот-д’Ивуар", "科特迪瓦"]),
    (
        "CN",
        &[
            "People’s Republic of China",
            "République populaire de Chine",
            "República Popular China",
            "جمهورية الصين الشعبية",
            "Китайская Народная Республика",
            "中华人民共和国",
        ],
    ),
    (
        "CZ",
        &["Czech Republic", "République tchèque", "República Checa", "الجمهورية التشيكية", "Чешская Республика", "捷克共和国"],
    ),
    (
        "FM",
        &[
            "Federated States of Micronesia",
            "Micronesia (Federated States of)",
            "États fédérés de Micronésie",
            "Micronésie (États fédérés de)",
            "Estados Federados de Micronesia",
            "ولايات ميكرونيزيا الموحدة",
            "Федеративные Штаты Микронезии",
            "密克罗尼西亚联邦",
        ],
    ),
    (
        "GB",
        &[
            "United Kingdom of Great Britain and Northern Ireland",
            "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
            "Reino Unido de Gran Bretaña e Irlanda del Norte",
            "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية",
            "Соединенное Королевство Великобритании и Северной Ирландии",
            "大不列颠及北爱尔兰联合王国",
        ],
    ),
    (
        "IR",
        &[
            "Islamic Republic of Iran",
            "Iran (Islamic Republic of)",
            "République islamique d’Iran",
            "Iran (République islamique d’)",
            "República Islámica del Irán",
            "Irán (República Islámica del)",
            "جمهورية إيران الإسلامية",
            "إيران (جمهورية - الإسلامية)",
            "Исламская Республика Иран",
            "Иран (Исламская Республика)",
            "伊朗伊斯兰共和国",
        ],
    ),
    (
        "KP",
        &[
            "Democratic People’s Republic of Korea",
            "République populaire démocratique de Corée",
            "República Popular Democrática de Corea",
            "جمهورية كوريا الشعبية الديمقراطية",
            "Корейская Народно-Демократическая Республика",
            "朝鲜民主主义人民共和国",
        ],
    ),
    ("KR", &["Republic of Korea", "République de Corée", "República de Corea", "جمهورية كوريا", "Республика Корея", "大韩民国"]),
    (
        "LA",
        &[
            "Lao People’s Democratic Republic",
            "République démocratique populaire lao",
            "República Democrática Popular Lao",
            "جمهورية لاو الديمقراطية الشعبية",
            "Лаосская Народно-Демократическая Республика",
            "老挝人民民主共和国",
        ],
    ),
    (
        "MD",
        &[
            "Republic of Moldova",
            "République de Moldova",
            "República de Moldova",
            "جمهورية مولدوفا",
            "Республика Молдова",
            "摩尔多瓦共和国",
        ],
    ),
    (
        "MK",
        &["North Macedonia", "Macédoine du Nord", "Macedonia del Norte", "مقدونيا الشمالية", "Северная Македония", "北马其顿"],
    ),
    (
        "NL",
        &[
            "Kingdom of the Netherlands",
            "Netherlands (Kingdom of the)",
            "Royaume des Pays-Bas",
            "Reino de los Países Bajos",
            "مملكة هولندا",
            "Королевство Нидерландов",
            "荷兰王国",
        ],
    ),
    (
        "PS",
        &["State of Palestine", "État de Palestine", "Estado de Palestina", "دولة فلسطين", "Государство Палестина", "巴勒斯坦国"],
    ),
    (
        "RU",
        &[
            "Russian Federation",
            "Fédération de Russie",
            "Federación de Rusia",
            "الاتحاد الروسي",
            "Российская Федерация",
            "俄罗斯联邦",
        ],
    ),
    (
        "SY",
        &[
            "Syrian Arab Republic",
            "République arabe syrienne",
            "República Árabe Siria",
            "الجمهورية العربية السورية",
            "Сирийская Арабская Республика",
            "阿拉伯叙利亚共和国",
        ],
    ),
    ("TR", &["Türkiye", "Republic of Türkiye", "République de Türkiye", "República de Türkiye", "تركيا", "Турция", "土耳其"]),
    (
        "TZ",
        &[
            "United Republic of Tanzania",
            "République-Unie de Tanzanie",
            "República Unida de Tanzanía",
            "جمهورية تنزانيا المتحدة",
            "Объединенная Республика Танзания",
            "坦桑尼亚联合共和国",
        ],
    ),
    (
        "US",
        &[
            "United States of America",
            "États-Unis d’Amérique",
            "Estados Unidos de América",
            "الولايات المتحدة الأمريكية",
            "Соединенные Штаты Америки",
            "美利坚合众国",
        ],
    ),
    (
        "VE",
        &[
            "Bolivarian Republic of Venezuela",
            "Venezuela (Bolivarian Republic of)",
            "République bolivarienne du Venezuela",
            "Venezuela (République bolivarienne du)",
            "República Bolivariana de Venezuela",
            "Venezuela (República Bolivariana de)",
            "جمهورية فنزويلا البوليفارية",
            "Боливарианская Республика Венесуэла",
            "委内瑞拉玻利瓦尔共和国",
        ],
    ),
    (
        "VN",
        &[
            "Socialist Republic of Viet Nam",
            "Viet Nam",
            "République socialiste du Viet Nam",
            "República Socialista de Viet Nam",
            "فييت نام",
            "Вьетнам",
            "越南社会主义共和国",
        ],
    ),
];
