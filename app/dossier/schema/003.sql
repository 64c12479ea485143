-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3. What the last check found, counted per client, so that no page counts people one by one; and people in the order in which
-- lists have them. From here on an empty judgement.judged_on says that something has changed since: whoever it is, is judged again.

CREATE TABLE tally (
  employer INTEGER NOT NULL REFERENCES employer (id),
  what     TEXT NOT NULL, -- see dossier/tally.h
  number   INTEGER NOT NULL,
  PRIMARY KEY (employer, what)
) STRICT, WITHOUT ROWID;

CREATE INDEX employee_order ON employee (employer, sort_key);

UPDATE judgement SET judged_on = '';
