/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-preview.h"

#include <glib/gi18n.h>

#include "dossier/letter-clients.h"
#include "dossier/waves.h"
#include "steps/inform/letter-view.h"
#include "widgets/accessible.h"
#include "widgets/drop-down.h"
#include "widgets/sign.h"

/* The letter is what is looked at. */
#define MOST_HEIGHT 120

struct _OvsPiecePreview
{
  AdwBin parent_instance;

  GtkWidget *chooser; /* the clients, and one back and one on */
  GtkWidget *clients;
  GtkWidget *back;
  GtkWidget *on;
  GtkWidget *problems;
  GtkWidget *problems_view;
  OvsLetterView *view;

  OvsWorkspace *workspace; /* (owned) */
  OvsPiece piece;
  const char *language; /* (nullable) of the list of languages */
  char *source;         /* (owned) (nullable) */
  GArray *ids;          /* (owned) (element-type gint64): of the clients in the list */
  OvsLetter *letter;    /* (owned) (nullable) */
  gboolean knows_clients;
  gboolean composing;
  gboolean again;       /* it is another by now */
};

G_DEFINE_FINAL_TYPE (OvsPiecePreview, ovs_piece_preview, ADW_TYPE_BIN)

enum
{
  COMPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_for_client (OvsPiece piece)
{
  OvsReader reader = ovs_piece_reader (piece);

  return reader == OVS_READER_CLIENT || reader == OVS_READER_EMPLOYEES;
}

/* --- what it looks like --------------------------------------------------------------------------------------------------- */

static void
add_problem (OvsPiecePreview *self, OvsSign sign, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (self->problems), line);
}

static void
clear_problems (OvsPiecePreview *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->problems)) != NULL)
    gtk_box_remove (GTK_BOX (self->problems), line);
}

static void
show_letter (OvsPiecePreview *self)
{
  gboolean for_nobody = is_for_client (self->piece) && self->ids->len == 0;

  clear_problems (self);
  if (for_nobody)
    add_problem (self, OVS_SIGN_INFO, _ ("No client takes part yet. When clients are chosen, the letter stands here as they get it."));
  for (guint i = 0; !for_nobody && self->letter != NULL && i < self->letter->problems->len; i++)
    add_problem (self, OVS_SIGN_WARNING, g_ptr_array_index (self->letter->problems, i));
  ovs_letter_view_show (self->view, self->letter);
  gtk_widget_set_visible (self->problems_view, gtk_widget_get_first_child (self->problems) != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 1);
}

static void
show_unfinished (OvsPiecePreview *self)
{
  clear_problems (self);
  add_problem (self, OVS_SIGN_WAITING, _ ("The text is not complete. This is the letter as it was before."));
  gtk_widget_set_visible (self->problems_view, TRUE);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), .5);
}

/* --- composing ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsPiecePreview *self; /* (owned) */
  OvsPiece piece;
  const char *language;
  char *source;
  gint64 employer;
  gint64 wave;
  gboolean complete;
  OvsLetter *letter; /* (nullable) */
} Composing;

static void
composing_free (Composing *composing)
{
  g_object_unref (composing->self);
  g_free (composing->source);
  ovs_letter_free (composing->letter);
  g_free (composing);
}

/* What is wrong with the text itself is told beside it: fields that do not exist, too. */
static void
drop_told (GPtrArray *problems, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (findings, i);
      guint place;

      if (g_ptr_array_find_with_equal_func (problems, finding->sentence, g_str_equal, &place))
        g_ptr_array_remove_index (problems, place);
    }
}

static gboolean
compose_letter (OvsTx *tx, gpointer data, GError **error)
{
  Composing *composing = data;
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse_in (composing->piece, composing->language, composing->source, NULL);
  g_autoptr (GPtrArray) findings = NULL;

  composing->complete = text != NULL;
  if (text == NULL)
    return TRUE;
  findings = text->findings;
  text->findings = g_ptr_array_new ();
  composing->letter = ovs_letter_compose (tx, text, composing->employer, composing->wave);
  if (composing->letter != NULL)
    drop_told (composing->letter->problems, findings);
  return TRUE;
}

static void compose (OvsPiecePreview *self);

static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Composing *composing = user_data;
  OvsPiecePreview *self = composing->self;
  g_autoptr (GError) error = NULL;

  self->composing = FALSE;
  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      clear_problems (self);
      add_problem (self, OVS_SIGN_WARNING, error->message);
    }
  else if (self->workspace != NULL && composing->complete)
    {
      ovs_letter_free (self->letter);
      self->letter = g_steal_pointer (&composing->letter);
      show_letter (self);
      g_signal_emit (self, signals[COMPOSED], 0);
    }
  else if (self->workspace != NULL)
    show_unfinished (self);
  if (self->workspace != NULL && self->again)
    compose (self);
  composing_free (composing);
}

static gint64
get_client (OvsPiecePreview *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->clients));

  return chosen < self->ids->len ? g_array_index (self->ids, gint64, chosen) : 0;
}

/* One at a time: of what is typed meanwhile only the last is composed. */
static void
compose (OvsPiecePreview *self)
{
  Composing *composing;
  gint64 wave = ovs_workspace_get_wave (self->workspace);

  self->again = self->composing;
  if (self->composing || self->source == NULL || (is_for_client (self->piece) && !self->knows_clients))
    return;
  composing = g_new0 (Composing, 1);
  composing->self = g_object_ref (self);
  composing->piece = self->piece;
  composing->language = self->language;
  composing->source = g_strdup (self->source);
  composing->employer = get_client (self);
  composing->wave = composing->employer == 0 ? MAX (wave, 0) : 0;
  self->composing = TRUE;
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), compose_letter, composing, NULL, on_composed, composing);
}

/* --- the clients ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsPiecePreview *self; /* (owned) */
  gboolean selected;     /* those that take part are meant */
  gint64 wave;
  GArray *ids;
  GtkStringList *names; /* (owned) */
} Clients;

static void
clients_free (Clients *clients)
{
  g_object_unref (clients->self);
  g_clear_pointer (&clients->ids, g_array_unref);
  g_clear_object (&clients->names);
  g_free (clients);
}

static void
add_client (const OvsLetterClient *client, gpointer data)
{
  Clients *clients = data;
  g_autofree char *name = g_strdup_printf ("%s · %s", client->name != NULL ? client->name : "–", client->number);

  if (client->selected != clients->selected)
    return;
  g_array_append_val (clients->ids, client->id);
  gtk_string_list_append (clients->names, name);
}

static void
take_number (const OvsWaveRow *row, gpointer data)
{
  *(gint64 *) data = row->number;
}

static gboolean
read_clients (OvsTx *tx, gpointer data, GError **error)
{
  Clients *clients = data;
  gint64 number = 0;

  if (clients->wave > 0)
    ovs_waves_get (tx, clients->wave, take_number, &number);
  ovs_letter_clients_foreach (tx, number, add_client, clients);
  if (clients->ids->len == 0 && number > 0)
    ovs_letter_clients_foreach (tx, 0, add_client, clients);
  return TRUE;
}

static void
show_ways (OvsPiecePreview *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->clients));

  gtk_widget_set_sensitive (self->back, chosen != GTK_INVALID_LIST_POSITION && chosen > 0);
  gtk_widget_set_sensitive (self->on, chosen != GTK_INVALID_LIST_POSITION && chosen + 1 < self->ids->len);
}

static void
on_client (OvsPiecePreview *self)
{
  show_ways (self);
  compose (self);
}

static void
on_clients (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Clients *clients = user_data;
  OvsPiecePreview *self = clients->self;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && self->workspace != NULL)
    {
      g_array_unref (self->ids);
      self->knows_clients = TRUE;
      self->ids = g_steal_pointer (&clients->ids);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->clients), G_LIST_MODEL (clients->names));
      gtk_widget_set_visible (self->chooser, self->ids->len > 0);
      on_client (self);
    }
  clients_free (clients);
}

static void
start_clients (OvsPiecePreview *self)
{
  Clients *clients = g_new0 (Clients, 1);

  clients->self = g_object_ref (self);
  clients->selected = self->piece != OVS_PIECE_WITHDRAWAL;
  clients->wave = ovs_workspace_get_wave (self->workspace);
  clients->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  clients->names = gtk_string_list_new (NULL);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_clients, clients, NULL, on_clients, clients);
}

static void
step (OvsPiecePreview *self, int by)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->clients));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->clients), (guint) ((int) chosen + by));
}

static void
on_back (OvsPiecePreview *self)
{
  step (self, -1);
}

static void
on_on (OvsPiecePreview *self)
{
  step (self, 1);
}

/* --- the widget ----------------------------------------------------------------------------------------------------------- */

void
ovs_piece_preview_set_source (OvsPiecePreview *self, const char *language, const char *source)
{
  g_free (self->source);
  self->source = g_strdup (source);
  self->language = language;
  compose (self);
}

const OvsLetter *
ovs_piece_preview_get_letter (OvsPiecePreview *self)
{
  return self->letter;
}

static void
ovs_piece_preview_dispose (GObject *object)
{
  OvsPiecePreview *self = OVS_PIECE_PREVIEW (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_piece_preview_parent_class)->dispose (object);
}

static void
ovs_piece_preview_finalize (GObject *object)
{
  OvsPiecePreview *self = OVS_PIECE_PREVIEW (object);

  g_free (self->source);
  g_array_unref (self->ids);
  ovs_letter_free (self->letter);
  G_OBJECT_CLASS (ovs_piece_preview_parent_class)->finalize (object);
}

static void
ovs_piece_preview_class_init (OvsPiecePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_piece_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_piece_preview_finalize;
  signals[COMPOSED] = g_signal_new ("composed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_arrow (OvsPiecePreview *self, const char *icon, const char *name, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  ovs_accessible_set_label (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static GtkWidget *
make_chooser (OvsPiecePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->clients = ovs_drop_down_new (NULL, _ ("Preview for"));
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->clients), text);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->clients), TRUE);
  ovs_accessible_name_below (self->clients, GTK_TYPE_SEARCH_ENTRY, _ ("Search a client"));
  gtk_widget_set_hexpand (self->clients, TRUE);
  self->back = make_arrow (self, "go-previous-symbolic", _ ("Previous client"), G_CALLBACK (on_back));
  self->on = make_arrow (self, "go-next-symbolic", _ ("Next client"), G_CALLBACK (on_on));
  gtk_box_append (GTK_BOX (box), self->clients);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->on);
  g_signal_connect_swapped (self->clients, "notify::selected", G_CALLBACK (on_client), self);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
ovs_piece_preview_init (OvsPiecePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->chooser = make_chooser (self);
  self->problems = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->problems_view = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->problems_view), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->problems_view), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->problems_view), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->problems_view), self->problems);
  gtk_widget_set_visible (self->problems_view, FALSE);
  self->view = ovs_letter_view_new ();
  gtk_box_append (GTK_BOX (box), self->chooser);
  gtk_box_append (GTK_BOX (box), self->problems_view);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), box);
}

OvsPiecePreview *
ovs_piece_preview_new (OvsWorkspace *workspace, OvsPiece piece)
{
  OvsPiecePreview *self = g_object_new (OVS_TYPE_PIECE_PREVIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->piece = piece;
  if (is_for_client (piece))
    start_clients (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (compose), self, G_CONNECT_SWAPPED);
  return self;
}
