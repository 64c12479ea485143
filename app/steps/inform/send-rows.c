/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-rows.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

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

static int
compare (gconstpointer a, gconstpointer b)
{
  return rank (*(const OvsPostingItem *const *) a) - rank (*(const OvsPostingItem *const *) b);
}

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
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sign = gtk_image_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_size_request (sign, 16, -1);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_margin_top (sign, 2);
  gtk_widget_set_margin_top (row, 8);
  gtk_widget_set_margin_bottom (row, 8);
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("dim-label"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
say (const OvsPostingItem *item)
{
  if (item->verdict != OVS_POSTING_GOES)
    return g_strdup (item->reason);
  if (item->letter->piece == OVS_PIECE_CORRECTION)
    return g_strdup_printf (_ ("Correction, to %s"), item->letter->recipient);
  if (item->letter->recipient_name != NULL)
    return g_strdup_printf (_ ("To %s, %s"), item->letter->recipient_name, item->letter->recipient);
  return g_strdup_printf (_ ("To %s"), item->letter->recipient);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, GPtrArray *sorted)
{
  const OvsPostingItem *item = g_ptr_array_index (sorted, gtk_list_item_get_position (list_item));
  GtkWidget *sign = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (sign));
  g_autofree char *name = g_strdup_printf ("%s  %s", item->number, item->name);
  g_autofree char *words = say (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (sign), ovs_sign_get_icon (sign_of (item)));
  gtk_widget_set_css_classes (sign, (const char *[]){ ovs_sign_get_class (sign_of (item)), NULL });
  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), words);
}

GtkWidget *
ovs_send_rows_new (GPtrArray *plan)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *scrolled;

  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);

      g_ptr_array_add (sorted, (gpointer) item);
      gtk_string_list_append (model, item->number);
    }
  g_ptr_array_sort (sorted, compare);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), sorted, (GClosureNotify) (GCallback) g_ptr_array_unref, 0);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  ovs_accessible_set_label (list, _ ("Who gets it"));
  scrolled = gtk_scrolled_window_new ();
  g_object_set_data_full (G_OBJECT (scrolled), "plan", g_ptr_array_ref (plan), (GDestroyNotify) g_ptr_array_unref);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}
