-- Version 2: decisions about people and placements, teams, nationalities that a host does not take, proposals that
-- hold a place until a day, and what the office has set for matching.

ALTER TABLE "office" ADD COLUMN "matching" TEXT;
ALTER TABLE "placement" ADD COLUMN "excluded_nationalities" TEXT;
ALTER TABLE "placement" ADD COLUMN "together" INTEGER;
ALTER TABLE "mission" ADD COLUMN "reserved_until" TEXT;

CREATE TABLE "decision" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "kind" TEXT,
    "volunteer" BLOB,
    "until" TEXT,
    "reason" TEXT,
    "on" TEXT
);
CREATE INDEX "decision_of" ON "decision" ("of");
