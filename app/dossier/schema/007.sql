-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7. What Volgen needs: what the office decides about who fell out or waits, until everybody has an end state.

-- What is decided about an employee after the conversion.
CREATE TABLE follow_up (
  employee         INTEGER PRIMARY KEY REFERENCES employee (id),
  no_access_reason TEXT, -- why no access is needed: an end state
  no_access_on     TEXT,
  snoozed_until    TEXT, -- not shown as work before that day
  asked_address    TEXT, -- a question to the client about this address ('' for none): open while it is still this one
  CHECK ((no_access_reason IS NULL) = (no_access_on IS NULL))
) STRICT;

-- Somebody asked for help: an employee, or a client on behalf of its people.
CREATE TABLE question (
  id           INTEGER PRIMARY KEY,
  employer     INTEGER NOT NULL REFERENCES employer (id),
  employee     INTEGER REFERENCES employee (id),
  began        TEXT NOT NULL,
  began_on     TEXT NOT NULL, -- the same as a day of the Netherlands: questions are counted by it
  ended        TEXT,          -- NULL while it is open
  step         TEXT,          -- where it stuck, see rules/drop-out.h
  minutes      INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  note         TEXT,
  solved_by    TEXT,
  call_back_on TEXT,
  call_back_at TEXT,          -- time of day, as in 14:00
  audit        INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED, -- who answered it
  CHECK (call_back_at IS NULL OR call_back_on IS NOT NULL)
) STRICT;

CREATE INDEX question_employer ON question (employer);
CREATE INDEX question_employee ON question (employee) WHERE employee IS NOT NULL;
CREATE INDEX question_open ON question (began) WHERE ended IS NULL;
-- Who was removed at his own request (GDPR, article 17). The hash knows his number again in a file, and tells it nobody.
CREATE TABLE erased (
  employee  INTEGER PRIMARY KEY REFERENCES employee (id),
  erased_on TEXT NOT NULL,
  hash      TEXT NOT NULL -- SHA-256 of the setting erasure-salt, the id of his client and his number
) STRICT;
-- How each client stood on a day, in the numbers of tally that a list of people stands behind: only those that are other than the day before
-- that is here. Numbers only, so it outlives the people.
CREATE TABLE standing_day (
  employer INTEGER NOT NULL REFERENCES employer (id),
  what     TEXT NOT NULL, -- see dossier/tally.h
  day      TEXT NOT NULL,
  number   INTEGER NOT NULL,
  PRIMARY KEY (employer, what, day)
) STRICT, WITHOUT ROWID;
-- Closing: a client is closed when everybody has an end state. Whatever opens it again is written here too; the last one counts.
CREATE TABLE closing (
  id           INTEGER PRIMARY KEY,
  employer     INTEGER NOT NULL REFERENCES employer (id),
  closed_on    TEXT NOT NULL,
  reason       TEXT, -- why it was closed all the same: nobody saw Product 500 gone, or a line of the uitvallijst is about nobody known
  reopened_on  TEXT,
  reopened_for TEXT, -- a code, see rules/closing.h
  audit        INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX closing_employer ON closing (employer);

-- Verantwoordingen that were made: of one client, or of the office. The file itself is not kept.
CREATE TABLE accountability (
  id         INTEGER PRIMARY KEY,
  employer   INTEGER REFERENCES employer (id), -- NULL: of the office
  format     TEXT NOT NULL CHECK (format IN ('pdf', 'csv')),
  sha256     TEXT NOT NULL, -- of the file
  made       TEXT NOT NULL,
  entries    INTEGER NOT NULL, -- of the trail, and the hash of the last, as the file tells
  trail_hash TEXT NOT NULL,
  audit      INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX accountability_employer ON accountability (employer);
CREATE INDEX follow_up_asked ON follow_up (employee) WHERE asked_address IS NOT NULL;

-- What words of Loket mean, as the office said it once; see rules/reason-words.h.
CREATE TABLE reason_meaning (
  words   TEXT PRIMARY KEY,
  meaning TEXT NOT NULL,
  advice  TEXT -- what to do about it
) STRICT;

-- Which lines of the journal somebody has read as a message, and in which state: with another result it is a new message.
CREATE TABLE message_read (
  intent INTEGER PRIMARY KEY REFERENCES intent (id),
  state  TEXT NOT NULL
) STRICT;
