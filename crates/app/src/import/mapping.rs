//! Which column holds which field.

use std::collections::HashMap;

use super::text::{loose_key, shorten};
use super::{headings, languages};

/// Longest list of columns or headings shown in an error.
const SHOWN_COLUMNS: usize = 40;
/// Most rules one import may be given.
pub const MAX_RULES: usize = 200;

/// What a list is a list of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Organisations for the directory.
    Organisations,
    /// Representatives for the delegations.
    Representatives,
}

/// A field of a list, without the language of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// Name of the organisation; one column a language.
    Name,
    /// Short name or acronym.
    ShortName,
    /// Home country.
    Country,
    /// Category of participant.
    Category,
    /// Umbrella the organisation belongs to.
    Umbrella,
    /// Identifier in the convener's own register.
    ExternalId,
    /// E-mail address of the contact.
    ContactEmail,
    /// Name of the contact.
    ContactName,
    /// Web site.
    Website,
    /// Organisation that a representative speaks for.
    Organisation,
    /// Family name.
    Family,
    /// Given name.
    Given,
    /// Function or title.
    Function,
    /// E-mail address of the representative.
    Email,
    /// Telephone number.
    Phone,
    /// Place in the delegation.
    Rank,
    /// Language of correspondence.
    Language,
}

impl FieldKind {
    /// Number of fields; `Language` is the last of them.
    const COUNT: usize = Self::Language as usize + 1;

    /// The name of the field in a `COLUMN=FIELD` rule and in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ShortName => "short_name",
            Self::Country => "country",
            Self::Category => "category",
            Self::Umbrella => "umbrella",
            Self::ExternalId => "external_id",
            Self::ContactEmail => "contact_email",
            Self::ContactName => "contact_name",
            Self::Website => "website",
            Self::Organisation => "organisation",
            Self::Family => "family",
            Self::Given => "given",
            Self::Function => "function",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Rank => "rank",
            Self::Language => "language",
        }
    }

    /// The name of the field in an English sentence.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ShortName => "short name",
            Self::ExternalId => "identifier",
            Self::ContactEmail => "contact’s e-mail address",
            Self::ContactName => "contact’s name",
            Self::Family => "family name",
            Self::Given => "given name",
            Self::Email => "e-mail address",
            Self::Phone => "telephone number",
            other => other.code(),
        }
    }
}

impl ListKind {
    fn headings(self) -> &'static [(FieldKind, &'static [&'static str])] {
        match self {
            Self::Organisations => headings::ORGANISATIONS,
            Self::Representatives => headings::REPRESENTATIVES,
        }
    }

    /// The fields of the list, in the order of the documentation.
    pub fn fields(self) -> impl Iterator<Item = FieldKind> {
        self.headings().iter().map(|(field, _)| *field)
    }

    fn required(self) -> &'static [FieldKind] {
        match self {
            Self::Organisations => &[FieldKind::Name, FieldKind::Country],
            Self::Representatives => {
                &[FieldKind::Organisation, FieldKind::Family, FieldKind::Given, FieldKind::Function, FieldKind::Email]
            }
        }
    }

    fn field_codes(self) -> Vec<String> {
        let mut codes: Vec<String> = self.fields().map(|field| field.code().to_owned()).collect();
        if self == Self::Organisations {
            codes.insert(1, "name:<language>".to_owned());
        }
        codes.push("ignore".to_owned());
        codes
    }
}

/// What a rule makes of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RuleField {
    Ignore,
    Field(String),
}

/// One `COLUMN=FIELD` rule of the convener's; it wins over recognition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRule {
    column: String,
    field: RuleField,
}

impl MapRule {
    /// Reads `COLUMN=FIELD`. The column is a heading or `#3` for the third; the field is one of the list's, `name:fr`
    /// for a name in a language, or `ignore`.
    ///
    /// # Errors
    /// [`MappingError::BadRule`] when there is no `=`, no column or no field.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let bad = || MappingError::BadRule { rule: shorten(text, 120) };
        let (column, field) = text.rsplit_once('=').ok_or_else(bad)?;
        Self::new(column, field).ok_or_else(bad)
    }

    /// A rule from its two halves, as a form gives them; `None` when one is blank.
    #[must_use]
    pub fn new(column: &str, field: &str) -> Option<Self> {
        let (column, field) = (column.trim(), field.trim());
        if column.is_empty() || field.is_empty() {
            return None;
        }
        let field = match field {
            "ignore" | "-" => RuleField::Ignore,
            field => RuleField::Field(field.to_owned()),
        };
        Some(Self { column: column.to_owned(), field })
    }
}

/// Why the columns cannot be mapped to fields.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// A rule is not of the form `COLUMN=FIELD`.
    #[error("“{rule}” is not of the form COLUMN=FIELD, such as “Nom du parti=name:fr” or “#3=country”")]
    BadRule {
        /// The rule as given.
        rule: String,
    },
    /// More than [`MAX_RULES`].
    #[error("more than {limit} rules for columns")]
    TooManyRules {
        /// The limit.
        limit: usize,
    },
    /// A rule names a field that the list does not have.
    #[error("there is no field “{field}”; the fields are: {}", allowed.join(", "))]
    UnknownField {
        /// The field as given.
        field: String,
        /// The fields there are.
        allowed: Vec<String>,
    },
    /// A rule names a column that the file does not have.
    #[error("there is no column “{column}”; the file has: {}", found.join(", "))]
    NoSuchColumn {
        /// The column as given.
        column: String,
        /// The columns there are.
        found: Vec<String>,
    },
    /// Two columns hold the same field.
    #[error("the columns “{first}” and “{second}” both hold {field}; say which with “{second}=ignore”")]
    TwoColumns {
        /// The field.
        field: String,
        /// The first column.
        first: String,
        /// The second column.
        second: String,
    },
    /// No column holds a required field.
    #[error(
        "no column holds {field}; the file has: {}; headings understood for it are: {}; or say which with “COLUMN={field}”, COLUMN being one of the file’s headings or #3 for the third",
        found.join(", "), allowed.join(", ")
    )]
    MissingColumn {
        /// The field.
        field: String,
        /// The columns there are.
        found: Vec<String>,
        /// Headings that would have been recognised.
        allowed: Vec<String>,
    },
}

impl MappingError {
    /// Machine code of the error, the key of its translation.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadRule { .. } => "bad-rule",
            Self::TooManyRules { .. } => "too-many-rules",
            Self::UnknownField { .. } => "unknown-field",
            Self::NoSuchColumn { .. } => "no-such-column",
            Self::TwoColumns { .. } => "two-columns",
            Self::MissingColumn { .. } => "missing-column",
        }
    }

    /// Parameters of the error for its translation.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BadRule { rule } => vec![("rule", rule.clone())],
            Self::TooManyRules { limit } => vec![("limit", limit.to_string())],
            Self::UnknownField { field, allowed } => vec![("field", field.clone()), ("allowed", allowed.join(", "))],
            Self::NoSuchColumn { column, found } => vec![("column", column.clone()), ("found", found.join(", "))],
            Self::TwoColumns { field, first, second } => {
                vec![("field", field.clone()), ("first", first.clone()), ("second", second.clone())]
            }
            Self::MissingColumn { field, found, allowed } => {
                vec![("field", field.clone()), ("found", found.join(", ")), ("allowed", allowed.join(", "))]
            }
        }
    }
}

/// A field, with the language of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    kind: FieldKind,
    language: Option<String>,
}

impl Field {
    fn plain(kind: FieldKind) -> Self {
        Self { kind, language: None }
    }

    fn code(&self) -> String {
        match &self.language {
            Some(language) => format!("{}:{language}", self.kind.code()),
            None => self.kind.code().to_owned(),
        }
    }
}

/// Which column holds which field of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    headings: Vec<String>,
    columns: Vec<Option<Field>>,
    /// The first column of each field, by the field's number: asked for every value of every row.
    by_field: [Option<usize>; FieldKind::COUNT],
    names: Vec<(String, usize)>,
}

impl Mapping {
    /// Maps the headings of a table: rules first, recognition for the rest. A name without a language is said to be in
    /// `name_language`, unless that language has a column of its own; then it is of no stated language (`und`).
    ///
    /// # Errors
    /// [`MappingError`] when a rule does not fit, two columns hold one field or a required field has no column.
    pub fn new(headings: &[String], kind: ListKind, rules: &[MapRule], name_language: &str) -> Result<Self, MappingError> {
        if rules.len() > MAX_RULES {
            return Err(MappingError::TooManyRules { limit: MAX_RULES });
        }
        let mut columns: Vec<Option<Field>> = vec![None; headings.len()];
        let mut ruled = vec![false; headings.len()];
        for rule in rules {
            let column = find_column(headings, &rule.column)?;
            ruled[column] = true;
            columns[column] = match &rule.field {
                RuleField::Ignore => None,
                RuleField::Field(code) => Some(parse_field(code, kind)?),
            };
        }
        let recogniser = Recogniser::new(kind);
        let taken: Vec<Field> = columns.iter().flatten().cloned().collect();
        for (column, heading) in headings.iter().enumerate().filter(|(column, _)| !ruled[*column]) {
            columns[column] = recogniser.field(heading).filter(|field| !taken.contains(field));
        }
        name_the_language(&mut columns, name_language);
        refuse_two_columns(headings, &columns)?;
        let mapping = Self {
            headings: headings.to_vec(),
            names: columns
                .iter()
                .enumerate()
                .filter_map(|(column, field)| Some((field.as_ref()?.language.clone()?, column)))
                .collect(),
            by_field: first_columns(&columns),
            columns,
        };
        mapping.require(kind)?;
        Ok(mapping)
    }

    fn require(&self, kind: ListKind) -> Result<(), MappingError> {
        for &field in kind.required() {
            if self.column(field).is_none() {
                let allowed = kind.headings().iter().find(|(known, _)| *known == field).map_or(&[][..], |(_, headings)| headings);
                return Err(MappingError::MissingColumn {
                    field: field.code().to_owned(),
                    found: shown(&self.headings),
                    allowed: allowed.iter().take(SHOWN_COLUMNS).map(|&heading| heading.to_owned()).collect(),
                });
            }
        }
        Ok(())
    }

    /// The first column that holds the field.
    #[must_use]
    pub fn column(&self, kind: FieldKind) -> Option<usize> {
        self.by_field[kind as usize]
    }

    /// The columns that hold names, with the language tag of each.
    #[must_use]
    pub fn names(&self) -> &[(String, usize)] {
        &self.names
    }

    /// Number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The heading of a column, `#3` where it has none.
    #[must_use]
    pub fn heading(&self, column: usize) -> String {
        label(&self.headings, column)
    }

    /// The columns that hold no field, by heading.
    #[must_use]
    pub fn ignored(&self) -> Vec<String> {
        (0..self.columns.len())
            .filter(|&column| self.columns[column].is_none() && !self.headings[column].is_empty())
            .map(|column| self.heading(column))
            .collect()
    }

    /// Every column with the field it holds (`name:fr`, `country`), for a page that lets a person change it.
    pub fn pairs(&self) -> impl Iterator<Item = (String, Option<String>)> {
        self.columns.iter().enumerate().map(|(column, field)| (self.heading(column), field.as_ref().map(Field::code)))
    }
}

fn first_columns(columns: &[Option<Field>]) -> [Option<usize>; FieldKind::COUNT] {
    let mut first = [None; FieldKind::COUNT];
    for (column, field) in columns.iter().enumerate() {
        if let Some(field) = field {
            first[field.kind as usize].get_or_insert(column);
        }
    }
    first
}

fn label(headings: &[String], column: usize) -> String {
    match headings.get(column) {
        Some(heading) if !heading.is_empty() => heading.clone(),
        _ => format!("#{}", column + 1),
    }
}

fn shown(headings: &[String]) -> Vec<String> {
    (0..headings.len().min(SHOWN_COLUMNS)).map(|column| shorten(&label(headings, column), 60)).collect()
}

fn find_column(headings: &[String], wanted: &str) -> Result<usize, MappingError> {
    let by_number = || {
        let number: usize = wanted.strip_prefix('#')?.parse().ok()?;
        number.checked_sub(1).filter(|&column| column < headings.len())
    };
    let key = loose_key(wanted);
    headings
        .iter()
        .position(|heading| heading == wanted)
        .or_else(by_number)
        .or_else(|| headings.iter().position(|heading| !key.is_empty() && loose_key(heading) == key))
        .ok_or_else(|| MappingError::NoSuchColumn { column: shorten(wanted, 120), found: shown(headings) })
}

fn parse_field(code: &str, kind: ListKind) -> Result<Field, MappingError> {
    let unknown = || MappingError::UnknownField { field: shorten(code, 120), allowed: kind.field_codes() };
    // A heading such as `name_fr` is understood, so it is as the name of a field too.
    let of_name = code.strip_prefix("name_").filter(|_| kind == ListKind::Organisations).map(|language| ("name", language));
    let (base, language) = match code.split_once(':').or(of_name) {
        Some((base, language)) => {
            (base, Some(languages::any_tag(language).or_else(|| languages::find(language)).ok_or_else(unknown)?))
        }
        None => (code, None),
    };
    let base = base.trim().to_ascii_lowercase().replace(['-', ' '], "_");
    let field = kind.fields().find(|field| field.code() == base).ok_or_else(unknown)?;
    if language.is_some() && field != FieldKind::Name {
        return Err(unknown());
    }
    Ok(Field { kind: field, language })
}

/// Gives names without a language the default one, or `und` where that has a column already.
fn name_the_language(columns: &mut [Option<Field>], name_language: &str) {
    let taken = columns.iter().flatten().any(|field| field.language.as_deref() == Some(name_language));
    let default = if taken { languages::UNDETERMINED } else { name_language };
    for field in columns.iter_mut().flatten() {
        if field.kind == FieldKind::Name && field.language.is_none() {
            field.language = Some(default.to_owned());
        }
    }
}

fn refuse_two_columns(headings: &[String], columns: &[Option<Field>]) -> Result<(), MappingError> {
    for (second, field) in columns.iter().enumerate() {
        let Some(field) = field else { continue };
        if let Some(first) = columns[..second].iter().position(|earlier| earlier.as_ref() == Some(field)) {
            return Err(MappingError::TwoColumns {
                field: field.code(),
                first: label(headings, first),
                second: label(headings, second),
            });
        }
    }
    Ok(())
}

/// Recognises headings.
struct Recogniser {
    fields: HashMap<String, FieldKind>,
}

impl Recogniser {
    fn new(kind: ListKind) -> Self {
        let mut fields = HashMap::new();
        for (field, headings) in kind.headings() {
            for heading in *headings {
                fields.entry(loose_key(heading)).or_insert(*field);
            }
            fields.entry(loose_key(field.code())).or_insert(*field);
        }
        Self { fields }
    }

    fn field(&self, heading: &str) -> Option<Field> {
        if let Some(&kind) = self.fields.get(&loose_key(heading)) {
            return Some(Field::plain(kind));
        }
        self.name_with_language(heading)
    }

    fn is_name(&self, text: &str) -> bool {
        self.fields.get(&loose_key(text)) == Some(&FieldKind::Name)
    }

    /// `name:fr`, `Name (French)`, `nom_en`, `English name`, `英文名称`: every cut is tried, and both orders.
    fn name_with_language(&self, heading: &str) -> Option<Field> {
        for (at, separator) in heading.char_indices().skip(1) {
            let (left, right) = heading.split_at(at);
            let (right, plain) = match separator {
                ':' | '：' | '@' | '(' | '[' | '（' | '_' | '-' | '/' | '.' => (&right[separator.len_utf8()..], false),
                ' ' => (&right[1..], true),
                // Chinese headings are written without a separator.
                '\u{4E00}'..='\u{9FFF}' => (right, true),
                _ => continue,
            };
            let right = right.trim_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '）'));
            let tag = |text: &str| {
                let named = languages::named(text).map(str::to_owned);
                match separator {
                    ':' | '@' => named.or_else(|| languages::any_tag(text)),
                    // After a mere space only a word is sure: “name id” is no name in Indonesian.
                    _ if plain => named,
                    _ => named.or_else(|| languages::known_tag(text)),
                }
            };
            let language = if self.is_name(left) {
                tag(right)
            } else if self.is_name(right) {
                tag(left)
            } else {
                None
            };
            if language.is_some() {
                return Some(Field { kind: FieldKind::Name, language });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn map(headings: &[&str], kind: ListKind, rules: &[&str]) -> Result<Vec<String>, MappingError> {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let rules: Vec<MapRule> = rules.iter().map(|rule| MapRule::parse(rule)).collect::<Result<_, _>>()?;
        let mapping = Mapping::new(&headings, kind, &rules, "en")?;
        Ok(mapping.pairs().map(|(_, field)| field.unwrap_or_default()).collect())
    }

    #[test]
    fn headings_are_known_in_six_languages() {
        for headings in [
            ["Name", "Country", "Short name", "Category", "Umbrella", "ID", "E-mail", "Contact person", "Website"],
            ["NOM", "Pays", "Sigle", "Catégorie", "Membre de", "Identifiant", "Courriel", "Personne de contact", "Site Web"],
            ["Nombre", "PAÍS", "Siglas", "Categoría", "Miembro de", "Código", "Correo electrónico", "Punto focal", "Página web"],
            ["الاسم", "البلد", "الاختصار", "الفئة", "عضو في", "الرقم", "البريد الإلكتروني", "جهة الاتصال", "الموقع الإلكتروني"],
            [
                "Название",
                "Страна",
                "Аббревиатура",
                "Категория",
                "Входит в",
                "Номер",
                "Электронная почта",
                "Контактное лицо",
                "Сайт",
            ],
            ["名称", "国家", "简称", "类别", "所属组织", "编号", "电子邮件", "联系人", "网站"],
        ] {
            let fields = map(&headings, ListKind::Organisations, &[]).unwrap();
            assert_eq!(
                fields,
                [
                    "name:en",
                    "country",
                    "short_name",
                    "category",
                    "umbrella",
                    "external_id",
                    "contact_email",
                    "contact_name",
                    "website"
                ],
                "{headings:?}"
            );
        }
        for headings in [
            ["Organisation", "Family name", "First name", "Position", "Email", "Phone", "Rank", "Language"],
            ["Organisation", "Nom", "Prénom", "Fonction", "Courriel", "Tél.", "Rang", "Langue"],
            ["Organización", "Apellidos", "Nombre", "Cargo", "Correo", "Teléfono", "Rango", "Idioma"],
            ["المنظمة", "اسم العائلة", "الاسم الأول", "المنصب", "البريد الإلكتروني", "الهاتف", "الرتبة", "اللغة"],
            ["Организация", "Фамилия", "Имя", "Должность", "Эл. почта", "Телефон", "Роль", "Язык"],
            ["组织", "姓", "名", "职务", "邮箱", "电话", "级别", "语言"],
        ] {
            let fields = map(&headings, ListKind::Representatives, &[]).unwrap();
            let expected = ["organisation", "family", "given", "function", "email", "phone", "rank", "language"];
            assert_eq!(fields, expected, "{headings:?}");
        }
    }

    #[test]
    fn names_carry_their_language_in_many_spellings() {
        let headings = [
            "name",
            "name:fr",
            "Nom (es)",
            "name_zh-Hans",
            "Название (на русском)",
            "Arabic name",
            "Name Portuguese",
            "英文名称",
            "name@yue",
            "country",
            "name (abbr)",
        ];
        let fields = map(&headings, ListKind::Organisations, &[]).unwrap();
        assert_eq!(
            fields,
            [
                "name:und",
                "name:fr",
                "name:es",
                "name:zh-Hans",
                "name:ru",
                "name:ar",
                "name:pt",
                "name:en",
                "name:yue",
                "country",
                ""
            ]
        );
    }

    #[test]
    fn rules_win_over_recognition() {
        let fields = map(&["Bezeichnung", "Land", "name"], ListKind::Organisations, &["Bezeichnung=name", "land=country"]);
        assert_eq!(fields.unwrap(), ["name:en", "country", ""]);
        let fields = map(&["a=b", "", "url", "site"], ListKind::Organisations, &["a=b=name:de", "#2=country", "site=ignore"]);
        assert_eq!(fields.unwrap(), ["name:de", "country", "website", ""]);
    }

    #[test]
    fn what_does_not_fit_is_explained() {
        let kind = ListKind::Organisations;
        let code = |headings: &[&str], rules: &[&str]| map(headings, kind, rules).unwrap_err().code();
        assert_eq!(code(&["name"], &["name"]), "bad-rule");
        assert_eq!(code(&["name"], &["name=colour"]), "unknown-field");
        assert_eq!(code(&["name"], &["name=country:fr"]), "unknown-field");
        assert_eq!(code(&["name"], &["nome=name"]), "no-such-column");
        assert_eq!(code(&["name", "country", "url", "website"], &[]), "two-columns");
        assert_eq!(code(&["name"], &vec!["name=name"; MAX_RULES + 1]), "too-many-rules");
        let missing = map(&["Bezeichnung", "country"], kind, &[]).unwrap_err();
        assert_eq!(missing.code(), "missing-column");
        let sentence = missing.to_string();
        assert!(sentence.contains("no column holds name") && sentence.contains("Bezeichnung") && sentence.contains("party name"));
        assert!(missing.params().iter().any(|(name, _)| *name == "found"));
    }
}
