/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/ticket-text.h"

#include <glib/gi18n.h>

#include "letters/piece-text.h"

#define WITHDRAWAL "/nl/overstap/Overstap/letters/ticket-intrekking.txt"

typedef struct
{
  const char *firm;
  const char *clients;
  char *number;
  char *day;
  gboolean earliest_known;
} Values;

static const char *
look_up (const char *name, gpointer data)
{
  const Values *values = data;

  if (g_str_equal (name, "kantoor"))
    return values->firm;
  if (g_str_equal (name, "klantlijst"))
    return values->clients;
  if (g_str_equal (name, "aantal_klanten"))
    return values->number;
  if (g_str_equal (name, "vroegste_datum"))
    return values->earliest_known ? values->day : "in overleg";
  return g_str_equal (name, "ingediend") ? values->day : NULL;
}

static OvsTemplate *
load (OvsTicket ticket, GError **error)
{
  g_autoptr (OvsPieceText) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *source = NULL;

  if (ticket != OVS_TICKET_WITHDRAWAL)
    {
      text = ovs_piece_text_load (OVS_PIECE_TICKET, error);
      return text != NULL ? g_steal_pointer (&text->body) : NULL;
    }
  bytes = g_resources_lookup_data (WITHDRAWAL, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  source = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ovs_template_parse (source, 1, NULL, error);
}

/* Whoever copies it would hand in the name of a field. */
static char *
fill (const OvsTemplate *template, Values *values, GError **error)
{
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (OvsLetterSpan));
  g_autofree char *text = ovs_template_fill (template, look_up, values, filled);

  for (guint i = 0; i < filled->len; i++)
    {
      const OvsLetterSpan *span = &g_array_index (filled, OvsLetterSpan, i);

      if (!span->lacks)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The text of “%s” has %.*s, which is not known of this ticket. Take it out of the text."),
                   ovs_piece_title (OVS_PIECE_TICKET), (int) (span->end - span->start), text + span->start);
      return NULL;
    }
  return g_steal_pointer (&text);
}

char *
ovs_ticket_text (OvsTicket ticket, const char *firm, const char *clients, guint n_clients, OvsDay earliest, GError **error)
{
  g_autoptr (OvsTemplate) template = load (ticket, error);
  Values values = {
    .firm = firm != NULL && *firm != '\0' ? firm : " ",
    .clients = ticket == OVS_TICKET_OVERVIEW ? "" : clients,
    .number = g_strdup_printf ("%u", n_clients),
    .day = ovs_day_to_dutch (earliest),
    .earliest_known = earliest != OVS_NO_DAY,
  };
  char *text = template != NULL ? fill (template, &values, error) : NULL;

  g_free (values.number);
  g_free (values.day);
  return text;
}
