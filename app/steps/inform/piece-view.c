/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/clock.h"
#include "dossier/outbox.h"

void
ovs_piece_view_free (OvsPieceView *view)
{
  g_clear_pointer (&view->text, ovs_piece_text_free);
  g_free (view->trouble);
  g_clear_pointer (&view->letter, ovs_letter_free);
  g_free (view->enclosed);
  g_free (view->kept_words);
  g_free (view->kept_recipient);
  g_free (view->kept_subject);
  g_free (view->kept_text);
  g_free (view);
}

gboolean
ovs_piece_is_for_client (OvsPiece piece)
{
  OvsReader reader = ovs_piece_reader (piece);

  return reader == OVS_READER_CLIENT || reader == OVS_READER_EMPLOYEES;
}

static char *
say_what_became (const OvsLetterRow *row)
{
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (row->settled != 0 ? row->settled : row->written));

  switch (row->state)
    {
    case OVS_LETTER_SENT:
      return row->actor != NULL && *row->actor != '\0' ? g_strdup_printf (_ ("Sent on %s by %s"), day, row->actor) : g_strdup_printf (_ ("Sent on %s"), day);
    case OVS_LETTER_REFUSED:
      return g_strdup_printf (_ ("Refused by the mail server on %s: %s"), day, row->answer != NULL ? row->answer : "");
    case OVS_LETTER_SENDING:
    case OVS_LETTER_UNKNOWN:
      return g_strdup_printf (_ ("Not known whether it was sent on %s"), day);
    case OVS_LETTER_WAITING:
    case OVS_LETTER_DROPPED:
    case OVS_N_LETTER_STATES:
    default:
      if (row->way == OVS_WAY_MAIL)
        return g_strdup (_ ("Waits in the outbox"));
      if (row->way == OVS_WAY_DRAFT)
        return g_strdup_printf (_ ("Draft made on %s"), day);
      return g_strdup_printf (_ ("Made on %s"), day);
    }
}

/* The newest that did not lapse. */
static void
keep_newest (const OvsLetterRow *row, gpointer data)
{
  OvsPieceView *view = data;

  if (view->kept || row->state == OVS_LETTER_DROPPED)
    return;
  view->kept = TRUE;
  view->kept_id = row->id;
  view->kept_state = row->state;
  view->kept_way = row->way;
  view->kept_day = row->round_day;
  view->kept_words = say_what_became (row);
  view->kept_recipient = g_strdup (row->recipient);
  view->kept_subject = g_strdup (row->subject);
  view->kept_text = g_strdup (row->text);
}

/* A file of the toolkit goes by its own name. */
static char *
say_enclosed (const OvsLetter *letter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < letter->enclosed->len; i++)
    {
      const OvsLetter *enclosed = g_ptr_array_index (letter->enclosed, i);
      g_autofree char *file = enclosed->toolkit_file != NULL ? g_filename_display_basename (enclosed->toolkit_file) : NULL;
      const char *name = file != NULL ? file : ovs_piece_title (enclosed->piece);

      if (strstr (text->str, name) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

OvsPieceView *
ovs_piece_view_read (OvsTx *tx, OvsPiece piece, gint64 client, gint64 wave)
{
  OvsPieceView *view = g_new0 (OvsPieceView, 1);
  gboolean for_client = ovs_piece_is_for_client (piece);
  g_autoptr (GError) error = NULL;

  view->piece = piece;
  view->client = for_client ? client : 0;
  view->text = ovs_piece_text_load (piece, &error);
  if (view->text == NULL)
    view->trouble = g_strdup (error->message);
  if (for_client && client == 0)
    return view;
  if (view->text != NULL)
    view->letter = ovs_letter_compose (tx, view->text, view->client, for_client ? 0 : MAX (wave, 0));
  if (view->letter != NULL)
    view->enclosed = say_enclosed (view->letter);
  if (view->client != 0)
    ovs_outbox_foreach (tx, view->client, ovs_piece_code (piece), keep_newest, view);
  return view;
}

gboolean
ovs_piece_view_is_sent (const OvsPieceView *view)
{
  return view->kept && view->kept_state == OVS_LETTER_SENT
         && (view->kept_day == OVS_NO_DAY || view->letter == NULL || view->letter->round_day == OVS_NO_DAY || view->kept_day == view->letter->round_day);
}

gboolean
ovs_piece_view_is_made (const OvsPieceView *view)
{
  return view->kept && view->kept_state == OVS_LETTER_WAITING && view->kept_way != OVS_WAY_MAIL;
}
