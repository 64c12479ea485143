/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/decisions.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/judgement.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/address.h"

static gint64
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return -1;
}

static gint64
refuse_unknown_code (GError **error, const char *code)
{
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("There is no warning with the code “%s”. “overstap check” shows the codes."), code);
  return -1;
}

static gint64
refuse_no_warning (GError **error, const char *code)
{
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("Only a warning can be accepted, and “%s” is none. A stopper must be mended in the data."), code);
  return -1;
}

static gboolean
is_blank (const char *reason)
{
  g_autofree char *clean = ovs_text_clean (reason);

  return *clean == '\0';
}

static gint64
end_step (OvsStep *step, const char *operation, gint64 employer, gint64 employee, gint64 changed, const char *note)
{
  g_autofree char *detail = g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT ", \"employee\": %" G_GINT64_FORMAT
                                             ", \"changed\": %" G_GINT64_FORMAT "}",
                                             employer, employee, changed);

  ovs_step_end (step, operation, detail, note);
  return changed;
}

/* Takes one client in or out. Returns: how many were changed. */
static gint64
select_one (OvsTx *tx, gint64 sequence, gint64 employer, gboolean selected)
{
  ovs_tx_run (tx, "UPDATE employer SET selected = ?2 WHERE id = ?1 AND selected <> ?2", "ib", employer, selected);
  if (ovs_tx_changes (tx) == 0)
    return 0;
  ovs_history_add (tx, sequence, employer, 0, "selected", selected ? "0" : "1", selected ? "1" : "0");
  return 1;
}

static gint64
select_all (OvsTx *tx, gint64 sequence, gboolean selected)
{
  ovs_tx_run (tx,
              "INSERT INTO history (audit, employer, field, old, new) "
              "SELECT ?1, id, 'selected', selected, NOT selected FROM employer WHERE selected <> ?2",
              "ib", sequence, selected);
  ovs_tx_run (tx, "UPDATE employer SET selected = ?1 WHERE selected <> ?1", "b", selected);
  return ovs_tx_changes (tx);
}

/* Whom it invites is counted only where the client took part already. */
static gint64
widen_one (OvsTx *tx, gint64 employer)
{
  ovs_tx_run (tx, "UPDATE employer SET without_werknemerloket_too = 1 WHERE id = ?1 AND NOT without_werknemerloket_too", "i", employer);
  return ovs_tx_changes (tx);
}

static gint64
count_to_select (OvsTx *tx, gboolean without_werknemerloket_too)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, "SELECT count(*) FROM employer WHERE NOT selected OR without_werknemerloket_too < ?1", "b",
                  without_werknemerloket_too);
  return number;
}

gint64
ovs_decisions_select (OvsTx *tx, OvsSelectWhat what, const char *const *numbers, gboolean without_werknemerloket_too, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;
  gboolean found = TRUE;

  if (what == OVS_SELECT_ALL)
    {
      changed = count_to_select (tx, without_werknemerloket_too);
      select_all (tx, step.sequence, TRUE);
      if (without_werknemerloket_too)
        ovs_tx_run (tx, "UPDATE employer SET without_werknemerloket_too = 1 WHERE NOT without_werknemerloket_too", "");
    }
  else if (what == OVS_SELECT_NONE)
    changed = select_all (tx, step.sequence, FALSE);
  for (gsize i = 0; what == OVS_SELECT_NUMBERS && found && numbers[i] != NULL; i++)
    {
      gint64 employer, selected, widened = 0;

      found = ovs_employers_require (tx, numbers[i], &employer, error);
      if (!found)
        break;
      selected = select_one (tx, step.sequence, employer, TRUE);
      if (without_werknemerloket_too)
        widened = widen_one (tx, employer);
      changed += MAX (selected, widened);
    }
  end_step (&step, "select", 0, 0, changed, NULL);
  return found ? changed : -1;
}

gint64
ovs_decisions_deselect (OvsTx *tx, const char *const *numbers, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;
  gboolean found = TRUE;

  for (gsize i = 0; found && numbers[i] != NULL; i++)
    {
      gint64 employer;

      found = ovs_employers_require (tx, numbers[i], &employer, error);
      if (found)
        changed += select_one (tx, step.sequence, employer, FALSE);
    }
  end_step (&step, "select", 0, 0, changed, NULL);
  return found ? changed : -1;
}

/* Keeps the reason why a client does not take part; NULL when it does after all. Returns: how many were changed. */
static gint64
set_client_reason (OvsTx *tx, gint64 sequence, gint64 employer, const char *reason)
{
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT excluded_reason FROM employer WHERE id = ?1", "i", employer);

  if (g_strcmp0 (old, reason) == 0)
    return 0;
  ovs_tx_run (tx, "UPDATE employer SET excluded_reason = ?2 WHERE id = ?1", "is", employer, reason);
  ovs_history_add (tx, sequence, employer, 0, "excluded_reason", old, reason);
  return 1;
}

/* Returns: how many were changed. */
static gint64
exclude_one (OvsTx *tx, gint64 sequence, gint64 employee, const char *reason, gboolean on_paper)
{
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT excluded_reason FROM employee WHERE id = ?1", "i", employee);

  ovs_tx_run (tx,
              "UPDATE employee SET excluded_reason = ?2, on_paper = ?3 WHERE id = ?1 AND (excluded_reason IS NOT ?2 OR on_paper <> ?3)",
              "isb", employee, reason, on_paper);
  if (ovs_tx_changes (tx) == 0)
    return 0;
  ovs_history_add (tx, sequence, 0, employee, "excluded_reason", old, reason);
  return 1;
}

gint64
ovs_decisions_exclude (OvsTx *tx, const char *employer, const char *employee, const char *reason, GError **error)
{
  g_auto (OvsEmployee) person = { 0 };
  OvsStep step;
  gint64 client, changed;

  if (!ovs_employers_require (tx, employer, &client, error))
    return -1;
  if (employee != NULL && !ovs_employees_require (tx, client, employee, &person, error))
    return -1;
  if (is_blank (reason))
    return refuse (error, _ ("Leaving out needs a reason: give one. Nothing was changed."));

  step = ovs_step_begin (tx);
  if (employee != NULL)
    changed = exclude_one (tx, step.sequence, person.id, reason, FALSE);
  else
    changed = set_client_reason (tx, step.sequence, client, reason);
  return end_step (&step, "exclude", client, person.id, changed, reason);
}

static gint64
exclude_many (OvsTx *tx, const GArray *employees, const char *reason, gboolean on_paper, GError **error)
{
  OvsStep step;
  gint64 changed = 0;

  if (is_blank (reason))
    return refuse (error, _ ("Leaving out needs a reason: give one. Nothing was changed."));

  step = ovs_step_begin (tx);
  for (guint i = 0; i < employees->len; i++)
    changed += exclude_one (tx, step.sequence, g_array_index (employees, gint64, i), reason, on_paper);
  return end_step (&step, "exclude", 0, 0, changed, reason);
}

gboolean
ovs_decisions_pay_on_paper_in (OvsTx *tx, gint64 sequence, const OvsEmployee *employee)
{
  const char *reason = ovs_decisions_reason_no_email ();
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT excluded_reason FROM employee WHERE id = ?1", "i", employee->id);

  if (old != NULL)
    return FALSE;
  ovs_tx_run (tx, "UPDATE employee SET excluded_reason = ?2, on_paper = 1 WHERE id = ?1", "is", employee->id, reason);
  ovs_history_add (tx, sequence, employee->employer, employee->id, "excluded_reason", NULL, reason);
  return TRUE;
}

const char *
ovs_decisions_reason_no_email (void)
{
  return _ ("Has no e-mail: payslip on paper");
}

gint64
ovs_decisions_exclude_people (OvsTx *tx, const GArray *employees, const char *reason, GError **error)
{
  return exclude_many (tx, employees, reason, FALSE, error);
}

gint64
ovs_decisions_pay_on_paper (OvsTx *tx, const GArray *employees, const char *reason, GError **error)
{
  return exclude_many (tx, employees, reason, TRUE, error);
}

gint64
ovs_decisions_include_people (OvsTx *tx, const GArray *employees)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < employees->len; i++)
    {
      gint64 employee = g_array_index (employees, gint64, i);
      g_autofree char *old = ovs_tx_get_text (tx, "SELECT excluded_reason FROM employee WHERE id = ?1", "i", employee);

      if (old == NULL)
        continue;
      ovs_tx_run (tx, "UPDATE employee SET excluded_reason = NULL, on_paper = 0 WHERE id = ?1", "i", employee);
      ovs_history_add (tx, step.sequence, 0, employee, "excluded_reason", old, NULL);
      changed++;
    }
  return end_step (&step, "include", 0, 0, changed, NULL);
}

gint64
ovs_decisions_mend (OvsTx *tx, const char *employer, const char *employee, const char *email, gboolean done_in_loket, GError **error)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (email);
  g_auto (OvsEmployee) old = { 0 };
  g_auto (OvsEmployee) mended = { 0 };
  OvsStep step;
  gint64 client;
  gboolean differs;

  if (!ovs_employers_require (tx, employer, &client, error) || !ovs_employees_require (tx, client, employee, &old, error))
    return -1;
  if (address->kind != OVS_ADDRESS_OK)
    return refuse (error, _ ("This is not an e-mail address that can be used. Check it for typing errors. Nothing was changed."));

  ovs_employee_copy (&old, &mended);
  ovs_employee_set_text (&mended.email, address->address);
  differs = g_strcmp0 (old.email, mended.email) != 0;
  if (differs || done_in_loket)
    mended.change_in_loket = !done_in_loket;
  if (!differs && mended.change_in_loket == old.change_in_loket)
    return 0;

  step = ovs_step_begin (tx);
  ovs_employees_update (tx, &old, &mended, step.sequence);
  return end_step (&step, "mend", client, old.id, 1, NULL);
}

gint64
ovs_decisions_tick_off (OvsTx *tx, const GArray *employees)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < employees->len; i++)
    {
      gint64 employee = g_array_index (employees, gint64, i);

      ovs_tx_run (tx, "UPDATE employee SET change_in_loket = 0 WHERE id = ?1 AND change_in_loket", "i", employee);
      if (ovs_tx_changes (tx) == 0)
        continue;
      ovs_history_add (tx, step.sequence, 0, employee, "change_in_loket", "1", NULL);
      changed++;
    }
  return end_step (&step, "mend", 0, 0, changed, NULL);
}

/* Returns: how many were changed. */
static gint64
inform_one (OvsTx *tx, gint64 sequence, gint64 employer, OvsDay day, const char *note)
{
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT informed_on FROM employer WHERE id = ?1", "i", employer);
  g_autofree char *iso = ovs_day_to_iso (day);
  gint64 changed;

  ovs_tx_run (tx,
              "UPDATE employer SET informed_on = ?2, informed_at = ?3, informed_note = ?4 "
              "WHERE id = ?1 AND (informed_on IS NOT ?2 OR informed_note IS NOT ?4)",
              "isss", employer, iso, ovs_tx_now_text (tx), note);
  changed = ovs_tx_changes (tx);
  if (g_strcmp0 (old, iso) != 0)
    ovs_history_add (tx, sequence, employer, 0, "informed_on", old, iso);
  return changed;
}

gint64
ovs_decisions_inform (OvsTx *tx, const char *const *employers, OvsDay day, const char *note, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;
  gboolean found = TRUE;

  for (gsize i = 0; found && employers[i] != NULL; i++)
    {
      gint64 employer;

      found = ovs_employers_require (tx, employers[i], &employer, error);
      if (found)
        changed += inform_one (tx, step.sequence, employer, day, note);
    }
  end_step (&step, "inform", 0, 0, changed, note);
  return found ? changed : -1;
}

typedef struct
{
  gint64 employee;
  OvsFinding finding;
  char *basis;
} Acceptance;

typedef struct
{
  OvsFindings findings;
  gint64 employer; /* 0: any */
  gint64 employee; /* 0: any */
  const GArray *people; /* (nullable) (element-type gint64): these only */
  GArray *accepted; /* of Acceptance */
} Accepting;

static void
clear_acceptance (gpointer acceptance)
{
  g_free (((Acceptance *) acceptance)->basis);
}

static void
collect (const OvsJudged *judged, gpointer data)
{
  Accepting *accepting = data;

  if ((accepting->employer != 0 && judged->employer != accepting->employer)
      || (accepting->employee != 0 && judged->employee != accepting->employee))
    return;
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (judged->verdict.open & accepting->findings & OVS_FINDING_BIT (finding))
      {
        Acceptance acceptance = { judged->employee, (OvsFinding) finding,
                                  ovs_finding_basis ((OvsFinding) finding, judged->row, judged->other_addresses) };

        g_array_append_val (accepting->accepted, acceptance);
      }
}

/* How many people; those of one stand together. */
static gint64
count_accepted (const GArray *accepted)
{
  gint64 people = 0;

  for (guint i = 0; i < accepted->len; i++)
    if (i == 0 || g_array_index (accepted, Acceptance, i).employee != g_array_index (accepted, Acceptance, i - 1).employee)
      people++;
  return people;
}

static gboolean
find_scope (OvsTx *tx, const char *employer, const char *employee, Accepting *accepting, GError **error)
{
  g_auto (OvsEmployee) person = { 0 };

  if (employer == NULL && employee != NULL)
    {
      refuse (error, _ ("An employee number belongs to a client: give the client's number too."));
      return FALSE;
    }
  if (employer == NULL)
    return TRUE;
  if (!ovs_employers_require (tx, employer, &accepting->employer, error))
    return FALSE;
  if (employee != NULL && !ovs_employees_require (tx, accepting->employer, employee, &person, error))
    return FALSE;
  accepting->employee = person.id;
  return TRUE;
}

/* @code: NULL for every warning. */
static gboolean
find_warning (const char *code, const char *reason, OvsFindings *findings, GError **error)
{
  OvsFinding finding = OVS_FINDING_EMAIL_NOT_UNIQUE;

  if (code != NULL && !ovs_rule_lookup (code, &finding))
    refuse_unknown_code (error, code);
  else if (!(OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (finding)))
    refuse_no_warning (error, code);
  else if (is_blank (reason))
    refuse (error, _ ("A warning is accepted with a reason: give one. Nothing was changed."));
  else
    {
      *findings = code != NULL ? OVS_FINDING_BIT (finding) : OVS_FINDINGS_WARNINGS;
      return TRUE;
    }
  return FALSE;
}

static gint64
accept_all (OvsTx *tx, Accepting *accepting, OvsDay date, const char *reason)
{
  g_autoptr (GArray) accepted = g_array_new (FALSE, FALSE, sizeof (Acceptance));
  OvsStep step;

  g_array_set_clear_func (accepted, clear_acceptance);
  accepting->accepted = accepted;
  if (date != OVS_NO_DAY)
    ovs_judgement_run_on (tx, date, accepting->people, collect, accepting);
  else if (accepting->people != NULL)
    ovs_judgement_run_people (tx, ovs_tx_today (tx), accepting->people, collect, accepting);
  else
    ovs_judgement_run (tx, ovs_tx_today (tx), collect, accepting);

  step = ovs_step_begin (tx);
  for (guint i = 0; i < accepted->len; i++)
    {
      const Acceptance *one = &g_array_index (accepted, Acceptance, i);
      ovs_tx_run (tx, "INSERT OR REPLACE INTO acceptance (employee, code, basis, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)", "issss",
                  one->employee, ovs_rule_get (one->finding)->code, one->basis, reason, ovs_tx_now_text (tx));
      ovs_history_add (tx, step.sequence, 0, one->employee, "accepted", NULL, ovs_rule_get (one->finding)->code);
    }
  return end_step (&step, "accept", accepting->employer, accepting->employee, count_accepted (accepted), reason);
}

gint64
ovs_decisions_accept (OvsTx *tx, const char *code, const char *employer, const char *employee, OvsDay date, const char *reason, GError **error)
{
  Accepting accepting = { 0 };

  if (!find_warning (code, reason, &accepting.findings, error) || !find_scope (tx, employer, employee, &accepting, error))
    return -1;
  return accept_all (tx, &accepting, date, reason);
}

gint64
ovs_decisions_accept_people (OvsTx *tx, const char *code, const GArray *employees, OvsDay date, const char *reason, GError **error)
{
  Accepting accepting = { .people = employees };

  if (!find_warning (code, reason, &accepting.findings, error))
    return -1;
  return accept_all (tx, &accepting, date, reason);
}
