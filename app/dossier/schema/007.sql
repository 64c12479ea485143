-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7. What Volgen needs: what the office decides about who fell out or waits, until everybody has an end state.

-- What is decided about an employee after the conversion.
CREATE TABLE follow_up (
  employee         INTEGER PRIMARY KEY REFERENCES employee (id),
  no_access_reason TEXT, -- why no access is needed: an end state
  no_access_on     TEXT,
  snoozed_until    TEXT, -- not shown as work before that day
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
