/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/unblock.h"

#include <glib/gi18n.h>

#include "conversion/rollback.h"
#include "steps/apply/environment.h"
#include "widgets/confirm.h"

/* Above this many people the number has to be typed. */
#define TYPE_ABOVE 250

typedef struct
{
  OvsStepPage *page;        /* (owned) */
  OvsRollbackScope *scope;  /* (owned) (nullable) once it went to the roll-back */
  OvsRollbackCounts counts;
  OvsDay today;
} Unblock;

static void
unblock_free (Unblock *unblock)
{
  g_object_unref (unblock->page);
  ovs_rollback_scope_free (unblock->scope);
  g_free (unblock);
}

/* --- what came of it --- */

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
describe (const OvsRolledBack *rolled_back)
{
  GString *text = g_string_new (NULL);
  guint refused = rolled_back->refused->len;

  if (rolled_back->reinstated > 0 || refused + rolled_back->unknown == 0)
    add_sentence (text, g_strdup_printf (ngettext ("%'u employee has Werknemerloket back.", "%'u employees have Werknemerloket back.",
                                                   rolled_back->reinstated),
                                         rolled_back->reinstated));
  if (rolled_back->unknown > 0)
    add_sentence (text, g_strdup_printf (ngettext ("Of %'u Loket has not told yet: follow later.", "Of %'u Loket has not told yet: follow later.",
                                                   rolled_back->unknown),
                                         rolled_back->unknown));
  if (refused > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%'u was not unblocked: %s", "%'u were not unblocked, the first because: %s", refused), refused,
                                         ((OvsProblem *) g_ptr_array_index (rolled_back->refused, 0))->reason));
  if (rolled_back->reinstated > 0 && rolled_back->counts.pending > 0)
    add_sentence (text, g_strdup (_ ("Their invitations stay valid.")));
  return g_string_free (text, FALSE);
}

static void
on_rolled_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Unblock *unblock = user_data;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (unblock->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsRolledBack) rolled_back = ovs_rollback_finish (OVS_DOSSIER (source), result, &error);

  if (workspace != NULL)
    {
      ovs_workspace_set_busy (workspace, FALSE);
      ovs_workspace_refresh (workspace);
    }
  if (workspace != NULL && rolled_back == NULL)
    ovs_step_page_tell_error (unblock->page, error);
  else if (workspace != NULL)
    {
      g_autofree char *text = describe (rolled_back);
      ovs_step_page_tell (unblock->page, text, FALSE);
    }
  unblock_free (unblock);
}

/* --- asking --- */

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Unblock *unblock = user_data;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (unblock->page);

  if (!ovs_confirm_finish (result) || workspace == NULL || ovs_workspace_get_busy (workspace))
    {
      unblock_free (unblock);
      return;
    }
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_rollback_async (ovs_workspace_get_dossier (workspace), g_steal_pointer (&unblock->scope), FALSE, NULL, NULL, NULL, on_rolled_back, unblock);
}

static char *
describe_consequences (const Unblock *unblock)
{
  g_auto (GStrv) lasting = ovs_rollback_tell_lasting (&unblock->counts, unblock->today);
  GString *text = g_string_new (unblock->scope->everybody ? _ ("This is about everybody in this dossier, of all rounds.") : NULL);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                          _ ("They can use both portals then, and the conversion leaves them alone until they are invited again."));

  for (gsize i = 0; lasting[i] != NULL; i++)
    g_string_append_printf (text, "\n\n%s", lasting[i]);
  if (unblock->counts.before > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text,
                              ngettext ("%'u was blocked already before this conversion and stays so.",
                                        "%'u were blocked already before this conversion and stay so.", unblock->counts.before),
                              unblock->counts.before);
    }
  return g_string_free (text, FALSE);
}

static void
ask (Unblock *unblock)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (unblock->page));
  guint people = unblock->counts.possible;
  g_autofree char *body = describe_consequences (unblock);
  const char *environment = ovs_environment_title (figures != NULL ? figures->loket_kind : NULL);
  g_autofree char *heading
      = unblock->scope->wave > 0
            ? g_strdup_printf (ngettext ("Give Werknemerloket back to %'u employee of round %d in %s?",
                                         "Give Werknemerloket back to %'u employees of round %d in %s?", people),
                               people, (int) unblock->scope->wave, environment)
            : g_strdup_printf (ngettext ("Give Werknemerloket back to %'u employee in %s?", "Give Werknemerloket back to %'u employees in %s?", people),
                               people, environment);
  g_autofree char *verb = g_strdup_printf (ngettext ("Unblock %'u employee", "Unblock %'u employees", people), people);

  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (unblock->page))), heading, body, verb, people > TYPE_ABOVE ? people : 0,
                     on_confirmed, unblock);
}

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  Unblock *unblock = data;

  unblock->today = ovs_tx_today (tx);
  return ovs_rollback_scope_count (unblock->scope, tx, &unblock->counts, error);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Unblock *unblock = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_step_page_tell_error (unblock->page, error);
  else if (gtk_widget_get_root (GTK_WIDGET (unblock->page)) != NULL && unblock->counts.possible > 0)
    {
      ask (unblock);
      return;
    }
  else if (unblock->counts.before > 0)
    ovs_step_page_tell (unblock->page, _ ("Who is blocked here was so before this conversion. Unblock in Loket itself."), FALSE);
  else
    ovs_step_page_tell (unblock->page, _ ("This conversion blocks nobody here at the moment."), FALSE);
  unblock_free (unblock);
}

void
ovs_unblock (OvsStepPage *page, OvsRollbackScope *scope)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  Unblock *unblock;

  if (workspace == NULL || ovs_workspace_get_busy (workspace) || ovs_workspace_get_read_only (workspace))
    {
      ovs_rollback_scope_free (scope);
      return;
    }
  unblock = g_new0 (Unblock, 1);
  unblock->page = g_object_ref (page);
  unblock->scope = scope;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), count, unblock, NULL, on_counted, unblock);
}
