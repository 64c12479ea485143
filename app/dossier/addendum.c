/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/addendum.h"

#include "base/text.h"
#include "dossier/free-text.h"
#include "dossier/settings.h"
#include "dossier/tickets.h"
#include "dossier/undo.h"

OvsTold
ovs_addendum_get (OvsTx *tx)
{
  g_autofree char *value = ovs_settings_get (tx, OVS_SETTING_ADDENDUM);

  if (value == NULL)
    return OVS_TOLD_UNKNOWN;
  return g_str_equal (value, "1") ? OVS_TOLD_YES : OVS_TOLD_NO;
}

static void
keep_ticket (OvsTx *tx, const char *number, OvsDay day)
{
  g_autofree char *known = NULL;
  OvsDay known_on;
  gint64 ticket = ovs_tickets_latest (tx, OVS_SUBJECT_ADDENDUM, &known, &known_on);
  OvsDay closed_on = ovs_tx_today (tx);

  if (ticket == 0)
    ovs_tx_run (tx, "INSERT INTO ticket (subject, number, handed_in_on, closed_on) VALUES (?1, ?2, ?3, ?4)", "ssdd",
                ovs_subject_code (OVS_SUBJECT_ADDENDUM), number, day, closed_on);
  else
    ovs_tx_run (tx, "UPDATE ticket SET number = ?2, handed_in_on = ?3, closed_on = ?4 WHERE id = ?1", "isdd", ticket, number, day, closed_on);
}

gboolean
ovs_addendum_answer (OvsTx *tx, OvsTold is_signed, const char *ticket, OvsDay day, GError **error)
{
  g_autofree char *number = ovs_text_clean (ticket);
  OvsStep step;

  if (!ovs_free_text_check (number, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_settings_set (tx, OVS_SETTING_ADDENDUM, is_signed == OVS_TOLD_UNKNOWN ? NULL : is_signed == OVS_TOLD_YES ? "1" : "0");
  if (is_signed == OVS_TOLD_YES && *number != '\0')
    keep_ticket (tx, number, day != OVS_NO_DAY ? day : ovs_tx_today (tx));
  ovs_step_end (&step, "addendum", "{}", NULL);
  return TRUE;
}
