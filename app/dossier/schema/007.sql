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
