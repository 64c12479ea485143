/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-page.h"

#include <glib/gi18n.h>

#include "steps/inform/inform-answers.h"
#include "steps/inform/inform-card.h"
#include "steps/inform/piece-pane.h"
#include "steps/inform/round-card.h"
#include "steps/inform/send-window.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define PANE_WIDTH 340
/* Below this the table would lose the names: the pane then lies over it. */
#define TABLE_WIDTH 580
/* Both grow with the text, up to this. */
#define WIDEST 1.4

struct _OvsInformPage
{
  OvsStepPage parent_instance;

  GtkWidget *stack; /* the work, or what comes first */
  OvsAnswerStrip *strip;
  OvsRoundCard *rounds;
  OvsInformCard *card;
  AdwFlap *flap;    /* the clients, and the piece beside or over them */
  OvsPiecePane *pane;
};

G_DEFINE_FINAL_TYPE (OvsInformPage, ovs_inform_page, OVS_TYPE_STEP_PAGE)

static OvsWorkspace *
get_workspace (OvsInformPage *self)
{
  return ovs_step_page_get_workspace (OVS_STEP_PAGE (self));
}

/* --- the piece ------------------------------------------------------------------------------------------------- */

static void
on_client_changed (OvsInformPage *self)
{
  guint place, count;
  gint64 client = ovs_inform_card_get_client (self->card, &place, &count);

  ovs_piece_pane_show (self->pane, client, place, count);
}

static void
on_ticks_changed (OvsInformPage *self)
{
  g_autoptr (GArray) ticked = ovs_inform_card_get_ticked (self->card);

  ovs_piece_pane_set_ticked (self->pane, ticked);
}

static void
on_previous (OvsInformPage *self)
{
  ovs_inform_card_step (self->card, -1);
}

static void
on_next (OvsInformPage *self)
{
  ovs_inform_card_step (self->card, 1);
}

static void
on_activated (OvsInformPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
close_pane (OvsInformPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  ovs_inform_card_focus (self->card);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsInformPage *self = OVS_INFORM_PAGE (widget);

  if (!adw_flap_get_reveal_flap (self->flap) || !adw_flap_get_folded (self->flap))
    return GDK_EVENT_PROPAGATE;
  close_pane (self);
  return GDK_EVENT_STOP;
}

static gboolean
on_print (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  OvsInformPage *self = OVS_INFORM_PAGE (widget);

  if (!gtk_widget_activate_action (GTK_WIDGET (self->pane), "piece.print", NULL))
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static void
on_pane_shown (OvsInformPage *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->pane), GTK_ACCESSIBLE_STATE_HIDDEN, !adw_flap_get_reveal_flap (self->flap), -1);
}

static void
on_folded (OvsInformPage *self)
{
  ovs_piece_pane_set_closable (self->pane, adw_flap_get_folded (self->flap));
}

/* --- sending --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsInformPage *page; /* (owned) */
  char *filter;        /* (nullable) */
  GArray *clients;     /* (owned) (nullable) */
} Sending;

static gboolean
find_open (OvsTx *tx, gpointer data, GError **error)
{
  Sending *sending = data;

  sending->clients = ovs_informing_find_open (tx, sending->filter);
  return TRUE;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  OvsInformPage *self = sending->page;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_send_window_show (GTK_WIDGET (self), get_workspace (self), OVS_PIECE_CLIENT, sending->clients);
  else
    ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
  g_object_unref (self);
  g_free (sending->filter);
  g_clear_pointer (&sending->clients, g_array_unref);
  g_free (sending);
}

/* The announcement to who lacks it, among those that are looked at. */
static void
send_announcements (OvsInformPage *self)
{
  OvsWorkspace *workspace = get_workspace (self);
  Sending *sending = g_new0 (Sending, 1);

  sending->page = g_object_ref (self);
  sending->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), find_open, sending, NULL, on_found, sending);
}

/* --- what the window asks -------------------------------------------------------------------------------------- */

static void
ovs_inform_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  gboolean filtered = ovs_workspace_get_filter (workspace) != NULL;

  if (figures == NULL)
    return;
  ovs_inform_answers_show_strip (self->strip, figures);
  ovs_inform_answers_show_foot (page, figures, !ovs_workspace_get_read_only (workspace));
  ovs_round_card_update (self->rounds);
  ovs_inform_card_update (self->card, figures);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), figures->informing.clients > 0 || filtered ? "work" : "empty");
}

static void
go_on (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "apply");
}

static void
ovs_inform_page_next (OvsStepPage *page)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures != NULL && ovs_inform_answers_sends (figures, !ovs_workspace_get_read_only (workspace)))
    send_announcements (OVS_INFORM_PAGE (page));
  else
    go_on (page);
}

static void
ovs_inform_page_search (OvsStepPage *page, const char *text)
{
  ovs_inform_card_search (OVS_INFORM_PAGE (page)->card, text);
}

static void
ovs_inform_page_focus (OvsStepPage *page)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "work") == 0)
    ovs_inform_card_focus (self->card);
  else
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_pane_button (OvsInformPage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-right-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show the piece"));
  ovs_accessible_set_label (button, _ ("Show the piece"));
  g_object_bind_property (self->flap, "reveal-flap", button, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

/* A pane of one width, however long its texts are. */
static GtkWidget *
make_pane (OvsInformPage *self, int width)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->pane = OVS_PIECE_PANE (ovs_piece_pane_new (get_workspace (self)));
  g_signal_connect_swapped (self->pane, "previous", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->pane, "next", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->pane, "close-asked", G_CALLBACK (close_pane), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->pane));
  gtk_widget_set_size_request (clamp, width, -1);
  gtk_widget_add_css_class (clamp, "background");
  gtk_widget_set_hexpand (clamp, FALSE);
  return clamp;
}

static GtkWidget *
make_flap (OvsInformPage *self)
{
  double scale = CLAMP (ovs_text_scale (GTK_WIDGET (self)), 1, WIDEST);

  self->card = OVS_INFORM_CARD (ovs_inform_card_new (OVS_STEP_PAGE (self)));
  g_signal_connect_swapped (self->card, "client-changed", G_CALLBACK (on_client_changed), self);
  g_signal_connect_swapped (self->card, "ticks-changed", G_CALLBACK (on_ticks_changed), self);
  g_signal_connect_swapped (self->card, "activated", G_CALLBACK (on_activated), self);
  gtk_widget_set_size_request (GTK_WIDGET (self->card), (int) (TABLE_WIDTH * scale), -1);
  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_fold_threshold_policy (self->flap, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_modal (self->flap, FALSE);
  adw_flap_set_content (self->flap, GTK_WIDGET (self->card));
  adw_flap_set_flap (self->flap, make_pane (self, (int) (PANE_WIDTH * scale)));
  ovs_inform_card_add (self->card, make_pane_button (self));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_pane_shown), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_folded), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->flap), TRUE);
  return GTK_WIDGET (self->flap);
}

static GtkWidget *
make_work (OvsInformPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->strip = OVS_ANSWER_STRIP (ovs_answer_strip_new ());
  self->rounds = OVS_ROUND_CARD (ovs_round_card_new (get_workspace (self)));
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rounds));
  gtk_box_append (GTK_BOX (box), make_flap (self));
  return box;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("To Select"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mail-unread-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nobody to inform yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Choose first which clients take part."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.step::select");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
ovs_inform_page_constructed (GObject *object)
{
  OvsInformPage *self = OVS_INFORM_PAGE (object);

  G_OBJECT_CLASS (ovs_inform_page_parent_class)->constructed (object);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), make_work (self), "work");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

static void
ovs_inform_page_class_init (OvsInformPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_inform_page_constructed;
  page_class->update = ovs_inform_page_update;
  page_class->next = ovs_inform_page_next;
  page_class->plain = go_on;
  page_class->search = ovs_inform_page_search;
  page_class->focus = ovs_inform_page_focus;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_p, GDK_CONTROL_MASK, on_print, NULL);
}

static void
ovs_inform_page_init (OvsInformPage *self)
{
}
