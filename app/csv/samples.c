/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/samples.h"

#include "base/text.h"
#include "csv/repair.h"

/* Names with accents come sooner than this, or the file has hardly any. */
#define DEPTH 20000

static gboolean
is_name (OvsField field)
{
  switch (field)
    {
    case OVS_FIELD_NAME:
    case OVS_FIELD_LAST_NAME:
    case OVS_FIELD_FIRST_NAME:
    case OVS_FIELD_CONTACT_NAME:
    case OVS_FIELD_CITY:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/* Whether a text tells something. */
typedef gboolean (*Tells) (const char *text);

static gboolean
has_accent (const char *text)
{
  return !is_ascii (text);
}

static void
add_sample (GPtrArray *samples, Tells tells, const char *cell)
{
  g_autofree char *text = NULL;

  if (samples->len >= OVS_CSV_SAMPLES || !tells (cell) || !g_utf8_validate (cell, -1, NULL) ||
      ovs_personal_find (cell, FALSE) != OVS_PERSONAL_NONE)
    return;
  text = ovs_text_clean (cell);
  if (g_utf8_strlen (text, -1) <= 40 && !g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
    g_ptr_array_add (samples, g_steal_pointer (&text));
}

/* The headers tell less than names do, but in some files nothing else has an accent. */
static void
add_headers (GPtrArray *samples, Tells tells, const OvsRecord *header)
{
  for (guint i = 0; i < header->n_cells; i++)
    add_sample (samples, tells, ovs_record_get (header, i));
}

static void
look_at (const OvsRecord *record, const OvsCsvMapping *mapping, Tells tells, GPtrArray *names, GPtrArray *others)
{
  for (guint i = 0; i < MIN (record->n_cells, mapping->n_columns); i++)
    {
      if (ovs_csv_mapping_drops (mapping, i) && mapping->claims[i] == OVS_N_FIELDS)
        continue;
      add_sample (is_name (mapping->claims[i]) ? names : others, tells, ovs_record_get (record, i));
    }
}

static char **
choose (GPtrArray *names, GPtrArray *others)
{
  GPtrArray *chosen = names->len > 0 ? names : others;

  g_ptr_array_add (chosen, NULL);
  return g_strdupv ((char **) chosen->pdata);
}

static char **
take (OvsCsvInput *input, const OvsCsvLayout *layout, Tells tells, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (OvsTokeniser) tokeniser = ovs_tokeniser_new (input, layout->delimiter);
  g_autoptr (GError) failure = NULL;
  const OvsRecord *record = NULL;

  for (guint i = 0; i < DEPTH && names->len < OVS_CSV_SAMPLES; i++)
    {
      record = ovs_tokeniser_next (tokeniser, cancellable, &failure);
      if (record == NULL)
        break;
      if (i == layout->n_above)
        add_headers (others, tells, record);
      else if (i > layout->n_above)
        look_at (record, layout->mapping, tells, names, others);
    }
  /* What is damaged further on does not matter here. */
  if (failure != NULL && failure->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return choose (names, others);
}

char **
ovs_csv_samples_take (
    OvsCsvInput *input, const OvsCsvLayout *layout, OvsEncoding encoding, GCancellable *cancellable, GError **error)
{
  return ovs_csv_input_rewind_as (input, encoding, error) ? take (input, layout, has_accent, cancellable, error) : NULL;
}

char **
ovs_csv_samples_take_double (OvsCsvInput *input, const OvsCsvLayout *layout, GCancellable *cancellable, GError **error)
{
  return ovs_csv_input_rewind (input, error) ? take (input, layout, ovs_repair_finds, cancellable, error) : NULL;
}
