/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-pane-private.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/drop-down.h"
#include "widgets/stack.h"

G_DEFINE_FINAL_TYPE (OvsPiecePane, ovs_piece_pane, ADW_TYPE_BIN)

enum
{
  PREVIOUS,
  NEXT,
  CLOSE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OvsPiece
get_piece (OvsPiecePane *self)
{
  return (OvsPiece) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->pieces));
}

/* --- what is shown --------------------------------------------------------------------------------------------- */

static void
show_place (OvsPiecePane *self)
{
  g_autofree char *place = g_strdup_printf (_ ("%'u of %'u"), self->at, self->count);

  gtk_label_set_text (GTK_LABEL (self->place), self->at > 0 ? place : "");
  gtk_widget_set_sensitive (self->previous, self->at > 1);
  gtk_widget_set_sensitive (self->next, self->at > 0 && self->at < self->count);
  gtk_widget_set_visible (self->clients, ovs_piece_is_for_client (get_piece (self)) && self->count > 0);
}

/* Who reads it, in the place of a heading of the paper. */
static void
show_reader (OvsPiecePane *self)
{
  const OvsLetter *letter = self->view->letter;
  g_autofree char *reader = NULL;

  switch (ovs_piece_reader (self->view->piece))
    {
    case OVS_READER_CLIENT:
      reader = letter != NULL && letter->recipient_name != NULL ? g_strdup_printf (_ ("As %s receives it"), letter->recipient_name)
                                                                : g_strdup (_ ("As the client receives it"));
      break;
    case OVS_READER_EMPLOYEES:
      reader = g_strdup (_ ("For the client to give to its employees"));
      break;
    case OVS_READER_LOKET:
      reader = g_strdup (_ ("For a ticket at Loket"));
      break;
    case OVS_READER_OFFICE:
    default:
      reader = g_strdup (_ ("For the colleagues"));
      break;
    }
  gtk_label_set_text (GTK_LABEL (self->reader), reader);
  gtk_label_set_text (GTK_LABEL (self->name), letter != NULL && letter->employer_name != NULL ? letter->employer_name : ovs_piece_title (self->view->piece));
}

gboolean
ovs_piece_pane_shows_kept (OvsPiecePane *self)
{
  return ovs_piece_view_is_sent (self->view) && !self->as_now;
}

static void
show_paper (OvsPiecePane *self)
{
  const OvsPieceView *view = self->view;

  if (ovs_piece_pane_shows_kept (self))
    ovs_letter_view_show_sent (self->paper, view->kept_recipient, view->kept_subject, view->kept_text);
  else
    ovs_letter_view_show (self->paper, view->letter);
  gtk_label_set_text (GTK_LABEL (self->enclosed_label), view->enclosed != NULL ? view->enclosed : "");
  gtk_widget_set_visible (self->enclosed, view->enclosed != NULL && !ovs_piece_pane_shows_kept (self));
}

static void
enable (OvsPiecePane *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
show_buttons (OvsPiecePane *self)
{
  const OvsPieceView *view = self->view;
  const OvsLetter *letter = view->letter;
  gboolean may_write = !ovs_workspace_get_read_only (self->workspace);
  gboolean for_client = ovs_piece_is_for_client (view->piece);
  gboolean withdrawal = view->piece == OVS_PIECE_WITHDRAWAL;
  gboolean many = for_client && !withdrawal && self->ticked->len > 1;
  g_autofree char *to_many = g_strdup_printf (_ ("Send to %'u…"), self->ticked->len);

  gtk_button_set_label (GTK_BUTTON (self->send), many ? to_many : withdrawal ? _ ("Who withdrew…") : _ ("Send this one…"));
  gtk_widget_set_visible (self->send, for_client);
  gtk_widget_set_visible (self->draft, ovs_piece_reader (view->piece) != OVS_READER_LOKET);
  enable (self, "piece.draft", may_write && letter != NULL && !self->drafting && ovs_letter_may_go (letter, OVS_WAY_DRAFT));
  enable (self, "piece.send", may_write && (many || withdrawal || (letter != NULL && ovs_letter_may_go (letter, OVS_WAY_MAIL) && !ovs_piece_view_is_sent (view))));
  enable (self, "piece.print", may_write && (many || (letter != NULL && ovs_letter_may_go (letter, OVS_WAY_PAPER))));
  enable (self, "piece.copy", letter != NULL);
  enable (self, "piece.restore", view->text != NULL && (view->text->is_own || view->text->toolkit_file != NULL));
  enable (self, "piece.outbox", view->client != 0);
}

void
ovs_piece_pane_show_view (OvsPiecePane *self)
{
  const OvsPieceView *view = self->view;

  show_place (self);
  if (view == NULL)
    return;
  show_reader (self);
  ovs_piece_status_show (self->status, view, self->as_now, !ovs_workspace_get_read_only (self->workspace));
  show_paper (self);
  show_buttons (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), view->letter != NULL || view->kept || view->trouble != NULL ? "paper" : "nobody");
  gtk_widget_set_visible (self->buttons, view->letter != NULL || view->kept);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsPiecePane *self; /* (owned) */
  OvsPiece piece;
  gint64 client;
  gint64 wave;
  OvsPieceView *view; /* (owned) (nullable) */
} Reading;

static gboolean
read_view (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->view = ovs_piece_view_read (tx, reading->piece, reading->client, reading->wave);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsPiecePane *self = reading->self;
  g_autoptr (GError) error = NULL;
  gboolean came = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  /* Another one may be asked for by now. */
  if (came && reading->piece == get_piece (self) && (reading->client == self->client || !ovs_piece_is_for_client (reading->piece)))
    {
      g_clear_pointer (&self->view, ovs_piece_view_free);
      self->view = g_steal_pointer (&reading->view);
      ovs_piece_pane_show_view (self);
    }
  else if (!came && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-error", "s", error->message);
    }
  g_clear_pointer (&reading->view, ovs_piece_view_free);
  g_object_unref (self);
  g_free (reading);
}

void
ovs_piece_pane_look_again (OvsPiecePane *self)
{
  Reading *reading;

  show_place (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->piece = get_piece (self);
  reading->client = self->client;
  reading->wave = ovs_workspace_get_wave (self->workspace);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_view, reading, self->reading, on_read, reading);
}

static void
on_piece_chosen (OvsPiecePane *self)
{
  self->as_now = FALSE;
  ovs_piece_pane_look_again (self);
}

/* The text of a piece may have been changed in another window. */
static void
on_active (GtkWindow *window, GParamSpec *spec, OvsPiecePane *self)
{
  if (gtk_window_is_active (window))
    ovs_piece_pane_look_again (self);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
emit_previous (OvsPiecePane *self)
{
  g_signal_emit (self, signals[PREVIOUS], 0);
}

static void
emit_next (OvsPiecePane *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
emit_close (OvsPiecePane *self)
{
  g_signal_emit (self, signals[CLOSE_ASKED], 0);
}

static void
edit (OvsPiecePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-piece", "s", ovs_piece_code (get_piece (self)));
}

static GtkWidget *
make_clients (OvsPiecePane *self)
{
  self->clients = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->previous = make_icon_button ("go-previous-symbolic", _ ("Previous client"), NULL);
  self->next = make_icon_button ("go-next-symbolic", _ ("Next client"), NULL);
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "numeric");
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (emit_previous), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (emit_next), self);
  gtk_box_append (GTK_BOX (self->clients), self->previous);
  gtk_box_append (GTK_BOX (self->clients), self->place);
  gtk_box_append (GTK_BOX (self->clients), self->next);
  return self->clients;
}

static GtkWidget *
make_choice (OvsPiecePane *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *pieces = gtk_string_list_new (NULL);

  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    gtk_string_list_append (pieces, ovs_piece_title ((OvsPiece) piece));
  self->pieces = ovs_drop_down_new (pieces, _ ("Piece"));
  ovs_drop_down_shorten (self->pieces);
  gtk_widget_set_hexpand (self->pieces, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->pieces), OVS_PIECE_CLIENT);
  g_signal_connect_swapped (self->pieces, "notify::selected", G_CALLBACK (on_piece_chosen), self);
  self->close = make_icon_button ("window-close-symbolic", _ ("Close"), NULL);
  gtk_widget_set_visible (self->close, FALSE);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (emit_close), self);
  gtk_box_append (GTK_BOX (line), self->pieces);
  gtk_box_append (GTK_BOX (line), make_clients (self));
  gtk_box_append (GTK_BOX (line), self->close);
  return line;
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();
  g_autoptr (GMenu) client = g_menu_new ();

  g_menu_append (text, _ ("Use a file of the toolkit…"), "piece.use-file");
  g_menu_append (text, _ ("Put back the text of Overstap"), "piece.restore");
  g_menu_append (client, _ ("Messages to this client…"), "piece.outbox");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (client));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("More about this piece"));
  ovs_accessible_name_menu (button, _ ("More about this piece"));
  return button;
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (OvsPiecePane *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = make_line ("heading");
  self->reader = make_line ("caption");
  gtk_widget_add_css_class (self->reader, "soft");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->name);
  gtk_box_append (GTK_BOX (words), self->reader);
  gtk_box_append (GTK_BOX (line), words);
  self->edit = make_icon_button ("document-edit-symbolic", _ ("Edit the text"), NULL);
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (edit), self);
  gtk_box_append (GTK_BOX (line), self->edit);
  gtk_box_append (GTK_BOX (line), make_icon_button ("document-print-symbolic", _ ("Print"), "piece.print"));
  gtk_box_append (GTK_BOX (line), make_icon_button ("edit-copy-symbolic", _ ("Copy the text"), "piece.copy"));
  gtk_box_append (GTK_BOX (line), make_menu ());
  return line;
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static GtkWidget *
make_enclosed (OvsPiecePane *self)
{
  self->enclosed = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->enclosed_label = make_line ("caption");
  gtk_widget_set_tooltip_text (self->enclosed, _ ("Goes along with the mail"));
  gtk_box_append (GTK_BOX (self->enclosed), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
  gtk_box_append (GTK_BOX (self->enclosed), self->enclosed_label);
  return self->enclosed;
}

static GtkWidget *
make_buttons (OvsPiecePane *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  self->draft = make_button (_ ("Make a draft"), "piece.draft");
  self->send = make_button (_ ("Send this one…"), "piece.send");
  gtk_widget_set_tooltip_text (self->draft, _ ("Opens it in the mail program, as a message that is not sent yet"));
  gtk_box_append (GTK_BOX (self->buttons), self->draft);
  gtk_box_append (GTK_BOX (self->buttons), self->send);
  return self->buttons;
}

static GtkWidget *
make_stack (OvsPiecePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *nobody = adw_status_page_new ();

  self->status = OVS_PIECE_STATUS (ovs_piece_status_new ());
  self->paper = ovs_letter_view_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self->paper), TRUE);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  gtk_box_append (GTK_BOX (box), make_enclosed (self));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nobody), "mail-unread-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nobody), _ ("Choose a client"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nobody), _ ("The piece is shown here as this client receives it."));
  gtk_widget_add_css_class (nobody, "compact");
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), nobody, "nobody");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "paper");
  return self->stack;
}

static void
ovs_piece_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ovs_piece_pane_parent_class)->map (widget);
  ovs_piece_pane_look_again (OVS_PIECE_PANE (widget));
}

static void
ovs_piece_pane_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ovs_piece_pane_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (on_active), widget, 0);
}

static void
ovs_piece_pane_dispose (GObject *object)
{
  OvsPiecePane *self = OVS_PIECE_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->view, ovs_piece_view_free);
  g_clear_pointer (&self->ticked, g_array_unref);
  G_OBJECT_CLASS (ovs_piece_pane_parent_class)->dispose (object);
}

static void
ovs_piece_pane_class_init (OvsPiecePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_piece_pane_dispose;
  widget_class->map = ovs_piece_pane_map;
  widget_class->root = ovs_piece_pane_root;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[PREVIOUS] = g_signal_new ("previous", OVS_TYPE_PIECE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", OVS_TYPE_PIECE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSE_ASKED] = g_signal_new ("close-asked", OVS_TYPE_PIECE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  ovs_piece_pane_install_actions (widget_class);
}

static void
ovs_piece_pane_init (OvsPiecePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->ticked = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "piece-pane");
  ovs_accessible_set_label (self, _ ("Piece"));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ovs_piece_pane_new (OvsWorkspace *workspace)
{
  OvsPiecePane *self = g_object_new (OVS_TYPE_PIECE_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (ovs_piece_pane_look_again), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ovs_piece_pane_show (OvsPiecePane *self, gint64 client, guint place, guint count)
{
  gboolean other = client != self->client;

  self->client = client;
  self->at = place;
  self->count = count;
  if (other)
    self->as_now = FALSE;
  if (other || self->view == NULL)
    ovs_piece_pane_look_again (self);
  else
    show_place (self);
}

void
ovs_piece_pane_set_ticked (OvsPiecePane *self, const GArray *clients)
{
  g_array_unref (self->ticked);
  self->ticked = g_array_copy ((GArray *) clients);
  if (self->view != NULL)
    show_buttons (self);
}

void
ovs_piece_pane_choose (OvsPiecePane *self, OvsPiece piece)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->pieces), piece);
}

void
ovs_piece_pane_set_closable (OvsPiecePane *self, gboolean closable)
{
  gtk_widget_set_visible (self->close, closable);
}
