/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/deeds.h"

#include <glib/gi18n.h>

#include "dossier/client-answers.h"
#include "dossier/decisions.h"
#include "dossier/inform-list.h"
#include "steps/inform/ask-day.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  OvsDeed deed;
  GArray *clients;   /* (owned) */
  OvsDay day;        /* %OVS_NO_DAY: it did not happen */
  char *name;        /* (nullable): of the client where it is one */
  char *note;        /* (nullable) */
  gint64 changed;
} Doing;

static void
doing_free (Doing *doing)
{
  g_object_unref (doing->page);
  g_array_unref (doing->clients);
  g_free (doing->name);
  g_free (doing->note);
  g_free (doing);
}

const char *
ovs_deed_title (OvsDeed deed)
{
  static const char *const titles[OVS_N_DEEDS] = {
    [OVS_DEED_TOLD] = N_ ("Called…"),
    [OVS_DEED_EMPLOYEES_INFORMED] = N_ ("Employees informed…"),
    [OVS_DEED_FLYER_HANGS] = N_ ("Flyer hangs…"),
  };

  return _ (titles[deed]);
}

/* --- writing it down ------------------------------------------------------------------------------------------- */

static void
add_number (const OvsInformRow *row, gpointer numbers)
{
  g_strv_builder_add (numbers, row->number);
}

static gboolean
write_told (OvsTx *tx, Doing *doing, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  ovs_inform_list_read (tx, (const gint64 *) (gpointer) doing->clients->data, doing->clients->len, add_number, builder);
  numbers = g_strv_builder_end (builder);
  doing->changed = ovs_decisions_inform (tx, (const char *const *) numbers, doing->day, doing->note, error);
  return doing->changed >= 0;
}

static gboolean
write_down (OvsTx *tx, gpointer data, GError **error)
{
  Doing *doing = data;

  if (doing->deed == OVS_DEED_TOLD)
    return write_told (tx, doing, error);
  doing->changed = ovs_client_answer_day (
      tx, doing->clients, doing->deed == OVS_DEED_FLYER_HANGS ? OVS_CLIENT_DAY_FLYER_HANGS : OVS_CLIENT_DAY_EMPLOYEES_INFORMED, doing->day);
  return TRUE;
}

static char *
say_done (const Doing *doing)
{
  gulong n = (gulong) doing->changed;
  g_autofree char *day = ovs_day_to_dutch (doing->day);

  if (n == 0)
    return g_strdup (_ ("That was written down already."));
  if (doing->day == OVS_NO_DAY)
    return g_strdup_printf (ngettext ("The day of %'lu client is taken away", "The days of %'lu clients are taken away", n), n);
  if (doing->deed == OVS_DEED_TOLD)
    return g_strdup_printf (ngettext ("%'lu client informed on %s", "%'lu clients informed on %s", n), n, day);
  if (doing->deed == OVS_DEED_FLYER_HANGS)
    return g_strdup_printf (ngettext ("The flyer hangs at %'lu client since %s", "The flyer hangs at %'lu clients since %s", n), n, day);
  return g_strdup_printf (ngettext ("%'lu client informed its employees on %s", "%'lu clients informed their employees on %s", n), n, day);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Doing *doing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      said = say_done (doing);
      ovs_step_page_tell (doing->page, said, doing->changed > 0);
    }
  else
    {
      ovs_step_page_tell_error (doing->page, error);
    }
  doing_free (doing);
}

/* --- asking ---------------------------------------------------------------------------------------------------- */

static void
on_asked (GObject *window, GAsyncResult *result, gpointer user_data)
{
  Doing *doing = user_data;
  OvsDay day = ovs_ask_day_finish (result, &doing->note);

  if (day == OVS_NO_DAY)
    {
      doing_free (doing);
      return;
    }
  doing->day = day == OVS_ASK_DAY_NEVER ? OVS_NO_DAY : day;
  if (doing->day == OVS_NO_DAY)
    g_clear_pointer (&doing->note, g_free);
  ovs_workspace_write_async (ovs_step_page_get_workspace (doing->page), write_down, doing, NULL, on_written, doing);
}

static char *
make_heading (OvsDeed deed, guint n, const char *name)
{
  if (name != NULL && deed == OVS_DEED_TOLD)
    return g_strdup_printf (_ ("When was %s informed?"), name);
  if (name != NULL && deed == OVS_DEED_FLYER_HANGS)
    return g_strdup_printf (_ ("Since when does the flyer hang at %s?"), name);
  if (name != NULL)
    return g_strdup_printf (_ ("When did %s inform its employees?"), name);
  if (deed == OVS_DEED_TOLD)
    return g_strdup_printf (ngettext ("When was %'u client informed?", "When were %'u clients informed?", n), n);
  if (deed == OVS_DEED_FLYER_HANGS)
    return g_strdup_printf (ngettext ("Since when does the flyer hang at %'u client?", "Since when does the flyer hang at %'u clients?", n), n);
  return g_strdup_printf (ngettext ("When did %'u client inform its employees?", "When did %'u clients inform their employees?", n), n);
}

static void
ask (Doing *doing)
{
  static const char *const bodies[OVS_N_DEEDS] = {
    [OVS_DEED_TOLD] = N_ ("The day on which you told the client about the conversion. It counts for the earliest possible date."),
    [OVS_DEED_EMPLOYEES_INFORMED] = N_ ("The day on which the client told its employees about the conversion."),
    [OVS_DEED_FLYER_HANGS] = N_ ("The day on which the client hung up the flyer, or said so."),
  };
  static const char *const days[OVS_N_DEEDS] = {
    [OVS_DEED_TOLD] = N_ ("Informed on"),
    [OVS_DEED_EMPLOYEES_INFORMED] = N_ ("Employees informed on"),
    [OVS_DEED_FLYER_HANGS] = N_ ("Flyer hangs since"),
  };
  g_autofree char *heading = make_heading (doing->deed, doing->clients->len, doing->name);
  OvsDossier *dossier = ovs_workspace_get_dossier (ovs_step_page_get_workspace (doing->page));
  OvsDayQuestion question = {
    .heading = heading,
    .body = _ (bodies[doing->deed]),
    .day = _ (days[doing->deed]),
    .never = _ ("Not yet"),
    .with_note = doing->deed == OVS_DEED_TOLD,
    .today = ovs_clock_today (ovs_dossier_get_clock (dossier)),
  };

  ovs_ask_day_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (doing->page))), &question, on_asked, doing);
}

static void
keep_name (const OvsInformRow *row, gpointer name)
{
  *(char **) name = g_strdup (row->name != NULL ? row->name : row->number);
}

static gboolean
read_name (OvsTx *tx, gpointer data, GError **error)
{
  Doing *doing = data;

  if (doing->clients->len == 1)
    ovs_inform_list_read (tx, &g_array_index (doing->clients, gint64, 0), 1, keep_name, &doing->name);
  return TRUE;
}

static void
on_name_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Doing *doing = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      ask (doing);
      return;
    }
  ovs_step_page_tell_error (doing->page, error);
  doing_free (doing);
}

void
ovs_deed_ask (OvsStepPage *page, OvsDeed deed, GArray *clients)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->page = g_object_ref (page);
  doing->deed = deed;
  doing->clients = clients;
  ovs_dossier_read_async (ovs_workspace_get_dossier (ovs_step_page_get_workspace (page)), read_name, doing, NULL, on_name_read, doing);
}
