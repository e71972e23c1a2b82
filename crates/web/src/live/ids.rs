//! Maps by numbers that this server draws itself, one after the other.
use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map by such numbers. Nobody outside can choose them, so that a hash against chosen keys would be wasted, ten thousand times a change.
pub(super) type IdMap<V> = HashMap<u64, V, BuildHasherDefault<IdHasher>>;

/// Spreads consecutive numbers over all bits, by Fibonacci hashing.
#[derive(Default)]
pub(super) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }
    fn write_u64(&mut self, number: u64) {
        let spread = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // The map takes its place from the low bits and its mark from the high ones.
        self.0 = spread ^ (spread >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_found_again() {
        let map: IdMap<u64> = (0..10_000).map(|n| (n, n * 2)).collect();
        assert!((0..10_000).all(|n| map.get(&n) == Some(&(n * 2))));
    }
}
