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

CREATE INDEX follow_up_asked ON follow_up (employee) WHERE asked_address IS NOT NULL;
