//! The edges where time and chance come in; everything else takes them as arguments.
use domain::Moment;

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Moment;
}

/// Gives fresh randomness.
pub trait Entropy: Send + 'static {
    /// 32 bytes nobody can guess, never the same twice.
    fn fresh(&mut self) -> [u8; 32];
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the house reads the clock")]
    fn now(&self) -> Moment {
        Moment(jiff::Timestamp::now().as_millisecond())
    }
}

/// The kernel's generator, stretched: one system call serves 4,096 commands.
#[derive(Default)]
pub struct SystemEntropy {
    seed: [u8; 32],
    used: u32,
}

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "the one place where the house draws randomness")]
    fn fresh(&mut self) -> [u8; 32] {
        use sha2::Digest;
        const PER_SEED: u32 = 4_096;
        if self.used.is_multiple_of(PER_SEED) {
            let mut fresh = [0u8; 32];
            // Without randomness no secret can be made: better to stop than to hand out a guessable one.
            assert!(getrandom::fill(&mut fresh).is_ok(), "the kernel gives no randomness");
            self.seed = fresh;
        }
        self.used = self.used.wrapping_add(1);
        // The seed itself is replaced at each draw, so that an earlier output tells nothing about a later one.
        let mut hasher = sha2::Sha256::new();
        hasher.update(self.seed);
        hasher.update([0]);
        let next: [u8; 32] = hasher.finalize().into();
        let mut hasher = sha2::Sha256::new();
        hasher.update(self.seed);
        hasher.update([1]);
        let out: [u8; 32] = hasher.finalize().into();
        self.seed = next;
        out
    }
}
