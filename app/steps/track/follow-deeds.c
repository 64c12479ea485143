/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/follow-deeds.h"

#include <glib/gi18n.h>

#include "conversion/rollback-scope.h"
#include "dossier/follow-up.h"
#include "steps/ask-reason.h"
#include "steps/track/ask-later.h"
#include "steps/track/invite.h"
#include "steps/track/mend-dialog.h"
#include "steps/track/outcome-words.h"
#include "steps/unblock.h"

#define DAYS_OF_A_WEEK 7

/* --- the menu --- */

static gboolean
is_put_off (const OvsOutcomePerson *person, OvsDay today)
{
  return person->outcome.snoozed_until != OVS_NO_DAY && person->outcome.snoozed_until > today;
}

static gboolean
is_possible (OvsFollowDeed deed, const OvsOutcomePerson *person, OvsDay today)
{
  gboolean over = person->outcome.mijnloket == OVS_ACCESS_ACTIVE;

  switch (deed)
    {
    case OVS_FOLLOW_INVITE:
      return ovs_outcome_words_obstacle (person) == NULL;
    case OVS_FOLLOW_UNBLOCK:
      return person->outcome.standing.reinstate == OVS_REINSTATE_POSSIBLE;
    case OVS_FOLLOW_NO_ACCESS:
      return !over && !person->outcome.no_access_needed;
    case OVS_FOLLOW_ACCESS_AFTER_ALL:
      return person->outcome.no_access_needed;
    case OVS_FOLLOW_ASK_CLIENT:
      return !over && !person->outcome.no_access_needed && !person->client_asked && person->outcome.standing.outcome != OVS_OUTCOME_INVITED;
    case OVS_FOLLOW_STORY:
      return TRUE;
    case OVS_FOLLOW_NOW:
      return is_put_off (person, today);
    case OVS_FOLLOW_MEND:
    case OVS_FOLLOW_TOMORROW:
    case OVS_FOLLOW_NEXT_WEEK:
    case OVS_FOLLOW_OTHER_DAY:
    default:
      return !over && !person->outcome.no_access_needed;
    }
}

/* Of several it is told afterwards for whom it was not possible. */
static gboolean
is_for_several (OvsFollowDeed deed)
{
  return deed != OVS_FOLLOW_MEND && deed != OVS_FOLLOW_STORY;
}

static const char *
title_of (OvsFollowDeed deed, const OvsOutcomePerson *person)
{
  switch (deed)
    {
    case OVS_FOLLOW_INVITE:
      return person != NULL ? ovs_outcome_words_invite (person) : _ ("Invite again");
    case OVS_FOLLOW_MEND:
      return _ ("Adjust address");
    case OVS_FOLLOW_UNBLOCK:
      return _ ("Unblock");
    case OVS_FOLLOW_NO_ACCESS:
      return _ ("No access needed…");
    case OVS_FOLLOW_ACCESS_AFTER_ALL:
      return _ ("Access needed after all");
    case OVS_FOLLOW_ASK_CLIENT:
      return _ ("Ask the client for an address");
    case OVS_FOLLOW_STORY:
      return _ ("Everything about this person");
    case OVS_FOLLOW_TOMORROW:
      return _ ("Show again tomorrow");
    case OVS_FOLLOW_NEXT_WEEK:
      return _ ("Show again in a week");
    case OVS_FOLLOW_OTHER_DAY:
      return _ ("Show again on another day…");
    case OVS_FOLLOW_NOW:
    default:
      return _ ("Show again now");
    }
}

GMenuModel *
ovs_follow_deeds_menu (const char *action, const OvsOutcomePerson *person, OvsDay today, guint leave_out)
{
  static const OvsFollowDeed sections[][4] = {
    { OVS_FOLLOW_INVITE, OVS_FOLLOW_MEND, OVS_FOLLOW_UNBLOCK, OVS_FOLLOW_UNBLOCK },
    { OVS_FOLLOW_ASK_CLIENT, OVS_FOLLOW_NO_ACCESS, OVS_FOLLOW_ACCESS_AFTER_ALL, OVS_FOLLOW_ACCESS_AFTER_ALL },
    { OVS_FOLLOW_TOMORROW, OVS_FOLLOW_NEXT_WEEK, OVS_FOLLOW_OTHER_DAY, OVS_FOLLOW_NOW },
    { OVS_FOLLOW_STORY, OVS_FOLLOW_STORY, OVS_FOLLOW_STORY, OVS_FOLLOW_STORY },
  };
  GMenu *menu = g_menu_new ();

  for (gsize s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      g_autoptr (GMenu) section = g_menu_new ();
      guint seen = leave_out;

      for (gsize i = 0; i < G_N_ELEMENTS (sections[s]); i++)
        {
          OvsFollowDeed deed = sections[s][i];
          g_autofree char *target = g_strdup_printf ("%s(%d)", action, deed);

          if ((seen & (1u << deed)) != 0 || (person != NULL ? !is_possible (deed, person, today) : !is_for_several (deed)))
            continue;
          seen |= 1u << deed;
          g_menu_append (section, title_of (deed, person), target);
        }
      if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

/* --- decisions: steps that can be taken back --- */

typedef struct
{
  OvsStepPage *page; /* (owned) */
  OvsFollowDeed deed;
  GArray *people;    /* (owned) (element-type gint64) */
  char *name;        /* (owned) (nullable) of the only one */
  char *reason;      /* (owned) (nullable) */
  int days;          /* from today on, 0 to show them now */
  OvsDay until;      /* where a day was chosen */
  gint64 changed;
} Decision;

static void
decision_free (Decision *decision)
{
  g_object_unref (decision->page);
  g_array_unref (decision->people);
  g_free (decision->name);
  g_free (decision->reason);
  g_free (decision);
}

static gboolean
decide (OvsTx *tx, gpointer data, GError **error)
{
  Decision *decision = data;

  if (decision->deed == OVS_FOLLOW_NO_ACCESS)
    decision->changed = ovs_follow_up_set_no_access (tx, decision->people, decision->reason, error);
  else if (decision->deed == OVS_FOLLOW_ACCESS_AFTER_ALL)
    decision->changed = ovs_follow_up_clear_no_access (tx, decision->people);
  else if (decision->deed == OVS_FOLLOW_ASK_CLIENT)
    decision->changed = ovs_follow_up_ask_client (tx, decision->people);
  else
    {
      if (decision->days > 0)
        decision->until = ovs_tx_today (tx) + decision->days;
      decision->changed = ovs_follow_up_snooze (tx, decision->people, decision->until, error);
    }
  return decision->changed >= 0;
}

static char *
describe_no_access (const Decision *decision)
{
  guint asked = decision->people->len;
  guint changed = (guint) decision->changed;

  if (changed == 0)
    return g_strdup (_ ("Nothing was changed: who is over has access, and for the others it was decided already."));
  if (decision->name != NULL && asked == 1)
    return g_strdup_printf (_ ("No access needed for %s"), decision->name);
  return g_strdup_printf (ngettext ("No access needed for %'u employee", "No access needed for %'u employees", changed), changed);
}

static char *
describe (const Decision *decision)
{
  guint changed = (guint) decision->changed;
  g_autofree char *day = decision->until != OVS_NO_DAY ? ovs_day_to_dutch (decision->until) : NULL;

  if (decision->deed == OVS_FOLLOW_NO_ACCESS)
    return describe_no_access (decision);
  if (decision->deed == OVS_FOLLOW_ACCESS_AFTER_ALL)
    return g_strdup_printf (ngettext ("Access needed after all for %'u employee", "Access needed after all for %'u employees", changed), changed);
  if (decision->deed == OVS_FOLLOW_ASK_CLIENT && changed == 0)
    return g_strdup (_ ("Nothing was changed: it stands on the list of the client already, or is no longer needed."));
  if (decision->deed == OVS_FOLLOW_ASK_CLIENT)
    return g_strdup_printf (ngettext ("%'u question added to the list of the client. Make it in Check.",
                                      "%'u questions added to the lists of the clients. Make them in Check.", changed),
                            changed);
  if (day == NULL)
    return g_strdup_printf (ngettext ("%'u employee is shown as work again", "%'u employees are shown as work again", changed), changed);
  if (decision->name != NULL)
    return g_strdup_printf (_ ("%s is shown as work again from %s on"), decision->name, day);
  return g_strdup_printf (ngettext ("%'u employee is shown as work again from %s on", "%'u employees are shown as work again from %s on", changed),
                          changed, day);
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell_error (decision->page, error);
  else
    {
      g_autofree char *text = describe (decision);
      ovs_step_page_tell (decision->page, text, decision->changed > 0);
    }
  decision_free (decision);
}

static void
carry_out (Decision *decision)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (decision->page);

  if (workspace == NULL)
    decision_free (decision);
  else
    ovs_workspace_write_async (workspace, decide, decision, NULL, on_decided, decision);
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;

  decision->reason = ovs_ask_reason_finish (result);
  if (decision->reason == NULL)
    decision_free (decision);
  else
    carry_out (decision);
}

static void
ask_reason (Decision *decision)
{
  const char *const ready[] = { _ ("Gets payslips on paper"), _ ("Leaves soon"), _ ("The client says that it is not needed"), _ ("Does not want it"), NULL };
  guint people = decision->people->len;
  g_autofree char *heading
      = decision->name != NULL
            ? g_strdup_printf (_ ("No access needed for %s?"), decision->name)
            : g_strdup_printf (ngettext ("No access needed for %'u employee?", "No access needed for %'u employees?", people), people);

  ovs_ask_reason_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (decision->page))), heading,
                        _ ("That ends it: off the lists of work, and no invitation any more. Have payslips and the annual statement printed. It can be "
                           "taken back."),
                        _ ("No access needed"), ready, on_reason, decision);
}

static void
on_later (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;

  decision->until = ovs_ask_later_finish (result);
  if (decision->until == OVS_NO_DAY)
    decision_free (decision);
  else
    carry_out (decision);
}

static void
begin_decision (OvsStepPage *page, OvsFollowDeed deed, const char *name, const gint64 *employees, gsize n_employees)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->page = g_object_ref (page);
  decision->deed = deed;
  decision->name = g_strdup (name);
  decision->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  decision->until = OVS_NO_DAY;
  g_array_append_vals (decision->people, employees, (guint) n_employees);
  if (deed == OVS_FOLLOW_TOMORROW)
    decision->days = 1;
  else if (deed == OVS_FOLLOW_NEXT_WEEK)
    decision->days = DAYS_OF_A_WEEK;
  if (deed == OVS_FOLLOW_NO_ACCESS)
    ask_reason (decision);
  else if (deed == OVS_FOLLOW_OTHER_DAY)
    ovs_ask_later_async (page, on_later, decision);
  else
    carry_out (decision);
}

void
ovs_follow_deeds_do (OvsStepPage *page, OvsFollowDeed deed, const OvsOutcomePerson *person, const gint64 *employees, gsize n_employees)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);

  if (deed == OVS_FOLLOW_STORY && n_employees == 1)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.show-person", "x", employees[0]);
  if (deed == OVS_FOLLOW_STORY || n_employees == 0 || workspace == NULL || ovs_workspace_get_read_only (workspace))
    return;
  if (deed == OVS_FOLLOW_INVITE)
    ovs_invite_people (page, employees, n_employees);
  else if (deed == OVS_FOLLOW_UNBLOCK)
    ovs_unblock (page, ovs_rollback_scope_new_people (employees, n_employees));
  else if (deed != OVS_FOLLOW_MEND)
    begin_decision (page, deed, person != NULL ? person->name : NULL, employees, n_employees);
  else if (person != NULL)
    ovs_mend_dialog_show_one (page, person);
}
