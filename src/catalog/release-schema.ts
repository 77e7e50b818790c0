// The tables of one installed release. A file is written once and only read from then on.

/** Files of another version are left alone: the release is to be installed again. */
export const fileVersion = 1;

/**
 * `entries.id` follows precedence: what a search meets first is what few words mean most likely, so
 * that it may stop early. `position` is the order of the issuer's file. `titles` holds the words of
 * long titles, without those codes that differ from their header in the encounter only. `near` has
 * every word of the titles under itself, itself without one letter, and (after a `~`) its sound.
 */
export const schema = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL UNIQUE,
    parent TEXT,
    billable INTEGER NOT NULL,
    modifier INTEGER NOT NULL,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    added TEXT,
    last_day TEXT
  ) STRICT;
  CREATE INDEX entries_by_parent ON entries (parent, position);
  CREATE VIRTUAL TABLE titles USING fts5(
    long, content='', detail=none, columnsize=0, prefix='1 2', tokenize='ascii'
  );
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL) STRICT;
  CREATE TABLE near (spelling TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (spelling, word))
    STRICT, WITHOUT ROWID;
`;
