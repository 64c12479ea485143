/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/outbox-entry.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "dossier/outbox.h"
#include "letters/piece.h"

static void
entry_free (gpointer data)
{
  OvsOutboxEntry *entry = data;

  g_free (entry->title);
  g_free (entry->words);
  g_free (entry->letter);
  g_free (entry);
}

static char *
say_what_became (const OvsLetterRow *row)
{
  const char *to = row->recipient != NULL ? row->recipient : "";
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (row->settled != 0 ? row->settled : row->written));

  switch (row->state)
    {
    case OVS_LETTER_SENT:
      return row->recipient != NULL ? g_strdup_printf (_ ("Sent on %s to %s, by %s"), day, to, row->actor)
                                    : g_strdup_printf (_ ("Sent on %s by %s"), day, row->actor);
    case OVS_LETTER_REFUSED:
      return g_strdup_printf (_ ("Refused on %s for %s: %s. Correct the address at the client and send the letter anew, or send this one again."), day, to,
                              row->answer != NULL ? row->answer : "");
    case OVS_LETTER_SENDING:
    case OVS_LETTER_UNKNOWN:
      return g_strdup_printf (_ ("Not known whether it was sent on %s. Ask the client, or look in the log of the mail server. Sent again, it may come twice."),
                              day);
    case OVS_LETTER_WAITING:
      if (row->way == OVS_WAY_MAIL)
        return row->answer != NULL ? g_strdup_printf (_ ("To be sent. The mail server said last: %s"), row->answer) : g_strdup (_ ("To be sent"));
      return g_strdup_printf (_ ("Made on %s as a draft, on paper or as a copy. Tick it off once it was sent."), day);
    case OVS_LETTER_DROPPED:
    case OVS_N_LETTER_STATES:
    default:
      return g_strdup_printf (_ ("Lapsed on %s: it does not go any more"), day);
    }
}

static void
keep (const OvsLetterRow *row, gpointer data)
{
  OvsOutboxEntry *entry = g_new0 (OvsOutboxEntry, 1);
  OvsPiece piece;
  gboolean known = ovs_piece_from_code (row->piece, &piece);

  entry->id = row->id;
  entry->state = row->state;
  entry->way = row->way;
  entry->informs = known && ovs_piece_informs (piece);
  entry->title = g_strdup_printf ("%s  %s · %s", row->employer_number != NULL ? row->employer_number : "",
                                  row->employer_name != NULL ? row->employer_name : "", known ? ovs_piece_title (piece) : row->piece);
  entry->words = say_what_became (row);
  entry->letter = g_strdup_printf ("%s\n%s\n\n%s", row->recipient != NULL ? row->recipient : "", row->subject, row->text);
  g_ptr_array_add (data, entry);
}

static int
rank (const OvsOutboxEntry *entry)
{
  static const int ranks[OVS_N_LETTER_STATES] = {
    [OVS_LETTER_UNKNOWN] = 0, [OVS_LETTER_SENDING] = 0, [OVS_LETTER_REFUSED] = 1,
    [OVS_LETTER_WAITING] = 2, [OVS_LETTER_SENT] = 3,    [OVS_LETTER_DROPPED] = 4,
  };

  return ranks[entry->state];
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const OvsOutboxEntry *one = *(const OvsOutboxEntry *const *) a;
  const OvsOutboxEntry *other = *(const OvsOutboxEntry *const *) b;

  return rank (one) != rank (other) ? rank (one) - rank (other) : (one->id < other->id) - (one->id > other->id);
}

GPtrArray *
ovs_outbox_entries_read (OvsTx *tx, gint64 employer)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  ovs_outbox_foreach (tx, employer, NULL, keep, entries);
  g_ptr_array_sort (entries, compare);
  return entries;
}

static void
append (GString *text, guint count, const char *words)
{
  if (count > 0)
    g_string_append_printf (text, "%s%'u %s", text->len > 0 ? " · " : "", count, words);
}

char *
ovs_outbox_entries_tell (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint counts[OVS_N_LETTER_STATES] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    counts[((const OvsOutboxEntry *) g_ptr_array_index (entries, i))->state]++;
  append (text, counts[OVS_LETTER_UNKNOWN] + counts[OVS_LETTER_SENDING], _ ("not known whether sent"));
  append (text, counts[OVS_LETTER_REFUSED], _ ("refused"));
  append (text, counts[OVS_LETTER_WAITING], _ ("still to be sent"));
  append (text, counts[OVS_LETTER_SENT], _ ("sent"));
  append (text, counts[OVS_LETTER_DROPPED], _ ("lapsed"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ovs_outbox_entry_waits (const OvsOutboxEntry *entry)
{
  return entry->state == OVS_LETTER_WAITING && entry->way == OVS_WAY_MAIL;
}

OvsSign
ovs_outbox_entry_sign (const OvsOutboxEntry *entry)
{
  static const OvsSign signs[OVS_N_LETTER_STATES] = {
    [OVS_LETTER_WAITING] = OVS_SIGN_WAITING, [OVS_LETTER_SENDING] = OVS_SIGN_UNKNOWN, [OVS_LETTER_SENT] = OVS_SIGN_DONE,
    [OVS_LETTER_REFUSED] = OVS_SIGN_STOPPER, [OVS_LETTER_UNKNOWN] = OVS_SIGN_UNKNOWN, [OVS_LETTER_DROPPED] = OVS_SIGN_IGNORED,
  };

  return signs[entry->state];
}
