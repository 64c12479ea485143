-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Days are ISO 8601 text (YYYY-MM-DD), instants likewise in UTC; what is unknown is NULL, never a made-up value.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Who works in this dossier: at most one row.
CREATE TABLE lease (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  host      TEXT NOT NULL,
  process   INTEGER NOT NULL,
  started   INTEGER NOT NULL, -- of the process, in clock ticks since boot: a number used again is another process
  name      TEXT NOT NULL,
  since     TEXT NOT NULL,
  heartbeat TEXT NOT NULL
) STRICT;

-- The trail: ids, codes and counts only. Each entry holds the hash of the one before it.
CREATE TABLE audit (
  sequence  INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  operation TEXT NOT NULL,
  detail    TEXT NOT NULL, -- JSON object
  actor     TEXT NOT NULL, -- audit_text.reference
  note      TEXT,          -- audit_text.reference
  previous  TEXT NOT NULL,
  hash      TEXT NOT NULL
) STRICT;

-- Names and free texts, apart, so that they can be removed while the chain still verifies.
CREATE TABLE audit_text (
  reference TEXT PRIMARY KEY, -- SHA-256 of salt and text
  salt      TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;

-- Steps that `undo` takes back, newest first. Without a changeset: a step that cannot be taken back.
CREATE TABLE undo_step (
  id        INTEGER PRIMARY KEY,
  audit     INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  changeset BLOB,
  undone    INTEGER REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE import (
  id        INTEGER PRIMARY KEY,
  audit     INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  kind      TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  mapping   TEXT NOT NULL, -- JSON object
  encoding  TEXT NOT NULL,
  delimiter TEXT NOT NULL
) STRICT;

CREATE TABLE employer (
  id                         INTEGER PRIMARY KEY,
  number                     TEXT NOT NULL,        -- as the office wrote it
  number_key                 TEXT NOT NULL UNIQUE, -- without leading zeros
  name                       TEXT,
  city                       TEXT,
  contact_name               TEXT,
  contact_email              TEXT,
  contact_phone              TEXT,
  contact_domain             TEXT,
  handler                    TEXT,
  group_code                 TEXT,
  payroll                    TEXT,
  payday                     TEXT,
  product_500                INTEGER,
  mijnloket                  INTEGER,
  tier                       TEXT,
  uses_leave                 INTEGER,
  uses_expenses              INTEGER,
  uses_changes               INTEGER,
  overview_on                TEXT,
  selected                   INTEGER NOT NULL DEFAULT 0,
  without_werknemerloket_too INTEGER NOT NULL DEFAULT 0,
  excluded_reason            TEXT,
  informed_on                TEXT,
  informed_at                TEXT, -- when that was written down
  informed_note              TEXT,
  loket_id                   TEXT,
  added_by                   INTEGER NOT NULL REFERENCES import (id),
  missing_since              INTEGER REFERENCES import (id)
) STRICT;

CREATE TABLE employee (
  id              INTEGER PRIMARY KEY,
  employer        INTEGER NOT NULL REFERENCES employer (id),
  number          TEXT NOT NULL,
  number_key      TEXT NOT NULL,
  initials        TEXT,
  first_name      TEXT,
  prefix          TEXT,
  last_name       TEXT,
  birth_date      TEXT,
  deceased_on     TEXT,
  email_as_read   TEXT,                -- the cell of the file, or Loket's value
  email           TEXT,                -- normalised; what an invitation is judged on
  email_kind      TEXT NOT NULL,       -- absent, invalid or ok
  email_key       TEXT,                -- equal for equal addresses
  email_domain    TEXT,
  work_email      TEXT,
  work_domain     TEXT,
  change_in_loket INTEGER NOT NULL DEFAULT 0,
  person_base     TEXT,                -- folded surname and birth date
  person_initial  TEXT NOT NULL DEFAULT '',
  sort_key        TEXT NOT NULL,
  excluded_reason TEXT,
  loket_id        TEXT,
  first_seen      TEXT NOT NULL,
  added_by        INTEGER NOT NULL REFERENCES import (id),
  missing_since   INTEGER REFERENCES import (id),
  UNIQUE (employer, number_key)
) STRICT;

CREATE INDEX employee_email ON employee (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX employee_loket ON employee (loket_id) WHERE loket_id IS NOT NULL;
CREATE INDEX employee_person ON employee (person_base) WHERE person_base IS NOT NULL;

CREATE TABLE employment (
  employee   INTEGER NOT NULL REFERENCES employee (id),
  ordinal    INTEGER NOT NULL,
  start_date TEXT,
  end_date   TEXT,
  PRIMARY KEY (employee, ordinal)
) STRICT, WITHOUT ROWID;

-- The two observed facts of an employee, each with its source and the moment it was true.
CREATE TABLE access (
  employee INTEGER NOT NULL REFERENCES employee (id),
  portal   TEXT NOT NULL CHECK (portal IN ('werknemerloket', 'mijnloket')),
  status   TEXT NOT NULL, -- Loket's own word, also one that this version does not know
  source   TEXT NOT NULL CHECK (source IN ('employees', 'status', 'loket')),
  as_of    TEXT NOT NULL,
  PRIMARY KEY (employee, portal)
) STRICT, WITHOUT ROWID;

-- A warning that somebody accepted, for the data it was about.
CREATE TABLE acceptance (
  employee INTEGER NOT NULL REFERENCES employee (id),
  code     TEXT NOT NULL,
  basis    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (employee, code)
) STRICT;

-- What rules/ found at the last check; derived, so never part of an undo step.
CREATE TABLE judgement (
  employee    INTEGER PRIMARY KEY REFERENCES employee (id),
  disposition TEXT NOT NULL,
  reason      TEXT,
  judged_on   TEXT NOT NULL -- the reference date
) STRICT;

CREATE TABLE finding (
  employee INTEGER NOT NULL REFERENCES employee (id),
  code     TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  PRIMARY KEY (employee, code)
) STRICT, WITHOUT ROWID;

-- What changed of whom, by which operation.
CREATE TABLE history (
  id       INTEGER PRIMARY KEY,
  audit    INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  employer INTEGER REFERENCES employer (id),
  employee INTEGER REFERENCES employee (id),
  field    TEXT NOT NULL,
  old      TEXT,
  new      TEXT
) STRICT;

CREATE INDEX history_employee ON history (employee);
CREATE INDEX history_employer ON history (employer) WHERE employee IS NULL;

-- The journal: an intent per person, written down before its request is sent.
CREATE TABLE request (
  id       INTEGER PRIMARY KEY,
  employer INTEGER NOT NULL REFERENCES employer (id),
  kind     TEXT NOT NULL CHECK (kind IN ('invite', 'block')),
  action   TEXT, -- Loket's id of the collective action
  sent     TEXT NOT NULL,
  answered TEXT,
  answer   TEXT  -- accepted, nothing-done, unknown
) STRICT;

CREATE TABLE intent (
  id                    INTEGER PRIMARY KEY,
  employee              INTEGER NOT NULL REFERENCES employee (id),
  kind                  TEXT NOT NULL CHECK (kind IN ('invite', 'block')),
  generation            INTEGER NOT NULL,
  state                 TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'confirmed', 'refused', 'unknown')),
  request               INTEGER REFERENCES request (id),
  werknemerloket_before TEXT, -- the status there when this was planned
  mijnloket_before      TEXT,
  reason                TEXT, -- code of fallout, see dossier/journal.h
  message               TEXT, -- what Loket said, raw
  planned               TEXT NOT NULL,
  settled               TEXT,
  UNIQUE (employee, kind, generation)
) STRICT;

-- Loket's own uitvallijst, as read from a file; without an employee where the person is not known here.
CREATE TABLE fallout_entry (
  id              INTEGER PRIMARY KEY,
  import          INTEGER NOT NULL REFERENCES import (id),
  employee        INTEGER REFERENCES employee (id),
  employer_number TEXT NOT NULL,
  employee_number TEXT NOT NULL,
  name            TEXT NOT NULL,
  reason          TEXT NOT NULL,
  UNIQUE (employer_number, employee_number, name)
) STRICT;

CREATE INDEX fallout_employee ON fallout_entry (employee) WHERE employee IS NOT NULL;
