/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/json-reader.h"

#include "fuzz/fuzz.h"
#include "loket/loket-error.h"

static const char *const paths[] = { "id", "employer.id", "employee.employeeNumber", "a", "a.b", "" };

static void
read_member (OvsJsonReader *reader, const char *path)
{
  g_autofree char *text = ovs_json_reader_text_or_empty (reader, path);
  g_autofree char *needed = ovs_json_reader_text (reader, path);
  g_autofree char *number = ovs_json_reader_number (reader, path);
  OvsDay day = ovs_json_reader_day (reader, path);

  g_assert (g_utf8_validate (text, -1, NULL) && g_utf8_validate (needed, -1, NULL));
  g_assert (g_utf8_validate (number, -1, NULL));
  if (day != OVS_NO_DAY)
    g_free (ovs_day_to_iso (day));
  ovs_json_reader_int (reader, path, 0);
  ovs_json_reader_boolean (reader, path);
  ovs_json_reader_instant (reader, path);
}

static void
read_list (OvsJsonReader *reader, const char *path)
{
  JsonArray *list = ovs_json_reader_list (reader, path);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      g_autoptr (OvsJsonReader) item = ovs_json_reader_new (json_array_get_element (list, i), place);
      g_autoptr (GError) error = NULL;

      read_member (item, "id");
      if (!ovs_json_reader_end (item, &error))
        g_assert (error->domain == OVS_LOKET_ERROR && g_str_has_suffix (error->message, "."));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (JsonNode) root = ovs_json_parse (bytes);
  g_autoptr (OvsJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  if (root == NULL)
    return 0;
  reader = ovs_json_reader_new (root, "");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    read_member (reader, paths[i]);
  read_list (reader, "_embedded");
  if (!ovs_json_reader_end (reader, &error))
    g_assert (error->domain == OVS_LOKET_ERROR && g_str_has_suffix (error->message, "."));
  return 0;
}
