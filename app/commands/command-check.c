/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/hindrances.h"
#include "commands/parse.h"
#include "dossier/judgement.h"

typedef struct
{
  OvsInvocation *invocation;
  gboolean store;
  gboolean list;
  OvsDay date; /* %OVS_NO_DAY: today */
  OvsJudgementCounts counts;
} Check;

static void
list_codes (OvsInvocation *invocation, const OvsJudged *judged)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, "findings");
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (judged->verdict.findings & OVS_FINDING_BIT (finding))
      ovs_json_add_text (json, NULL, ovs_rule_get (finding)->code);
  ovs_json_end_list (json);
}

static char *
join_codes (const OvsJudged *judged)
{
  GString *codes = g_string_new (ovs_reason_code (judged->verdict.reason));

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (judged->verdict.findings & OVS_FINDING_BIT (finding))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", ovs_rule_get (finding)->code);
  return g_string_free (codes, FALSE);
}

static void
list_one (OvsInvocation *invocation, const OvsJudged *judged)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  const char *disposition = ovs_disposition_code (judged->verdict.disposition);

  if (json == NULL)
    {
      g_autofree char *codes = join_codes (judged);
      g_autofree char *line = g_strdup_printf ("%-12s %-12s %-9s %s", judged->employer_number,
                                               judged->employee_number, disposition, codes);
      ovs_invocation_say (invocation, "%s", g_strchomp (line));
      return;
    }
  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", judged->employer_number);
  ovs_json_add_text (json, "employee", judged->employee_number);
  ovs_json_add_text (json, "disposition", disposition);
  list_codes (invocation, judged);
  if (judged->verdict.reason != OVS_REASON_NONE)
    ovs_json_add_text (json, "reason", ovs_reason_code (judged->verdict.reason));
  ovs_json_end_object (json);
}

static void
judged_cb (const OvsJudged *judged, gpointer data)
{
  Check *check = data;

  ovs_judgement_count (&check->counts, &judged->verdict);
  if (check->list)
    list_one (check->invocation, judged);
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  Check *check = data;
  OvsJsonWriter *json = ovs_invocation_json (check->invocation);

  if (check->date == OVS_NO_DAY)
    check->date = ovs_tx_today (tx);
  if (check->list)
    ovs_json_begin_list (json, "rows");
  if (check->store)
    ovs_judgement_store (tx, check->date, judged_cb, check);
  else
    ovs_judgement_run_on (tx, check->date, NULL, judged_cb, check);
  if (check->list)
    {
      ovs_json_end_list (json);
      ovs_invocation_say (check->invocation, "%s", "");
    }
  if (check->list && check->store)
    ovs_answer_hindrances (check->invocation, tx);
  return TRUE;
}

static void
answer_reasons (OvsJsonWriter *json, const char *name, const OvsJudgementCounts *counts, gboolean done)
{
  ovs_json_begin_object (json, name);
  for (int reason = OVS_REASON_NONE + 1; reason < OVS_N_REASONS; reason++)
    if (counts->reasons[reason] > 0 && ovs_reason_is_done (reason) == done)
      ovs_json_add_count (json, ovs_reason_code (reason), counts->reasons[reason]);
  ovs_json_end_object (json);
}

static void
answer_json (OvsJsonWriter *json, const Check *check)
{
  g_autofree char *date = ovs_day_to_iso (check->date);
  const OvsJudgementCounts *counts = &check->counts;

  ovs_json_add_text (json, "reference_date", date);
  ovs_json_add_count (json, "employees", counts->employees);
  ovs_json_begin_object (json, "dispositions");
  for (int disposition = 0; disposition < OVS_N_DISPOSITIONS; disposition++)
    ovs_json_add_count (json, ovs_disposition_code (disposition), counts->dispositions[disposition]);
  ovs_json_end_object (json);
  ovs_json_begin_object (json, "findings");
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (counts->findings[finding] > 0)
      ovs_json_add_count (json, ovs_rule_get (finding)->code, counts->findings[finding]);
  ovs_json_end_object (json);
  answer_reasons (json, "left_out", counts, FALSE);
  answer_reasons (json, "done", counts, TRUE);
}

static void
say_findings (OvsInvocation *invocation, const OvsJudgementCounts *counts)
{
  gboolean any = FALSE;

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      if (counts->findings[finding] == 0)
        continue;
      if (!any)
        ovs_invocation_say (invocation, "\n%s", _ ("Found:"));
      any = TRUE;
      ovs_invocation_say (invocation, "%8" G_GINT64_FORMAT "  %-26s %s", counts->findings[finding],
                          ovs_rule_get (finding)->code, ovs_rule_title (finding));
    }
}

static void
say_reasons (OvsInvocation *invocation, const OvsJudgementCounts *counts)
{
  gboolean any = FALSE;

  for (int reason = OVS_REASON_NONE + 1; reason < OVS_N_REASONS; reason++)
    {
      if (counts->reasons[reason] == 0)
        continue;
      if (!any)
        ovs_invocation_say (invocation, "\n%s", _ ("Not in this conversion:"));
      any = TRUE;
      ovs_invocation_say (invocation, "%8" G_GINT64_FORMAT "  %-26s %s", counts->reasons[reason],
                          ovs_reason_code (reason), ovs_reason_title (reason));
    }
}

static void
say_counts (OvsInvocation *invocation, const Check *check)
{
  g_autofree char *date = ovs_day_to_dutch (check->date);
  const OvsJudgementCounts *counts = &check->counts;

  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "%lu employee, judged on %s:",
                                   "%lu employees, judged on %s:", (gulong) counts->employees),
                      (gulong) counts->employees, date);
  for (int disposition = 0; disposition < OVS_N_DISPOSITIONS; disposition++)
    ovs_invocation_say_count (invocation, counts->dispositions[disposition],
                              ovs_disposition_title (disposition));
  say_findings (invocation, counts);
  say_reasons (invocation, counts);
}

/* Where nothing can be stored, as after personal data were removed, it is only told. */
static OvsDossier *
open_dossier (OvsInvocation *invocation, gboolean *store, GError **error)
{
  g_autoptr (GError) refused = NULL;
  OvsDossier *dossier = *store ? ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, &refused) : NULL;

  if (dossier != NULL)
    return dossier;
  if (refused != NULL && !g_error_matches (refused, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return NULL;
    }
  *store = FALSE;
  return ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
}

gboolean
ovs_command_check (OvsInvocation *invocation, GError **error)
{
  g_autofree char *date = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Check check = { invocation };
  gboolean done;
  const GOptionEntry options[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("Judge on this day and store nothing"), "YYYY-MM-DD" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &check.list, N_ ("List every employee"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error) || !ovs_parse_day (date, &check.date, error))
    return FALSE;
  check.store = date == NULL;
  dossier = open_dossier (invocation, &check.store, error);
  if (dossier == NULL)
    return FALSE;

  done = check.store ? ovs_dossier_write (dossier, judge, &check, NULL, error)
                     : ovs_dossier_read (dossier, judge, &check, NULL, error);
  if (!done)
    return FALSE;
  if (ovs_invocation_json (invocation) != NULL)
    answer_json (ovs_invocation_json (invocation), &check);
  else
    say_counts (invocation, &check);
  return TRUE;
}
