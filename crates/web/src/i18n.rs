//! The six languages of the pages: words by Fluent, numbers, dates, lists and order by ICU4X.
use domain::{Moment, language::InLanguages};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu::{
    collator::{CollatorBorrowed, options::CollatorOptions},
    datetime::{DateTimeFormatter, fieldsets, input::DateTime},
    decimal::{DecimalFormatter, input::Decimal},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale,
};
use maud::{Markup, PreEscaped, html};
use std::{borrow::Cow, cmp::Ordering, sync::LazyLock};

mod files {
    include!(concat!(env!("OUT_DIR"), "/locales.rs"));
}

/// Tags of the pages' languages; a [`Tongue`]'s number is its place here.
pub const TAGS: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];
/// What each language calls itself.
pub const OWN_NAMES: [&str; 6] = ["English", "Français", "Español", "العربية", "Русский", "中文"];

struct Language {
    bundle: FluentBundle<FluentResource>,
    numbers: DecimalFormatter,
    dates: DateTimeFormatter<fieldsets::YMD>,
    long_dates: DateTimeFormatter<fieldsets::YMDE>,
    times: icu::datetime::NoCalendarFormatter<fieldsets::T>,
    lists: ListFormatter,
    collator: CollatorBorrowed<'static>,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| TAGS.iter().map(|tag| Language::load(tag)).collect());

impl Language {
    /// Everything is compiled in: what fails here fails in every test, before anything ships.
    #[expect(clippy::expect_used, reason = "compiled-in data of six known languages; every test loads them all")]
    fn load(tag: &'static str) -> Self {
        let locale: Locale = match tag {
            // Western digits, the Gregorian calendar and twenty-four hours: as the United Nations' Arabic documents write them.
            "ar" => "ar-u-hc-h23-nu-latn".parse(),
            // English without a country: the day before the month and twenty-four hours, as international bodies write.
            "en" => "en-GB".parse(),
            other => other.parse(),
        }
        .expect("a known tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a known tag")]);
        // What is put into a sentence keeps its own direction where the sentence runs from right to left.
        bundle.set_use_isolating(tag == "ar");
        for (language, text) in files::FILES.iter().filter(|(language, _)| *language == tag || *language == "en") {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            // English first, as the ground; the language's own words take its place.
            if *language == tag {
                bundle.add_resource_overriding(resource)
            } else {
                let _ = bundle.add_resource(resource);
            }
        }
        bundle.set_formatter(Some(format_number));
        Self {
            bundle,
            numbers: DecimalFormatter::try_new(locale.clone().into(), Default::default()).expect("compiled data"),
            dates: DateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMD::medium()).expect("compiled data"),
            long_dates: DateTimeFormatter::try_new(locale.clone().into(), fieldsets::YMDE::long()).expect("compiled data"),
            times: icu::datetime::NoCalendarFormatter::try_new(locale.clone().into(), fieldsets::T::hm()).expect("compiled data"),
            lists: ListFormatter::try_new_and(locale.clone().into(), ListFormatterOptions::default()).expect("compiled data"),
            collator: icu::collator::Collator::try_new(locale.into(), CollatorOptions::default()).expect("compiled data"),
        }
    }
}

/// Whole numbers inside sentences are grouped as the language groups them.
fn format_number(value: &FluentValue<'_>, memoizer: &intl_memoizer::concurrent::IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() != 0.0 {
        return None;
    }
    let tag = memoizer.with_try_get::<TagOf, _, _>((), |t| t.0).ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers far below 2^53")]
    Some(Tongue::of(tag).number(number.value as i64))
}

struct TagOf(usize);
impl intl_memoizer::Memoizable for TagOf {
    type Args = ();
    type Error = ();
    fn construct(lang: unic_langid::LanguageIdentifier, (): ()) -> Result<Self, ()> {
        TAGS.iter().position(|tag| *tag == lang.language.as_str()).map(Self).ok_or(())
    }
}

/// A message without variables in every language, a line each: for whoever is answered before their language is known.
#[must_use]
pub fn in_every_language(id: &str) -> String {
    Tongue::all().map(|tongue| format!("{}\r\n", tongue.t(id))).collect()
}

/// One of the pages' languages. Cheap to copy.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Tongue(u8);

impl Tongue {
    /// The language of this number; English for any other.
    #[must_use]
    pub fn of(number: usize) -> Self {
        u8::try_from(number).ok().filter(|n| usize::from(*n) < TAGS.len()).map_or(Self(0), Self)
    }
    /// The language of this tag, by its first part (`zh-Hans` is `zh`), if the pages have it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        TAGS.iter().position(|t| *t == first).map(Self::of)
    }
    /// The best of an `Accept-Language` header, by its weights.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(32) {
            let (tag, weight) = part.split_once(';').unwrap_or((part, ""));
            let q = weight.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok()).unwrap_or(1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0…1000")]
            let q = (q.clamp(0.0, 1.0) * 1000.0) as u32;
            if let Some(tongue) = Self::from_tag(tag.trim()).filter(|t| t.is_offered())
                && q > 0
                && best.is_none_or(|(b, _)| q > b)
            {
                best = Some((q, tongue));
            }
        }
        best.map(|(_, t)| t)
    }
    /// Those whose pages are complete: what people may choose (`locales/offered.txt`).
    pub fn offered() -> impl Iterator<Item = Self> {
        Self::all().filter(|tongue| tongue.is_offered())
    }
    /// Whether its pages are complete.
    #[must_use]
    pub fn is_offered(self) -> bool {
        files::OFFERED.contains(&self.tag())
    }
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TAGS.len()).map(Self::of)
    }
    /// Its number.
    #[must_use]
    pub const fn number_of(self) -> u8 {
        self.0
    }
    /// Its tag, such as `fr`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        TAGS[usize::from(self.0)]
    }
    /// What it calls itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        OWN_NAMES[usize::from(self.0)]
    }
    /// Writing direction: `rtl` or `ltr`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        if self.tag() == "ar" { "rtl" } else { "ltr" }
    }
    fn language(self) -> &'static Language {
        &LANGUAGES[usize::from(self.0)]
    }

    /// The words of this message. An unknown id shows itself in brackets; the tidy test finds it before anybody sees it.
    #[must_use]
    pub fn t(self, id: &str) -> Cow<'static, str> {
        self.message(id, None)
    }
    /// The words of this message with what it names.
    #[must_use]
    pub fn with(self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set((*name).to_owned(), value.fluent());
        }
        self.message(id, Some(&fluent)).into_owned()
    }
    /// Whether there is such a message.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        self.language().bundle.has_message(id)
    }
    fn message(self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = &self.language().bundle;
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            tracing::warn!(id, language = self.tag(), "no such message");
            return Cow::Owned(format!("[{id}]"));
        };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, args, &mut errors)
    }

    /// A whole number, grouped.
    #[must_use]
    pub fn number(self, n: impl Into<i64>) -> String {
        self.language().numbers.format(&Decimal::from(n.into())).to_string()
    }
    /// A count, grouped.
    #[must_use]
    pub fn count(self, n: usize) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }
    /// A place in the log, grouped.
    #[must_use]
    pub fn position(self, n: u64) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }
    /// Several names as one list: “a, b and c”.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        self.language().lists.format(items.iter().map(|s| s.as_ref().to_owned())).to_string()
    }
    /// Which of two names comes first in this language's alphabetical order.
    #[must_use]
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        self.language().collator.compare(a, b)
    }
    /// The date of a moment in an IANA zone.
    #[must_use]
    pub fn date(self, at: Moment, zone: &str) -> String {
        civil(at, zone).map_or_else(String::new, |d| self.language().dates.format(&d).to_string())
    }
    /// The date with the day of the week.
    #[must_use]
    pub fn long_date(self, at: Moment, zone: &str) -> String {
        civil(at, zone).map_or_else(String::new, |d| self.language().long_dates.format(&d).to_string())
    }
    /// The time of day of a moment in an IANA zone.
    #[must_use]
    pub fn time(self, at: Moment, zone: &str) -> String {
        civil(at, zone).map_or_else(String::new, |d| self.language().times.format(&d.time).to_string())
    }
    /// What stands between two things said one after the other, such as a day and its hour, with its space.
    #[must_use]
    pub fn comma(self) -> &'static str {
        match self.tag() {
            "ar" => "، ",
            "zh" => "，",
            _ => ", ",
        }
    }
    /// A name in this language, marked with its own language when it is another.
    #[must_use]
    pub fn name<T: std::fmt::Display>(self, names: &InLanguages<T>) -> Markup {
        match names.best(self.tag()) {
            Some((language, name)) if language.as_str() == self.tag() => html! { bdi { (name.to_string()) } },
            Some((language, name)) => html! { bdi lang=(language.as_str()) { (name.to_string()) } },
            None => PreEscaped(String::new()),
        }
    }
    /// A name in this language as plain text.
    #[must_use]
    pub fn plain<T: std::fmt::Display>(self, names: &InLanguages<T>) -> String {
        names.best(self.tag()).map(|(_, n)| n.to_string()).unwrap_or_default()
    }
}

/// What a message may name.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Words, as they are.
    Text(&'a str),
    /// A count; the message may choose its plural by it.
    Count(u64),
}

impl Value<'_> {
    fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(*text),
            #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
            Self::Count(n) => FluentValue::from(*n as f64),
        }
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}
impl From<u64> for Value<'_> {
    fn from(n: u64) -> Self {
        Self::Count(n)
    }
}
impl From<usize> for Value<'_> {
    fn from(n: usize) -> Self {
        Self::Count(n as u64)
    }
}
impl From<u32> for Value<'_> {
    fn from(n: u32) -> Self {
        Self::Count(u64::from(n))
    }
}

fn civil(at: Moment, zone: &str) -> Option<DateTime<icu::calendar::Gregorian>> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    let at = jiff::Timestamp::from_millisecond(at.0).ok()?.to_zoned_datetime(zone);
    let date = icu::calendar::Date::try_new_gregorian(
        i32::from(at.year()),
        u8::try_from(at.month()).ok()?,
        u8::try_from(at.day()).ok()?,
    )
    .ok()?;
    let small = |n: i8| u8::try_from(n).unwrap_or(0);
    let time = icu::time::Time::try_new(small(at.hour()), small(at.minute()), small(at.second()), 0).ok()?;
    Some(DateTime { date, time })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn tongue(tag: &str) -> Tongue {
        Tongue::from_tag(tag).unwrap()
    }

    #[test]
    fn numbers_dates_and_lists_follow_the_language() {
        assert_eq!(tongue("en").number(10_240), "10,240");
        assert_eq!(tongue("fr").number(10_240), "10\u{202f}240");
        assert_eq!(tongue("en").list(&["a", "b", "c"]), "a, b and c");
        let at = Moment(1_774_656_000_000); // 2026-03-28T00:00:00Z
        assert_eq!(tongue("en").date(at, "Africa/Nairobi"), "28 Mar 2026");
        assert_eq!(tongue("ru").time(at, "Africa/Nairobi"), "03:00");
    }
    #[test]
    fn the_hours_of_every_language_are_counted_to_twenty_four() {
        // 2027-03-22 at 15:05 and at five past midnight, UTC.
        for (at, written) in [(1_805_727_900_000, "15:05"), (1_805_673_900_000, "00:05")] {
            for tongue in Tongue::all() {
                assert_eq!(tongue.time(Moment(at), "UTC"), written, "{}", tongue.tag());
            }
        }
    }

    #[test]
    fn the_heaviest_accepted_language_wins() {
        assert_eq!(Tongue::accepted("de, en;q=0.8, pt;q=0.9").map(Tongue::tag), Some("en"));
        assert_eq!(Tongue::accepted("fr-CA, en;q=0.8").map(Tongue::tag), Some("fr"));
        assert_eq!(Tongue::accepted("de, pt;q=0.8"), None);
    }
    #[test]
    fn order_is_the_languages_own() {
        assert_eq!(tongue("fr").compare("Égypte", "Espagne"), Ordering::Less);
    }
}
