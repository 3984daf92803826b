-- Version 5: the network of actors, what was learned, and what is reported.

ALTER TABLE "office" ADD COLUMN "reporting" TEXT;

ALTER TABLE "organisation" ADD COLUMN "registration" TEXT;
ALTER TABLE "organisation" ADD COLUMN "due_diligence" TEXT;
ALTER TABLE "organisation" ADD COLUMN "due_diligence_on" TEXT;
ALTER TABLE "organisation" ADD COLUMN "heritage" TEXT;
ALTER TABLE "organisation" ADD COLUMN "heritage_languages" TEXT;
ALTER TABLE "link" ADD COLUMN "agreement" TEXT;

ALTER TABLE "report" ADD COLUMN "worked" TEXT;
ALTER TABLE "report" ADD COLUMN "not_worked" TEXT;
ALTER TABLE "report" ADD COLUMN "follow_up" TEXT;
ALTER TABLE "report" ADD COLUMN "sessions" INTEGER;
ALTER TABLE "report" ADD COLUMN "materials" TEXT;
ALTER TABLE "report" ADD COLUMN "rule" TEXT;

CREATE TABLE "offer" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "side" TEXT,
    "kind" TEXT,
    "name" TEXT,
    "language" TEXT,
    "sector" TEXT,
    "until" TEXT,
    "note" TEXT
);
CREATE INDEX "offer_of" ON "offer" ("of");

CREATE TABLE "site_visit" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "on" TEXT,
    "by" TEXT,
    "housing" TEXT,
    "safety" TEXT,
    "counterpart" TEXT,
    "note" TEXT,
    "again_by" TEXT
);
CREATE INDEX "site_visit_of" ON "site_visit" ("of");

CREATE TABLE "project" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "title" TEXT,
    "country" TEXT,
    "place" TEXT,
    "sector" TEXT,
    "first" TEXT,
    "last" TEXT,
    "note" TEXT
);
CREATE INDEX "project_of" ON "project" ("of");

CREATE TABLE "objective" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "competence" TEXT,
    "counterpart" TEXT,
    "before" INTEGER,
    "aim" INTEGER
);
CREATE INDEX "objective_of" ON "objective" ("of");

CREATE TABLE "coordination" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "other" BLOB,
    "side" TEXT,
    "note" TEXT,
    "on" TEXT
);
CREATE INDEX "coordination_of" ON "coordination" ("of");

CREATE TABLE "trained" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "topic" TEXT,
    "sex" TEXT,
    "age" TEXT,
    "people" INTEGER,
    "on" TEXT
);
CREATE INDEX "trained_of" ON "trained" ("of");

CREATE TABLE "transfer" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "objective" BLOB,
    "level" INTEGER,
    "on" TEXT,
    "note" TEXT
);
CREATE INDEX "transfer_of" ON "transfer" ("of");

CREATE TABLE "practice" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "reference" TEXT,
    "title" TEXT,
    "stage" TEXT,
    "context" TEXT,
    "problem" TEXT,
    "steps" TEXT,
    "results" TEXT,
    "constraints" TEXT,
    "conditions" TEXT,
    "sectors" TEXT,
    "occupations" TEXT,
    "countries" TEXT,
    "languages" TEXT,
    "documents" TEXT,
    "noted_on" TEXT
);
CREATE INDEX practice_reference ON practice (reference);

CREATE TABLE "origin" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "mission" BLOB,
    "organisation" BLOB
);
CREATE INDEX "origin_of" ON "origin" ("of");
CREATE INDEX origin_mission ON origin (mission) WHERE mission IS NOT NULL;

CREATE TABLE "replication" (
    no INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    made_replica INTEGER NOT NULL,
    made_seq INTEGER NOT NULL,
    "of" BLOB NOT NULL,
    "organisation" BLOB,
    "mission" BLOB,
    "who" TEXT,
    "country" TEXT,
    "place" TEXT,
    "on" TEXT,
    "adapted" TEXT,
    "result" TEXT,
    "note" TEXT,
    "after" BLOB
);
CREATE INDEX "replication_of" ON "replication" ("of");
