/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/start-page.h"

#include <glib/gi18n.h>

#include "widgets/stack.h"

#define RECENT_SHOWN 5

struct _OvsStartPage
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *waiting; /* label beside the spinner */
};

G_DEFINE_FINAL_TYPE (OvsStartPage, ovs_start_page, ADW_TYPE_BIN)

static void
ovs_start_page_class_init (OvsStartPageClass *klass)
{
}

static GtkWidget *
make_card (const char *icon, const char *title, const char *text, const char *verb, const char *action, gboolean suggested)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *body = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (verb);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "start-card");
  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  gtk_widget_set_halign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_yalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_add_css_class (body, "soft");
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static GtkWidget *
make_cards (void)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_box_set_homogeneous (GTK_BOX (cards), TRUE);
  gtk_box_append (GTK_BOX (cards),
                  make_card ("media-playback-start-symbolic", _ ("First have a look"),
                             _ ("An invented office with a practice Loket of its own. Everything works, nothing leaves this computer."),
                             _ ("Practise with examples"), "win.practise", TRUE));
  gtk_box_append (GTK_BOX (cards), make_card ("document-new-symbolic", _ ("For your own office"),
                                              _ ("One file on this computer holds the whole conversion. It can be read by you only."),
                                              _ ("New dossier"), "win.new", FALSE));
  return cards;
}

static void
add_recent (GtkListBox *list, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place != NULL ? place : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_list_box_append (list, row);
}

static GtkWidget *
make_recent (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *list = gtk_list_box_new ();
  guint shown = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (GList *item = items; item != NULL && shown < RECENT_SHOWN; item = item->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (item->data), ".overstap") && gtk_recent_info_exists (item->data))
      {
        add_recent (GTK_LIST_BOX (list), item->data);
        shown++;
      }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (list, shown > 0);
  return list;
}

static GtkWidget *
make_choices (void)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *title = gtk_label_new (_ ("From Werknemerloket to MijnLoket"));
  GtkWidget *open = gtk_button_new_with_label (_ ("Open a dossier…"));

  gtk_widget_add_css_class (title, "title-1");
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_halign (open, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), make_cards ());
  gtk_box_append (GTK_BOX (column), make_recent ());
  gtk_box_append (GTK_BOX (column), open);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  return clamp;
}

static void
ovs_start_page_init (OvsStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *busy = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  self->waiting = gtk_label_new (NULL);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_valign (busy, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (busy), spinner);
  gtk_box_append (GTK_BOX (busy), self->waiting);
  gtk_stack_add_named (GTK_STACK (self->stack), make_choices (), "choices");
  gtk_stack_add_named (GTK_STACK (self->stack), busy, "busy");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ovs_start_page_new (void)
{
  return g_object_new (OVS_TYPE_START_PAGE, NULL);
}

void
ovs_start_page_set_busy (OvsStartPage *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->waiting), text != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), text != NULL ? "busy" : "choices");
}
