/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/fallout-list.h"
#include "conversion/fallout-reason.h"

typedef struct
{
  OvsInvocation *invocation;
  guint rows;
} Fallout;

static const char *
reason_of (const OvsFalloutRow *row)
{
  if (row->message != NULL)
    return row->message;
  return row->code != NULL ? ovs_fallout_reason_title (row->code) : "";
}

static void
row_cb (const OvsFalloutRow *row, gpointer data)
{
  Fallout *fallout = data;
  OvsJsonWriter *json = ovs_invocation_json (fallout->invocation);
  const char *reason = reason_of (row);

  fallout->rows++;
  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", row->employer_number);
  ovs_json_add_text (json, "employee", row->employee_number);
  ovs_json_add_text (json, "reason", reason);
  ovs_json_add_text (json, "code", row->code);
  ovs_json_add_count (json, "attempts", row->attempts);
  ovs_json_add_flag (json, "resolved", row->resolved);
  ovs_json_end_object (json);
  ovs_invocation_say (fallout->invocation, "%-12s %-12s %-10s %s", row->employer_number, row->employee_number,
                      row->resolved ? _ ("solved") : _ ("open"), reason);
}

static gboolean
list (OvsTx *tx, gpointer data, GError **error)
{
  ovs_fallout_list (tx, row_cb, data);
  return TRUE;
}

gboolean
ovs_command_fallout (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  Fallout fallout = { invocation };
  const GOptionEntry options[] = { { NULL } };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL)
    return FALSE;

  ovs_json_begin_list (ovs_invocation_json (invocation), "rows");
  if (!ovs_dossier_read (dossier, list, &fallout, NULL, error))
    return FALSE;
  ovs_json_end_list (ovs_invocation_json (invocation));
  if (fallout.rows == 0)
    ovs_invocation_say (invocation, "%s", _ ("Nobody fell out."));
  return TRUE;
}
