/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/parse.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the descriptions of options begin. */
#define HEAD_WIDTH 31

G_DEFINE_QUARK (ovs-usage-error-quark, ovs_usage_error)

gboolean
ovs_usage_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE, sentence);
  return FALSE;
}

static const GOptionEntry *
find_entry (const GOptionEntry *entries, const char *argument)
{
  const char *name = argument + strspn (argument, "-");
  gboolean is_long = g_str_has_prefix (argument, "--");
  gsize length = strcspn (name, "=");

  for (; entries->long_name != NULL; entries++)
    if (is_long ? strlen (entries->long_name) == length && strncmp (entries->long_name, name, length) == 0
                : entries->short_name == *name)
      return entries;
  return NULL;
}

static const char *
find_unknown (const char *const *arguments, const GOptionEntry *entries)
{
  for (; *arguments != NULL && g_strcmp0 (*arguments, "--") != 0; arguments++)
    if ((*arguments)[0] == '-' && (*arguments)[1] != '\0' && find_entry (entries, *arguments) == NULL)
      return *arguments;
  return NULL;
}

/* The option that GLib complains about: its message ends in or mentions the name. The longest one, since
 * names begin alike. */
static const GOptionEntry *
find_mentioned (const char *message, const GOptionEntry *entries)
{
  const GOptionEntry *found = NULL;

  for (; entries->long_name != NULL; entries++)
    {
      g_autofree char *name = g_strconcat ("--", entries->long_name, NULL);
      const char short_name[] = { '-', entries->short_name, '\0' };

      if (strstr (message, name) == NULL &&
          (entries->short_name == 0 || !g_str_has_suffix (message, short_name)))
        continue;
      if (found == NULL || strlen (entries->long_name) > strlen (found->long_name))
        found = entries;
    }
  return found;
}

/* GLib's own messages are in another catalogue than ours, and no sentences. */
static gboolean
explain (const GError *trouble, const char *const *arguments, const GOptionEntry *entries, GError **error)
{
  const char *unknown = find_unknown (arguments, entries);
  const GOptionEntry *mentioned = find_mentioned (trouble->message, entries);

  if (g_error_matches (trouble, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) && unknown != NULL)
    g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE, _ ("There is no option “%s” here."),
                 unknown);
  else if (mentioned == NULL)
    g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE, _ ("An option is wrong: %s."),
                 trouble->message);
  else if (mentioned->arg == G_OPTION_ARG_INT || mentioned->arg == G_OPTION_ARG_INT64)
    g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE, _ ("“--%s” needs a whole number."),
                 mentioned->long_name);
  else
    g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE, _ ("“--%s” needs a value."),
                 mentioned->long_name);
  return FALSE;
}

/* As GLib would convert texts from the charset of the locale, which is ASCII for a job without one; texts are
 * UTF-8 here. */
static GOptionEntry *
take_texts_as_they_are (const GOptionEntry *entries)
{
  GArray *copies = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; entries->long_name != NULL; entries++)
    {
      GOptionEntry copy = *entries;

      if (copy.arg == G_OPTION_ARG_STRING)
        copy.arg = G_OPTION_ARG_FILENAME;
      else if (copy.arg == G_OPTION_ARG_STRING_ARRAY)
        copy.arg = G_OPTION_ARG_FILENAME_ARRAY;
      g_array_append_val (copies, copy);
    }
  return (GOptionEntry *) g_array_free (copies, FALSE);
}

static gboolean
is_text (const GOptionEntry *entry)
{
  if (entry->arg == G_OPTION_ARG_STRING)
    {
      const char *text = *(char **) entry->arg_data;
      return text == NULL || g_utf8_validate (text, -1, NULL);
    }
  if (entry->arg == G_OPTION_ARG_STRING_ARRAY)
    for (char **texts = *(char ***) entry->arg_data; texts != NULL && *texts != NULL; texts++)
      if (!g_utf8_validate (*texts, -1, NULL))
        return FALSE;
  return TRUE;
}

gboolean
ovs_parse_options (const char *const *arguments, const GOptionEntry *entries, GStrv *words, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree GOptionEntry *taken = take_texts_as_they_are (entries);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) vector = NULL;
  char **found = NULL;
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &found, NULL, NULL },
    { NULL },
  };

  /* GLib takes the first argument for the name of the program. */
  g_strv_builder_add (builder, "overstap");
  g_strv_builder_addv (builder, (const char **) arguments);
  vector = g_strv_builder_end (builder);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, taken, NULL);
  g_option_context_add_main_entries (context, rest, NULL);
  if (!g_option_context_parse_strv (context, &vector, &trouble))
    return explain (trouble, arguments, entries, error);

  *words = found != NULL ? found : g_new0 (char *, 1);
  for (; entries->long_name != NULL; entries++)
    if (!is_text (entries))
      {
        g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE,
                     _ ("The value of “--%s” is no text in UTF-8."), entries->long_name);
        return FALSE;
      }
  return TRUE;
}

gboolean
ovs_parse_day (const char *text, OvsDay *day, GError **error)
{
  if (text == NULL || ovs_day_parse_iso (text, day))
    return TRUE;
  g_set_error (error, OVS_USAGE_ERROR, OVS_USAGE_ERROR_WRONG_USE,
               _ ("“%s” is no day. Write it as 2026-12-08."), text);
  return FALSE;
}

gboolean
ovs_parse_take_flag (char **arguments, const char *flag)
{
  gboolean found = FALSE;
  char **kept = arguments;

  for (; *arguments != NULL && g_strcmp0 (*arguments, "--") != 0; arguments++)
    if (g_str_equal (*arguments, flag))
      {
        g_free (*arguments);
        found = TRUE;
      }
    else
      *kept++ = *arguments;
  while (*arguments != NULL)
    *kept++ = *arguments++;
  *kept = NULL;
  return found;
}

static char *
entry_head (const GOptionEntry *entry)
{
  const char *gap = entry->arg_description != NULL ? " " : "";
  const char *value = entry->arg_description != NULL ? entry->arg_description : "";

  if (entry->short_name != 0)
    return g_strdup_printf ("-%c, --%s%s%s", entry->short_name, entry->long_name, gap, value);
  return g_strdup_printf ("--%s%s%s", entry->long_name, gap, value);
}

char *
ovs_parse_describe (const GOptionEntry *entries)
{
  GString *text = g_string_new (NULL);

  for (; entries->long_name != NULL; entries++)
    {
      g_autofree char *head = entry_head (entries);
      /* printf() would count bytes. */
      int gap = MAX (HEAD_WIDTH - (int) g_utf8_strlen (head, -1), 1);
      g_string_append_printf (text, "  %s%*s%s\n", head, gap, "", _ (entries->description));
    }
  return g_string_free (text, FALSE);
}
