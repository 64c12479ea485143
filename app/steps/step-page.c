/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/step-page.h"

#include "loket/loket-error.h"

typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  char *title;
  char *subtitle; /* (nullable) */
  char *state;
  OvsStepMark mark;
  guint count;
  OvsStepFoot foot;
} OvsStepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OvsStepPage, ovs_step_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_TITLE,
  N_PROPS
};

enum
{
  SHOWN_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static OvsStepPagePrivate *
private_of (OvsStepPage *self)
{
  return ovs_step_page_get_instance_private (self);
}

void
ovs_step_foot_clear (OvsStepFoot *foot)
{
  g_clear_pointer (&foot->totals, g_free);
  g_clear_pointer (&foot->caption, g_free);
  g_clear_pointer (&foot->next, g_free);
  g_clear_pointer (&foot->plain, g_free);
}

static void
ovs_step_page_dispose (GObject *object)
{
  OvsStepPagePrivate *private = private_of (OVS_STEP_PAGE (object));

  if (private->workspace != NULL)
    g_signal_handlers_disconnect_by_data (private->workspace, object);
  g_clear_object (&private->workspace);
  G_OBJECT_CLASS (ovs_step_page_parent_class)->dispose (object);
}

static void
ovs_step_page_finalize (GObject *object)
{
  OvsStepPagePrivate *private = private_of (OVS_STEP_PAGE (object));

  ovs_step_foot_clear (&private->foot);
  g_free (private->title);
  g_free (private->subtitle);
  g_free (private->state);
  G_OBJECT_CLASS (ovs_step_page_parent_class)->finalize (object);
}

static void
ovs_step_page_constructed (GObject *object)
{
  OvsStepPage *self = OVS_STEP_PAGE (object);
  OvsStepPagePrivate *private = private_of (self);

  G_OBJECT_CLASS (ovs_step_page_parent_class)->constructed (object);
  g_return_if_fail (private->workspace != NULL);
  g_signal_connect_object (private->workspace, "changed", G_CALLBACK (ovs_step_page_update), self, G_CONNECT_SWAPPED);
}

static void
ovs_step_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  OvsStepPagePrivate *private = private_of (OVS_STEP_PAGE (object));

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, private->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, private->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ovs_step_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  OvsStepPagePrivate *private = private_of (OVS_STEP_PAGE (object));

  switch (id)
    {
    case PROP_WORKSPACE:
      private->workspace = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      private->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ovs_step_page_class_init (OvsStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ovs_step_page_dispose;
  object_class->finalize = ovs_step_page_finalize;
  object_class->constructed = ovs_step_page_constructed;
  object_class->get_property = ovs_step_page_get_property;
  object_class->set_property = ovs_step_page_set_property;
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, OVS_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SHOWN_CHANGED]
      = g_signal_new ("shown-changed", OVS_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_step_page_init (OvsStepPage *self)
{
  OvsStepPagePrivate *private = private_of (self);

  private->state = g_strdup ("");
  private->foot.totals = g_strdup ("");
}

OvsWorkspace *
ovs_step_page_get_workspace (OvsStepPage *self)
{
  return private_of (self)->workspace;
}

const char *
ovs_step_page_get_title (OvsStepPage *self)
{
  return private_of (self)->title;
}

const char *
ovs_step_page_get_subtitle (OvsStepPage *self)
{
  return private_of (self)->subtitle;
}

void
ovs_step_page_set_subtitle (OvsStepPage *self, const char *subtitle)
{
  OvsStepPagePrivate *private = private_of (self);

  if (g_strcmp0 (private->subtitle, subtitle) == 0)
    return;
  g_free (private->subtitle);
  private->subtitle = g_strdup (subtitle);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

void
ovs_step_page_set_state (OvsStepPage *self, const char *line, OvsStepMark mark, guint count)
{
  OvsStepPagePrivate *private = private_of (self);

  g_free (private->state);
  private->state = g_strdup (line);
  private->mark = mark;
  private->count = count;
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

const char *
ovs_step_page_get_state (OvsStepPage *self, OvsStepMark *mark, guint *count)
{
  OvsStepPagePrivate *private = private_of (self);

  *mark = private->mark;
  *count = private->count;
  return private->state;
}

void
ovs_step_page_set_foot (OvsStepPage *self, const char *totals, const char *caption, const char *next, gboolean next_possible)
{
  OvsStepPagePrivate *private = private_of (self);

  ovs_step_foot_clear (&private->foot);
  private->foot.totals = g_strdup (totals != NULL ? totals : "");
  private->foot.caption = g_strdup (caption);
  private->foot.next = g_strdup (next);
  private->foot.next_possible = next_possible;
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

void
ovs_step_page_set_plain (OvsStepPage *self, const char *label)
{
  OvsStepPagePrivate *private = private_of (self);

  if (g_strcmp0 (private->foot.plain, label) == 0)
    return;
  g_free (private->foot.plain);
  private->foot.plain = g_strdup (label);
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

const OvsStepFoot *
ovs_step_page_get_foot (OvsStepPage *self)
{
  return &private_of (self)->foot;
}

void
ovs_step_page_update (OvsStepPage *self)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);
  OvsStepPagePrivate *private = private_of (self);

  if (klass->update != NULL && private->workspace != NULL)
    klass->update (self, private->workspace);
}

void
ovs_step_page_next (OvsStepPage *self)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);

  if (klass->next != NULL && private_of (self)->foot.next_possible)
    klass->next (self);
}

void
ovs_step_page_plain (OvsStepPage *self)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);

  if (klass->plain != NULL)
    klass->plain (self);
  else
    ovs_step_page_back (self);
}

gboolean
ovs_step_page_can_search (OvsStepPage *self)
{
  return OVS_STEP_PAGE_GET_CLASS (self)->search != NULL;
}

void
ovs_step_page_search (OvsStepPage *self, const char *text)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);

  if (klass->search != NULL)
    klass->search (self, text);
}

void
ovs_step_page_focus (OvsStepPage *self)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);

  if (klass->focus != NULL)
    klass->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
ovs_step_page_back (OvsStepPage *self)
{
  OvsStepPageClass *klass = OVS_STEP_PAGE_GET_CLASS (self);

  return klass->back != NULL && klass->back (self);
}

/* The window owns the toast overlay: it is reached by its actions only. */
void
ovs_step_page_tell (OvsStepPage *self, const char *text, gboolean undoable)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", text, undoable);
}

void
ovs_step_page_tell_error (OvsStepPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-signed-out", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-error", "s", error->message);
}
