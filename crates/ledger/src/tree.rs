//! The Merkle tree of RFC 6962, section 2: leaf and node hashes, roots, inclusion proofs.
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
    let mut hasher = Sha256::new();
    hasher.update([1]);
    hasher.update(left);
    hasher.update(right);
    hasher.finalize().into()
}

/// The hashes on the way from a leaf to the root, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof(pub Vec<Hash>);

/// An append-only tree, kept as its leaves' hashes.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    leaves: Vec<Hash>,
}

impl Tree {
    /// Appends a leaf; returns its index.
    pub fn append(&mut self, leaf: &[u8]) -> u64 {
        self.leaves.push(leaf_hash(leaf));
        self.leaves.len() as u64 - 1
    }
    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.leaves.len() as u64
    }
    /// The root over all leaves; of the empty tree, SHA-256 of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        root(&self.leaves)
    }
    /// The proof that the leaf of this index is in the tree; none when there is no such leaf.
    #[must_use]
    pub fn prove(&self, index: u64) -> Option<InclusionProof> {
        let index = usize::try_from(index).ok().filter(|i| *i < self.leaves.len())?;
        let mut path = Vec::new();
        walk(&self.leaves, index, &mut path);
        Some(InclusionProof(path))
    }
}

fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

/// The largest power of two smaller than `n`, for `n` of 2 or more.
const fn split(n: usize) -> usize {
    1 << (usize::BITS - 1 - (n - 1).leading_zeros())
}

fn walk(leaves: &[Hash], index: usize, path: &mut Vec<Hash>) {
    if leaves.len() < 2 {
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if index < at {
        walk(left, index, path);
        path.push(root(right));
    } else {
        walk(right, index - at, path);
        path.push(root(left));
    }
}

/// Whether the proof shows that `leaf` stands at `index` in the tree of this size and root (RFC 9162, 2.1.3.2).
#[must_use]
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &InclusionProof, expected: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in &proof.0 {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *expected
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|b| format!("{b:02x}")).collect()
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
    #[test]
    fn every_leaf_of_every_size_is_proven_and_no_other_is() {
        for size in 1..=33u64 {
            let mut tree = Tree::default();
            for n in 0..size {
                tree.append(&n.to_be_bytes());
            }
            let root = tree.root();
            for index in 0..size {
                let proof = tree.prove(index).unwrap();
                let leaf = leaf_hash(&index.to_be_bytes());
                assert!(verify_inclusion(&leaf, index, size, &proof, &root), "{index} of {size}");
                assert!(!verify_inclusion(&leaf_hash(b"another"), index, size, &proof, &root));
                assert!(size == 1 || !verify_inclusion(&leaf, (index + 1) % size, size, &proof, &root));
            }
            assert!(tree.prove(size).is_none());
        }
    }
}
