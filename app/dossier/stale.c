/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/stale.h"

#include "dossier/settings.h"

#define MARK "UPDATE judgement SET judged_on = '' WHERE judged_on <> '' AND employee "

#define WATCH(name, event, condition, whom) "CREATE TEMP TRIGGER IF NOT EXISTS stale_" name " AFTER " event " " condition " BEGIN " MARK whom "; END;"

/* Of the client: whatever the rules look at, for all of its people. */
#define EMPLOYER_FIELDS(row)                                                                                                        \
  "(" row ".selected, " row ".without_werknemerloket_too, " row ".mijnloket, " row ".excluded_reason, " row ".informed_on, " row    \
  ".informed_at, " row ".contact_domain, " row ".wave)"

#define EMPLOYEE_FIELDS(row)                                                                                                        \
  "(" row ".deceased_on, " row ".excluded_reason, " row ".change_in_loket, " row ".birth_date, " row ".email_key, " row             \
  ".email_kind, " row ".work_domain, " row ".person_base, " row ".person_initial, " row ".first_seen)"

/*
 * Who shared something with somebody that he no longer has, is marked with him; who shares what he has now is found when he is judged
 * (judge-circle.c).
 */
static const char watch[]
    = WATCH ("employer", "UPDATE ON employer", "WHEN " EMPLOYER_FIELDS ("OLD") " IS NOT " EMPLOYER_FIELDS ("NEW"),
             "IN (SELECT id FROM employee WHERE employer = NEW.id)")
      WATCH ("wave", "UPDATE OF date, applied_at ON wave", "WHEN (OLD.date, OLD.applied_at IS NULL) IS NOT (NEW.date, NEW.applied_at IS NULL)",
             "IN (SELECT e.id FROM employer c JOIN employee e ON e.employer = c.id WHERE c.wave = NEW.id)")
      WATCH ("employee", "UPDATE ON employee", "WHEN " EMPLOYEE_FIELDS ("OLD") " IS NOT " EMPLOYEE_FIELDS ("NEW"), "= NEW.id")
      WATCH ("address", "UPDATE OF email_key ON employee", "WHEN OLD.email_key IS NOT NULL AND OLD.email_key IS NOT NEW.email_key",
             "IN (SELECT id FROM employee WHERE email_key = OLD.email_key)")
      WATCH ("person", "UPDATE OF person_base, person_initial ON employee",
             "WHEN OLD.person_base IS NOT NULL AND (OLD.person_base, OLD.person_initial) IS NOT (NEW.person_base, NEW.person_initial)",
             "IN (SELECT id FROM employee WHERE person_base = OLD.person_base)")
      WATCH ("work", "UPDATE OF work_domain ON employee", "WHEN OLD.work_domain IS NOT NULL AND OLD.work_domain IS NOT NEW.work_domain",
             "IN (SELECT id FROM employee WHERE employer = NEW.employer AND email_domain = OLD.work_domain)")
      /* Who is taken out goes with his judgement. */
      WATCH ("address_gone", "DELETE ON employee", "WHEN OLD.email_key IS NOT NULL",
             "IN (SELECT id FROM employee WHERE email_key = OLD.email_key)")
      WATCH ("person_gone", "DELETE ON employee", "WHEN OLD.person_base IS NOT NULL",
             "IN (SELECT id FROM employee WHERE person_base = OLD.person_base)")
      WATCH ("work_gone", "DELETE ON employee", "WHEN OLD.work_domain IS NOT NULL",
             "IN (SELECT id FROM employee WHERE employer = OLD.employer AND email_domain = OLD.work_domain)")
      WATCH ("employment_new", "INSERT ON employment", "", "= NEW.employee")
      WATCH ("employment_other", "UPDATE ON employment", "", "= NEW.employee")
      WATCH ("employment_gone", "DELETE ON employment", "", "= OLD.employee")
      WATCH ("access_new", "INSERT ON access", "", "= NEW.employee")
      WATCH ("access_other", "UPDATE ON access", "", "= NEW.employee")
      WATCH ("access_gone", "DELETE ON access", "", "= OLD.employee")
      WATCH ("acceptance_new", "INSERT ON acceptance", "", "= NEW.employee")
      WATCH ("acceptance_other", "UPDATE ON acceptance", "", "= NEW.employee")
      WATCH ("acceptance_gone", "DELETE ON acceptance", "", "= OLD.employee")
      /* Not judged by, but counted with what is judged (tally.c). */
      WATCH ("intent_new", "INSERT ON intent", "", "= NEW.employee")
      WATCH ("intent_other", "UPDATE ON intent", "", "= NEW.employee")
      WATCH ("intent_gone", "DELETE ON intent", "", "= OLD.employee")
      WATCH ("fallout_new", "INSERT ON fallout_entry", "WHEN NEW.employee IS NOT NULL", "= NEW.employee")
      WATCH ("fallout_other", "UPDATE ON fallout_entry", "", "IN (OLD.employee, NEW.employee)")
      WATCH ("fallout_gone", "DELETE ON fallout_entry", "WHEN OLD.employee IS NOT NULL", "= OLD.employee")
      WATCH ("follow_up_new", "INSERT ON follow_up", "", "= NEW.employee")
      WATCH ("follow_up_other", "UPDATE ON follow_up", "", "= NEW.employee")
      WATCH ("follow_up_gone", "DELETE ON follow_up", "", "= OLD.employee")
      WATCH ("setting_new", "INSERT ON setting", "WHEN NEW.name = '" OVS_SETTING_FIRM_DOMAIN "'", "IS NOT NULL")
      WATCH ("setting_other", "UPDATE ON setting", "WHEN NEW.name = '" OVS_SETTING_FIRM_DOMAIN "'", "IS NOT NULL")
      WATCH ("setting_gone", "DELETE ON setting", "WHEN OLD.name = '" OVS_SETTING_FIRM_DOMAIN "'", "IS NOT NULL");

void
ovs_stale_watch (OvsTx *tx)
{
  ovs_tx_exec (tx, watch);
}

void
ovs_stale_unwatch (OvsTx *tx)
{
  /* All that fire for every single person of a list; without a judgement they mark nobody. */
  ovs_tx_exec (tx, "DROP TRIGGER IF EXISTS temp.stale_employment_new; DROP TRIGGER IF EXISTS temp.stale_access_new;");
}

/* Only an import that is taken back takes anybody out of a dossier, and new ones are judged in the order of their ids: so they are those
 * beyond the last. */
#define NEW " UNION ALL SELECT id FROM employee WHERE id > (SELECT coalesce(max(employee), 0) FROM judgement) LIMIT ?2"
#define STALE "SELECT employee FROM judgement WHERE judged_on = ''" NEW
#define STALE_OR_OF_ANOTHER_DAY "SELECT employee FROM judgement WHERE judged_on <> ?1" NEW

static gboolean
are_all_of (OvsTx *tx, const char *day)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT 1 FROM judged_all_on WHERE day = ?1", "s", day);
  gboolean found = ovs_rows_next (&rows);

  ovs_rows_close (&rows);
  return found;
}

void
ovs_stale_note_all (OvsTx *tx, OvsDay date)
{
  g_autofree char *iso = ovs_day_to_iso (date);

  ovs_tx_run (tx, "INSERT INTO judged_all_on (id, day) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET day = excluded.day WHERE day <> excluded.day", "s", iso);
}

gint64
ovs_stale_count (OvsTx *tx, OvsDay date, gint64 most)
{
  g_autofree char *iso = ovs_day_to_iso (date);
  gint64 count;

  ovs_tx_get_int (tx, &count,
                  are_all_of (tx, iso) ? "SELECT count(*) FROM (" STALE ")" : "SELECT count(*) FROM (" STALE_OR_OF_ANOTHER_DAY ")", "si", iso, most);
  return count;
}

gboolean
ovs_stale_is_everybody (OvsTx *tx)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT EXISTS (SELECT 1 FROM employee) AND NOT EXISTS (SELECT 1 FROM judgement)", "");
  gboolean everybody = ovs_rows_next (&rows) && ovs_rows_int (&rows, 0) != 0;

  ovs_rows_close (&rows);
  return everybody;
}

gint64
ovs_stale_take (OvsTx *tx, OvsDay date, gint64 most)
{
  g_autofree char *iso = ovs_day_to_iso (date);

  ovs_tx_exec (tx, "CREATE TEMP TABLE IF NOT EXISTS batch (employee INTEGER PRIMARY KEY); DELETE FROM batch;");
  if (are_all_of (tx, iso))
    ovs_tx_run (tx, "INSERT INTO temp.batch " STALE, "si", iso, most);
  else
    {
      ovs_tx_run (tx, "DELETE FROM judged_all_on", "");
      ovs_tx_run (tx, "INSERT INTO temp.batch " STALE_OR_OF_ANOTHER_DAY, "si", iso, most);
    }
  return ovs_tx_changes (tx);
}
