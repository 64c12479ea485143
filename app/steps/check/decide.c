/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/decide.h"

#include <glib/gi18n.h>

#include "steps/ask-reason.h"
#include "steps/check/answers.h"
#include "steps/check/ready-reasons.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  int finding;
  GArray *people; /* (owned) (nullable) */
  OvsLoketMends *mends; /* (owned) (nullable) */
} Decision;

static Decision *
new_decision (OvsStepPage *page, GArray *people)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->page = g_object_ref (page);
  decision->people = people;
  return decision;
}

static void
decision_free (Decision *decision)
{
  g_object_unref (decision->page);
  g_clear_pointer (&decision->people, g_array_unref);
  g_clear_object (&decision->mends);
  g_free (decision);
}

/* --- what happened --------------------------------------------------------------------------------------------- */

/* Tells what went wrong; else what was done is still to be told. */
static gboolean
finish (OvsStepPage *page, GAsyncResult *result, gint64 *changed)
{
  g_autoptr (GError) error = NULL;

  *changed = ovs_answer_finish (result, &error);
  if (error != NULL)
    ovs_step_page_tell_error (page, error);
  return error == NULL;
}

static void
on_mended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;
  gint64 changed;

  if (finish (decision->page, result, &changed) && decision->mends != NULL)
    ovs_loket_mends_add (decision->mends, decision->people);
  else if (changed >= 0)
    ovs_step_page_tell (decision->page, _ ("Address saved. Change it in Loket too."), changed > 0);
  decision_free (decision);
}

static void
on_ticked_off (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  gint64 changed;

  if (finish (page, result, &changed))
    ovs_step_page_tell (page, _ ("Ticked off as changed in Loket"), changed > 0);
}

static void
on_many_ticked_off (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  g_autofree char *text = NULL;
  gint64 changed;

  if (!finish (page, result, &changed))
    return;
  text = g_strdup_printf (ngettext ("%d address ticked off as changed in Loket", "%d addresses ticked off as changed in Loket", (gulong) changed),
                          (int) changed);
  ovs_step_page_tell (page, text, changed > 0);
}

static void
on_put_on_paper (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  g_autofree char *text = NULL;
  gint64 changed;

  if (!finish (page, result, &changed))
    return;
  text = g_strdup_printf (ngettext ("%d person gets the payslip on paper", "%d people get the payslip on paper", (gulong) changed),
                          (int) changed);
  ovs_step_page_tell (page, text, changed > 0);
}

static void
on_accepted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  g_autofree char *text = NULL;
  gint64 changed;

  if (!finish (page, result, &changed))
    return;
  text = g_strdup_printf (ngettext ("%d person taken along anyway", "%d people taken along anyway", (gulong) changed), (int) changed);
  ovs_step_page_tell (page, text, changed > 0);
}

static void
on_excluded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  g_autofree char *text = NULL;
  gint64 changed;

  if (!finish (page, result, &changed))
    return;
  text = g_strdup_printf (ngettext ("%d person does not go along", "%d people do not go along", (gulong) changed), (int) changed);
  ovs_step_page_tell (page, text, changed > 0);
}

static void
on_included (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsStepPage) page = user_data;
  g_autofree char *text = NULL;
  gint64 changed;

  if (!finish (page, result, &changed))
    return;
  text = g_strdup_printf (ngettext ("%d person goes along again", "%d people go along again", (gulong) changed), (int) changed);
  ovs_step_page_tell (page, text, changed > 0);
}

/* --- the questions --------------------------------------------------------------------------------------------- */

static void
on_accept_reason (GObject *window, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;
  g_autofree char *reason = ovs_ask_reason_finish (result);

  if (reason != NULL)
    ovs_answer_accept_async (ovs_step_page_get_workspace (decision->page), decision->finding, g_steal_pointer (&decision->people), reason,
                             on_accepted, g_object_ref (decision->page));
  decision_free (decision);
}

static void
on_exclude_reason (GObject *window, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;
  g_autofree char *reason = ovs_ask_reason_finish (result);

  if (reason != NULL)
    ovs_answer_exclude_async (ovs_step_page_get_workspace (decision->page), g_steal_pointer (&decision->people), reason,
                              g_str_equal (reason, ovs_ready_reason_no_email ()), on_excluded, g_object_ref (decision->page));
  decision_free (decision);
}

static GtkWindow *
get_window (OvsStepPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

void
ovs_decide_mend (OvsStepPage *page, const OvsPersonCard *card, const char *address, gboolean done_in_loket, OvsLoketMends *mends)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  Decision *decision;

  if (done_in_loket)
    {
      ovs_answer_mend_async (workspace, card->employer_number, card->number, address, TRUE, on_ticked_off, g_object_ref (page));
      return;
    }
  decision = new_decision (page, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_array_append_val (decision->people, card->id);
  decision->mends = mends != NULL ? g_object_ref (mends) : NULL;
  ovs_answer_mend_async (workspace, card->employer_number, card->number, address, FALSE, on_mended, decision);
}

static char *
ask_to_accept (guint n_people, const char *name, const char *client)
{
  if (name != NULL)
    return g_strdup_printf (_ ("Take %s along anyway?"), name);
  if (client != NULL)
    return g_strdup_printf (ngettext ("Take %u person of %s along anyway?", "Take %u people of %s along anyway?", n_people), n_people, client);
  return g_strdup_printf (ngettext ("Take %'u person along anyway?", "Take %'u people along anyway?", n_people), n_people);
}

void
ovs_decide_accept (OvsStepPage *page, int finding, GArray *people, const char *name, const char *client)
{
  g_auto (GStrv) ready = ovs_ready_reasons_accept (finding);
  g_autofree char *heading = ask_to_accept (people->len, name, client);
  const char *body = finding >= 0 ? ovs_rule_why ((OvsFinding) finding) : _ ("This answers every warning that they still have.");
  Decision *decision = new_decision (page, people);

  decision->finding = finding;
  ovs_ask_reason_async (get_window (page), heading, body, _ ("Take along"), (const char *const *) ready, on_accept_reason, decision);
}

void
ovs_decide_exclude (OvsStepPage *page, GArray *people, const char *name)
{
  g_auto (GStrv) ready = ovs_ready_reasons_exclude ();
  g_autofree char *heading =
      name != NULL
          ? g_strdup_printf (_ ("Do not take %s along?"), name)
          : g_strdup_printf (ngettext ("Do not take %'u person along?", "Do not take %'u people along?", people->len), people->len);

  ovs_ask_reason_async (get_window (page), heading, _ ("Who does not go along gets no invitation and keeps Werknemerloket."),
                        _ ("Do not take along"), (const char *const *) ready, on_exclude_reason, new_decision (page, people));
}

void
ovs_decide_on_paper (OvsStepPage *page, GArray *people)
{
  ovs_answer_exclude_async (ovs_step_page_get_workspace (page), people, ovs_ready_reason_no_email (), TRUE, on_put_on_paper,
                            g_object_ref (page));
}

void
ovs_decide_tick_off (OvsStepPage *page, GArray *people)
{
  ovs_answer_tick_off_async (ovs_step_page_get_workspace (page), people, on_many_ticked_off, g_object_ref (page));
}

void
ovs_decide_include (OvsStepPage *page, GArray *people)
{
  ovs_answer_include_async (ovs_step_page_get_workspace (page), people, on_included, g_object_ref (page));
}
