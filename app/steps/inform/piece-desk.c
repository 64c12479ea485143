/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/inform/piece-desk.h"

#include "letters/lint.h"
#include "steps/inform/piece-fields.h"
#include "steps/inform/piece-findings.h"
#include "steps/inform/piece-preview.h"
#include "steps/inform/piece-source.h"

/* A pause in typing, in milliseconds: then the text is looked through. */
#define PAUSE 150

struct _OvsPieceDesk
{
  AdwBin parent_instance;

  GtkWidget *tools;
  OvsPieceFields *fields;
  OvsPieceSource *source;
  OvsPieceFindings *list;
  OvsPiecePreview *preview; /* (nullable) before the desk is made */

  OvsPiece piece;
  const char *language;    /* (nullable) of the list of languages */
  GPtrArray *findings;     /* (owned) (nullable) */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (OvsPieceDesk, ovs_piece_desk, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PREVIEW,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- looking through ------------------------------------------------------------------------------------------------------- */

static void
show_findings (OvsPieceDesk *self)
{
  const OvsLetter *letter = ovs_piece_preview_get_letter (self->preview);

  if (self->findings == NULL)
    return;
  ovs_piece_source_show_findings (self->source, self->findings);
  ovs_piece_findings_show (self->list, self->findings, letter != NULL ? letter->round_day : OVS_NO_DAY);
}

static void
look (OvsPieceDesk *self)
{
  g_autofree char *text = ovs_piece_source_get_text (self->source);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = ovs_lint_text (self->piece, self->language, text);
  show_findings (self);
  ovs_piece_preview_set_source (self->preview, self->language, text);
}

static gboolean
on_look (gpointer user_data)
{
  OvsPieceDesk *self = user_data;

  self->look_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (OvsPieceDesk *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (PAUSE, on_look, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_composed (OvsPieceDesk *self)
{
  const OvsLetter *letter = ovs_piece_preview_get_letter (self->preview);

  ovs_piece_fields_set_values (self->fields, letter != NULL ? letter->values : NULL);
  show_findings (self);
}

static void
on_finding (OvsPieceDesk *self, const OvsLintFinding *finding)
{
  ovs_piece_source_go_to (self->source, finding);
}

static void
on_field (OvsPieceDesk *self, const char *before, const char *after)
{
  ovs_piece_source_insert (self->source, before, after);
}

/* --- the text -------------------------------------------------------------------------------------------------------------- */

void
ovs_piece_desk_set_text (OvsPieceDesk *self, const char *language, const char *text)
{
  self->language = language;
  ovs_piece_source_set_text (self->source, text);
  look (self);
  gtk_widget_child_focus (GTK_WIDGET (self->source), GTK_DIR_TAB_FORWARD);
}

void
ovs_piece_desk_replace (OvsPieceDesk *self, const char *text)
{
  ovs_piece_source_replace (self->source, text);
}

char *
ovs_piece_desk_get_text (OvsPieceDesk *self)
{
  return ovs_piece_source_get_text (self->source);
}

void
ovs_piece_desk_undo (OvsPieceDesk *self)
{
  ovs_piece_source_undo (self->source);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------ */

static void
ovs_piece_desk_dispose (GObject *object)
{
  OvsPieceDesk *self = OVS_PIECE_DESK (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_piece_desk_parent_class)->dispose (object);
}

static void
ovs_piece_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  OvsPieceDesk *self = OVS_PIECE_DESK (object);

  if (id == PROP_PREVIEW)
    g_value_set_boolean (value, self->preview != NULL && gtk_widget_get_visible (GTK_WIDGET (self->preview)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
set_preview (OvsPieceDesk *self, gboolean shown)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->preview)) == shown)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->preview), shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW]);
}

static void
ovs_piece_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_PREVIEW)
    set_preview (OVS_PIECE_DESK (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_piece_desk_class_init (OvsPieceDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_piece_desk_dispose;
  G_OBJECT_CLASS (klass)->get_property = ovs_piece_desk_get_property;
  G_OBJECT_CLASS (klass)->set_property = ovs_piece_desk_set_property;
  properties[PROP_PREVIEW] = g_param_spec_boolean ("preview", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_text_side (OvsPieceDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), self->tools);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "desk-side");
  gtk_widget_set_size_request (box, 420, -1);
  return box;
}

static void
ovs_piece_desk_init (OvsPieceDesk *self)
{
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->fields = ovs_piece_fields_new ();
  self->source = ovs_piece_source_new ();
  self->list = ovs_piece_findings_new ();
  gtk_box_append (GTK_BOX (self->tools), GTK_WIDGET (self->fields));
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_finding), self);
  g_signal_connect_swapped (self->fields, "chosen", G_CALLBACK (on_field), self);
}

OvsPieceDesk *
ovs_piece_desk_new (OvsWorkspace *workspace, OvsPiece piece, GtkWidget *more)
{
  OvsPieceDesk *self = g_object_new (OVS_TYPE_PIECE_DESK, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->piece = piece;
  self->preview = ovs_piece_preview_new (workspace, piece);
  if (more != NULL)
    gtk_box_append (GTK_BOX (self->tools), more);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "desk-side");
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), 340, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), make_text_side (self));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->preview));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), paned);
  g_signal_connect_swapped (self->preview, "composed", G_CALLBACK (on_composed), self);
  return self;
}
