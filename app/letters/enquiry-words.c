/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/enquiry-words.h"

#include <gio/gio.h>

#include "rules/client-question.h"

#define TEXTS "lijst"
#define COLUMNS "kolommen"
#define MISSING "ontbreekt"

/* Group and name, such as "lijst/titel", to text. */
static GHashTable *
load (void)
{
  static const char *const groups[] = { TEXTS, COLUMNS, MISSING };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data ("/nl/overstap/Overstap/letters/aanvullijst.ini", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean loaded = bytes != NULL && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);

  g_assert (loaded);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_auto (GStrv) names = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (gsize k = 0; names != NULL && names[k] != NULL; k++)
        g_hash_table_insert (words, g_strconcat (groups[i], "/", names[k], NULL), g_key_file_get_string (file, groups[i], names[k], NULL));
    }
  return words;
}

static const char *
look_up (const char *group, const char *name)
{
  static GHashTable *words = NULL;
  g_autofree char *key = g_strconcat (group, "/", name, NULL);
  const char *text;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, load ());
  text = g_hash_table_lookup (words, key);
  return text != NULL ? text : "";
}

const char *
ovs_enquiry_words_get (const char *name)
{
  return look_up (TEXTS, name);
}

const char *
ovs_enquiry_words_column (const char *name)
{
  return look_up (COLUMNS, name);
}

char *
ovs_enquiry_words_fill (const char *name, ...)
{
  GString *text = g_string_new (look_up (TEXTS, name));
  const char *field;
  va_list args;

  va_start (args, name);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);
      g_autofree char *place = g_strconcat ("{", field, "}", NULL);

      g_string_replace (text, place, value != NULL ? value : "", 0);
    }
  va_end (args);
  return g_string_free (text, FALSE);
}

char *
ovs_enquiry_words_missing (OvsFindings asked)
{
  GString *text = g_string_new (NULL);

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if ((asked & OVS_FINDING_BIT (finding)) != 0 && ovs_client_question_is ((OvsFinding) finding))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", look_up (MISSING, ovs_rule_get ((OvsFinding) finding)->code));
  return g_string_free (text, FALSE);
}
