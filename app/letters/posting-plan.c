/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/posting-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/clock.h"
#include "dossier/letter-clients.h"
#include "dossier/outbox.h"
#include "mail/message.h"

/* What the client got before of what counts as the same. */
typedef struct
{
  OvsPiece piece;
  OvsDay round_day; /* of the client's round now */
  gboolean found;
  OvsLetterState state;
  OvsWay way;
  OvsDay told;      /* the day that it told */
  gint64 at;        /* microseconds since 1970 */
} Before;

/* What the dossier has of the client, to lay beside the letter. */
typedef struct
{
  gint64 id;
  char *number;
  char *name;
  char *contact; /* (nullable) */
  OvsDay wave_on;
  gboolean selected;
} Client;

static void
client_free (gpointer data)
{
  Client *client = data;

  g_free (client->number);
  g_free (client->name);
  g_free (client->contact);
  g_free (client);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Client, client_free)

const char *
ovs_posting_verdict_code (OvsPostingVerdict verdict)
{
  static const char *const codes[OVS_N_POSTING_VERDICTS] = { "goes", "has-it", "waits", "unknown", "withdrawn", "needless", "problem" };

  return codes[verdict];
}

void
ovs_posting_item_free (OvsPostingItem *item)
{
  g_free (item->number);
  g_free (item->name);
  g_free (item->reason);
  g_clear_pointer (&item->letter, ovs_letter_free);
  g_free (item);
}

guint
ovs_posting_count (GPtrArray *plan, OvsPostingVerdict verdict)
{
  guint count = 0;

  for (guint i = 0; i < plan->len; i++)
    count += ((const OvsPostingItem *) g_ptr_array_index (plan, i))->verdict == verdict;
  return count;
}

guint
ovs_posting_count_going (GPtrArray *plan)
{
  guint count = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);

      count += item->verdict == OVS_POSTING_GOES || item->posted;
    }
  return count;
}

/* --- what it has already --------------------------------------------------------------------------------------- */

/* An announcement and its corrections tell the same thing: the day. */
static gboolean
is_the_same (OvsPiece wanted, const char *code)
{
  OvsPiece piece;

  if (!ovs_piece_from_code (code, &piece))
    return FALSE;
  return piece == wanted || (ovs_piece_informs (piece) && ovs_piece_informs (wanted));
}

/* The newest that counts; what waits with another day is never sent. */
static void
look_back (const OvsLetterRow *row, gpointer data)
{
  Before *before = data;

  if (before->found || row->state == OVS_LETTER_DROPPED || row->state == OVS_LETTER_REFUSED || !is_the_same (before->piece, row->piece)
      || (row->state == OVS_LETTER_WAITING && row->round_day != before->round_day && row->round_day != OVS_NO_DAY))
    return;
  before->found = TRUE;
  before->state = row->state;
  before->way = row->way;
  before->told = row->round_day;
  before->at = row->settled != 0 ? row->settled : row->written;
}

/* Says why it does not go to who has it already. */
static void
pass_over (OvsPostingItem *item, const Before *before)
{
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (before->at));

  if (before->state == OVS_LETTER_SENT)
    {
      item->verdict = OVS_POSTING_HAS_IT;
      item->reason = g_strdup_printf (_ ("It was sent on %s."), day);
    }
  else if (before->state == OVS_LETTER_WAITING)
    {
      item->verdict = OVS_POSTING_WAITS;
      item->posted = before->way == OVS_WAY_MAIL;
      item->reason = before->way == OVS_WAY_MAIL
                         ? g_strdup (_ ("It waits in the outbox already."))
                         : g_strdup_printf (_ ("It was made on %s and is not ticked off as sent. Tick it off, or let it lapse in the outbox."), day);
    }
  else
    {
      item->verdict = OVS_POSTING_UNKNOWN;
      item->reason = g_strdup_printf (_ ("Whether it went on %s is not known. Say in the outbox whether it arrived."), day);
    }
}

/* --- the guard ------------------------------------------------------------------------------------------------- */

static gboolean
is_contact (const Client *client, const char *recipient)
{
  g_autofree char *contact = g_strdup (client->contact != NULL ? client->contact : "");

  g_strstrip (contact);
  if (g_ascii_strcasecmp (contact, recipient) == 0)
    return TRUE;
  /* An address that is not in ASCII is written otherwise in a mail; its first part is the same. */
  return !g_str_is_ascii (contact) && strchr (contact, '@') != NULL
         && g_ascii_strncasecmp (contact, recipient, (gsize) (strchr (contact, '@') - contact) + 1) == 0;
}

static char *
join (GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (sentences, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The letter is laid beside what the dossier has of this client. Returns: (transfer full) (nullable): what is wrong. */
static char *
find_fault (const Client *client, const OvsLetter *letter, OvsPiece piece)
{
  if (letter->problems->len > 0)
    return join (letter->problems);
  if (letter->employer != client->id || letter->piece != piece || g_strcmp0 (letter->employer_number, client->number) != 0)
    return g_strdup (_ ("The letter that was made is not one for this client: it is kept back. Tell the makers of Overstap."));
  if (letter->recipient == NULL || client->contact == NULL)
    return g_strdup (_ ("There is no e-mail address of a contact person. Fill it in at the client."));
  if (!is_contact (client, letter->recipient))
    return g_strdup (_ ("The letter that was made does not go to the contact person of this client: it is kept back. Make it anew."));
  if (!ovs_mail_address_is_possible (letter->recipient))
    return g_strdup_printf (_ ("“%s” is no e-mail address that a message can be sent to. Correct it at the client."), letter->recipient);
  if (letter->round_day != OVS_NO_DAY && letter->round_day != client->wave_on && piece != OVS_PIECE_WITHDRAWAL)
    return g_strdup (_ ("The letter tells another day than that of the round. Make it anew."));
  return NULL;
}

/* --- one client ------------------------------------------------------------------------------------------------ */

static void
fail (OvsPostingItem *item, const char *reason)
{
  item->verdict = OVS_POSTING_PROBLEM;
  item->reason = g_strdup (reason);
}

static void
compose (OvsTx *tx, const OvsPostingOrder *order, const Client *client, const OvsPieceText *text, OvsPostingItem *item)
{
  item->letter = (order->compose != NULL ? order->compose : ovs_letter_compose) (tx, text, client->id, 0);
  if (item->letter == NULL)
    {
      fail (item, _ ("This client is no longer in the dossier."));
      return;
    }
  item->reason = find_fault (client, item->letter, text->piece);
  if (item->reason == NULL)
    item->verdict = OVS_POSTING_GOES;
  else
    item->verdict = item->letter->needless ? OVS_POSTING_NEEDLESS : OVS_POSTING_PROBLEM;
}

static void
decide (OvsTx *tx, const OvsPostingOrder *order, const Client *client, OvsPostingItem *item)
{
  const OvsPiece piece = order->text->piece;
  const gboolean dated = piece != OVS_PIECE_WITHDRAWAL;
  const OvsPieceText *text = order->text;
  Before before = { .piece = piece, .round_day = client->wave_on };

  ovs_outbox_foreach (tx, client->id, NULL, look_back, &before);
  if (!client->selected && dated)
    {
      item->verdict = OVS_POSTING_WITHDRAWN;
      item->reason = g_strdup (_ ("This client takes part no more."));
    }
  else if (before.found && (before.state != OVS_LETTER_SENT || before.told == client->wave_on || before.told == OVS_NO_DAY || !dated))
    {
      pass_over (item, &before);
    }
  else
    {
      /* It was told another day: an announcement would be a second one. */
      if (piece == OVS_PIECE_CLIENT && before.found)
        text = order->correction;
      if (text == NULL)
        fail (item, _ ("This client was told another day before: send the correction instead."));
      else
        compose (tx, order, client, text, item);
    }
}

/* --- all of them ----------------------------------------------------------------------------------------------- */

static void
keep_client (const OvsLetterClient *row, gpointer clients)
{
  Client *client = g_new0 (Client, 1);

  client->id = row->id;
  client->number = g_strdup (row->number);
  client->name = g_strdup (row->name);
  client->contact = g_strdup (row->contact_email);
  client->wave_on = row->wave_on;
  client->selected = row->selected;
  g_ptr_array_add (clients, client);
}

static GPtrArray *
read_clients (OvsTx *tx, const OvsPostingOrder *order)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func (client_free);

  if (order->employers == NULL)
    ovs_letter_clients_foreach (tx, order->wave, keep_client, clients);
  else
    for (guint i = 0; i < order->employers->len; i++)
      ovs_letter_clients_get (tx, g_array_index (order->employers, gint64, i), keep_client, clients);
  return clients;
}

GPtrArray *
ovs_posting_plan (OvsTx *tx, const OvsPostingOrder *order)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_posting_item_free);
  g_autoptr (GPtrArray) clients = read_clients (tx, order);

  for (guint i = 0; i < clients->len; i++)
    {
      const Client *client = g_ptr_array_index (clients, i);
      OvsPostingItem *item = g_new0 (OvsPostingItem, 1);

      item->employer = client->id;
      item->number = g_strdup (client->number);
      item->name = g_strdup (client->name != NULL ? client->name : client->number);
      decide (tx, order, client, item);
      g_ptr_array_add (plan, item);
    }
  return plan;
}

typedef struct
{
  OvsPiece piece;
  OvsLetterState state;
  gint64 newest; /* 0 for none */
} Search;

static void
keep_newest (const OvsLetterRow *row, gpointer data)
{
  Search *search = data;

  if (search->newest == 0 && row->state == search->state && row->way == OVS_WAY_MAIL && is_the_same (search->piece, row->piece))
    search->newest = row->id;
}

/* Adds the newest message of the client that is so far, if there is one. */
static void
add_letter (OvsTx *tx, const OvsPostingOrder *order, const OvsPostingItem *item, OvsLetterState state, GArray *letters)
{
  Search search = { .piece = order->text->piece, .state = state };

  ovs_outbox_foreach (tx, item->employer, NULL, keep_newest, &search);
  if (search.newest != 0)
    g_array_append_val (letters, search.newest);
}

GArray *
ovs_posting_waiting (OvsTx *tx, const OvsPostingOrder *order, GPtrArray *plan)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);

      if (item->verdict == OVS_POSTING_GOES || item->verdict == OVS_POSTING_WAITS)
        add_letter (tx, order, item, OVS_LETTER_WAITING, letters);
    }
  return letters;
}

GArray *
ovs_posting_unknown (OvsTx *tx, const OvsPostingOrder *order, GPtrArray *plan)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);

      if (item->verdict == OVS_POSTING_UNKNOWN)
        add_letter (tx, order, item, OVS_LETTER_UNKNOWN, letters);
    }
  return letters;
}
