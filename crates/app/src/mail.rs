//! The outbox's way out: waiting letters go to a mail server, with retries and a state for each recipient.
use crate::House;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};
use std::{sync::Arc, time::Duration};
use store::{Letter, StoreError};

/// Attempts before a letter is given up and the secretariat is asked to print it: with the usual pauses somewhat more than a day, as
/// long as a mail server may be down.
pub const ATTEMPTS: u32 = 20;
/// Seconds before the first retry where nothing else is set.
pub const RETRY_SECONDS: u32 = 30;
/// Longest pause between two attempts, in milliseconds.
const PAUSE_MOST_MS: i64 = 7_200_000;
/// Letters sent at the same time.
const AT_ONCE: usize = 8;
/// Longest wait between two looks at the outbox, in seconds.
const LOOK_SECONDS: u64 = 15;

/// Where and as whom to send.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// Host of the mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// User name, when the server wants one.
    pub user: Option<String>,
    /// Its password; read from a file, never from the configuration itself.
    pub password: Option<String>,
    /// The sender's address, such as `Secretariat <secretariat@example.org>`.
    pub from: String,
    /// Certificates (PEM) trusted besides the public authorities', for a mail server with one of its own.
    pub authorities: Option<Vec<u8>>,
    /// Seconds before the first retry; doubled at each further failure, at most two hours.
    pub retry_seconds: u32,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// TLS from the first byte (port 465).
    Tls,
    /// STARTTLS, required (port 587).
    StartTls,
    /// None: only for a server on the same machine.
    Plain,
}

/// Settings that cannot work.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The sender's address is malformed.
    #[error("mail.from {0:?} is not an address such as `Secretariat <secretariat@example.org>`")]
    From(String),
    /// TLS could not be set up for this host.
    #[error("mail.host: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The certificates to trust cannot be read.
    #[error("mail.ca_file holds no certificate in PEM ({0})")]
    Authorities(lettre::transport::smtp::Error),
}

/// Sends letters of the outbox until dropped.
pub struct Postman {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    retry_ms: i64,
}

impl Postman {
    /// Checks the settings; connects only when there is something to send.
    ///
    /// # Errors
    /// [`MailError`].
    pub fn new(settings: &MailSettings) -> Result<Self, MailError> {
        let from = settings.from.parse().map_err(|_| MailError::From(settings.from.clone()))?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .timeout(Some(Duration::from_secs(20)));
        builder = match settings.protection {
            Protection::Tls => builder.tls(Tls::Wrapper(trusted(settings)?)),
            Protection::StartTls => builder.tls(Tls::Required(trusted(settings)?)),
            Protection::Plain => builder.tls(Tls::None),
        };
        if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        let retry_ms = i64::from(settings.retry_seconds.max(1)) * 1_000;
        Ok(Self { transport: builder.build(), from, retry_ms })
    }

    /// Connects, and signs in where a user is set, without sending anything.
    ///
    /// # Errors
    /// [`MailError::Smtp`] with what the server, or the network, said.
    pub async fn greet(&self) -> Result<(), MailError> {
        self.transport.test_connection().await?;
        Ok(())
    }

    /// Sends what is due, then waits for more; never returns.
    pub async fn run(self, house: Arc<House>) {
        let this = Arc::new(self);
        let look = Duration::from_millis(this.retry_ms.unsigned_abs()).min(Duration::from_secs(LOOK_SECONDS));
        loop {
            match Arc::clone(&this).round(&house).await {
                Ok(true) => {}
                Ok(false) => {
                    // Woken by the next letter; the time limit serves those whose retry falls due.
                    let wait = tokio::time::timeout(look, house.letters_waiting());
                    drop(wait.await);
                }
                Err(error) => {
                    tracing::warn!(%error, "the outbox could not be read");
                    tokio::time::sleep(Duration::from_secs(LOOK_SECONDS)).await;
                }
            }
        }
    }

    async fn round(self: Arc<Self>, house: &Arc<House>) -> Result<bool, StoreError> {
        let now = house.clock().now();
        let side = Arc::clone(house.side());
        let due = blocking(move || side.due_letters(now.0, 256)).await?;
        let any = !due.is_empty();
        let mut tasks = tokio::task::JoinSet::new();
        for letter in due {
            if tasks.len() >= AT_ONCE {
                tasks.join_next().await;
            }
            let (this, house) = (Arc::clone(&self), Arc::clone(house));
            tasks.spawn(async move { this.send(&house, letter).await });
        }
        while tasks.join_next().await.is_some() {}
        Ok(any)
    }

    async fn send(&self, house: &House, letter: Letter) {
        let result = match self.compose(&letter) {
            Ok(message) => self.transport.send(message).await.map(drop).map_err(|e| (e.is_permanent(), e.to_string())),
            Err(reason) => Err((true, reason)),
        };
        let now = house.clock().now().0;
        let side = Arc::clone(house.side());
        let retry_ms = self.retry_ms;
        // A crash between the server's acceptance and this mark sends the letter twice: better than never. It is the same message then.
        let marked = blocking(move || match result {
            Ok(()) => side.mark_letter_sent(letter.id, now),
            Err((permanent, reason)) => {
                let next = (!permanent && letter.attempts + 1 < ATTEMPTS).then(|| now + pause_ms(retry_ms, letter.attempts));
                tracing::warn!(letter = letter.id, attempts = letter.attempts + 1, %reason, "a letter was not accepted");
                side.mark_letter_failed(letter.id, &reason, next)
            }
        });
        if let Err(error) = marked.await {
            tracing::warn!(%error, "a letter's state could not be kept");
        }
    }

    fn compose(&self, letter: &Letter) -> Result<Message, String> {
        let to: Mailbox = letter.to_address.parse().map_err(|_| "the address is not one of electronic mail".to_owned())?;
        let head = |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        Message::builder()
            .from(self.from.clone())
            .to(to)
            // The letter's own, at every attempt: whoever gets it twice can tell.
            .message_id(Some(format!("<letter-{}.{}@{}>", letter.id, letter.created_ms, self.from.email.domain())))
            .subject(letter.subject.clone())
            .raw_header(head("Content-Language", &letter.language))
            // Nobody's out-of-office note is an answer to it (RFC 3834).
            .raw_header(head("Auto-Submitted", "auto-generated"))
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|e| e.to_string())
    }
}

/// Whom to believe that the mail server is the one named.
fn trusted(settings: &MailSettings) -> Result<TlsParameters, MailError> {
    let mut parameters = TlsParameters::builder(settings.host.clone());
    for certificate in settings.authorities.iter().map(|pem| Certificate::from_pem(pem)) {
        parameters = parameters.add_root_certificate(certificate.map_err(MailError::Authorities)?);
    }
    Ok(parameters.build_rustls()?)
}

/// The first pause, doubled at each failure, at most two hours.
fn pause_ms(first: i64, attempts: u32) -> i64 {
    // Twelve doublings of a second are more than an hour; no more is needed, and nothing overflows.
    (first << attempts.min(12)).min(PAUSE_MOST_MS)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, StoreError> + Send + 'static) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        // Only at shutdown: the runtime drops what it had not begun.
        Err(_) => Err(StoreError::Invalid { what: "task", detail: "the server is stopping".into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_for_somewhat_more_than_a_day() {
        let pauses: Vec<i64> = (0..ATTEMPTS - 1).map(|n| pause_ms(30_000, n)).collect();
        assert_eq!(pauses[..3], [30_000, 60_000, 120_000]);
        assert!(pauses.iter().all(|p| *p <= PAUSE_MOST_MS));
        let hours = pauses.iter().sum::<i64>() / 3_600_000;
        assert!((24..30).contains(&hours), "{hours}");
    }
    #[test]
    fn even_the_longest_first_pause_stays_below_the_limit() {
        assert_eq!(pause_ms(i64::from(u32::MAX) * 1_000, 19), PAUSE_MOST_MS);
    }
}
