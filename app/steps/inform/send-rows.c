/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-rows.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

/* A line of the list: what a group has in common, or one of it. */
typedef struct
{
  const OvsPostingItem *item; /* the first of the group, or the one */
  guint count;                /* of the group; 0: this is one of it */
} Row;

typedef struct
{
  GPtrArray *plan; /* (owned) */
  GArray *rows;    /* (owned) of Row */
  OvsSendRowsChosen chosen;
  gpointer data;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_ptr_array_unref (rows->plan);
  g_array_unref (rows->rows);
  g_free (rows);
}

/* What asks for attention first, then what goes, then what is well. */
static int
rank (const OvsPostingItem *item)
{
  static const int ranks[OVS_N_POSTING_VERDICTS] = {
    [OVS_POSTING_PROBLEM] = 0, [OVS_POSTING_UNKNOWN] = 1,   [OVS_POSTING_GOES] = 2,     [OVS_POSTING_WAITS] = 3,
    [OVS_POSTING_HAS_IT] = 4,  [OVS_POSTING_WITHDRAWN] = 5, [OVS_POSTING_NEEDLESS] = 6,
  };

  return ranks[item->verdict];
}

static OvsSign
sign_of (const OvsPostingItem *item)
{
  static const OvsSign signs[OVS_N_POSTING_VERDICTS] = {
    [OVS_POSTING_PROBLEM] = OVS_SIGN_STOPPER, [OVS_POSTING_UNKNOWN] = OVS_SIGN_UNKNOWN,   [OVS_POSTING_GOES] = OVS_SIGN_NONE,
    [OVS_POSTING_WAITS] = OVS_SIGN_WAITING,   [OVS_POSTING_HAS_IT] = OVS_SIGN_DONE,       [OVS_POSTING_WITHDRAWN] = OVS_SIGN_IGNORED,
    [OVS_POSTING_NEEDLESS] = OVS_SIGN_IGNORED,
  };

  return signs[item->verdict];
}

/* Who gets the same, or for the same reason not, stands together. */
static int
compare_groups (const OvsPostingItem *one, const OvsPostingItem *other)
{
  int first = rank (one) - rank (other);

  if (first != 0)
    return first;
  return one->verdict != OVS_POSTING_GOES ? g_strcmp0 (one->reason, other->reason) : (int) one->letter->piece - (int) other->letter->piece;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return compare_groups (*(const OvsPostingItem *const *) a, *(const OvsPostingItem *const *) b);
}

/* --- one line --- */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_size_request (sign, 16, -1);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_margin_top (sign, 2);
  gtk_widget_set_margin_start (row, 4);
  gtk_widget_set_margin_end (row, 4);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("soft"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
say_group (const Row *row)
{
  if (row->item->verdict != OVS_POSTING_GOES)
    return g_strdup_printf (ngettext ("%'u client", "%'u clients", row->count), row->count);
  if (row->item->letter->piece == OVS_PIECE_CORRECTION)
    return g_strdup_printf (ngettext ("%'u client was told another day and gets the correction", "%'u clients were told another day and get the correction",
                                      row->count),
                            row->count);
  return g_strdup_printf (ngettext ("%'u client gets it", "%'u clients get it", row->count), row->count);
}

static char *
say_one (const OvsPostingItem *item)
{
  if (item->letter == NULL || item->letter->recipient == NULL)
    return NULL;
  if (item->letter->recipient_name != NULL)
    return g_strdup_printf (_ ("To %s, %s"), item->letter->recipient_name, item->letter->recipient);
  return g_strdup_printf (_ ("To %s"), item->letter->recipient);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Rows *rows)
{
  const Row *row = &g_array_index (rows->rows, Row, gtk_list_item_get_position (list_item));
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *sign = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (sign));
  GtkWidget *below = gtk_widget_get_next_sibling (title);
  const gboolean heads = row->count > 0;
  g_autofree char *first = heads ? say_group (row) : g_strdup_printf ("%s  %s", row->item->number, row->item->name);
  g_autofree char *second = heads ? g_strdup (row->item->reason) : say_one (row->item);
  g_autofree char *all = second != NULL ? g_strdup_printf ("%s, %s", first, second) : g_strdup (first);

  gtk_image_set_from_icon_name (GTK_IMAGE (sign), heads ? ovs_sign_get_icon (sign_of (row->item)) : NULL);
  gtk_widget_set_css_classes (sign, (const char *[]){ ovs_sign_get_class (sign_of (row->item)), NULL });
  gtk_widget_set_css_classes (title, (const char *[]){ heads ? "heading" : "", NULL });
  gtk_widget_set_margin_top (box, heads ? 10 : 2);
  gtk_widget_set_margin_bottom (box, 2);
  gtk_label_set_text (GTK_LABEL (title), first);
  gtk_label_set_text (GTK_LABEL (below), second != NULL ? second : "");
  gtk_widget_set_visible (below, second != NULL);
  gtk_list_item_set_selectable (list_item, !heads);
  ovs_accessible_set_label (gtk_widget_get_parent (box), all);
}

/* --- the list --- */

static void
on_chosen (GtkSingleSelection *selection, GParamSpec *pspec, Rows *rows)
{
  const guint at = gtk_single_selection_get_selected (selection);

  if (at != GTK_INVALID_LIST_POSITION)
    rows->chosen (g_array_index (rows->rows, Row, at).item, rows->data);
}

/* Returns: where the first stands that goes, or else the first of all. */
static guint
lay_out (Rows *rows, GPtrArray *sorted, GtkStringList *model)
{
  guint head = 0;
  guint first = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      const Row row = { .item = g_ptr_array_index (sorted, i) };

      if (i == 0 || compare_groups (g_array_index (rows->rows, Row, head).item, row.item) != 0)
        {
          head = rows->rows->len;
          g_array_append_val (rows->rows, row);
          gtk_string_list_append (model, "");
        }
      g_array_index (rows->rows, Row, head).count++;
      if (first == 0 && row.item->verdict == OVS_POSTING_GOES)
        first = rows->rows->len;
      g_array_append_val (rows->rows, row);
      gtk_string_list_append (model, row.item->number);
    }
  return MAX (first, 1);
}

static GtkSelectionModel *
make_model (Rows *rows)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (rows->plan, NULL, NULL);
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  guint first;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare);
  first = lay_out (rows, sorted, model);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (model));
  g_object_unref (model);
  g_signal_connect (selection, "notify::selected", G_CALLBACK (on_chosen), rows);
  gtk_single_selection_set_selected (selection, first);
  return GTK_SELECTION_MODEL (selection);
}

GtkWidget *
ovs_send_rows_new (GPtrArray *plan, OvsSendRowsChosen chosen, gpointer data)
{
  Rows *rows = g_new0 (Rows, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  rows->plan = g_ptr_array_ref (plan);
  rows->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  rows->chosen = chosen;
  rows->data = data;
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), rows, (GClosureNotify) (GCallback) rows_free, 0);
  list = gtk_list_view_new (make_model (rows), factory);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  ovs_accessible_set_label (list, _ ("Who gets it"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
