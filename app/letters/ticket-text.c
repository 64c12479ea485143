/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/ticket-text.h"

#include <gio/gio.h>

static const char *const paths[OVS_N_TICKETS] = {
  [OVS_TICKET_OVERVIEW] = "/nl/overstap/Overstap/letters/ticket-overzicht.txt",
  [OVS_TICKET_CLIENT_LIST] = "/nl/overstap/Overstap/letters/ticket-klantlijst.txt",
  [OVS_TICKET_WITHDRAWAL] = "/nl/overstap/Overstap/letters/ticket-intrekking.txt",
};

char *
ovs_ticket_text (OvsTicket ticket, const char *firm, const char *clients, guint n_clients, OvsDay earliest)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (paths[ticket], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autofree char *number = g_strdup_printf ("%u", n_clients);
  g_autofree char *day = ovs_day_to_dutch (earliest);

  g_string_replace (text, "{kantoor}", firm != NULL ? firm : "", 0);
  g_string_replace (text, "{aantal_klanten}", number, 0);
  g_string_replace (text, "{vroegste_datum}", earliest != OVS_NO_DAY ? day : "in overleg", 0);
  g_string_replace (text, "{ingediend}", day, 0);
  g_string_replace (text, "{klantlijst}", clients, 0);
  return g_string_free (text, FALSE);
}
