//! The Merkle tree of RFC 6962, section 2: leaf and node hashes, and roots that grow leaf by leaf.
use crate::proof::{self, ConsistencyProof, InclusionProof};
use sha2::{Digest, Sha256};

/// A SHA-256 hash of a leaf, node or tree.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 of a zero byte and the leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([0]);
    hasher.update(leaf);
    hasher.finalize().into()
}

/// The hash of an inner node: SHA-256 of a one byte and its two children.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(left);
    bytes[33..].copy_from_slice(right);
    Sha256::digest(bytes).into()
}

/// The root of the empty tree: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// Where proofs and tiles get a tree's complete nodes from: memory, files, or another's implementation.
pub trait Nodes {
    /// The node over the 2^`level` leaves that begin at `index` × 2^`level`; none when not all of them are there.
    fn node(&self, level: u8, index: u64) -> Option<Hash>;
}

/// An append-only tree with all its complete nodes (64 bytes a leaf): appending costs one hash on average, a root,
/// a proof or a tile never more than reading it and one hash a level.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// A tree of leaves already hashed.
    #[must_use]
    pub fn from_leaf_hashes(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut tree = Self::default();
        for leaf in leaves {
            tree.append_hash(leaf);
        }
        tree
    }
    /// Appends a leaf; returns its index.
    pub fn append(&mut self, leaf: &[u8]) -> u64 {
        self.append_hash(leaf_hash(leaf))
    }
    /// Appends a leaf by its hash; returns its index.
    pub fn append_hash(&mut self, leaf: Hash) -> u64 {
        let index = self.size();
        let mut hash = leaf;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let nodes = &mut self.levels[level];
            nodes.push(hash);
            let [.., left, right] = nodes.as_slice() else { break };
            if nodes.len() % 2 == 1 {
                break;
            }
            hash = node_hash(left, right);
        }
        index
    }
    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }
    /// The root over all leaves; of the empty tree, SHA-256 of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        proof::root(self, self.size()).unwrap_or_else(empty_root)
    }
    /// The root of the first `size` leaves; none when there are fewer.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        proof::root(self, size)
    }
    /// The proof that the leaf of this index is in the tree; none when there is no such leaf.
    #[must_use]
    pub fn prove(&self, index: u64) -> Option<InclusionProof> {
        proof::inclusion(self, index, self.size())
    }
    /// The proof that the tree of `new` leaves begins with that of `old`; none when there are fewer.
    #[must_use]
    pub fn prove_consistency(&self, old: u64, new: u64) -> Option<ConsistencyProof> {
        proof::consistency(self, old, new)
    }
}

impl Nodes for Tree {
    fn node(&self, level: u8, index: u64) -> Option<Hash> {
        self.levels.get(usize::from(level))?.get(usize::try_from(index).ok()?).copied()
    }
}

/// The right edge of a tree: what it takes to append and to know the root, at most 64 hashes whatever the size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    // The roots of the complete subtrees that the size is made of, largest first: one for each one bit of the size.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of the tree of these nodes at this size; none when a node is missing.
    #[must_use]
    pub fn at(nodes: &impl Nodes, size: u64) -> Option<Self> {
        let mut peaks = Vec::new();
        for level in (0..64u8).rev().filter(|level| size >> level & 1 == 1) {
            // The leaves before this peak, in units of its width: the higher bits of the size, less this one.
            peaks.push(nodes.node(level, (size >> level) - 1)?);
        }
        Some(Self { size, peaks })
    }
    /// Appends a leaf; returns its index.
    pub fn append(&mut self, leaf: &[u8]) -> u64 {
        self.append_hash(leaf_hash(leaf))
    }
    /// Appends a leaf by its hash; returns its index.
    pub fn append_hash(&mut self, leaf: Hash) -> u64 {
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
        self.size - 1
    }
    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }
    /// The root over all leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else { return empty_root() };
        peaks.fold(*last, |right, left| node_hash(left, &right))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// The definition of RFC 6962, word for word, which everything faster is held against.
    fn naive(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => empty_root(),
            [one] => *one,
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                node_hash(&naive(left), &naive(right))
            }
        }
    }

    /// The leaves and roots that certificate transparency's implementations test with.
    #[test]
    fn roots_agree_with_the_published_vectors() {
        let leaves: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        let mut tree = Tree::default();
        assert_eq!(hex(&tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (leaf, root) in leaves.iter().zip(roots) {
            tree.append(leaf);
            assert_eq!(hex(&tree.root()), root);
        }
    }

    proptest! {
        #[test]
        fn every_way_to_the_root_is_the_definition_s(leaves in proptest::collection::vec(any::<[u8; 32]>(), 0..300), at in any::<prop::sample::Index>()) {
            let tree = Tree::from_leaf_hashes(leaves.iter().copied());
            prop_assert_eq!(tree.root(), naive(&leaves));
            let size = at.index(leaves.len() + 1);
            prop_assert_eq!(tree.root_at(size as u64), Some(naive(&leaves[..size])));
            prop_assert_eq!(tree.root_at(leaves.len() as u64 + 1), None);
            let mut edge = Frontier::at(&tree, size as u64).unwrap();
            prop_assert_eq!(edge.root(), naive(&leaves[..size]));
            for leaf in &leaves[size..] {
                edge.append_hash(*leaf);
            }
            prop_assert_eq!(edge, Frontier::at(&tree, leaves.len() as u64).unwrap());
        }
    }
}
