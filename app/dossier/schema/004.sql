-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4. What the first two steps need beyond the data themselves.

-- Who is left out since there is no e-mail address: payroll prints the payslip.
ALTER TABLE employee ADD COLUMN on_paper INTEGER NOT NULL DEFAULT 0;

CREATE INDEX employee_on_paper ON employee (employer) WHERE on_paper;
