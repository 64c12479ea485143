/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/invocation.h"

#include <glib/gi18n.h>

#include "commands/exit-status.h"
#include "commands/failure.h"
#include "commands/parse.h"

struct _OvsInvocation
{
  const OvsCommand *command; /* (not owned) */
  GStrv arguments;           /* (owned) */
  GStrv words;               /* (owned) (nullable) until the options are read */
  OvsSpool *spool;           /* (owned) the answer */
  OvsJsonWriter *json;       /* (owned) (nullable) */
  gboolean help;
  gboolean finished; /* the answer is printed */
};

OvsInvocation *
ovs_invocation_new (const OvsCommand *command, GStrv arguments)
{
  OvsInvocation *self = g_new0 (OvsInvocation, 1);

  self->command = command;
  self->arguments = arguments;
  self->spool = ovs_spool_new ();
  return self;
}

void
ovs_invocation_free (OvsInvocation *self)
{
  g_strfreev (self->arguments);
  g_strfreev (self->words);
  g_clear_pointer (&self->json, ovs_json_writer_free);
  ovs_spool_free (self->spool);
  g_free (self);
}

static char *
usage_line (OvsInvocation *self)
{
  g_autofree char *line =
      g_strjoin (" ", _ ("Usage:"), "overstap", self->command->name, self->command->synopsis, NULL);

  return g_strdup (g_strchomp (line));
}

int
ovs_invocation_run (OvsInvocation *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *usage = NULL;
  gboolean done;

  self->help = ovs_parse_take_flag (self->arguments, "--help") | ovs_parse_take_flag (self->arguments, "-h");
  if (ovs_parse_take_flag (self->arguments, "--json") && !self->help)
    self->json = ovs_json_writer_new (self->spool);

  ovs_json_begin_object (self->json, NULL);
  done = self->command->run (self, &error);
  if (done || error == NULL)
    done = ovs_invocation_finish (self, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      g_set_error_literal (
          &error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
          _ ("Stopped. What was done until then is in the dossier; give the same command again to go on."));
    }
  if (done)
    return OVS_EXIT_DONE;
  usage = usage_line (self);
  return ovs_failure_report (error, self->json != NULL && !self->finished, usage);
}

static gboolean
answer_help (OvsInvocation *self, const GOptionEntry *entries)
{
  g_autofree char *options = ovs_parse_describe (entries);
  g_autofree char *usage = usage_line (self);

  ovs_invocation_say (self, "%s", usage);
  ovs_invocation_say (self, "\n%s\n", _ (self->command->summary));
  ovs_invocation_say (self, "%s\n%s  %-30s %s\n  %-30s %s", _ ("Options:"), options, "--json",
                      _ ("Answer with one JSON object"), "-h, --help", _ ("Show this help"));
  return FALSE;
}

gboolean
ovs_invocation_parse (
    OvsInvocation *self, const GOptionEntry *entries, guint least, guint most, GError **error)
{
  guint n_words;

  if (self->help)
    return answer_help (self, entries);
  if (!ovs_parse_options ((const char *const *) self->arguments, entries, &self->words, error))
    return FALSE;

  n_words = g_strv_length (self->words);
  if (n_words < least)
    return ovs_usage_refuse (error, _ ("Something is missing on the command line."));
  if (n_words <= most)
    return TRUE;
  g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE,
               _ ("“%s” is one word too many on the command line."), self->words[most]);
  return FALSE;
}

const char *
ovs_invocation_word (OvsInvocation *self, guint index)
{
  return self->words[index];
}

gboolean
ovs_invocation_numbers (OvsInvocation *self, char **option, guint index, GStrv *numbers, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (option == NULL && g_strv_length (self->words) > index)
    {
      g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE,
                   _ ("“%s” is one word too many on the command line."), self->words[index]);
      return FALSE;
    }
  if (option != NULL)
    g_strv_builder_addv (builder, (const char **) option);
  for (char **word = self->words + index; option != NULL && *word != NULL; word++)
    if (g_utf8_validate (*word, -1, NULL))
      g_strv_builder_add (builder, *word);
    else
      return ovs_usage_refuse (error, _ ("A client's number is no text in UTF-8."));
  *numbers = g_strv_builder_end (builder);
  return TRUE;
}

OvsDossier *
ovs_invocation_open (OvsInvocation *self, OvsDossierMode mode, GError **error)
{
  return ovs_dossier_open (self->words[0], mode, error);
}

OvsJsonWriter *
ovs_invocation_json (OvsInvocation *self)
{
  return self->json;
}

void
ovs_invocation_say (OvsInvocation *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  if (self->json != NULL)
    return;
  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ovs_spool_add (self->spool, line, -1);
  ovs_spool_add (self->spool, "\n", 1);
}

void
ovs_invocation_say_count (OvsInvocation *self, gint64 count, const char *what)
{
  ovs_invocation_say (self, "%8" G_GINT64_FORMAT "  %s", count, what);
}

gboolean
ovs_invocation_show (OvsInvocation *self, GError **error)
{
  return self->json != NULL || ovs_spool_release (self->spool, error);
}

gboolean
ovs_invocation_finish (OvsInvocation *self, GError **error)
{
  if (self->finished)
    return TRUE;
  self->finished = TRUE;
  ovs_json_end_object (self->json);
  if (self->json != NULL)
    ovs_spool_add (self->spool, "\n", 1);
  return ovs_spool_release (self->spool, error);
}
