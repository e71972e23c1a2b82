//! A small seeded generator: the same seed makes the same summit, on every machine.

/// SplitMix64. Not for secrets.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The generator of a seed and a purpose: purposes do not disturb each other's sequences.
    #[must_use]
    pub fn new(seed: u64, purpose: &str) -> Self {
        let salt = purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ salt)
    }
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        // The bias of the remainder is far below what a rehearsal could show.
        if limit == 0 { 0 } else { (self.bits() % limit as u64) as usize }
    }
    /// One of a list; none of an empty one.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }
    /// Brings a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
    /// The next 32 bytes.
    pub fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes.chunks_exact_mut(8).for_each(|part| part.copy_from_slice(&self.bits().to_be_bytes()));
        bytes
    }
    /// A UUID of version 4's form.
    pub fn uuid(&mut self) -> String {
        let (a, b) = (self.bits(), self.bits());
        let (a, b) = (a & !0xf000 | 0x4000, b & !(3 << 62) | (2 << 62));
        format!("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", a >> 32, a >> 16 & 0xffff, a & 0xffff, b >> 48, b & 0xffff_ffff_ffff)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_is_the_same_chance() {
        let draw = |seed, purpose| {
            let mut c = Chance::new(seed, purpose);
            (c.bits(), c.below(10), c.uuid())
        };
        assert_eq!(draw(1, "names"), draw(1, "names"));
        assert_ne!(draw(1, "names"), draw(2, "names"));
        assert_ne!(draw(1, "names"), draw(1, "ids"));
    }
    #[test]
    fn an_id_reads_as_a_uuid_of_version_four() {
        let id = Chance::new(1, "ids").uuid();
        assert_eq!((id.len(), id.as_bytes()[14], id.matches('-').count()), (36, b'4', 4));
        assert!(matches!(id.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{id}");
    }
    #[test]
    fn shuffling_keeps_everything() {
        let mut list: Vec<u32> = (0..50).collect();
        Chance::new(3, "order").shuffle(&mut list);
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
    }
}
