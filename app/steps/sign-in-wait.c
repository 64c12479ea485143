/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/sign-in-wait.h"

#include <glib/gi18n.h>

#include "steps/apply/environment.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

#define WIDTH 560

struct _OvsSignInWait
{
  AdwBin parent_instance;

  OvsBrowser *browser; /* (owned) (nullable) */
  guint tick;
  GtkLabel *environment;
  GtkLabel *title;
  GtkLabel *what;
  GtkLabel *left;
  GtkSpinner *spinner;
  GtkWidget *again;
  GtkWidget *copy;
  GtkWidget *paste;
  GtkWidget *list;
  GtkLabel *hint;
  GtkLabel *trouble;
};

G_DEFINE_FINAL_TYPE (OvsSignInWait, ovs_sign_in_wait, ADW_TYPE_BIN)

enum
{
  CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (OvsSignInWait *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->browser != NULL)
    g_signal_handlers_disconnect_by_data (self->browser, self);
  g_clear_object (&self->browser);
}

static void
ovs_sign_in_wait_dispose (GObject *object)
{
  stop (OVS_SIGN_IN_WAIT (object));
  G_OBJECT_CLASS (ovs_sign_in_wait_parent_class)->dispose (object);
}

static void
ovs_sign_in_wait_class_init (OvsSignInWaitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_sign_in_wait_dispose;
  signals[CANCEL] = g_signal_new ("cancel", OVS_TYPE_SIGN_IN_WAIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- what is shown --- */

static void
show_trouble (OvsSignInWait *self, const char *sentence)
{
  gtk_label_set_text (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);
}

static void
show_left (OvsSignInWait *self)
{
  guint left = ovs_browser_get_left (self->browser);
  /* Translators: minutes and seconds. */
  g_autofree char *text = g_strdup_printf (_ ("Time left: %u:%02u"), left / 60, left % 60);

  gtk_label_set_text (self->left, text);
}

/* @waiting: for the browser; else Loket is being asked. */
static void
show_state (OvsSignInWait *self, gboolean waiting)
{
  gtk_label_set_text (self->title, waiting ? _ ("Sign in in the browser") : _ ("One moment…"));
  gtk_label_set_text (self->what, waiting ? _ ("The browser shows the page where you sign in at Loket. After that Overstap goes on by itself.")
                                          : _ ("Overstap asks Loket who you are and which clients you see."));
  gtk_widget_set_visible (GTK_WIDGET (self->left), waiting);
  gtk_widget_set_visible (self->again, waiting);
  gtk_widget_set_visible (self->copy, waiting);
  gtk_widget_set_visible (self->list, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), !waiting);
  gtk_spinner_set_spinning (self->spinner, !waiting);
}

static gboolean
tick_cb (gpointer user_data)
{
  show_left (user_data);
  return G_SOURCE_CONTINUE;
}

/* --- the browser --- */

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSignInWait) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self->browser != NULL)
    show_trouble (self, _ ("No browser could be opened here. Copy the address, and open it in a browser yourself."));
}

static void
open_browser (OvsSignInWait *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *url = self->browser != NULL ? ovs_browser_get_url (self->browser) : NULL;

  show_trouble (self, NULL);
  if (url != NULL && GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), url, GDK_CURRENT_TIME, NULL, on_shown, g_object_ref (self));
}

static void
on_open (OvsSignInWait *self)
{
  show_state (self, TRUE);
  show_left (self);
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, tick_cb, self);
  open_browser (self);
}

static void
on_closed (OvsSignInWait *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  show_trouble (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->paste), "");
  show_state (self, FALSE);
}

static void
on_copy (OvsSignInWait *self)
{
  const char *url = self->browser != NULL ? ovs_browser_get_url (self->browser) : NULL;

  if (url != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), url);
}

static void
on_pasted (OvsSignInWait *self)
{
  g_autoptr (GError) error = NULL;

  if (self->browser != NULL && !ovs_browser_paste (self->browser, gtk_editable_get_text (GTK_EDITABLE (self->paste)), &error))
    show_trouble (self, error->message);
}

static void
on_cancel (OvsSignInWait *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

/* --- the parts --- */

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (OvsSignInWait *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_paste (OvsSignInWait *self)
{
  self->list = gtk_list_box_new ();
  self->paste = ovs_entry_row_new (_ ("Paste the address"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->paste), TRUE);
  g_signal_connect_swapped (self->paste, "apply", G_CALLBACK (on_pasted), self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Paste the address"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->paste);
  return self->list;
}

static void
ovs_sign_in_wait_init (OvsSignInWait *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->environment = add_label (box, "environment");
  gtk_widget_set_halign (GTK_WIDGET (self->environment), GTK_ALIGN_CENTER);
  self->title = add_label (box, "title-1");
  self->what = add_label (box, NULL);
  self->left = add_label (box, "numeric");
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  ovs_accessible_set_label (self->spinner, _ ("Loading"));
  gtk_widget_set_size_request (GTK_WIDGET (self->spinner), 32, 32);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  add_button (self, buttons, _ ("Cancel"), G_CALLBACK (on_cancel));
  self->copy = add_button (self, buttons, _ ("Copy the address"), G_CALLBACK (on_copy));
  self->again = add_button (self, buttons, _ ("Open the browser again"), G_CALLBACK (open_browser));
  gtk_box_append (GTK_BOX (box), buttons);

  self->hint = add_label (box, "soft");
  gtk_label_set_text (self->hint, _ ("Does the browser end on a page that it cannot show? Copy the address of that page and paste it here."));
  gtk_widget_set_margin_top (GTK_WIDGET (self->hint), 12);
  gtk_box_append (GTK_BOX (box), make_paste (self));
  self->trouble = add_label (box, "error");

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (clamp, "page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  show_state (self, FALSE);
  show_trouble (self, NULL);
}

GtkWidget *
ovs_sign_in_wait_new (void)
{
  return g_object_new (OVS_TYPE_SIGN_IN_WAIT, NULL);
}

void
ovs_sign_in_wait_begin (OvsSignInWait *self, OvsBrowser *browser, const char *kind)
{
  const char *classes[] = { "environment", "badge", kind, NULL };

  stop (self);
  self->browser = g_object_ref (browser);
  g_signal_connect_swapped (browser, "open", G_CALLBACK (on_open), self);
  g_signal_connect_swapped (browser, "closed", G_CALLBACK (on_closed), self);
  gtk_label_set_text (self->environment, ovs_environment_title (kind));
  gtk_widget_set_css_classes (GTK_WIDGET (self->environment), classes);
  show_trouble (self, NULL);
  show_state (self, FALSE);
}
