CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    sha256  BLOB NOT NULL
) STRICT;

-- The log. A rowid table filled at its right edge: SQLite's fastest way of appending.
CREATE TABLE event (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    bytes    BLOB NOT NULL
) STRICT;

CREATE TABLE snapshot (
    position INTEGER PRIMARY KEY,
    sha256   BLOB NOT NULL,
    bytes    BLOB NOT NULL
) STRICT;

-- People. SQLite zeroes a deleted cell and a freed page, but when it balances a tree it moves cells between leaf pages
-- and may leave stale copies of them in the unused part of a page, where a later deletion does not find them. `pad`
-- (as long as a page) fills all that a leaf page can hold of a row, so that every personal byte lies in overflow pages:
-- those are never moved, and are zeroed whole when they are freed.
CREATE TABLE person (
    id    INTEGER PRIMARY KEY,
    pad   BLOB NOT NULL CHECK (length(pad) >= 4096),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE person_photo (
    person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    pad    BLOB NOT NULL CHECK (length(pad) >= 4096),
    bytes  BLOB NOT NULL
) STRICT;

-- Letters. Rows are appended at the right edge, never deleted, and never change their length: erasure overwrites the
-- texts in place with as many zeros. So the tree never moves a cell, and no stale copy arises. `error` has a fixed
-- length for the same reason (mail servers quote addresses). What changes its length is in `letter_state`.
CREATE TABLE letter (
    seq        INTEGER PRIMARY KEY,
    id         INTEGER NOT NULL UNIQUE,
    person     INTEGER,
    created_ms INTEGER NOT NULL,
    language   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    to_address BLOB NOT NULL,
    subject    BLOB NOT NULL,
    error      BLOB NOT NULL CHECK (length(error) = 256),
    body       BLOB NOT NULL
) STRICT;
CREATE INDEX letter_person ON letter (person) WHERE person IS NOT NULL;

CREATE TABLE letter_state (
    id              INTEGER PRIMARY KEY REFERENCES letter (id),
    state           INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    attempts        INTEGER NOT NULL,
    next_attempt_ms INTEGER NOT NULL,
    sent_ms         INTEGER,
    erased          INTEGER NOT NULL CHECK (erased IN (0, 1))
) STRICT;
CREATE INDEX letter_due ON letter_state (next_attempt_ms, id) WHERE state = 0;
CREATE INDEX letter_in_state ON letter_state (state, id);

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at_ms   INTEGER NOT NULL,
    seat    INTEGER,
    act     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    address TEXT
) STRICT;

-- A rowid table with an index on the hash: large values stay out of the index's pages.
CREATE TABLE blob (
    hash  BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;
