/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/profiles.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/text.h"

/* One group of the key file each, called by its id. */
#define KEY         "headers"
#define NAME        "name"
#define USED        "used"
#define KIND        "kind"
#define ENCODING    "encoding"
#define DELIMITER   "delimiter"
#define HEADER_LINE "header-line"

struct _OvsCsvProfiles
{
  GPtrArray *list; /* (owned) of OvsCsvProfile */
};

/* --- one of them --- */

OvsCsvProfile *
ovs_csv_profile_new (void)
{
  OvsCsvProfile *profile = g_new0 (OvsCsvProfile, 1);

  profile->encoding = -1;
  profile->used = OVS_NO_DAY;
  return profile;
}

OvsCsvProfile *
ovs_csv_profile_copy (const OvsCsvProfile *profile)
{
  OvsCsvProfile *copy = g_memdup2 (profile, sizeof *profile);

  copy->id = g_strdup (profile->id);
  copy->key = g_strdup (profile->key);
  copy->name = g_strdup (profile->name);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    copy->mapping[i] = g_strdup (profile->mapping[i]);
  return copy;
}

void
ovs_csv_profile_free (OvsCsvProfile *profile)
{
  g_free (profile->id);
  g_free (profile->key);
  g_free (profile->name);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    g_free (profile->mapping[i]);
  g_free (profile);
}

char *
ovs_csv_profile_key (const OvsCsvPreview *preview)
{
  g_autoptr (GString) headers = g_string_new (NULL);

  for (guint i = 0; i < preview->n_columns; i++)
    g_string_append_printf (headers, "%s\n", preview->columns[i].key);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, headers->str, (gssize) headers->len);
}

/* --- all of them --- */

static OvsCsvProfiles *
profiles_new (void)
{
  OvsCsvProfiles *profiles = g_new0 (OvsCsvProfiles, 1);

  profiles->list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_csv_profile_free);
  return profiles;
}

void
ovs_csv_profiles_free (OvsCsvProfiles *profiles)
{
  g_ptr_array_unref (profiles->list);
  g_free (profiles);
}

static OvsCsvProfile *
find_key (OvsCsvProfiles *profiles, const char *key)
{
  for (guint i = 0; i < profiles->list->len; i++)
    {
      OvsCsvProfile *profile = g_ptr_array_index (profiles->list, i);

      if (g_str_equal (profile->key, key))
        return profile;
    }
  return NULL;
}

static OvsCsvProfile *
find_id (OvsCsvProfiles *profiles, const char *id)
{
  for (guint i = 0; i < profiles->list->len; i++)
    {
      OvsCsvProfile *profile = g_ptr_array_index (profiles->list, i);

      if (g_str_equal (profile->id, id))
        return profile;
    }
  return NULL;
}

/* --- the file --- */

char *
ovs_csv_profiles_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "overstap", "layouts.ini", NULL);
}

/* Where a column stands: # and a number. */
static gboolean
is_place (const char *text)
{
  return text[0] == '#' && text[1] != '\0' && strlen (text) < 8 && text[1 + strspn (text + 1, "0123456789")] == '\0';
}

static void
load_fields (GKeyFile *file, const char *group, OvsCsvProfile *profile)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    {
      g_autofree char *place = g_key_file_get_string (file, group, ovs_field_get_name ((OvsField) i), NULL);

      if (place != NULL && is_place (place) && ovs_field_is_in_kind ((OvsField) i, profile->kind))
        profile->mapping[i] = g_steal_pointer (&place);
    }
}

/* A file that somebody mended by hand may have anything in it: what is not understood is left out. */
static void
load_profile (OvsCsvProfiles *profiles, GKeyFile *file, const char *group)
{
  g_autoptr (OvsCsvProfile) profile = ovs_csv_profile_new ();
  g_autofree char *kind = g_key_file_get_string (file, group, KIND, NULL);
  g_autofree char *used = g_key_file_get_string (file, group, USED, NULL);
  g_autofree char *encoding = g_key_file_get_string (file, group, ENCODING, NULL);
  g_autofree char *delimiter = g_key_file_get_string (file, group, DELIMITER, NULL);
  OvsEncoding known;

  profile->id = g_strdup (group);
  profile->key = g_key_file_get_string (file, group, KEY, NULL);
  profile->name = g_key_file_get_string (file, group, NAME, NULL);
  if (profile->key == NULL || profile->name == NULL || kind == NULL || !ovs_csv_kind_from_name (kind, &profile->kind) ||
      find_key (profiles, profile->key) != NULL)
    return;
  if (used == NULL || !ovs_day_parse_iso (used, &profile->used))
    profile->used = OVS_NO_DAY;
  if (encoding != NULL && ovs_encoding_from_name (encoding, &known))
    profile->encoding = (int) known;
  if (delimiter != NULL && strlen (delimiter) == 1)
    profile->delimiter[0] = delimiter[0];
  profile->header_line = g_key_file_get_uint64 (file, group, HEADER_LINE, NULL);
  load_fields (file, group, profile);
  g_ptr_array_add (profiles->list, g_steal_pointer (&profile));
}

OvsCsvProfiles *
ovs_csv_profiles_load (const char *path)
{
  OvsCsvProfiles *profiles = profiles_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return profiles;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    load_profile (profiles, file, groups[i]);
  return profiles;
}

static void
store_profile (GKeyFile *file, const OvsCsvProfile *profile)
{
  g_autofree char *used = ovs_day_to_iso (profile->used);

  g_key_file_set_string (file, profile->id, NAME, profile->name);
  g_key_file_set_string (file, profile->id, KIND, ovs_csv_kind_get_name (profile->kind));
  g_key_file_set_string (file, profile->id, KEY, profile->key);
  if (used != NULL)
    g_key_file_set_string (file, profile->id, USED, used);
  if (profile->encoding >= 0)
    g_key_file_set_string (file, profile->id, ENCODING, ovs_encoding_get_name ((OvsEncoding) profile->encoding));
  if (profile->delimiter[0] != '\0')
    g_key_file_set_string (file, profile->id, DELIMITER, profile->delimiter);
  if (profile->header_line != 0)
    g_key_file_set_uint64 (file, profile->id, HEADER_LINE, profile->header_line);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (profile->mapping[i] != NULL)
      g_key_file_set_string (file, profile->id, ovs_field_get_name ((OvsField) i), profile->mapping[i]);
}

gboolean
ovs_csv_profiles_save (OvsCsvProfiles *profiles, const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize length;

  for (guint i = 0; i < profiles->list->len; i++)
    store_profile (file, g_ptr_array_index (profiles->list, i));
  text = g_key_file_to_data (file, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int reason = errno;

      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason), g_strerror (reason));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* --- using them --- */

const OvsCsvProfile *
ovs_csv_profiles_find (OvsCsvProfiles *profiles, const char *key)
{
  return find_key (profiles, key);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const OvsCsvProfile *first = *(OvsCsvProfile *const *) a;
  const OvsCsvProfile *second = *(OvsCsvProfile *const *) b;

  return g_utf8_collate (first->name, second->name);
}

GPtrArray *
ovs_csv_profiles_list (OvsCsvProfiles *profiles)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_csv_profile_free);

  for (guint i = 0; i < profiles->list->len; i++)
    g_ptr_array_add (list, ovs_csv_profile_copy (g_ptr_array_index (profiles->list, i)));
  g_ptr_array_sort (list, compare_names);
  return list;
}

void
ovs_csv_profiles_remember (OvsCsvProfiles *profiles, const OvsCsvProfile *profile)
{
  OvsCsvProfile *kept = ovs_csv_profile_copy (profile);
  OvsCsvProfile *before = find_key (profiles, profile->key);

  if (before != NULL)
    {
      g_free (kept->id);
      g_free (kept->name);
      kept->id = g_steal_pointer (&before->id);
      kept->name = g_steal_pointer (&before->name);
      g_ptr_array_remove (profiles->list, before);
    }
  if (kept->id == NULL)
    kept->id = g_uuid_string_random ();
  g_ptr_array_add (profiles->list, kept);
}

gboolean
ovs_csv_profiles_rename (OvsCsvProfiles *profiles, const char *id, const char *name)
{
  g_autofree char *clean = ovs_text_clean (name);
  OvsCsvProfile *profile = find_id (profiles, id);

  if (*clean == '\0' || profile == NULL)
    return FALSE;
  g_free (profile->name);
  profile->name = g_steal_pointer (&clean);
  return TRUE;
}

gboolean
ovs_csv_profiles_remove (OvsCsvProfiles *profiles, const char *id)
{
  OvsCsvProfile *profile = find_id (profiles, id);

  return profile != NULL && g_ptr_array_remove (profiles->list, profile);
}
