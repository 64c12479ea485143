/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/warnings.h"

#include <glib/gi18n.h>

#include "commands/problems.h"
#include "conversion/preflight.h"
#include "conversion/problem.h"
#include "dossier/sunsets.h"
#include "dossier/unknown-fields.h"

static void
add_sunset (const char *resource, OvsDay on, gboolean shown, gpointer data)
{
  g_autofree char *day = ovs_day_to_dutch (on);
  g_autofree char *sentence
      = g_strdup_printf (_ ("Loket stops answering this version of Overstap on %s (%s). Ask for a newer Overstap before that day."), day, resource);

  g_ptr_array_add (data, ovs_problem_new (NULL, NULL, sentence));
}

/* What is read of it. */
typedef struct
{
  GPtrArray *sunsets; /* (owned) (element-type OvsProblem) */
  GPtrArray *fields;  /* (owned) (element-type OvsProblem) */
} Announced;

static void
add_field (const char *resource, const char *field, gboolean shown, gpointer data)
{
  g_autofree char *sentence
      = g_strdup_printf (_ ("Loket answers with a field that this version of Overstap does not know, and that it passes over: %s (%s)."), field, resource);

  g_ptr_array_add (data, ovs_problem_new (NULL, NULL, sentence));
}

static gboolean
read_announced (OvsTx *tx, gpointer data, GError **error)
{
  Announced *announced = data;

  ovs_sunsets_foreach (tx, add_sunset, announced->sunsets);
  ovs_unknown_fields_foreach (tx, add_field, announced->fields);
  return TRUE;
}

static void
add (OvsInvocation *invocation, const char *code, const OvsProblem *warning)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "code", code);
  if (warning->employer_number != NULL)
    ovs_json_add_text (json, "employer", warning->employer_number);
  ovs_json_add_text (json, "sentence", warning->reason);
  ovs_json_end_object (json);
}

gboolean
ovs_add_warnings (OvsInvocation *invocation, OvsDossier *dossier, GPtrArray *warnings, GError **error)
{
  g_autoptr (GPtrArray) sunsets = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);
  Announced announced = { sunsets, fields };

  if (!ovs_dossier_read (dossier, read_announced, &announced, NULL, error))
    return FALSE;
  for (guint i = 0; i < sunsets->len; i++)
    {
      const OvsProblem *sunset = g_ptr_array_index (sunsets, i);

      g_printerr ("%s\n", sunset->reason);
      add (invocation, "sunset", sunset);
    }
  for (guint i = 0; i < fields->len; i++)
    add (invocation, "unknown-field", g_ptr_array_index (fields, i));
  if (warnings != NULL && warnings->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("To know:"));
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      const OvsProblem *warning = g_ptr_array_index (warnings, i);

      ovs_invocation_say (invocation, "%-10s %s", warning->employer_number, warning->reason);
      add (invocation, "rights", warning);
    }
  return TRUE;
}

gboolean
ovs_answer_warnings (OvsInvocation *invocation, OvsDossier *dossier, GPtrArray *warnings, GError **error)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, "warnings");
  if (!ovs_add_warnings (invocation, dossier, warnings, error))
    return FALSE;
  ovs_json_end_list (json);
  return TRUE;
}

static void
add_objection (const OvsPreflight *preflight, const char *number, const char *name, gpointer data)
{
  const char *objection = ovs_preflight_find_objection (preflight, OVS_NEED_TO_CONVERT);

  if (objection != NULL)
    g_ptr_array_add (data, ovs_problem_new (number, NULL, objection));
}

static gboolean
read_objections (OvsTx *tx, gpointer data, GError **error)
{
  ovs_preflight_foreach (tx, add_objection, data);
  return TRUE;
}

gboolean
ovs_answer_rights (OvsInvocation *invocation, OvsDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_problem_free);

  if (!ovs_dossier_read (dossier, read_objections, problems, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "without_rights", problems->len);
  if (problems->len > 0)
    ovs_invocation_say (invocation, "\n%s", _ ("Cannot be converted by this user:"));
  ovs_answer_problems (invocation, "problems", problems);
  return TRUE;
}
