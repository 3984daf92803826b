-- Version 3: milestone templates and what a milestone keeps of its own, extensions, reassignments, public holidays,
-- and the programme that a placement belongs to.

ALTER TABLE "office" ADD COLUMN "templates" TEXT;
ALTER TABLE "placement" ADD COLUMN "programme" TEXT;
ALTER TABLE "mission" ADD COLUMN "follows" BLOB;
ALTER TABLE "mission" ADD COLUMN "funded_until" TEXT;
ALTER TABLE "milestone" ADD COLUMN "rule" TEXT;

-- Few milestones are open and soon due; Home and the agenda ask for no others.
CREATE INDEX milestone_open ON milestone (due) WHERE done_on IS NULL AND gone = 0;

CREATE TABLE "extension" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "on" TEXT,
    "partner_agreed_on" TEXT,
    "volunteer_agreed_on" TEXT,
    "funded_until" TEXT,
    "note" TEXT
);
CREATE INDEX "extension_of" ON "extension" ("of");

CREATE TABLE "holiday" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "country" TEXT,
    "first" TEXT,
    "last" TEXT,
    "name" TEXT
);
CREATE INDEX "holiday_of" ON "holiday" ("of");
