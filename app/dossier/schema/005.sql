-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5. What Toepassen needs: rounds and their routes, runs, giving Werknemerloket back.

-- Rounds: the clients that are converted on one day, by one route.
CREATE TABLE wave (
  id           INTEGER PRIMARY KEY,
  number       INTEGER NOT NULL UNIQUE,
  date         TEXT, -- the day on which it is applied, and on which its people are judged
  route        TEXT NOT NULL CHECK (route IN ('api', 'loket', 'hand')),
  frozen_at    TEXT, -- from then on its day and its clients stand
  early_reason TEXT  -- why it may go before its day, or less than two weeks after its clients were told
) STRICT;

ALTER TABLE employer ADD COLUMN wave INTEGER REFERENCES wave (id);
-- Another route than that of its round; NULL for that of the round.
ALTER TABLE employer ADD COLUMN route TEXT CHECK (route IN ('api', 'loket', 'hand'));

CREATE INDEX employer_wave ON employer (wave) WHERE wave IS NOT NULL;

-- Runs: each time that something was asked of Loket, until its end. Without an end it is under way, or was broken off.
CREATE TABLE run (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('apply', 'reinvite', 'rollback')),
  wave     INTEGER REFERENCES wave (id),
  audit    INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  approved INTEGER, -- how many people somebody agreed to; NULL where nobody was asked
  begun    TEXT NOT NULL,
  ended    TEXT,
  ending   TEXT CHECK (ending IN ('done', 'stopped', 'failed', 'broken-off'))
) STRICT;

-- The journal once more: a request belongs to a run and goes by a route, and Werknemerloket can be given back (reinstate).
ALTER TABLE intent RENAME TO intent_4;
ALTER TABLE request RENAME TO request_4;

CREATE TABLE request (
  id       INTEGER PRIMARY KEY,
  employer INTEGER NOT NULL REFERENCES employer (id),
  run      INTEGER REFERENCES run (id),
  kind     TEXT NOT NULL CHECK (kind IN ('invite', 'block', 'reinstate')),
  route    TEXT NOT NULL DEFAULT 'api' CHECK (route IN ('api', 'loket', 'hand')),
  action   TEXT, -- Loket's id of the collective action
  sent     TEXT NOT NULL,
  answered TEXT,
  answer   TEXT  -- accepted, nothing-done, unknown
) STRICT;

CREATE TABLE intent (
  id                    INTEGER PRIMARY KEY,
  employee              INTEGER NOT NULL REFERENCES employee (id),
  kind                  TEXT NOT NULL CHECK (kind IN ('invite', 'block', 'reinstate')),
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

INSERT INTO request (id, employer, kind, action, sent, answered, answer)
  SELECT id, employer, kind, action, sent, answered, answer FROM request_4;
INSERT INTO intent (id, employee, kind, generation, state, request, werknemerloket_before, mijnloket_before, reason, message, planned, settled)
  SELECT id, employee, kind, generation, state, request, werknemerloket_before, mijnloket_before, reason, message, planned, settled FROM intent_4;
DROP TABLE intent_4;
DROP TABLE request_4;

CREATE INDEX request_employer ON request (employer);
CREATE INDEX intent_request ON intent (request) WHERE request IS NOT NULL;

-- The routes without a connection: who wrote the submission down, and what a file settled: with its import taken back, it is open again.
ALTER TABLE request ADD COLUMN audit INTEGER REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE intent ADD COLUMN settled_by INTEGER REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX request_route ON request (route) WHERE route <> 'api';

-- When a round was first applied: from then on its people are judged on the day itself, no longer on that of the round.
ALTER TABLE wave ADD COLUMN applied_at TEXT;

-- What the user who signed in may do at each employer in Loket, and the portals that the employer has there, as last asked.
CREATE TABLE preflight (
  employer    INTEGER PRIMARY KEY REFERENCES employer (id),
  as_of       TEXT NOT NULL,
  told        INTEGER NOT NULL, -- 0: Loket refused to tell what the user may
  lacking     TEXT NOT NULL,    -- Loket's names of the activities that are wanted and lack, parted by spaces
  mijnloket   INTEGER,          -- as employer.mijnloket
  product_500 INTEGER
) STRICT;

-- Versions of Loket's resources that Loket announced to stop.
CREATE TABLE sunset (
  resource TEXT PRIMARY KEY, -- the path without ids
  stops_on TEXT NOT NULL,
  noted    TEXT NOT NULL,
  shown    INTEGER NOT NULL DEFAULT 0 -- in the window
) STRICT;

-- The version of Overstap that was told so: a later one may ask for another version of the resource, and is told anew.
ALTER TABLE sunset ADD COLUMN program TEXT NOT NULL DEFAULT '';
-- What Loket had otherwise about people who were therefore not sent, once that was told. About the same nobody is asked a second time.
CREATE TABLE told_difference (
  employee INTEGER PRIMARY KEY REFERENCES employee (id),
  basis    TEXT NOT NULL,   -- a hash of what Loket had, see conversion/difference.h
  agreed   INTEGER NOT NULL, -- somebody wanted them sent all the same
  at       TEXT NOT NULL
) STRICT;

-- Fields in Loket's answers that it had not described when this version of Overstap was made; never what was in them.
CREATE TABLE unknown_field (
  resource TEXT NOT NULL, -- the path without ids
  field    TEXT NOT NULL,
  noted    TEXT NOT NULL,
  program  TEXT NOT NULL, -- the version of Overstap that was answered so: a later one may know them
  shown    INTEGER NOT NULL DEFAULT 0, -- in the window
  PRIMARY KEY (resource, field)
) STRICT;
