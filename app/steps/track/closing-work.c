/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/closing-work.h"

#include <glib/gi18n.h>

#include "conversion/preflight-selected.h"
#include "dossier/closing.h"
#include "letters/account-file.h"
#include "steps/ask-reason.h"
#include "steps/save-as.h"

/* --- closing --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsStepPage *page;  /* (owned) */
  GArray *employers;  /* (owned) (nullable): NULL is all */
  char *filter;       /* (nullable) */
  char *reason;       /* (nullable) */
  gboolean open;      /* open them again */
  gint64 changed;
} Deed;

static Deed *
deed_new (OvsStepPage *page, const GArray *employers)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->page = g_object_ref (page);
  deed->employers = employers != NULL ? g_array_copy ((GArray *) employers) : NULL;
  deed->filter = g_strdup (ovs_workspace_get_filter (ovs_step_page_get_workspace (page)));
  return deed;
}

static Deed *
deed_new_one (OvsStepPage *page, gint64 employer)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (one, employer);
  return deed_new (page, one);
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->page);
  g_clear_pointer (&deed->employers, g_array_unref);
  g_free (deed->filter);
  g_free (deed->reason);
  g_free (deed);
}

static gboolean
do_deed (OvsTx *tx, gpointer data, GError **error)
{
  Deed *deed = data;

  if (deed->employers == NULL)
    deed->changed = ovs_closing_close_all (tx, deed->filter);
  else if (deed->open)
    deed->changed = ovs_closing_open_again (tx, deed->employers);
  else
    deed->changed = ovs_closing_close (tx, deed->employers, deed->reason, error);
  return deed->changed >= 0;
}

static char *
say_done (const Deed *deed)
{
  gulong n = (gulong) deed->changed;

  if (n == 0)
    return g_strdup (deed->open ? _ ("It was open already") : _ ("Nothing was closed: something keeps it open since"));
  if (deed->open)
    return g_strdup_printf (ngettext ("%'lu client opened again", "%'lu clients opened again", n), n);
  return g_strdup_printf (ngettext ("%'lu client closed", "%'lu clients closed", n), n);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Deed *deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      said = say_done (deed);
      ovs_step_page_tell (deed->page, said, deed->changed > 0);
    }
  else
    ovs_step_page_tell_error (deed->page, error);
  deed_free (deed);
}

static void
begin (Deed *deed)
{
  ovs_workspace_write_async (ovs_step_page_get_workspace (deed->page), do_deed, deed, NULL, on_done, deed);
}

void
ovs_closing_work_close (OvsStepPage *page, const GArray *employers)
{
  begin (deed_new (page, employers));
}

void
ovs_closing_work_open_again (OvsStepPage *page, gint64 employer)
{
  Deed *deed = deed_new_one (page, employer);

  deed->open = TRUE;
  begin (deed);
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Deed *deed = user_data;

  deed->reason = ovs_ask_reason_finish (result);
  if (deed->reason != NULL)
    begin (deed);
  else
    deed_free (deed);
}

void
ovs_closing_work_close_anyway (OvsStepPage *page, gint64 employer, const char *name, const char *because)
{
  const char *const ready[] = { _ ("Loket removes Product 500 later, so it was told"), _ ("Product 500 stays for who left in 2025"),
                                _ ("The client has no employees any more"), NULL };
  g_autofree char *heading = g_strdup_printf (_ ("Close %s all the same?"), name);
  g_autofree char *body = g_strdup_printf (_ ("It is still open because: %s. The reason is kept, and stands in the verantwoording."), because);

  ovs_ask_reason_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), heading, body, _ ("Close it"), ready, on_reason, deed_new_one (page, employer));
}

/* --- Product 500 ----------------------------------------------------------------------------------------------- */

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  g_autoptr (GError) error = NULL;

  ovs_workspace_set_busy (workspace, FALSE);
  if (ovs_preflight_selected_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_workspace_refresh (workspace);
      ovs_step_page_tell (page, _ ("Loket told where Product 500 is gone"), FALSE);
    }
  else
    ovs_step_page_tell_error (page, error);
}

void
ovs_closing_work_ask_loket (OvsStepPage *page)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);

  ovs_workspace_set_busy (workspace, TRUE);
  ovs_preflight_selected_async (ovs_workspace_get_dossier (workspace), NULL, TRUE, NULL, on_asked, g_object_ref (page));
}

/* --- the verantwoording ---------------------------------------------------------------------------------------- */

static gboolean
save_account (OvsTx *tx, const char *path, gpointer data, char **told, GError **error)
{
  const gint64 *employer = data;
  OvsAccountFile file = { .employer = *employer, .path = path };
  g_autofree char *name = g_filename_display_basename (path);

  if (!ovs_account_file_suits (path))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("The verantwoording is a PDF or a table: give its file a name that ends in .pdf or .csv."));
      return FALSE;
    }
  *told = g_strdup_printf (_ ("%s saved; that it was made is kept in the dossier"), name);
  return ovs_account_file_save (tx, &file, error);
}

void
ovs_closing_work_account (OvsStepPage *page, gint64 employer, const char *name, gboolean table)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  OvsDay today = ovs_clock_day_of (ovs_clock_now (ovs_dossier_get_clock (ovs_workspace_get_dossier (workspace))));
  g_autofree char *file = ovs_account_file_name (employer != 0 ? name : NULL, today, table ? "csv" : "pdf");

  ovs_save_as (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), GTK_WIDGET (page), workspace, _ ("Save the verantwoording"), file, save_account,
               g_memdup2 (&employer, sizeof employer), g_free);
}
