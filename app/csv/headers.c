/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/headers.h"

#include "base/text.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  GHashTable *fields[OVS_CSV_N_KINDS];      /* (element-type utf8 guint): field + 1 by key */
  GHashTable *otherwise[OVS_CSV_N_KINDS];   /* the same */
  char *own[OVS_CSV_N_KINDS][OVS_N_FIELDS]; /* (nullable) */
  char **never[OVS_N_FIELDS]; /* (nullable) */
  struct
  {
    char **is;
    char **begins;
    char **contains;
  } personal[OVS_N_PERSONAL];
} Headers;

static const char *const personal_names[OVS_N_PERSONAL] = {
  [OVS_PERSONAL_BSN] = "bsn",         [OVS_PERSONAL_WAGE_TAX] = "loonheffingennummer", [OVS_PERSONAL_IBAN] = "iban",
  [OVS_PERSONAL_ADDRESS] = "adres",   [OVS_PERSONAL_PHONE] = "telefoon",               [OVS_PERSONAL_SALARY] = "salaris",
  [OVS_PERSONAL_OTHER] = "persoonlijk",
};

static char **
load_keys (GKeyFile *file, const char *group, const char *name)
{
  char **headers = g_key_file_get_string_list (file, group, name, NULL, NULL);

  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    {
      g_autofree char *header = headers[i];
      headers[i] = ovs_text_header_key (header);
    }
  return headers;
}

static GHashTable *
load_fields (GKeyFile *file, const char *group)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint field = 0; field < OVS_N_FIELDS; field++)
    {
      g_autofree char **keys = load_keys (file, group, ovs_field_get_name ((OvsField) field));

      for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        g_hash_table_insert (fields, keys[i], GUINT_TO_POINTER (field + 1));
    }
  return fields;
}

static void
load_own (GKeyFile *file, const char *group, char **own)
{
  for (guint field = 0; field < OVS_N_FIELDS; field++)
    {
      g_auto (GStrv) headers =
          g_key_file_get_string_list (file, group, ovs_field_get_name ((OvsField) field), NULL, NULL);

      own[field] = headers != NULL ? g_strdup (headers[0]) : NULL;
    }
}

static Headers *
load (void)
{
  Headers *headers = g_new0 (Headers, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/nl/overstap/Overstap/headers.ini", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean loaded = bytes != NULL && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);

  g_assert (loaded);
  for (guint kind = 0; kind < OVS_CSV_N_KINDS; kind++)
    {
      const char *group = ovs_csv_kind_get_name ((OvsCsvKind) kind);
      g_autofree char *otherwise = g_strconcat (group, " anders", NULL);

      headers->fields[kind] = load_fields (file, group);
      headers->otherwise[kind] = load_fields (file, otherwise);
      load_own (file, group, headers->own[kind]);
    }
  for (guint field = 0; field < OVS_N_FIELDS; field++)
    headers->never[field] = load_keys (file, "niet", ovs_field_get_name ((OvsField) field));
  for (guint i = OVS_PERSONAL_NONE + 1; i < OVS_N_PERSONAL; i++)
    {
      g_autofree char *group = g_strconcat ("nooit ", personal_names[i], NULL);

      headers->personal[i].is = load_keys (file, group, "is");
      headers->personal[i].begins = load_keys (file, group, "begint");
      headers->personal[i].contains = load_keys (file, group, "bevat");
    }
  return headers;
}

static const Headers *
get_headers (void)
{
  static Headers *headers = NULL;

  if (g_once_init_enter (&headers))
    g_once_init_leave (&headers, load ());
  return headers;
}

OvsHeaderRank
ovs_headers_look_up (OvsCsvKind kind, const char *key, OvsField *field)
{
  const Headers *headers = get_headers ();
  OvsHeaderRank rank = OVS_HEADER_SURE;
  gpointer found = g_hash_table_lookup (headers->fields[kind], key);

  if (found == NULL)
    {
      rank = OVS_HEADER_OTHERWISE;
      found = g_hash_table_lookup (headers->otherwise[kind], key);
    }
  if (found == NULL)
    return OVS_HEADER_UNKNOWN;
  *field = (OvsField) (GPOINTER_TO_UINT (found) - 1);
  return rank;
}

static gboolean
any_matches (char **parts, const char *key, gboolean (*matches) (const char *key, const char *part))
{
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (matches (key, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
key_is (const char *key, const char *part)
{
  return g_str_equal (key, part);
}

static gboolean
key_contains (const char *key, const char *part)
{
  return strstr (key, part) != NULL;
}

static gboolean
key_begins (const char *key, const char *part)
{
  return g_str_has_prefix (key, part);
}

OvsPersonal
ovs_headers_get_personal (const char *key)
{
  const Headers *headers = get_headers ();

  for (guint i = OVS_PERSONAL_NONE + 1; i < OVS_N_PERSONAL; i++)
    if (any_matches (headers->personal[i].is, key, key_is) || any_matches (headers->personal[i].begins, key, key_begins) ||
        any_matches (headers->personal[i].contains, key, key_contains))
      return (OvsPersonal) i;
  return OVS_PERSONAL_NONE;
}

gboolean
ovs_headers_is_never (const char *key, OvsField field)
{
  char **never = get_headers ()->never[field];

  return never != NULL && g_strv_contains ((const char *const *) never, key);
}

const char *
ovs_headers_get_own (OvsCsvKind kind, OvsField field)
{
  const char *own = get_headers ()->own[kind][field];

  return own != NULL ? own : ovs_field_get_name (field);
}
