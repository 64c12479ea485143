/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/invite.h"

#include <glib/gi18n.h>

#include "dossier/outcome-list.h"
#include "steps/apply/environment.h"
#include "steps/track/invite-queue.h"
#include "widgets/confirm.h"

/* Above this many people the number has to be typed. */
#define TYPE_ABOVE 250

typedef struct
{
  OvsStepPage *page;  /* (owned) */
  GArray *people;     /* (owned) (element-type gint64) */
  guint today;        /* how many of them were invited today already */
  gint64 latest;      /* instant of the latest of these invitations */
  char *name;         /* (owned) (nullable) of the only one */
} Invite;

static void
invite_free (Invite *invite)
{
  g_object_unref (invite->page);
  g_array_unref (invite->people);
  g_free (invite->name);
  g_free (invite);
}

static void
go (Invite *invite, gboolean again)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (invite->page);

  if (workspace != NULL)
    ovs_invite_queue_add (ovs_invite_queue_get (workspace), invite->page, g_array_ref (invite->people), invite->name, again);
  invite_free (invite);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Invite *invite = user_data;

  if (ovs_confirm_finish (result))
    go (invite, TRUE);
  else
    invite_free (invite);
}

/* The time of day, as a person says it. */
static char *
time_of (gint64 instant)
{
  g_autofree char *text = ovs_clock_to_dutch (instant);
  const char *space = strchr (text, ' ');

  return g_strdup (space != NULL ? space + 1 : text);
}

static void
ask_again (Invite *invite)
{
  g_autofree char *at = time_of (invite->latest);
  g_autofree char *heading = NULL;

  if (invite->people->len == 1)
    heading = g_strdup_printf (_ ("Invited today at %s already. Looked in the spam folder first?"), at);
  else
    heading = g_strdup_printf (ngettext ("%u of these was invited today already. Looked in the spam folder first?",
                                         "%u of these were invited today already. Looked in the spam folder first?", invite->today),
                               invite->today);
  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (invite->page))), heading,
                     _ ("A new invitation makes the earlier one useless. Whether Loket takes a second one on one day is not known."),
                     _ ("Invite again"), 0, on_confirmed, invite);
}

static void
ask_many (Invite *invite)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (invite->page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  guint people = invite->people->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("Invite %'u employee in %s?", "Invite %'u employees in %s?", people), people,
                                              ovs_environment_title (figures != NULL ? figures->loket_kind : NULL));
  g_autofree char *verb = g_strdup_printf (ngettext ("Invite %'u employee", "Invite %'u employees", people), people);

  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (invite->page))), heading,
                     _ ("Loket mails each of them. Who is over already, or blocked in MijnLoket, is passed over."), verb,
                     people > TYPE_ABOVE ? people : 0, on_confirmed, invite);
}

static gboolean
look_at_today (OvsTx *tx, gpointer data, GError **error)
{
  Invite *invite = data;
  OvsDay today = ovs_tx_today (tx);

  for (guint i = 0; i < invite->people->len; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, today, g_array_index (invite->people, gint64, i));

      if (person != NULL && invite->people->len == 1)
        invite->name = g_strdup (person->name);
      if (person == NULL || person->went_out == 0 || ovs_clock_day_of (person->went_out) != today)
        continue;
      invite->today++;
      invite->latest = MAX (invite->latest, person->went_out);
    }
  return TRUE;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Invite *invite = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_step_page_tell_error (invite->page, error);
      invite_free (invite);
    }
  else if (gtk_widget_get_root (GTK_WIDGET (invite->page)) == NULL)
    invite_free (invite);
  else if (invite->today > 0)
    ask_again (invite);
  else if (invite->people->len > 1)
    ask_many (invite);
  else
    go (invite, FALSE);
}

void
ovs_invite_people (OvsStepPage *page, const gint64 *employees, gsize n_employees)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  Invite *invite;

  if (n_employees == 0 || workspace == NULL || ovs_workspace_get_read_only (workspace))
    return;
  invite = g_new0 (Invite, 1);
  invite->page = g_object_ref (page);
  invite->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (invite->people, employees, (guint) n_employees);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), look_at_today, invite, NULL, on_looked, invite);
}

gboolean
ovs_invite_is_waiting (OvsWorkspace *workspace, gint64 employee)
{
  return ovs_workspace_get_waiting (workspace) > 0 && ovs_invite_queue_has (ovs_invite_queue_get (workspace), employee);
}
