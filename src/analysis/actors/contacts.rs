//! Who is a contact of the actor in question, answered from a few thousand bytes.

/// A set of actors, one bit each, so that a large network's set stays in a processor's nearest cache.
pub(super) struct Contacts(Vec<u64>);

impl Contacts {
    /// The empty set among so many actors.
    pub(super) fn among(actors: usize) -> Self {
        Self(vec![0; actors.div_ceil(64)])
    }

    /// Puts an actor in.
    pub(super) fn put(&mut self, actor: u32) {
        self.0[actor as usize / 64] |= 1 << (actor % 64);
    }

    /// Takes an actor out, with those that share its word: for emptying the whole.
    pub(super) fn clear(&mut self, actors: &[u32]) {
        for actor in actors {
            self.0[*actor as usize / 64] = 0;
        }
    }

    /// Whether an actor is in it.
    pub(super) fn has(&self, actor: u32) -> bool {
        self.0[actor as usize / 64] >> (actor % 64) & 1 == 1
    }
}
