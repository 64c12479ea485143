/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-clients.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "letters/informing.h"
#include "steps/day-words.h"
#include "table/table.h"

enum
{
  NAME,
  CONTACT,
  MAIL,
  EMPLOYEES_INFORMED,
  FLYER,
  NUMBER,
  ROUND,
  EMPLOYEES,
  PHONE,
  HANDLER,
  INFORMED_ON,
  NOTE,
  N_COLUMNS
};

static const OvsTableColumn columns[N_COLUMNS] = {
  [NAME] = { "name", N_ ("Client"), 0, FALSE, TRUE, FALSE },
  [CONTACT] = { "contact", N_ ("Contact"), 100, FALSE, TRUE, FALSE },
  [MAIL] = { "mail", N_ ("Client mail"), 140, FALSE, TRUE, FALSE },
  [EMPLOYEES_INFORMED] = { "employees-informed", N_ ("Empl. informed"), 96, FALSE, TRUE, FALSE },
  [FLYER] = { "flyer", N_ ("Flyer"), 80, FALSE, TRUE, FALSE },
  [NUMBER] = { "number", N_ ("No."), 72, FALSE, TRUE, TRUE },
  [ROUND] = { "round", N_ ("Round"), 84, FALSE, TRUE, TRUE },
  [EMPLOYEES] = { "employees", N_ ("Empl."), 60, TRUE, TRUE, TRUE },
  [PHONE] = { "phone", N_ ("Telephone"), 112, FALSE, FALSE, TRUE },
  [HANDLER] = { "handler", N_ ("Handler"), 120, FALSE, TRUE, TRUE },
  [INFORMED_ON] = { "informed-on", N_ ("Informed on"), 104, FALSE, TRUE, TRUE },
  [NOTE] = { "note", N_ ("Note"), 140, FALSE, FALSE, TRUE },
};

/* --- what matches, in which order ------------------------------------------------------------------------------ */

/* A client as it is sorted: some thousands at most, so that is done here. */
typedef struct
{
  gint64 id;
  char *key;     /* folded text, or NULL */
  gint64 number; /* sorts before the text */
} Client;

typedef struct
{
  const OvsTableQuery *query;
  char *search; /* folded */
  OvsDay today;
  GArray *clients;
} Gathering;

static void
client_clear (gpointer data)
{
  g_free (((Client *) data)->key);
}

static const char *
name_of (const OvsInformRow *row)
{
  return row->name != NULL ? row->name : row->number;
}

static gboolean
passes_filter (const OvsInformRow *row, const char *filter, OvsInforming informing)
{
  if (g_strcmp0 (filter, OVS_INFORM_OPEN) == 0)
    return ovs_informing_is_open (informing);
  if (g_strcmp0 (filter, OVS_INFORM_INFORMED) == 0)
    return ovs_informing_is_informed (informing);
  if (g_strcmp0 (filter, OVS_INFORM_NO_FLYER) == 0)
    return row->flyer_hangs_on == OVS_NO_DAY;
  return TRUE;
}

static gboolean
passes_search (const OvsInformRow *row, const char *search)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (*search == '\0')
    return TRUE;
  words = g_strjoin (" ", row->number, row->name != NULL ? row->name : "", row->contact_name != NULL ? row->contact_name : "", NULL);
  folded = ovs_text_fold (words);
  return strstr (folded, search) != NULL;
}

/* What asks for attention first, what is done last. */
static gint64
rank (OvsInforming informing)
{
  if (ovs_informing_can_go (informing))
    return 1;
  return ovs_informing_is_open (informing) ? 0 : 2;
}

static gint64
number_to_sort (const OvsInformRow *row, const char *sort, OvsInforming informing)
{
  if (sort == NULL)
    return rank (informing);
  if (g_str_equal (sort, columns[MAIL].id))
    return rank (informing) < 2 ? (gint64) OVS_N_INFORMINGS - informing : G_MAXINT32 + (gint64) row->informed_on;
  if (g_str_equal (sort, columns[EMPLOYEES_INFORMED].id))
    return row->employees_informed_on;
  if (g_str_equal (sort, columns[FLYER].id))
    return row->flyer_hangs_on;
  if (g_str_equal (sort, columns[ROUND].id))
    return row->wave_number != 0 ? row->wave_number : G_MAXINT64;
  if (g_str_equal (sort, columns[EMPLOYEES].id))
    return row->employees;
  if (g_str_equal (sort, columns[INFORMED_ON].id))
    return row->informed_on;
  return 0;
}

static const char *
text_to_sort (const OvsInformRow *row, const char *sort)
{
  if (g_strcmp0 (sort, columns[CONTACT].id) == 0)
    return row->contact_name != NULL ? row->contact_name : "";
  if (g_strcmp0 (sort, columns[HANDLER].id) == 0)
    return row->handler != NULL ? row->handler : "";
  return name_of (row);
}

static void
gather (const OvsInformRow *row, gpointer data)
{
  Gathering *gathering = data;
  const OvsTableQuery *query = gathering->query;
  OvsInforming informing = ovs_informing_judge (row, gathering->today);
  Client client = { .id = row->id };

  if (!passes_filter (row, query->filter, informing) || !passes_search (row, gathering->search))
    return;
  /* By number they come already. */
  if (g_strcmp0 (query->sort, columns[NUMBER].id) == 0)
    {
      client.number = gathering->clients->len;
    }
  else
    {
      client.number = number_to_sort (row, query->sort, informing);
      client.key = ovs_text_fold (text_to_sort (row, query->sort));
    }
  g_array_append_val (gathering->clients, client);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Client *one = a;
  const Client *other = b;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

static GArray *
query_clients (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (Client));
  g_autofree char *search = ovs_text_fold (query->search);
  Gathering gathering = { query, search, ovs_tx_today (tx), clients };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_set_clear_func (clients, client_clear);
  ovs_inform_list_foreach (tx, handler, gather, &gathering);
  g_array_sort (clients, compare);
  for (guint i = 0; i < clients->len; i++)
    g_array_append_val (found, g_array_index (clients, Client, query->descending ? clients->len - 1 - i : i).id);
  return found;
}

/* --- rows ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *rows;
  OvsDay today;
} Making;

/* A column has room for the first name. */
static char *
say_sent (gint64 at, const char *actor, OvsDay today)
{
  g_autofree char *day = ovs_day_words (ovs_clock_day_of (at), today);
  g_auto (GStrv) names = g_strsplit (actor != NULL ? actor : "", " ", 2);

  return names[0] != NULL && *names[0] != '\0' ? g_strdup_printf ("%s, %s", day, names[0]) : g_steal_pointer (&day);
}

static char *
say_by_hand (const OvsInformRow *client, OvsDay today)
{
  g_autofree char *day = ovs_day_words (client->informed_on, today);

  return g_strdup_printf (C_ ("informed on", "%s, called"), day);
}

/* It goes, in time or not. */
static OvsCellKind
say_ready (const OvsInformRow *client, OvsDay today, char **text)
{
  OvsDay due = ovs_informing_due (client);
  g_autofree char *day = ovs_day_words (due, today);

  if (due >= today)
    {
      *text = g_strdup (_ ("to be sent"));
      return OVS_CELL_MAIL;
    }
  *text = g_strdup_printf (_ ("late: %s"), day);
  return OVS_CELL_WARNING;
}

static OvsCellKind
say_mail (const OvsInformRow *client, OvsDay today, char **text)
{
  OvsInforming informing = ovs_informing_judge (client, today);
  g_autofree char *made = client->has_letter ? ovs_day_words (ovs_clock_day_of (client->letter_at), today) : NULL;

  switch (informing)
    {
    case OVS_INFORMING_SENT:
      *text = say_sent (client->sent_at, client->letter_by, today);
      return OVS_CELL_DONE;
    case OVS_INFORMING_BY_HAND:
      *text = say_by_hand (client, today);
      return OVS_CELL_DONE;
    case OVS_INFORMING_READY:
      return say_ready (client, today, text);
    case OVS_INFORMING_CORRECT:
      *text = g_strdup (_ ("correction"));
      return OVS_CELL_WARNING;
    case OVS_INFORMING_DRAFT:
      *text = g_strdup_printf (_ ("draft, %s"), made);
      return OVS_CELL_WAITING;
    case OVS_INFORMING_OUTBOX:
      *text = g_strdup (_ ("in the outbox"));
      return OVS_CELL_WAITING;
    case OVS_INFORMING_REFUSED:
      *text = g_strdup (_ ("refused"));
      return OVS_CELL_STOPPER;
    case OVS_INFORMING_UNKNOWN:
      *text = g_strdup (_ ("unknown"));
      return OVS_CELL_UNKNOWN;
    case OVS_INFORMING_NO_ADDRESS:
      *text = g_strdup (_ ("lacks an address"));
      return OVS_CELL_WARNING;
    case OVS_INFORMING_NO_ROUND:
      *text = g_strdup (_ ("no round yet"));
      return OVS_CELL_SOFT;
    case OVS_INFORMING_PASSED:
      *text = g_strdup (_ ("round is past"));
      return OVS_CELL_WARNING;
    case OVS_INFORMING_OVER:
    case OVS_N_INFORMINGS:
    default:
      *text = g_strdup (_ ("not sent"));
      return OVS_CELL_SOFT;
    }
}

static void
set_mail (OvsTableRow *row, const OvsInformRow *client, OvsDay today)
{
  g_autofree char *text = NULL;
  OvsCellKind kind = say_mail (client, today, &text);

  ovs_table_row_set_cell (row, MAIL, text, kind);
}

static void
set_contact (OvsTableRow *row, const OvsInformRow *client)
{
  if (client->contact_left)
    ovs_table_row_set_cell (row, CONTACT, _ ("has left"), OVS_CELL_SOFT);
  else if (client->contact_name == NULL && client->contact_email == NULL)
    ovs_table_row_set_cell (row, CONTACT, _ ("no address"), OVS_CELL_SOFT);
  else
    ovs_table_row_set_cell (row, CONTACT, client->contact_name != NULL ? client->contact_name : client->contact_email, OVS_CELL_PLAIN);
}

static void
set_day (OvsTableRow *row, guint column, OvsDay day, OvsDay today)
{
  g_autofree char *text = ovs_day_words (day, today);

  if (day != OVS_NO_DAY)
    ovs_table_row_set_cell (row, column, text, OVS_CELL_DONE);
  else
    ovs_table_row_set_cell (row, column, _ ("not yet"), OVS_CELL_SOFT);
}

static void
set_round (OvsTableRow *row, const OvsInformRow *client, OvsDay today)
{
  g_autofree char *day = ovs_day_words (client->wave_on, today);
  g_autofree char *text = client->wave_on != OVS_NO_DAY ? g_strdup_printf ("%d · %s", (int) client->wave_number, day)
                                                        : g_strdup_printf ("%d", (int) client->wave_number);

  ovs_table_row_set_cell (row, ROUND, client->wave_number != 0 ? text : "", OVS_CELL_PLAIN);
}

static void
add_row (const OvsInformRow *client, gpointer data)
{
  Making *making = data;
  OvsTableRow *row = ovs_table_row_new (client->id, N_COLUMNS);
  g_autofree char *employees = g_strdup_printf ("%'" G_GINT64_FORMAT, client->employees);
  g_autofree char *informed = ovs_day_to_dutch (client->informed_on);

  ovs_table_row_set_cell (row, NAME, name_of (client), OVS_CELL_STRONG);
  set_contact (row, client);
  set_mail (row, client, making->today);
  set_day (row, EMPLOYEES_INFORMED, client->employees_informed_on, making->today);
  set_day (row, FLYER, client->flyer_hangs_on, making->today);
  ovs_table_row_set_cell (row, NUMBER, client->number, OVS_CELL_PLAIN);
  set_round (row, client, making->today);
  ovs_table_row_set_cell (row, EMPLOYEES, employees, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, PHONE, client->contact_phone, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, HANDLER, client->handler, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, INFORMED_ON, informed, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, NOTE, client->note, OVS_CELL_SOFT);
  g_ptr_array_add (making->rows, row);
}

static GPtrArray *
fetch_clients (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  Making making = { g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free), ovs_tx_today (tx) };

  ovs_inform_list_read (tx, ids, n_ids, add_row, &making);
  return making.rows;
}

GtkWidget *
ovs_inform_clients_new_table (OvsWorkspace *workspace, OvsTableSource **source)
{
  OvsTableColumn translated[N_COLUMNS];
  GtkWidget *table;

  for (int column = 0; column < N_COLUMNS; column++)
    {
      translated[column] = columns[column];
      translated[column].title = _ (columns[column].title);
    }
  table = ovs_table_new ("inform", _ ("Clients"), translated, N_COLUMNS, TRUE);
  *source = ovs_list_source_new (workspace, query_clients, fetch_clients);
  ovs_list_source_keep_ticks (OVS_LIST_SOURCE (*source));
  ovs_table_set_source (OVS_TABLE (table), *source);
  return table;
}
