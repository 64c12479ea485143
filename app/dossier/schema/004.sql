-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4. What the first two steps need beyond the data themselves.

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
