-- Version 4: exchange between offices: links and bundles, what has come and what is still missing, conflicts, people who
-- are one and the same or are not, people who asked to be erased.

ALTER TABLE "volunteer" ADD COLUMN "merged_into" BLOB;

CREATE INDEX volunteer_merged ON volunteer (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE "not_same" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "volunteer" BLOB,
    "on" TEXT,
    "reason" TEXT
);
CREATE INDEX "not_same_of" ON "not_same" ("of");

CREATE TABLE "erasure" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "on" TEXT,
    "reason" TEXT
);
CREATE INDEX "erasure_of" ON "erasure" ("of");

-- What can be undone is what was made in this file, whatever copy it was then.
DROP INDEX edit_state;
CREATE INDEX edit_state ON edit (state, no) WHERE target IS NULL;

-- The office whose copy a replica is or was.
ALTER TABLE replica ADD COLUMN office BLOB;

-- `arrived` numbers the ops in the order in which they came into this file, whoever made them; those of a block follow
-- its own number. What came after a number is what another office lacks. Files of version 3 hold one copy's ops alone.
ALTER TABLE op ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE op_block ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
UPDATE op SET arrived = seq;
UPDATE op_block SET arrived = first_seq;
INSERT OR REPLACE INTO local (key, value)
    SELECT 'arrived', max(ifnull((SELECT max(seq) FROM op), 0), ifnull((SELECT max(last_seq) FROM op_block), 0));
INSERT OR REPLACE INTO local (key, value) SELECT 'office', hex(id) FROM office WHERE gone = 0 LIMIT 1;
CREATE INDEX op_arrived ON op (arrived);
CREATE INDEX op_block_arrived ON op_block (arrived);
CREATE INDEX op_row ON op (row);

-- Which numbers of each other copy have come, as ranges. A copy's own are all here.
CREATE TABLE held (
    replica INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (replica, first_seq)
) WITHOUT ROWID;

-- Ops that another op has seen in a cell and that have not come yet: they are superseded before they are here.
CREATE TABLE awaited (
    tbl INTEGER NOT NULL,
    row BLOB NOT NULL,
    cell INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (tbl, row, cell, replica, seq)
) WITHOUT ROWID;

-- Rows of which the op that makes them has not come yet.
CREATE TABLE unmade (
    tbl INTEGER NOT NULL,
    row BLOB NOT NULL,
    PRIMARY KEY (tbl, row)
) WITHOUT ROWID;

-- Ops on tables or cells of a newer program: kept word for word, passed on, and applied after the upgrade.
CREATE TABLE not_understood (
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    taken_in INTEGER NOT NULL,      -- 1 where only some of its cells are unknown
    PRIMARY KEY (replica, seq)
) WITHOUT ROWID;

-- Cells whose heads hold different values, until a person decides. Cell 1: removed there, changed here. Cell 0: no
-- conflict, but changed in parallel, until somebody has looked.
CREATE TABLE conflict (
    tbl INTEGER NOT NULL,
    row BLOB NOT NULL,
    cell INTEGER NOT NULL,
    root BLOB NOT NULL,
    PRIMARY KEY (tbl, row, cell)
) WITHOUT ROWID;

-- Records that a received bundle changed and nobody has looked at since.
CREATE TABLE unlooked (
    root BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    arrived INTEGER NOT NULL,
    office BLOB NOT NULL
) WITHOUT ROWID;

-- Offices that this one exchanges bundles with, and how far each has come.
CREATE TABLE office_link (
    office BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    country TEXT,
    state TEXT NOT NULL,            -- invited, linked, ended
    sign_key BLOB,                  -- ed25519, of the other office
    seal_key TEXT,                  -- age recipient of the other office
    last_number INTEGER NOT NULL DEFAULT 0, -- of the bundles sent to it
    sent INTEGER NOT NULL DEFAULT 0,        -- what arrived here up to this number was sent to it
    confirmed INTEGER NOT NULL DEFAULT 0,   -- and up to this it has said that it has it
    their_replica INTEGER,                  -- the copy that wrote the last bundle from it
    their_upto INTEGER NOT NULL DEFAULT 0,  -- what arrived there up to this number has come here
    their_holds TEXT                        -- what it said that it holds, as JSON
) WITHOUT ROWID;

-- Bundles sent and received.
CREATE TABLE bundle (
    office BLOB NOT NULL,
    sent INTEGER NOT NULL,          -- 1 sent, 0 received
    replica INTEGER NOT NULL,       -- the copy that wrote it
    number INTEGER NOT NULL,
    after INTEGER NOT NULL,         -- it holds what arrived at the sender after this number
    upto INTEGER NOT NULL,          -- up to this
    hash BLOB NOT NULL,             -- BLAKE3 of its payload
    at INTEGER NOT NULL,            -- milliseconds since 1970, UTC
    edits INTEGER NOT NULL,
    ops INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    receipt TEXT,                   -- of a received one, as JSON
    PRIMARY KEY (office, sent, replica, number)
) WITHOUT ROWID;

-- Which records a country office holds, as head office knows. Entering and leaving have a number among the `arrived`.
CREATE TABLE scope (
    office BLOB NOT NULL,
    root BLOB NOT NULL,
    entered INTEGER NOT NULL,
    left INTEGER,
    PRIMARY KEY (office, root)
) WITHOUT ROWID;
CREATE INDEX scope_entered ON scope (office, entered);

-- Records that left this office's scope while edits of its own on them are not confirmed yet.
CREATE TABLE leaving (
    root BLOB PRIMARY KEY
) WITHOUT ROWID;
