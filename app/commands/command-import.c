/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "commands/command.h"
#include "commands/imported.h"
#include "commands/parse.h"
#include "intake/intake.h"
#include "intake/pasted.h"
#include "intake/refused.h"

static void
answer_brakes (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_begin_list (json, "brakes");
  for (guint i = 0; i < result->brakes->len; i++)
    {
      const OvsIntakeBrake *brake = g_ptr_array_index (result->brakes, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "brake", ovs_brake_get (brake->brake)->code);
      ovs_json_add_text (json, "message", brake->message);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

/* Why each private column is none of ours. */
static void
answer_private (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_begin_object (json, "private_reasons");
  for (guint i = 0; result->private_columns != NULL && result->private_columns[i] != NULL; i++)
    ovs_json_add_text (json, result->private_columns[i], ovs_personal_get_title (result->private_kinds[i]));
  ovs_json_end_object (json);
}

static void
answer_json (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_answer_intake (json, result);
  ovs_json_add_text (json, "encoding", result->encoding);
  ovs_json_add_text (json, "delimiter", result->delimiter);

  ovs_json_begin_object (json, "mapping");
  for (int field = 0; field < OVS_N_FIELDS; field++)
    if (result->headers[field] != NULL)
      ovs_json_add_text (json, ovs_field_get_name (field), result->headers[field]);
  ovs_json_end_object (json);

  ovs_json_begin_list (json, "missing_fields");
  for (guint i = 0; i < result->n_missing_fields; i++)
    ovs_json_add_text (json, NULL, ovs_field_get_name (result->missing_fields[i]));
  ovs_json_end_list (json);
  ovs_answer_texts (json, "ignored_columns", result->ignored);
  ovs_answer_texts (json, "private_columns", result->private_columns);
  answer_private (json, result);
  ovs_answer_texts (json, "notes", result->notes);
  if (result->dry_run)
    answer_brakes (json, result);
  ovs_json_add_flag (json, "dry_run", result->dry_run);
}

static void
say_list (OvsInvocation *invocation, const char *sentence, char **texts)
{
  g_autofree char *joined = texts != NULL ? g_strjoinv (", ", texts) : g_strdup ("");

  if (*joined != '\0')
    ovs_invocation_say (invocation, "%s %s", sentence, joined);
}

static char **
explain_private (const OvsIntakeResult *result)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; result->private_columns != NULL && result->private_columns[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s (%s)", result->private_columns[i], ovs_personal_get_title (result->private_kinds[i]));

      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static char **
other_ignored (const OvsIntakeResult *result)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **header = result->ignored; header != NULL && *header != NULL; header++)
    if (result->private_columns == NULL ||
        !g_strv_contains ((const char *const *) result->private_columns, *header))
      g_strv_builder_add (builder, *header);
  return g_strv_builder_end (builder);
}

static void
say_result (OvsInvocation *invocation, const OvsIntakeResult *result)
{
  g_auto (GStrv) others = other_ignored (result);
  g_auto (GStrv) private = explain_private (result);

  ovs_say_intake (invocation, result);
  if (result->missing > 0)
    ovs_invocation_say_count (invocation, (gint64) result->missing,
                              _ ("known people are not in this file; they were kept and marked"));

  say_list (invocation, _ ("Never read or kept, for privacy:"), private);
  say_list (invocation, _ ("Columns without a meaning here:"), others);
  for (char **note = result->notes; note != NULL && *note != NULL; note++)
    ovs_invocation_say (invocation, "%s", *note);
  for (guint i = 0; i < result->brakes->len; i++)
    {
      const OvsIntakeBrake *brake = g_ptr_array_index (result->brakes, i);

      ovs_invocation_say (invocation, _ ("It would not be read in without --despite %s: %s"), ovs_brake_get (brake->brake)->code, brake->message);
    }
  ovs_say_refused (invocation, result);
  if (result->dry_run)
    ovs_invocation_say (invocation, "\n%s", _ ("This was a trial: nothing was kept."));
}

/*
 * An old overview is only told here, for a script cannot ask Loket for a new one; and so is a doubt about the column of the addresses, which
 * the header or --mapping names. Returns: (transfer full) (nullable).
 */
static GStrv
read_despite (char **codes, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsBrake brake;

  g_strv_builder_add (builder, ovs_brake_get (OVS_BRAKE_OLD_OVERVIEW)->code);
  g_strv_builder_add (builder, ovs_brake_get (OVS_BRAKE_BUSINESS_DOMAIN)->code);
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      if (!ovs_brake_lookup (codes[i], &brake))
        {
          g_autofree char *sentence = g_strdup_printf (_ ("There is no brake “%s”. A file that is stopped names the ones to give."), codes[i]);

          ovs_usage_refuse (error, sentence);
          return NULL;
        }
      g_strv_builder_add (builder, codes[i]);
    }
  return g_strv_builder_end (builder);
}

/* Text as a list beside the dossier, until it is read. Returns: (transfer full) (nullable). */
static char *
write_pasted (OvsDossier *dossier, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ovs_dossier_get_path (dossier));
  g_autofree char *list = g_build_filename (folder, "berichtencentrum.csv", NULL);
  g_autofree char *text = NULL;
  OvsPasted pasted;

  if (!g_file_get_contents (path, &text, NULL, error) || !ovs_pasted_write (dossier, text, list, &pasted, error))
    return NULL;
  return g_steal_pointer (&list);
}

gboolean
ovs_command_import (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) mapping = NULL;
  g_auto (GStrv) codes = NULL;
  g_auto (GStrv) despite = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *delimiter = NULL;
  g_autofree char *sheet_date = NULL;
  g_autofree char *save_refused = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsIntakeResult) result = NULL;
  g_autofree char *list = NULL;
  gboolean pasted = FALSE;
  OvsIntakeRequest request = { 0 };
  const GOptionEntry options[] = {
    { "mapping", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mapping,
      N_ ("The column with this head means this field; repeatable"), "FIELD=HEADER" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
      N_ ("utf-8, windows-1252, utf-16le …; found out when not given"), "NAME" },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &delimiter, N_ ("; , | or tab; found out when not given"),
      "CHARACTER" },
    { "repair-encoding", 0, 0, G_OPTION_ARG_NONE, &request.repair_double,
      N_ ("Set text right that was encoded twice (RenÃ©e to Renée)"), NULL },
    { "sheet-date", 0, 0, G_OPTION_ARG_STRING, &sheet_date,
      N_ ("The day of which the file tells; today when not given"), "YYYY-MM-DD" },
    { "despite", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes,
      N_ ("Reads a file in although it looks like the wrong one by this brake; repeatable"), "BRAKE" },
    { "save-refused", 0, 0, G_OPTION_ARG_FILENAME, &save_refused,
      N_ ("Writes the refused rows to this file, with why; mend them there and import it"), "FILE" },
    { "pasted", 0, 0, G_OPTION_ARG_NONE, &pasted, N_ ("For fallout: the file is text copied from Loket's berichtencentrum"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, N_ ("Count only, keep nothing"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 3, 3, error) ||
      !ovs_parse_day (sheet_date, &request.sheet_date, error) ||
      (despite = read_despite (codes, error)) == NULL)
    return FALSE;
  if (!ovs_csv_kind_from_name (ovs_invocation_word (invocation, 1), &request.kind))
    return ovs_usage_refuse (
        error, _ ("There is no such kind of file. It is employers, employees, status, fallout or corrections."));

  if (pasted && request.kind != OVS_CSV_FALLOUT)
    return ovs_usage_refuse (error, _ ("Only a fallout list can be --pasted."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  request.path = ovs_invocation_word (invocation, 2);
  request.encoding = encoding;
  request.delimiter = delimiter;
  request.mapping = (const char *const *) mapping;
  request.brakes = TRUE;
  request.despite = (const char *const *) despite;
  request.despite_option = "--despite";
  if (dossier == NULL)
    return FALSE;
  if (pasted)
    request.path = list = write_pasted (dossier, request.path, error);
  if (request.path != NULL)
    result = ovs_intake_run (dossier, &request, NULL, error);
  if (list != NULL)
    g_unlink (list);
  if (result == NULL)
    return FALSE;
  if (save_refused != NULL && result->refused->len > 0 &&
      !ovs_intake_save_refused (&request, result, save_refused, NULL, error))
    {
      g_prefix_error (error, "%s ", _ ("The file was read in, but its refused rows were not saved."));
      return FALSE;
    }

  if (ovs_invocation_json (invocation) != NULL)
    answer_json (ovs_invocation_json (invocation), result);
  else
    say_result (invocation, result);
  return TRUE;
}
