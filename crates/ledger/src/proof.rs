//! Inclusion and consistency proofs (RFC 6962, 2.1.1 and 2.1.2), made from any source of nodes and verified from nothing.
use crate::tree::{Hash, Nodes, empty_root, node_hash};

/// The most hashes a proof has: a tree of 2^63 leaves is 63 levels high.
pub const MAX_PROOF: usize = 63;

/// The hashes on the way from a leaf to the root, lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InclusionProof(pub Vec<Hash>);

/// The hashes that show a tree to begin with a smaller one, in the order of RFC 6962.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConsistencyProof(pub Vec<Hash>);

/// The largest power of two smaller than `n`, for `n` of 2 or more.
const fn split(n: u64) -> u64 {
    1 << (u64::BITS - 1 - (n - 1).leading_zeros())
}

/// The hash of the leaves from `from` to before `to`, which RFC 6962 makes a tree of its own.
fn range(nodes: &(impl Nodes + ?Sized), from: u64, to: u64) -> Option<Hash> {
    let size = to.checked_sub(from).filter(|size| *size > 0)?;
    if size.is_power_of_two() {
        let level = u8::try_from(size.trailing_zeros()).ok()?;
        return nodes.node(level, from >> level);
    }
    let middle = from + split(size);
    Some(node_hash(&range(nodes, from, middle)?, &range(nodes, middle, to)?))
}

/// The root of the first `size` leaves; none when a node of it is missing.
#[must_use]
pub fn root(nodes: &(impl Nodes + ?Sized), size: u64) -> Option<Hash> {
    if size == 0 { Some(empty_root()) } else { range(nodes, 0, size) }
}

/// The proof that the leaf of this index is in the tree of this size; none when it is not, or a node is missing.
#[must_use]
pub fn inclusion(nodes: &(impl Nodes + ?Sized), index: u64, size: u64) -> Option<InclusionProof> {
    if index >= size {
        return None;
    }
    let (mut from, mut to, mut path) = (0, size, Vec::new());
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            path.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    path.reverse();
    Some(InclusionProof(path))
}

/// The proof that the tree of `new` leaves begins with that of `old`; none when `old` is larger, or a node is missing.
/// It is empty for an `old` of 0 and for equal sizes.
#[must_use]
pub fn consistency(nodes: &(impl Nodes + ?Sized), old: u64, new: u64) -> Option<ConsistencyProof> {
    if old > new {
        return None;
    }
    if old == 0 || old == new {
        // Nothing to prove, yet the tree must be there.
        return root(nodes, new).map(|_| ConsistencyProof::default());
    }
    let (mut from, mut to, mut path) = (0, new, Vec::new());
    while old != to {
        let middle = from + split(to - from);
        if old <= middle {
            path.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    // The verifier knows the old root: where that is the node reached, it is left out.
    if from > 0 {
        path.push(range(nodes, from, to)?);
    }
    path.reverse();
    Some(ConsistencyProof(path))
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

/// Whether the proof shows that the tree of size `new` begins with the one of size `old` (RFC 9162, 2.1.4.2).
/// Every tree begins with the empty one, which needs no proof.
#[must_use]
pub fn verify_consistency(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &ConsistencyProof) -> bool {
    if old > new {
        return false;
    }
    if old == 0 {
        return proof.0.is_empty() && *old_root == empty_root() && (new > 0 || *new_root == empty_root());
    }
    if old == new {
        return proof.0.is_empty() && old_root == new_root;
    }
    let mut path = proof.0.iter();
    let first = if old.is_power_of_two() { Some(old_root) } else { path.next() };
    let Some(first) = first else { return false };
    let (mut at, mut last) = (old - 1, new - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut before, mut after) = (*first, *first);
    for hash in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            before = node_hash(hash, &before);
            after = node_hash(hash, &after);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            after = node_hash(&after, hash);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && before == *old_root && after == *new_root
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::tree::{Tree, leaf_hash};

    fn tree(size: u64) -> Tree {
        Tree::from_leaf_hashes((0..size).map(|n| leaf_hash(&n.to_be_bytes())))
    }

    #[test]
    fn every_leaf_of_every_size_is_proven_and_no_other_is() {
        for size in 1..=40u64 {
            let tree = tree(size);
            let root = tree.root();
            for index in 0..size {
                let proof = tree.prove(index).unwrap();
                let leaf = leaf_hash(&index.to_be_bytes());
                assert!(verify_inclusion(&leaf, index, size, &proof, &root), "{index} of {size}");
                assert!(!verify_inclusion(&leaf_hash(b"another"), index, size, &proof, &root));
                assert!(size == 1 || !verify_inclusion(&leaf, (index + 1) % size, size, &proof, &root));
                let mut longer = proof.clone();
                longer.0.push([0; 32]);
                assert!(!verify_inclusion(&leaf, index, size, &longer, &root));
            }
            assert!(tree.prove(size).is_none());
        }
    }

    #[test]
    fn every_size_continues_every_smaller_one_and_no_other_tree() {
        let whole = tree(70);
        for new in 0..=70 {
            for old in 0..=new {
                let (from, to) = (whole.root_at(old).unwrap(), whole.root_at(new).unwrap());
                let proof = whole.prove_consistency(old, new).unwrap();
                assert!(verify_consistency(old, &from, new, &to, &proof), "{old} to {new}");
                assert!(!verify_consistency(old, &[7; 32], new, &to, &proof), "{old} to {new}: another beginning");
                if old > 0 {
                    assert!(!verify_consistency(old, &from, new, &[7; 32], &proof), "{old} to {new}: another end");
                }
                for at in 0..proof.0.len() {
                    let mut changed = proof.clone();
                    changed.0[at][3] ^= 1;
                    assert!(!verify_consistency(old, &from, new, &to, &changed));
                    changed.0.remove(at);
                    assert!(!verify_consistency(old, &from, new, &to, &changed));
                }
                let mut longer = proof.clone();
                longer.0.push([0; 32]);
                assert!(!verify_consistency(old, &from, new, &to, &longer));
            }
            assert!(whole.prove_consistency(new + 1, new).is_none());
        }
    }
}
