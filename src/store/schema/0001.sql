-- The office file, version 1. Dates are text (ISO 8601), ids are 16 bytes, lists are codes with blanks between.
-- `made_replica, made_seq` name the op that made the row; `gone` is 1 for a row that was removed (it stays, for undo
-- and for merging). `no` is this file's own number of the row and never leaves it.

CREATE TABLE "office" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "name" TEXT,
    "country" TEXT,
    "role" TEXT,
    "limits" TEXT
);

CREATE TABLE "volunteer" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "reference" TEXT,
    "full_name" TEXT,
    "given_name" TEXT,
    "family_name" TEXT,
    "own_script_name" TEXT,
    "sex" TEXT,
    "birth_date" TEXT,
    "nationalities" TEXT,
    "passport_country" TEXT,
    "residence" TEXT,
    "residence_place" TEXT,
    "heritage" TEXT,
    "diaspora_organisation" BLOB,
    "categories" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "emergency_name" TEXT,
    "emergency_relation" TEXT,
    "emergency_phone" TEXT,
    "occupation" TEXT,
    "occupation_title" TEXT,
    "occupation_years" INTEGER,
    "education" TEXT,
    "qualification" TEXT,
    "available_from" TEXT,
    "available_until" TEXT,
    "weeks_least" INTEGER,
    "weeks_most" INTEGER,
    "availability_asked" TEXT,
    "preferred_countries" TEXT,
    "preferred_regions" TEXT,
    "preferred_sectors" TEXT,
    "ruled_out" TEXT,
    "medically_unsupported" TEXT,
    "travels_with" BLOB,
    "accompanied" INTEGER,
    "dependants" INTEGER,
    "consent_on" TEXT,
    "keep_until" TEXT,
    "standing" TEXT,
    "notes" TEXT
);
CREATE INDEX volunteer_reference ON volunteer (reference);

CREATE TABLE "volunteer_language" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "language" TEXT,
    "level" TEXT
);
CREATE INDEX "volunteer_language_of" ON "volunteer_language" ("of");

CREATE TABLE "volunteer_skill" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "name" TEXT,
    "level" INTEGER,
    "years" INTEGER
);
CREATE INDEX "volunteer_skill_of" ON "volunteer_skill" ("of");

CREATE TABLE "clearance" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "kind" TEXT,
    "state" TEXT,
    "country" TEXT,
    "number" TEXT,
    "issued" TEXT,
    "expires" TEXT,
    "note" TEXT
);
CREATE INDEX "clearance_of" ON "clearance" ("of");

CREATE TABLE "absence" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "mission" BLOB,
    "first" TEXT,
    "last" TEXT,
    "reason" TEXT
);
CREATE INDEX "absence_of" ON "absence" ("of");

CREATE TABLE "standing_step" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "standing" TEXT,
    "since" TEXT,
    "reason" TEXT
);
CREATE INDEX "standing_step_of" ON "standing_step" ("of");

CREATE TABLE "organisation" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "reference" TEXT,
    "name" TEXT,
    "acronym" TEXT,
    "kind" TEXT,
    "country" TEXT,
    "place" TEXT,
    "position" TEXT,
    "sectors" TEXT,
    "website" TEXT,
    "agreement_from" TEXT,
    "agreement_until" TEXT,
    "ceased_on" TEXT,
    "notes" TEXT
);
CREATE INDEX organisation_reference ON organisation (reference);

CREATE TABLE "contact" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "name" TEXT,
    "role" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "since" TEXT,
    "until" TEXT
);
CREATE INDEX "contact_of" ON "contact" ("of");

CREATE TABLE "link" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "to" BLOB,
    "kind" TEXT,
    "since" TEXT,
    "until" TEXT,
    "note" TEXT
);
CREATE INDEX "link_of" ON "link" ("of");
CREATE INDEX link_to ON link ("to");

CREATE TABLE "placement" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "reference" TEXT,
    "foreign_reference" TEXT,
    "title" TEXT,
    "organisation" BLOB,
    "country" TEXT,
    "duty_station" TEXT,
    "position" TEXT,
    "occupation" TEXT,
    "sector" TEXT,
    "places" INTEGER,
    "places_filled_elsewhere" INTEGER,
    "categories" TEXT,
    "start_from" TEXT,
    "start_until" TEXT,
    "weeks_least" INTEGER,
    "weeks_most" INTEGER,
    "accompanied" INTEGER,
    "priority" TEXT,
    "funding" TEXT,
    "funding_from" TEXT,
    "funding_until" TEXT,
    "objectives" TEXT,
    "counterpart" TEXT,
    "conditions" TEXT,
    "status" TEXT,
    "notes" TEXT
);
CREATE INDEX placement_organisation ON placement (organisation);
CREATE INDEX placement_reference ON placement (reference);

CREATE TABLE "requirement" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "weight" TEXT,
    "kind" TEXT,
    "name" TEXT,
    "language" TEXT,
    "language_level" TEXT,
    "skill_level" INTEGER,
    "years" INTEGER
);
CREATE INDEX "requirement_of" ON "requirement" ("of");

CREATE TABLE "mission" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "reference" TEXT,
    "volunteer" BLOB,
    "placement" BLOB,
    "first" TEXT,
    "last" TEXT,
    "stage" TEXT,
    "extended_from" TEXT,
    "early_end" TEXT,
    "early_end_reason" TEXT,
    "notice_on" TEXT,
    "last_working_day" TEXT,
    "override_reason" TEXT,
    "notes" TEXT
);
CREATE INDEX mission_volunteer ON mission (volunteer);
CREATE INDEX mission_placement ON mission (placement);
CREATE INDEX mission_reference ON mission (reference);

CREATE TABLE "stage_step" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "stage" TEXT,
    "on" TEXT,
    "by" TEXT,
    "reason" TEXT
);
CREATE INDEX "stage_step_of" ON "stage_step" ("of");

CREATE TABLE "milestone" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "name" TEXT,
    "who" TEXT,
    "due" TEXT,
    "done_on" TEXT,
    "note" TEXT
);
CREATE INDEX "milestone_of" ON "milestone" ("of");

CREATE TABLE "report" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "kind" TEXT,
    "due" TEXT,
    "received_on" TEXT,
    "summary" TEXT
);
CREATE INDEX "report_of" ON "report" ("of");

-- The history: who did what (edit), and what each row was and became (op).

CREATE TABLE replica (
    no INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE -- random 64 bits: one copy of one office file
);

CREATE TABLE edit (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    replica INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,    -- milliseconds since 1970, UTC
    version TEXT NOT NULL,  -- of the program that wrote it
    op TEXT NOT NULL,       -- what the person did, as JSON
    target INTEGER,         -- the edit that this one undoes or redoes
    state INTEGER NOT NULL DEFAULT 0, -- 0 done, 1 undone, 2 undone for good
    rows INTEGER NOT NULL
);
CREATE INDEX edit_target ON edit (target) WHERE target IS NOT NULL;
CREATE INDEX edit_state ON edit (replica, state, no) WHERE target IS NULL;

CREATE TABLE op (
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,   -- hybrid logical clock: milliseconds << 16 | counter
    edit INTEGER NOT NULL,
    tbl INTEGER NOT NULL,   -- permanent number of the table
    row BLOB NOT NULL,
    root BLOB NOT NULL,     -- the record that people see the row as part of
    seen_row TEXT NOT NULL, -- ops on the row that its author saw, as JSON
    cells TEXT NOT NULL,    -- [[cell, [seen], [old], [new]] ...] as JSON
    PRIMARY KEY (replica, seq)
) WITHOUT ROWID;
CREATE INDEX op_root ON op (root);
CREATE INDEX op_edit ON op (edit);

-- Rows made by a large edit: the same ops, many in one compressed block.
CREATE TABLE op_block (
    replica INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    edit INTEGER NOT NULL,
    body BLOB NOT NULL,     -- zstd of the ops as JSON lines
    PRIMARY KEY (replica, first_seq)
) WITHOUT ROWID;
CREATE INDEX op_block_edit ON op_block (edit);

-- The ops on a cell that no other op has seen, for cells edited after the row was made. Cell 0 is the row itself.
CREATE TABLE head (
    tbl INTEGER NOT NULL,
    row BLOB NOT NULL,
    cell INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (tbl, row, cell, replica, seq)
) WITHOUT ROWID;

-- What belongs to this copy of the file alone: its replica, counters, remembered mappings, the window's choices.
CREATE TABLE local (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
