//! The outbox's way out: waiting letters go to a mail server, with retries and a state for each recipient.
use crate::House;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{authentication::Credentials, client::Tls, client::TlsParameters},
};
use std::{sync::Arc, time::Duration};
use store::{Letter, StoreError};

/// Attempts before a letter is given up and the secretariat is asked to print it.
pub const ATTEMPTS: u32 = 8;
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
}

/// Sends letters of the outbox until dropped.
pub struct Postman {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
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
            Protection::Tls => builder.tls(Tls::Wrapper(TlsParameters::new(settings.host.clone())?)),
            Protection::StartTls => builder.tls(Tls::Required(TlsParameters::new(settings.host.clone())?)),
            Protection::Plain => builder.tls(Tls::None),
        };
        if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build(), from })
    }

    /// Sends what is due, then waits for more; never returns.
    pub async fn run(self, house: Arc<House>) {
        let this = Arc::new(self);
        loop {
            match Arc::clone(&this).round(&house).await {
                Ok(true) => {}
                Ok(false) => {
                    // Woken by the next letter; the time limit serves those whose retry falls due.
                    let wait = tokio::time::timeout(Duration::from_secs(LOOK_SECONDS), house.letters_waiting());
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
        // A crash between the server's acceptance and this mark sends the letter twice: better than never.
        let marked = blocking(move || match result {
            Ok(()) => side.mark_letter_sent(letter.id, now),
            Err((permanent, reason)) => {
                let next = (!permanent && letter.attempts + 1 < ATTEMPTS).then(|| now + pause_ms(letter.attempts));
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
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|e| e.to_string())
    }
}

/// Half a minute, doubled at each failure, at most two hours.
fn pause_ms(attempts: u32) -> i64 {
    (30_000_i64 << attempts.min(8)).min(7_200_000)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, StoreError> + Send + 'static) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        // Only at shutdown: the runtime drops what it had not begun.
        Err(_) => Err(StoreError::Invalid { what: "task", detail: "the server is stopping".into() }),
    }
}
