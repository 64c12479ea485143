/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/enquiry-tick.h"

#include <glib/gi18n.h>

#include "dossier/enquiries.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  GArray *employers; /* (owned) */
  gint64 clients;
} Tick;

static gboolean
write_returned (OvsTx *tx, gpointer data, GError **error)
{
  Tick *tick = data;

  tick->clients = ovs_enquiries_return (tx, tick->employers, error);
  return tick->clients >= 0;
}

static void
on_written (GObject *workspace, GAsyncResult *result, gpointer user_data)
{
  Tick *tick = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ovs_workspace_write_finish (OVS_WORKSPACE (workspace), result, &error);
  gulong clients = (gulong) MAX (tick->clients, 0);
  g_autofree char *text = g_strdup_printf (ngettext ("%'lu list ticked off as returned", "%'lu lists ticked off as returned", clients), clients);

  if (written)
    ovs_step_page_tell (tick->page, text, TRUE);
  else
    ovs_step_page_tell_error (tick->page, error);
  g_object_unref (tick->page);
  g_array_unref (tick->employers);
  g_free (tick);
}

void
ovs_enquiry_tick_returned (OvsStepPage *page, GArray *employers)
{
  Tick *tick = g_new0 (Tick, 1);

  tick->page = g_object_ref (page);
  tick->employers = employers;
  ovs_workspace_write_async (ovs_step_page_get_workspace (page), write_returned, tick, NULL, on_written, tick);
}
