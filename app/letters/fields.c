/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"

/* So many letters may be wrong in a name that was meant. */
#define MOST_EDITS 3

/* clang-format off */
static const OvsField fields[] = {
  { "klant", OVS_FIELD_CLIENT, FALSE, N_ ("Name of the client") },
  { "klantnummer", OVS_FIELD_CLIENT, FALSE, N_ ("Number of the client in Loket") },
  { "aanhef", OVS_FIELD_CLIENT, FALSE, N_ ("Salutation to the contact, without a comma") },
  { "contactpersoon", OVS_FIELD_CLIENT, FALSE, N_ ("Name of the contact at the client") },
  { "behandelaar", OVS_FIELD_CLIENT, FALSE, N_ ("Who handles this client at the office") },
  { "ondertekening", OVS_FIELD_OFFICE, FALSE, N_ ("Who handles this client, or who works with the program where nobody does") },
  { "afzender", OVS_FIELD_OFFICE, FALSE, N_ ("Who works with the program") },
  { "overstapdatum", OVS_FIELD_ROUND, FALSE, N_ ("Day of the round") },
  { "overstapdatum_lang", OVS_FIELD_ROUND, FALSE, N_ ("Day of the round, with the day of the week") },
  { "overstapdatum_en", OVS_FIELD_ROUND, FALSE, N_ ("Day of the round, in English") },
  { "overstapdatum_pl", OVS_FIELD_ROUND, FALSE, N_ ("Day of the round, in Polish") },
  { "oude_overstapdatum", OVS_FIELD_CLIENT, FALSE, N_ ("The day that the client was told before") },
  { "antwoord_voor", OVS_FIELD_ROUND, FALSE, N_ ("Day by which the client is to answer: a week before the round") },
  { "ronde", OVS_FIELD_ROUND, FALSE, N_ ("Number of the round") },
  { "aantal_medewerkers", OVS_FIELD_CLIENT, FALSE, N_ ("How many employees the conversion concerns") },
  { "aantal_zonder_email", OVS_FIELD_CLIENT, FALSE, N_ ("How many of them have no usable private e-mail address") },
  { "aantal_vragen", OVS_FIELD_CLIENT, FALSE, N_ ("About how many of them the client is asked something") },
  { "aantal_uitgenodigd", OVS_FIELD_CLIENT, FALSE, N_ ("How many got an invitation") },
  { "aantal_niet_uitgenodigd", OVS_FIELD_CLIENT, FALSE, N_ ("How many got none, or of whom it is not known") },
  { "aantal_over", OVS_FIELD_CLIENT, FALSE, N_ ("How many use MijnLoket") },
  { "aantal_open", OVS_FIELD_CLIENT, FALSE, N_ ("How many were invited and have not finished") },
  { "aantal_zonder_toegang", OVS_FIELD_CLIENT, FALSE, N_ ("How many have access to neither portal") },
  { "aantal_vertrekkers", OVS_FIELD_CLIENT, FALSE, N_ ("How many left in 2025") },
  { "kantoor", OVS_FIELD_OFFICE, FALSE, N_ ("Name of the office") },
  { "kantoor_adres", OVS_FIELD_OFFICE, FALSE, N_ ("Address of the office, in lines") },
  { "kantoor_telefoon", OVS_FIELD_OFFICE, FALSE, N_ ("Telephone number of the office") },
  { "kantoor_email", OVS_FIELD_OFFICE, FALSE, N_ ("E-mail address of the office") },
  { "hulp_contact", OVS_FIELD_OFFICE, FALSE, N_ ("Whom employees ask at the office; the office itself where nobody is named") },
  { "hulp_telefoon", OVS_FIELD_OFFICE, FALSE, N_ ("Number for questions; that of the office where there is no other") },
  { "hulp_uren", OVS_FIELD_OFFICE, FALSE, N_ ("When questions are answered") },
  { "rondelijst", OVS_FIELD_OFFICE, FALSE, N_ ("All rounds: a line each") },
  { "klantlijst", OVS_FIELD_ROUND, FALSE, N_ ("The clients that Loket is to convert: a line each") },
  { "aantal_klanten", OVS_FIELD_ROUND, FALSE, N_ ("How many clients are on that list") },
  { "vroegste_datum", OVS_FIELD_ROUND, FALSE, N_ ("The earliest day for Loket") },
  { "ingediend", OVS_FIELD_ROUND, FALSE, N_ ("When the last client list was handed in to Loket") },
  { "gebruikt_verlof", OVS_FIELD_CLIENT, TRUE, N_ ("Only where the client uses leave in Werknemerloket") },
  { "gebruikt_declaraties", OVS_FIELD_CLIENT, TRUE, N_ ("Only where the client uses expense claims in Werknemerloket") },
  { "gebruikt_wijzigingen", OVS_FIELD_CLIENT, TRUE, N_ ("Only where employees change their data in Werknemerloket") },
  { "vertrekkers_toegang", OVS_FIELD_OFFICE, TRUE, N_ ("Only while who left in 2025 still has access: until 30-9-2026") },
};
/* clang-format on */

const OvsField *
ovs_fields_all (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const OvsField *
ovs_field_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  return NULL;
}

const char *
ovs_field_meaning (const OvsField *field)
{
  return _ (field->meaning);
}

/* How many letters have to be added, taken away or changed; neighbours that swapped count for one (optimal string alignment). */
static guint
count_edits (const char *a, const char *b)
{
  gsize width = strlen (b) + 1;
  gsize height = strlen (a) + 1;
  g_autofree guint *edits = g_new0 (guint, width * height);

  for (gsize i = 0; i < height; i++)
    for (gsize j = 0; j < width; j++)
      {
        guint *here = &edits[i * width + j];

        if (i == 0 || j == 0)
          {
            *here = (guint) (i + j);
            continue;
          }
        *here = MIN (here[-(gssize) width], here[-1]) + 1;
        *here = MIN (*here, here[-(gssize) width - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *here = MIN (*here, edits[(i - 2) * width + j - 2] + 1);
      }
  return edits[height * width - 1];
}

const OvsField *
ovs_field_nearest (const char *name)
{
  g_autofree char *key = ovs_text_header_key (name);
  const OvsField *nearest = NULL;
  guint fewest = MIN (MOST_EDITS, (guint) strlen (key) / 3) + 1;

  if (strlen (key) > 60)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *other = ovs_text_header_key (fields[i].name);
      guint edits = count_edits (key, other);

      if (edits < fewest)
        {
          nearest = &fields[i];
          fewest = edits;
        }
    }
  return nearest;
}
