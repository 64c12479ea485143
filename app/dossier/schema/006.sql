-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6. What Informeren needs: what clients say they did, days on which no round goes, the time line, and the outbox.

-- When the client told its employees, when the flyer hangs, and when its contract for Werknemerloket ends.
ALTER TABLE employer ADD COLUMN employees_informed_on TEXT;
ALTER TABLE employer ADD COLUMN flyer_hangs_on TEXT;
ALTER TABLE employer ADD COLUMN contract_ends_on TEXT;

-- How many questions a round brought, as the office counted them; NULL where nobody did.
ALTER TABLE wave ADD COLUMN questions INTEGER CHECK (questions >= 0);
-- Why its clients get to know later than two weeks ahead.
ALTER TABLE wave ADD COLUMN notice_reason TEXT;

-- Days on which no round is to go: of the whole office, or of one colleague's clients.
CREATE TABLE blocked_period (
  id      INTEGER PRIMARY KEY,
  first   TEXT NOT NULL,
  last    TEXT NOT NULL,
  handler TEXT, -- NULL: of the whole office
  reason  TEXT NOT NULL,
  audit   INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  CHECK (first <= last)
) STRICT;

-- Who does a colleague's work while he is away.
CREATE TABLE stand_in (
  id      INTEGER PRIMARY KEY,
  handler TEXT NOT NULL,
  by      TEXT NOT NULL,
  first   TEXT NOT NULL,
  last    TEXT NOT NULL,
  audit   INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  CHECK (first <= last)
) STRICT;

-- Milestones of a round that somebody ticked off; what the dossier knows by itself does not stand here.
CREATE TABLE milestone (
  wave    INTEGER NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
  code    TEXT NOT NULL, -- see planning/milestone.h
  done_on TEXT NOT NULL,
  audit   INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (wave, code)
) STRICT;

-- The outbox: every message is written down before it goes. What was sent stays; see dossier/outbox.h.
CREATE TABLE letter (
  id             INTEGER PRIMARY KEY,
  piece          TEXT NOT NULL, -- see letters/piece.h
  employer       INTEGER REFERENCES employer (id), -- NULL: to Loket, or for the office itself
  wave           INTEGER, -- number of its round; the round itself may be gone
  round_day      TEXT,    -- the day of the round that the text tells
  way            TEXT NOT NULL CHECK (way IN ('mail', 'draft', 'paper', 'copy')),
  recipient_name TEXT,
  recipient      TEXT,    -- an e-mail address
  subject        TEXT NOT NULL,
  text           TEXT NOT NULL,
  message_id     TEXT NOT NULL UNIQUE,
  state          TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped')),
  attempts       INTEGER NOT NULL DEFAULT 0,
  answer         TEXT,    -- what the server said last, raw
  written        TEXT NOT NULL,
  settled        TEXT,
  audit          INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  content        BLOB     -- the whole message, until it is settled; the last, so that nobody reads through it to come to another column
) STRICT;

CREATE INDEX letter_employer ON letter (employer);
CREATE INDEX letter_state ON letter (state);
-- Each entry of the trail looks here for what refers to it.
CREATE INDEX letter_audit ON letter (audit);
