-- The public record's entries, as their leaves stand in its tree: counted from 0, without gaps, never rewritten.
-- `position` is that of the newest event when the leaf was appended, in the same transaction.
CREATE TABLE leaf (
    idx      INTEGER PRIMARY KEY CHECK (idx >= 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes    BLOB NOT NULL
) STRICT;
