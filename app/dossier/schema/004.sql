-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4. What the first two steps need beyond the data themselves.

-- What is needed to recognise a file, and to take reading it in back. A file's day is the one that was given, else that on which the
-- file was last changed.
ALTER TABLE import ADD COLUMN header_line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN file_day TEXT;
ALTER TABLE import ADD COLUMN rolled_back INTEGER REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED;

-- Of which clients an import told all people (or, of clients, all it has to tell).
CREATE TABLE import_employer (
  import   INTEGER NOT NULL REFERENCES import (id),
  employer INTEGER NOT NULL REFERENCES employer (id),
  PRIMARY KEY (employer, import)
) STRICT, WITHOUT ROWID;

-- What was known of an access before an operation wrote another one; without a status nothing was.
CREATE TABLE access_before (
  audit    INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
  employee INTEGER NOT NULL REFERENCES employee (id),
  portal   TEXT NOT NULL,
  status   TEXT,
  source   TEXT,
  as_of    TEXT,
  written  TEXT NOT NULL, -- the as_of that took its place
  PRIMARY KEY (employee, portal, audit)
) STRICT, WITHOUT ROWID;

-- A line of the uitvallijst before an import gave it another reason or person.
CREATE TABLE fallout_before (
  entry    INTEGER NOT NULL REFERENCES fallout_entry (id),
  replaced INTEGER NOT NULL REFERENCES import (id), -- by this one
  import   INTEGER NOT NULL REFERENCES import (id),
  employee INTEGER REFERENCES employee (id),
  reason   TEXT NOT NULL,
  PRIMARY KEY (entry, replaced)
) STRICT, WITHOUT ROWID;

-- Selecteren: what the office knows of its clients and people beyond the files.

-- Notes on employees, as employer_note has them on clients.
CREATE TABLE employee_note (
  id           INTEGER PRIMARY KEY,
  employee     INTEGER NOT NULL REFERENCES employee (id),
  text         TEXT NOT NULL,
  call_back_on TEXT,
  done_on      TEXT,
  audit        INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX employee_note_employee ON employee_note (employee);
CREATE INDEX employee_note_call_back ON employee_note (call_back_on) WHERE call_back_on IS NOT NULL AND done_on IS NULL;

-- Tickets at Loket, and the clients that each is about.
CREATE TABLE ticket (
  id           INTEGER PRIMARY KEY,
  subject      TEXT NOT NULL, -- see dossier/tickets.h
  about        TEXT,          -- in words of the office
  number       TEXT,          -- as Loket gave it
  handed_in_on TEXT NOT NULL,
  closed_on    TEXT           -- when Loket had answered or done it
) STRICT;

CREATE TABLE ticket_client (
  ticket   INTEGER NOT NULL REFERENCES ticket (id),
  employer INTEGER NOT NULL REFERENCES employer (id),
  PRIMARY KEY (ticket, employer)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_client_employer ON ticket_client (employer);

-- Until now there was one ticket, kept as two settings.
INSERT INTO ticket (subject, number, handed_in_on)
  SELECT 'overview', (SELECT value FROM setting WHERE name = 'overview-ticket'), value FROM setting WHERE name = 'overview-ticket-on';
DELETE FROM setting WHERE name IN ('overview-ticket', 'overview-ticket-on');

-- A client that does not take part after all: who there said so, and when. Why it is so stands in employer.excluded_reason.
CREATE TABLE withdrawal (
  employer  INTEGER PRIMARY KEY REFERENCES employer (id),
  said_by   TEXT,
  said_on   TEXT NOT NULL,
  letter_on TEXT -- when the client got the letter that takes the announcement back
) STRICT;

-- Answers of the office, each with whom it is about: with another contact or handler it holds no longer.
ALTER TABLE employer ADD COLUMN contact_left TEXT;      -- name of the contact who left
ALTER TABLE employer ADD COLUMN handler_rights INTEGER; -- whether the handler may do the conversion in Loket
ALTER TABLE employer ADD COLUMN handler_rights_of TEXT;
-- Who is left out since there is no e-mail address: payroll prints the payslip.
ALTER TABLE employee ADD COLUMN on_paper INTEGER NOT NULL DEFAULT 0;

CREATE INDEX employee_on_paper ON employee (employer) WHERE on_paper;

-- Enquiries: lists of what is missing, each made for a client to fill in, and the people that stand on it. The last one of
-- a client is the one that counts.
CREATE TABLE enquiry (
  id          INTEGER PRIMARY KEY,
  employer    INTEGER NOT NULL REFERENCES employer (id),
  asked_on    TEXT NOT NULL,
  deadline    TEXT NOT NULL,
  reminded_on TEXT, -- the last time
  returned_on TEXT,
  audit       INTEGER NOT NULL REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED -- the asking
) STRICT;

CREATE INDEX enquiry_employer ON enquiry (employer);

CREATE TABLE enquiry_person (
  enquiry  INTEGER NOT NULL REFERENCES enquiry (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  PRIMARY KEY (enquiry, employee)
) STRICT, WITHOUT ROWID;

-- Who may be the same person lie together, and are found without their rows.
DROP INDEX employee_person;
CREATE INDEX employee_person ON employee (person_base, person_initial) WHERE person_base IS NOT NULL;
-- So that somebody whom a wrong file brought is taken out again without looking through all others.
CREATE INDEX enquiry_person_employee ON enquiry_person (employee);
CREATE INDEX fallout_before_employee ON fallout_before (employee) WHERE employee IS NOT NULL;
CREATE INDEX request_employer ON request (employer);

-- After one answer only a few judgements are stale: they are found without looking at all others.
CREATE INDEX judgement_stale ON judgement (employee) WHERE judged_on = '';

-- The day of all judgements that are not stale; no row while they are of several days.
CREATE TABLE judged_all_on (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL
) STRICT;
