/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/decisions.h"
#include "dossier/employers.h"

typedef struct
{
  OvsSelectWhat what;
  GStrv numbers;
  gboolean without_werknemerloket_too;
  gint64 selected;
  gint64 employees;
} Selection;

static gboolean
write_selection (OvsTx *tx, gpointer data, GError **error)
{
  Selection *selection = data;

  if (ovs_decisions_select (tx, selection->what, (const char *const *) selection->numbers,
                            selection->without_werknemerloket_too, error) < 0)
    return FALSE;
  ovs_employers_count_selected (tx, &selection->selected, &selection->employees);
  return TRUE;
}

static void
answer (OvsInvocation *invocation, const Selection *selection)
{
  g_autofree char *clients =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu client takes part", "%lu clients take part",
                                    (gulong) selection->selected),
                       (gulong) selection->selected);
  g_autofree char *people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu employee", "%lu employees",
                                                          (gulong) selection->employees),
                                             (gulong) selection->employees);

  ovs_json_add_count (ovs_invocation_json (invocation), "selected", selection->selected);
  ovs_json_add_count (ovs_invocation_json (invocation), "employees", selection->employees);
  /* Translators: "3 clients take part", "120 employees" */
  ovs_invocation_say (invocation, _ ("%s, with %s."), clients, people);
}

gboolean
ovs_command_select (OvsInvocation *invocation, GError **error)
{
  gboolean all = FALSE, none = FALSE;
  Selection selection = { OVS_SELECT_NUMBERS };
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Every client"), NULL },
    { "none", 0, 0, G_OPTION_ARG_NONE, &none, N_ ("No client: empties the selection"), NULL },
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers,
      N_ ("These clients too; several numbers may follow"), "NUMBER…" },
    { "without-werknemerloket-too", 0, 0, G_OPTION_ARG_NONE, &selection.without_werknemerloket_too,
      N_ ("Invite their employees without Werknemerloket as well"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) ||
      !ovs_invocation_numbers (invocation, employers, 1, &numbers, error))
    return FALSE;
  if (all + none + (employers != NULL) != 1)
    return ovs_usage_refuse (error, _ ("Give one of --all, --none and --employer."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  selection.what = all ? OVS_SELECT_ALL : none ? OVS_SELECT_NONE : OVS_SELECT_NUMBERS;
  selection.numbers = numbers;
  if (dossier == NULL || !ovs_dossier_write (dossier, write_selection, &selection, NULL, error))
    return FALSE;
  answer (invocation, &selection);
  return TRUE;
}
