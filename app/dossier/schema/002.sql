-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2. Notes on clients. Who wrote one, and when, is in the entry of the trail.

CREATE TABLE employer_note (
  id           INTEGER PRIMARY KEY,
  employer     INTEGER NOT NULL REFERENCES employer (id),
  text         TEXT NOT NULL,
  call_back_on TEXT,
  done_on      TEXT, -- when it was called back
  audit        INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX employer_note_employer ON employer_note (employer);
CREATE INDEX employer_note_call_back ON employer_note (call_back_on) WHERE call_back_on IS NOT NULL AND done_on IS NULL;
