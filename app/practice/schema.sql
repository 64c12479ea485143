-- The practice Loket's own file. Days are GDate's Julian numbers, instants are microseconds since 1970 (UTC).

CREATE TABLE IF NOT EXISTS setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS employer (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  branch TEXT NOT NULL,
  legal_form TEXT NOT NULL,
  street TEXT NOT NULL,
  house_number INTEGER NOT NULL,
  postal_code TEXT NOT NULL,
  city TEXT NOT NULL,
  contact_name TEXT NOT NULL DEFAULT '',
  contact_email TEXT NOT NULL DEFAULT '',
  contact_phone TEXT NOT NULL DEFAULT '',
  handler TEXT NOT NULL DEFAULT '',
  group_code INTEGER NOT NULL DEFAULT 0,
  administration_number TEXT NOT NULL DEFAULT '',
  payroll TEXT NOT NULL DEFAULT '',
  payroll_uuid TEXT NOT NULL DEFAULT '',
  payday INTEGER NOT NULL DEFAULT 0,
  product_500 INTEGER NOT NULL DEFAULT 0,
  mijnloket INTEGER NOT NULL DEFAULT 0,
  tier TEXT NOT NULL DEFAULT '',
  uses_leave INTEGER NOT NULL DEFAULT 0,
  uses_expenses INTEGER NOT NULL DEFAULT 0,
  uses_changes INTEGER NOT NULL DEFAULT 0
) STRICT;

-- MijnLoket's accounts. password is what libsodium makes of it (argon2id); activated_at without one: the practice password.
CREATE TABLE IF NOT EXISTS account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  password TEXT,
  made_at INTEGER NOT NULL,
  activated_at INTEGER
) STRICT;

-- wnl is the access to Werknemerloket, ess that to MijnLoket, both in Loket's eight words. trouble is hidden from the API:
-- 'rights' refuses every invitation, 'mail-once' only the next one. wnl_ended marks an access that ended on 1 October 2026
-- by the rule for the leavers of 2025. service_end is the last day of the last employment, NULL for an open one.
CREATE TABLE IF NOT EXISTS employee (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  employer INTEGER NOT NULL REFERENCES employer (id),
  number INTEGER NOT NULL,
  initials TEXT NOT NULL,
  first_name TEXT,
  prefix TEXT,
  last_name TEXT NOT NULL,
  formatted_name TEXT NOT NULL,
  female INTEGER NOT NULL,
  birth_day INTEGER,
  death_day INTEGER,
  email TEXT,
  work_email TEXT,
  bsn TEXT NOT NULL,
  wnl TEXT NOT NULL,
  wnl_ended INTEGER NOT NULL DEFAULT 0,
  two_factor INTEGER NOT NULL DEFAULT 0,
  revoke_day INTEGER,
  ess TEXT NOT NULL,
  invited_at INTEGER,
  reminders INTEGER NOT NULL DEFAULT 0,
  trouble TEXT NOT NULL DEFAULT '',
  service_end INTEGER,
  account_id INTEGER REFERENCES account (id),
  UNIQUE (employer, number)
) STRICT;

CREATE INDEX IF NOT EXISTS employee_pending ON employee (reminders, invited_at) WHERE ess = 'InvitePending';
CREATE INDEX IF NOT EXISTS employee_access ON employee (employer) WHERE wnl = 'HasAccessToClient';
CREATE INDEX IF NOT EXISTS employee_to_migrate ON employee (employer, number)
  WHERE wnl = 'HasAccessToClient' AND ess NOT IN ('HasAccessToClient', 'InvitePending');
CREATE INDEX IF NOT EXISTS employee_leaver ON employee (service_end) WHERE wnl = 'HasAccessToClient' AND service_end IS NOT NULL;
CREATE INDEX IF NOT EXISTS employee_ended ON employee (id) WHERE wnl_ended = 1;
CREATE INDEX IF NOT EXISTS employee_invited ON employee (invited_at) WHERE ess = 'InvitePending';
CREATE INDEX IF NOT EXISTS employee_last_day ON employee (service_end, employer) WHERE service_end IS NOT NULL;
CREATE INDEX IF NOT EXISTS employee_block_on ON employee (revoke_day) WHERE revoke_day IS NOT NULL AND wnl = 'HasAccessToClient';
CREATE INDEX IF NOT EXISTS employee_waiting ON employee (employer)
  WHERE ess IN ('InvitePending', 'InviteFailed', 'InviteCancelled', 'InviteExpired');
CREATE INDEX IF NOT EXISTS employee_account ON employee (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS employment (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  employee INTEGER NOT NULL REFERENCES employee (id),
  start_day INTEGER,
  end_day INTEGER,
  payroll_number INTEGER NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS employment_employee ON employment (employee, start_day);

-- What was asked for many people at once, or done to somebody by hand. kind is 'ess', 'wnl' or 'notification'; status is Loket's word.
-- origin is a word of deeds.h; only what came by 'interface' or 'list' is a collective action. ticket: the one that Loket carried
-- out. read_at: when the office read of its end in the message centre.
CREATE TABLE IF NOT EXISTS action (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  employer INTEGER REFERENCES employer (id),
  submitted_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  total INTEGER NOT NULL,
  succeeded INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  completed_at INTEGER,
  read_at INTEGER,
  origin TEXT NOT NULL DEFAULT 'interface',
  ticket INTEGER REFERENCES ticket (id)
) STRICT;

CREATE INDEX IF NOT EXISTS action_open ON action (id) WHERE status <> 'Completed';
CREATE INDEX IF NOT EXISTS action_unread ON action (id) WHERE status = 'Completed' AND read_at IS NULL;
CREATE INDEX IF NOT EXISTS action_ticket ON action (ticket, employer) WHERE ticket IS NOT NULL;

-- fails: it is not done, because somebody ordered that it fails. blocked: it took Werknemerloket away, whatever became of it.
CREATE TABLE IF NOT EXISTS action_item (
  action INTEGER NOT NULL REFERENCES action (id),
  position INTEGER NOT NULL,
  uuid TEXT NOT NULL,
  entity TEXT NOT NULL,
  verb TEXT NOT NULL,
  done_at INTEGER,
  message_type TEXT,
  message_code INTEGER,
  message TEXT,
  fails INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (action, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS action_item_entity ON action_item (entity);

CREATE TABLE IF NOT EXISTS event (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  employer INTEGER NOT NULL REFERENCES employer (id),
  employee INTEGER REFERENCES employee (id),
  event TEXT NOT NULL
) STRICT;

-- The text of a mail is made from its template when somebody reads it; secret is the end of the link in it. first_name and begun (0: no
-- account, 1: made, 2: activated) are those of the moment at which it was sent. delivery is NULL for a mail that stays in the mail
-- box, else 'waiting', 'done' or 'refused' by the mail server that was set; next_try is by the machine's clock, trouble the last sentence about it.
CREATE TABLE IF NOT EXISTS mail (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL COLLATE NOCASE,
  employee INTEGER NOT NULL REFERENCES employee (id),
  secret TEXT,
  first_name TEXT,
  begun INTEGER NOT NULL DEFAULT 0,
  delivery TEXT,
  delivered_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try INTEGER NOT NULL DEFAULT 0,
  trouble TEXT
) STRICT;

CREATE INDEX IF NOT EXISTS mail_recipient ON mail (recipient, id);
CREATE INDEX IF NOT EXISTS mail_kind ON mail (kind, id);
CREATE INDEX IF NOT EXISTS mail_employee ON mail (employee, id);
CREATE INDEX IF NOT EXISTS mail_delivery ON mail (delivery, id) WHERE delivery IS NOT NULL;

-- use is 'code', 'access' or 'refresh'. Only the SHA-256 of a secret is kept. Expiry is by the machine's clock. supersedes is the
-- refresh token that becomes void when this one is used; challenge is that of a code (PKCE, S256).
CREATE TABLE IF NOT EXISTS token (
  hash TEXT PRIMARY KEY,
  use TEXT NOT NULL,
  redirect_uri TEXT,
  expires_at INTEGER,
  supersedes TEXT,
  challenge TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS notification (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  employee INTEGER NOT NULL REFERENCES employee (id),
  type_key INTEGER NOT NULL,
  type_value TEXT NOT NULL,
  clarification TEXT,
  on_day INTEGER NOT NULL,
  read_at INTEGER
) STRICT;

CREATE INDEX IF NOT EXISTS notification_employee ON notification (employee);

-- Browsers that are known again by a cookie, of which only the SHA-256 is kept. Seconds since 1970 by the machine's clock; who is the
-- account or the employee that signed in, 0 for nobody.
CREATE TABLE IF NOT EXISTS session (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  who INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS session_seen ON session (seen_at);

-- The secret links of mails, of which only the SHA-256 is kept; ended_as is NULL while a link lives.
CREATE TABLE IF NOT EXISTS link (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  employee INTEGER NOT NULL REFERENCES employee (id),
  ended_as TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS link_live ON link (employee, kind) WHERE ended_as IS NULL;

-- Whom the office ticked in the migration list and did not apply yet.
CREATE TABLE IF NOT EXISTS tick (
  employee INTEGER PRIMARY KEY REFERENCES employee (id)
) STRICT;

-- What the office asks Loket's help desk to do. kind is 'overview' or 'client-list', status 'open', 'done' or 'withdrawn'. It is carried
-- out at due_at by the practice Loket's clock; file is what came of it, in CSV.
CREATE TABLE IF NOT EXISTS ticket (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  ended_at INTEGER,
  file TEXT
) STRICT;

CREATE INDEX IF NOT EXISTS ticket_open ON ticket (due_at) WHERE status = 'open';

-- The employers of a client list, and how many people of each were converted.
CREATE TABLE IF NOT EXISTS ticket_employer (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  employer INTEGER NOT NULL REFERENCES employer (id),
  invited INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0,
  fallout INTEGER NOT NULL DEFAULT 0,
  leavers INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (ticket, employer)
) STRICT, WITHOUT ROWID;

-- How far the conversion of a client list has come, while it is under way: everybody was looked at up to this employee of this employer.
CREATE TABLE IF NOT EXISTS ticket_progress (
  ticket INTEGER PRIMARY KEY REFERENCES ticket (id),
  employer INTEGER NOT NULL REFERENCES employer (id),
  employee_number INTEGER NOT NULL
) STRICT;

-- To whom it sent no invitation so far, and why; its file when it is done.
CREATE TABLE IF NOT EXISTS ticket_fallout (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  employee INTEGER NOT NULL REFERENCES employee (id),
  reason TEXT NOT NULL,
  PRIMARY KEY (ticket, employee)
) STRICT, WITHOUT ROWID;

-- Lines of a client list that were passed over.
CREATE TABLE IF NOT EXISTS ticket_note (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  line INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (ticket, line)
) STRICT, WITHOUT ROWID;

-- What somebody who was invited does with the invitation, where everyday trouble is on. kind is a word of fates.c; due_at is the moment,
-- NULL when nothing more comes; bounced is the address that the mail came back from.
CREATE TABLE IF NOT EXISTS fate (
  employee INTEGER PRIMARY KEY REFERENCES employee (id),
  attempt INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due_at INTEGER,
  bounced TEXT
) STRICT;

CREATE INDEX IF NOT EXISTS fate_due ON fate (due_at, employee) WHERE due_at IS NOT NULL;

-- What employees ask who are stuck; step is A to E.
CREATE TABLE IF NOT EXISTS question (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  employee INTEGER NOT NULL REFERENCES employee (id),
  step TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
