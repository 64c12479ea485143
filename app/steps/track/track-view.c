/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/track/track-view.h"

typedef struct
{
  OvsStepPage *page; /* (unowned): it holds this view */
  OvsStepFoot foot;
  gint64 count;
  gboolean urgent;
} OvsTrackViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OvsTrackView, ovs_track_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PAGE,
  N_PROPS
};

enum
{
  OPEN,
  SAID,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static OvsTrackViewPrivate *
private_of (OvsTrackView *self)
{
  return ovs_track_view_get_instance_private (self);
}

static void
ovs_track_view_dispose (GObject *object)
{
  private_of (OVS_TRACK_VIEW (object))->page = NULL;
  G_OBJECT_CLASS (ovs_track_view_parent_class)->dispose (object);
}

static void
ovs_track_view_finalize (GObject *object)
{
  ovs_step_foot_clear (&private_of (OVS_TRACK_VIEW (object))->foot);
  G_OBJECT_CLASS (ovs_track_view_parent_class)->finalize (object);
}

static void
ovs_track_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_PAGE)
    g_value_set_object (value, private_of (OVS_TRACK_VIEW (object))->page);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_track_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_PAGE)
    private_of (OVS_TRACK_VIEW (object))->page = g_value_get_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_track_view_class_init (OvsTrackViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ovs_track_view_dispose;
  object_class->finalize = ovs_track_view_finalize;
  object_class->get_property = ovs_track_view_get_property;
  object_class->set_property = ovs_track_view_set_property;
  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, OVS_TYPE_STEP_PAGE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN] = g_signal_new ("open", OVS_TYPE_TRACK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SAID] = g_signal_new ("said", OVS_TYPE_TRACK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_track_view_init (OvsTrackView *self)
{
}

OvsStepPage *
ovs_track_view_get_page (OvsTrackView *self)
{
  return private_of (self)->page;
}

OvsWorkspace *
ovs_track_view_get_workspace (OvsTrackView *self)
{
  return ovs_step_page_get_workspace (private_of (self)->page);
}

void
ovs_track_view_set_foot (OvsTrackView *self, const char *totals, const char *caption, const char *next, gboolean next_possible, const char *plain)
{
  OvsStepFoot *foot = &private_of (self)->foot;

  ovs_step_foot_clear (foot);
  foot->totals = g_strdup (totals);
  foot->caption = g_strdup (caption);
  foot->next = g_strdup (next);
  foot->next_possible = next_possible;
  foot->plain = g_strdup (plain);
  g_signal_emit (self, signals[SAID], 0);
}

void
ovs_track_view_set_count (OvsTrackView *self, gint64 count, gboolean urgent)
{
  OvsTrackViewPrivate *private = private_of (self);

  private->count = count;
  private->urgent = urgent;
  g_signal_emit (self, signals[SAID], 0);
}

gboolean
ovs_track_view_can_send (OvsTrackView *self)
{
  OvsWorkspace *workspace = ovs_track_view_get_workspace (self);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  return figures != NULL && figures->loket_kind != NULL && !ovs_workspace_get_busy (workspace) && !ovs_workspace_get_read_only (workspace);
}

void
ovs_track_view_open (OvsTrackView *self, int list)
{
  g_signal_emit (self, signals[OPEN], 0, list);
}

/* --- for the page --- */

const OvsStepFoot *
ovs_track_view_get_foot (OvsTrackView *self)
{
  return &private_of (self)->foot;
}

gint64
ovs_track_view_get_count (OvsTrackView *self, gboolean *urgent)
{
  const OvsTrackViewPrivate *private = private_of (self);

  *urgent = private->urgent;
  return private->count;
}

void
ovs_track_view_update (OvsTrackView *self, const OvsFigures *figures)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->update != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->update (self, figures);
}

void
ovs_track_view_say (OvsTrackView *self, const OvsFigures *figures)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->say != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->say (self, figures);
}

gboolean
ovs_track_view_answer (OvsTrackView *self, OvsAnswerStrip *strip, const OvsFigures *figures)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->answer == NULL)
    return FALSE;
  OVS_TRACK_VIEW_GET_CLASS (self)->answer (self, strip, figures);
  return TRUE;
}

void
ovs_track_view_next (OvsTrackView *self)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->next != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->next (self);
}

void
ovs_track_view_plain (OvsTrackView *self)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->plain != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->plain (self);
}

void
ovs_track_view_search (OvsTrackView *self, const char *text)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->search != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->search (self, text);
}

void
ovs_track_view_focus (OvsTrackView *self)
{
  if (OVS_TRACK_VIEW_GET_CLASS (self)->focus != NULL)
    OVS_TRACK_VIEW_GET_CLASS (self)->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
ovs_track_view_back (OvsTrackView *self)
{
  return OVS_TRACK_VIEW_GET_CLASS (self)->back != NULL && OVS_TRACK_VIEW_GET_CLASS (self)->back (self);
}
