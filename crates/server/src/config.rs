//! Settings: one TOML file, environment overrides, unknown keys refused, secrets by the path of their file.
use anyhow::{Context, Result, bail};
use app::mail::{MailSettings, Protection};
use domain::country::Places;
use serde::{Deserialize, Serialize};
use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

/// Name of the file in the data directory.
pub const FILE: &str = "hemicycle.toml";
/// Prefix of the environment's overrides.
const PREFIX: &str = "HEMICYCLE_";

/// Everything that can be set.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address to listen on; 127.0.0.1:8080 when not set.
    pub listen: Option<SocketAddr>,
    /// Origin under which people reach the server; for links in letters.
    pub public_origin: Option<String>,
    /// Proxies whose forwarded addresses are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Certificate and key for TLS.
    pub tls: Option<Tls>,
    /// The mail server; without one the secretariat prints or copies the letters.
    pub mail: Option<Mail>,
    /// Logging.
    pub log: Log,
    /// What the convener names, orders or counts otherwise than ISO 3166 and UN M49, by code.
    pub places: Places,
    /// The verifiable record; without it none is kept.
    pub record: Option<Record>,
}

/// The verifiable record. What stands in its first entry is read once, when the record begins.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The log's origin, which never changes.
    pub origin: String,
    /// Whether the server holds the accreditors' private keys and acts in their name.
    #[serde(default)]
    pub hold_accreditors: bool,
    /// The accreditors' public keys.
    pub accreditors: Vec<String>,
    /// How many of them must sign.
    pub threshold: u64,
    /// The domain where passkeys are used.
    pub site: String,
    /// Its origins, as browsers write them.
    pub site_origins: Vec<String>,
    /// The convener's names by language.
    #[serde(default)]
    pub names: std::collections::BTreeMap<String, String>,
    /// File with the witnesses and their quorum, in C2SP's tlog-policy form, from the data directory when it is no absolute path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witnesses: Option<PathBuf>,
    /// The record that this one succeeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<Predecessor>,
}

/// A record that was lost: what is publicly known of it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// Its origin.
    pub log: String,
    /// The entries under its newest checkpoint.
    pub size: u64,
    /// Their root, in base64 as in the checkpoint.
    pub root: String,
}

/// TLS files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// Certificate chain, PEM.
    pub cert_file: PathBuf,
    /// Private key, PEM.
    pub key_file: PathBuf,
}

/// The mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its host.
    pub host: String,
    /// Its port; 465, 587 or 25 by protection when not set.
    pub port: Option<u16>,
    /// `tls`, `starttls` or `plain`.
    #[serde(default)]
    pub protection: MailProtection,
    /// User name.
    pub user: Option<String>,
    /// File that holds the password.
    pub password_file: Option<PathBuf>,
    /// The sender.
    pub from: String,
    /// File with certificates (PEM) trusted besides the public authorities'.
    pub ca_file: Option<PathBuf>,
    /// Seconds before the first retry; 30 when not set.
    pub retry_seconds: Option<u32>,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailProtection {
    /// TLS from the first byte.
    Tls,
    /// STARTTLS, required.
    #[default]
    Starttls,
    /// None.
    Plain,
}

/// Logging.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `text` or `json`.
    pub format: LogFormat,
    /// What to log, as `info` or `warn,web=debug`.
    pub filter: String,
}
impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info".into() }
    }
}

/// Form of the log's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

impl Config {
    /// The settings of a data directory with the environment's overrides.
    ///
    /// # Errors
    /// When the file is malformed or sets something unknown.
    pub fn load(dir: &Path) -> Result<Self> {
        let path = dir.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
        };
        Self::parse(&text, std::env::vars()).with_context(|| format!("settings of {}", path.display()))
    }

    fn parse(text: &str, environment: impl Iterator<Item = (String, String)>) -> Result<Self> {
        let mut table: toml::Table = text.parse().context("not TOML")?;
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix(PREFIX) {
                set(&mut table, &key.to_ascii_lowercase(), &value)?;
            }
        }
        let config: Self = toml::Value::Table(table).try_into().context("a setting is unknown or malformed")?;
        config.places.checked()?;
        Ok(config)
    }

    /// The mail settings with the password read from its file.
    ///
    /// # Errors
    /// When the password's file cannot be read.
    pub fn mail(&self) -> Result<Option<MailSettings>> {
        let Some(mail) = &self.mail else { return Ok(None) };
        let protection = match mail.protection {
            MailProtection::Tls => Protection::Tls,
            MailProtection::Starttls => Protection::StartTls,
            MailProtection::Plain => Protection::Plain,
        };
        let password = match &mail.password_file {
            Some(path) => {
                let text = std::fs::read_to_string(path).with_context(|| format!("mail.password_file {}", path.display()))?;
                Some(text.trim_end_matches(['\r', '\n']).to_owned())
            }
            None => None,
        };
        let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("mail.ca_file {}", path.display()));
        let authorities = mail.ca_file.as_ref().map(read).transpose()?;
        let usual = match protection {
            Protection::Tls => 465,
            Protection::StartTls => 587,
            Protection::Plain => 25,
        };
        Ok(Some(MailSettings {
            host: mail.host.clone(),
            port: mail.port.unwrap_or(usual),
            protection,
            user: mail.user.clone(),
            password,
            from: mail.from.clone(),
            authorities,
            retry_seconds: mail.retry_seconds.unwrap_or(app::mail::RETRY_SECONDS),
        }))
    }
}

/// `HEMICYCLE_MAIL_HOST` sets `mail.host`: the first underscore after a table's name separates it.
fn set(table: &mut toml::Table, key: &str, value: &str) -> Result<()> {
    for section in ["tls", "mail", "log", "record"] {
        if let Some(rest) = key.strip_prefix(section).and_then(|r| r.strip_prefix('_')) {
            let inner = table.entry(section).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let Some(inner) = inner.as_table_mut() else { bail!("`{section}` is not a table") };
            inner.insert(rest.to_owned(), read(rest, value));
            return Ok(());
        }
    }
    table.insert(key.to_owned(), read(key, value));
    Ok(())
}

fn read(key: &str, value: &str) -> toml::Value {
    match key {
        "hold_accreditors" => toml::Value::Boolean(matches!(value, "true" | "1" | "yes")),
        "threshold" => value.parse().map_or_else(|_| toml::Value::String(value.to_owned()), toml::Value::Integer),
        "trusted_proxies" | "accreditors" | "site_origins" => {
            toml::Value::Array(value.split(',').map(|p| toml::Value::String(p.trim().to_owned())).collect())
        }
        "port" | "retry_seconds" => value.parse().map_or_else(|_| toml::Value::String(value.to_owned()), toml::Value::Integer),
        _ => toml::Value::String(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn env(list: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let text = "listen = \"127.0.0.1:1\"\n[mail]\nhost = \"a\"\nfrom = \"s@example.org\"\n";
        let config = Config::parse(
            text,
            env(&[("HEMICYCLE_LISTEN", "127.0.0.1:2"), ("HEMICYCLE_MAIL_HOST", "b"), ("HEMICYCLE_MAIL_PORT", "2525")]),
        )
        .unwrap();
        assert_eq!(config.listen.unwrap().port(), 2);
        let mail = config.mail().unwrap().unwrap();
        assert_eq!((mail.host.as_str(), mail.port), ("b", 2525));
    }
    #[test]
    fn places_are_the_conveners() {
        let text = "[places.GM]\nnames = { en = \"The Gambia\" }\nsorted_as = { en = \"Gambia\" }\n\
                    [places.x-free-port]\nnames = { en = \"Free Port\" }\nregion = 150\n";
        let places = Config::parse(text, env(&[])).unwrap().places;
        assert_eq!((places.name("GM", "en"), places.sort_key("GM", "en")), (Some("The Gambia"), Some("Gambia")));
        assert_eq!(places.region("x-free-port"), (150, 0));
        for (wrong, why) in [
            ("[places.Gambia]\n", "places.Gambia"),
            ("[places.GM]\nname = \"x\"\n", "name"),
            ("[places.GM]\nregion = 4711\n", "UN M49"),
        ] {
            let error = format!("{:#}", Config::parse(wrong, env(&[])).unwrap_err());
            assert!(error.contains(why), "{error}");
        }
    }
    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = format!("{:#}", Config::parse("lisen = \"x\"", env(&[])).unwrap_err());
        assert!(error.contains("lisen"), "{error}");
    }
}
