/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/imported.h"

#include <glib/gi18n.h>

/* How many refused rows are shown to people; all are in the JSON. */
#define SHOWN_REFUSED 10

static void
answer_refused (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_begin_list (json, "refused");
  for (guint i = 0; i < result->refused->len; i++)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (result->refused, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_count (json, "line", (gint64) refusal->line);
      ovs_json_add_text (json, "column", refusal->column);
      ovs_json_add_text (json, "reason", refusal->reason);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

void
ovs_answer_texts (OvsJsonWriter *json, const char *name, char **texts)
{
  ovs_json_begin_list (json, name);
  for (; texts != NULL && *texts != NULL; texts++)
    ovs_json_add_text (json, NULL, *texts);
  ovs_json_end_list (json);
}

void
ovs_answer_intake (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_add_text (json, "kind", ovs_intake_result_get_kind_name (result));
  ovs_json_add_count (json, "rows", (gint64) result->rows);
  ovs_json_add_count (json, "added", (gint64) result->added);
  ovs_json_add_count (json, "changed", (gint64) result->changed);
  ovs_json_add_count (json, "unchanged", (gint64) result->unchanged);
  ovs_json_add_count (json, "missing", (gint64) result->missing);
  ovs_json_add_count (json, "skipped", (gint64) result->skipped);
  if (!result->from_loket && result->kind == OVS_CSV_CORRECTIONS)
    {
      ovs_json_add_count (json, "unanswered", (gint64) result->unanswered);
      ovs_json_add_count (json, "solved", (gint64) result->solved);
      ovs_json_add_count (json, "open", (gint64) result->open);
    }
  answer_refused (json, result);
}

void
ovs_say_intake (OvsInvocation *invocation, const OvsIntakeResult *result)
{
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "%lu row read:", "%lu rows read:", (gulong) result->rows),
                      (gulong) result->rows);
  ovs_invocation_say_count (invocation, (gint64) result->added, _ ("added"));
  ovs_invocation_say_count (invocation, (gint64) result->changed, _ ("changed"));
  ovs_invocation_say_count (invocation, (gint64) result->unchanged, _ ("unchanged"));
  if (!result->from_loket)
    ovs_invocation_say_count (invocation, (gint64) (result->skipped - result->unanswered), _ ("skipped: blank lines, totals and repeated heads"));
  ovs_invocation_say_count (invocation, (gint64) result->refused->len, _ ("refused"));
}

void
ovs_say_refused (OvsInvocation *invocation, const OvsIntakeResult *result)
{
  guint shown = MIN (result->refused->len, SHOWN_REFUSED);
  guint more = result->refused->len - shown;

  if (shown > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Refused:"));
  for (guint i = 0; i < shown; i++)
    {
      const OvsIntakeRefusal *refusal = g_ptr_array_index (result->refused, i);
      g_autofree char *place = g_strdup_printf (_ ("line %lu"), (gulong) refusal->line);
      ovs_invocation_say (invocation, "  %s: %s", place, refusal->reason);
    }
  if (more > 0)
    ovs_invocation_say (invocation,
                        g_dngettext (GETTEXT_PACKAGE, "  and %u more row; --json lists all.",
                                     "  and %u more rows; --json lists all.", more),
                        more);
}
