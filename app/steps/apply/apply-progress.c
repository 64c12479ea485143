/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-progress.h"

#include <glib/gi18n.h>

#include "dossier/outcomes.h"
#include "steps/apply/client-progress.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"

/* Milliseconds between two looks at how far it is. What came of it so far is counted in at most a quarter of the time. */
#define LOOK_EVERY 400
#define COUNTING_SHARE 4

/* More clients than this are told in numbers only. */
#define MOST_ROWS 200

enum
{
  COUNT_INVITED,
  COUNT_BLOCKED,
  COUNT_FALLOUT,
  COUNT_UNKNOWN,
  N_COUNTS
};

struct _OvsApplyProgress
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsApplyRun *run;        /* (owned) (nullable) */
  char *environment;

  GtkLabel *heading;
  GtkLabel *caption;
  GtkProgressBar *bar;
  GtkWidget *pause;
  GtkWidget *stop;
  GtkLabel *counts[N_COUNTS];
  GtkLabel *stages;
  GtkListBox *clients;
  GPtrArray *lines;        /* (owned) (element-type OvsClientProgress) unowned, by the index of the client */

  guint timer;
  gboolean looking;
  gint64 asked; /* monotonic microseconds at which the count was asked for */
  gint64 rest;  /* and before which it is not asked for again */
};

G_DEFINE_FINAL_TYPE (OvsApplyProgress, ovs_apply_progress, ADW_TYPE_BIN)

static void
forget_run (OvsApplyProgress *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
}

static void
ovs_apply_progress_dispose (GObject *object)
{
  OvsApplyProgress *self = OVS_APPLY_PROGRESS (object);

  forget_run (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->environment, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_apply_progress_parent_class)->dispose (object);
}

static void
ovs_apply_progress_class_init (OvsApplyProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_progress_dispose;
}

/* --- what came of it so far: counted in the reader's thread, beside the run --- */

typedef struct
{
  OvsApplyProgress *self; /* (owned) */
  OvsOutcomeCounts counts;
} Look;

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outcomes_count (tx, ovs_tx_today (tx), &((Look *) data)->counts);
  return TRUE;
}

static void
show_count (OvsApplyProgress *self, int which, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  gtk_label_set_text (self->counts[which], text);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;
  g_autoptr (OvsApplyProgress) self = look->self;

  self->looking = FALSE;
  self->rest = g_get_monotonic_time () + COUNTING_SHARE * (g_get_monotonic_time () - self->asked);
  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    {
      show_count (self, COUNT_INVITED, look->counts.invited);
      show_count (self, COUNT_BLOCKED, look->counts.blocked);
      show_count (self, COUNT_FALLOUT, look->counts.fallout);
      show_count (self, COUNT_UNKNOWN, look->counts.unknown);
    }
  g_free (look);
}

static void
look (OvsApplyProgress *self)
{
  Look *look;

  if (self->looking || g_get_monotonic_time () < self->rest)
    return;
  self->looking = TRUE;
  self->asked = g_get_monotonic_time ();
  look = g_new0 (Look, 1);
  look->self = g_object_ref (self);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), count, look, NULL, on_counted, look);
}

/* --- the run --- */

static char *
describe_remaining (OvsApplyRun *run)
{
  guint seconds = ovs_apply_run_get_remaining (run);
  guint minutes = (seconds + 59) / 60;

  if (seconds == 0)
    return NULL;
  if (seconds < 60)
    return g_strdup (_ ("less than a minute left"));
  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", minutes), minutes);
}

static char *
describe_state (OvsApplyRun *run)
{
  switch (ovs_apply_run_get_state (run))
    {
    case OVS_APPLY_READING:
      return g_strdup (_ ("Reading what Loket knows; nothing was sent yet"));
    case OVS_APPLY_PAUSED:
      return g_strdup (_ ("Paused; nothing new is sent"));
    case OVS_APPLY_STOPPING:
      return g_strdup (_ ("Stopping; what was sent is waited for"));
    case OVS_APPLY_SENDING:
    case OVS_APPLY_ENDED:
    default:
      return describe_remaining (run);
    }
}

static void
show_heading (OvsApplyProgress *self)
{
  guint done = ovs_apply_run_get_done (self->run);
  guint total = ovs_apply_run_get_total (self->run);
  g_autofree char *began = ovs_clock_to_dutch (ovs_apply_run_get_started (self->run));
  g_autofree char *state = describe_state (self->run);
  g_autofree char *heading = total > 0 ? g_strdup_printf (_ ("%'u of %'u employees done"), done, total) : g_strdup (_ ("Preparing"));
  g_autofree char *caption = state != NULL ? g_strdup_printf (_ ("Began %s · %s · %s"), began, state, self->environment)
                                           : g_strdup_printf (_ ("Began %s · %s"), began, self->environment);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->caption, caption);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

static void
show_stages (OvsApplyProgress *self)
{
  guint busy = ovs_apply_run_count_stage (self->run, OVS_RUN_STAGE_INVITING) + ovs_apply_run_count_stage (self->run, OVS_RUN_STAGE_BLOCKING);
  g_autofree char *text = g_strdup_printf (_ ("%'u busy · %'u done · %'u to come"), busy,
                                           ovs_apply_run_count_stage (self->run, OVS_RUN_STAGE_DONE),
                                           ovs_apply_run_count_stage (self->run, OVS_RUN_STAGE_WAITING));

  gtk_label_set_text (self->stages, text);
}

static void
on_changed (OvsApplyProgress *self)
{
  OvsApplyState state = ovs_apply_run_get_state (self->run);

  show_heading (self);
  show_stages (self);
  gtk_button_set_label (GTK_BUTTON (self->pause), state == OVS_APPLY_PAUSED ? _ ("Continue") : _ ("Pause"));
  gtk_widget_set_sensitive (self->pause, state == OVS_APPLY_SENDING || state == OVS_APPLY_PAUSED);
  gtk_button_set_label (GTK_BUTTON (self->stop), state == OVS_APPLY_STOPPING ? _ ("Stop at once") : _ ("Stop"));
  if (state == OVS_APPLY_ENDED)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
add_line (OvsApplyProgress *self)
{
  GtkWidget *line = ovs_client_progress_new ();

  g_ptr_array_add (self->lines, line);
  gtk_list_box_append (self->clients, line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (line)), FALSE);
}

static void
on_client_changed (OvsApplyProgress *self, guint index)
{
  if (index >= MOST_ROWS)
    return;
  while (self->lines->len <= index)
    add_line (self);
  ovs_client_progress_show (g_ptr_array_index (self->lines, index), ovs_apply_run_get_client (self->run, index));
}

static gboolean
on_timer (gpointer data)
{
  OvsApplyProgress *self = data;

  show_heading (self);
  show_stages (self);
  look (self);
  return G_SOURCE_CONTINUE;
}

static void
on_pause (OvsApplyProgress *self)
{
  if (ovs_apply_run_get_state (self->run) == OVS_APPLY_PAUSED)
    ovs_apply_run_resume (self->run);
  else
    ovs_apply_run_pause (self->run);
}

static void
on_stop (OvsApplyProgress *self)
{
  ovs_apply_run_stop (self->run);
}

void
ovs_apply_progress_set_run (OvsApplyProgress *self, OvsApplyRun *run, const char *environment)
{
  forget_run (self);
  self->run = g_object_ref (run);
  g_free (self->environment);
  self->environment = g_strdup (environment);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_list_box_remove (self->clients, gtk_widget_get_parent (g_ptr_array_index (self->lines, i)));
  g_ptr_array_set_size (self->lines, 0);
  g_signal_connect_swapped (run, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (run, "client-changed", G_CALLBACK (on_client_changed), self);
  self->timer = g_timeout_add (LOOK_EVERY, on_timer, self);
  on_changed (self);
  look (self);
}

/* --- what it looks like --- */

static GtkWidget *
make_label (GtkLabel **label, const char *style)
{
  GtkWidget *widget = gtk_label_new (NULL);

  *label = GTK_LABEL (widget);
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_ellipsize (*label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (widget, style);
  return widget;
}

static GtkWidget *
make_bar_card (OvsApplyProgress *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *note = gtk_label_new (_ ("You can go on working, or close the window: what was sent stays sent, and the rest goes on later."));

  gtk_box_append (GTK_BOX (words), make_label (&self->heading, "title-2"));
  gtk_box_append (GTK_BOX (words), make_label (&self->caption, "soft"));
  gtk_widget_set_hexpand (words, TRUE);
  self->pause = gtk_button_new_with_label (_ ("Pause"));
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_widget_set_valign (self->pause, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->stop, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->pause, "clicked", G_CALLBACK (on_pause), self);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (on_stop), self);
  gtk_box_append (GTK_BOX (top), words);
  gtk_box_append (GTK_BOX (top), self->pause);
  gtk_box_append (GTK_BOX (top), self->stop);
  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_widget_add_css_class (bar, "thick");
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "caption");
  gtk_box_append (GTK_BOX (card), top);
  gtk_box_append (GTK_BOX (card), bar);
  gtk_box_append (GTK_BOX (card), note);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  return card;
}

static GtkWidget *
make_counts (OvsApplyProgress *self)
{
  static const OvsSign signs[N_COUNTS] = { OVS_SIGN_DONE, OVS_SIGN_DONE, OVS_SIGN_WARNING, OVS_SIGN_UNKNOWN };
  const char *const names[N_COUNTS] = { _ ("invited"), _ ("Werknemerloket blocked"), _ ("to the fallout list"), _ ("not known yet, is looked up") };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (card), TRUE);
  for (int i = 0; i < N_COUNTS; i++)
    {
      GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (signs[i]));
      GtkWidget *name = gtk_label_new (names[i]);

      if (ovs_sign_get_class (signs[i]) != NULL)
        gtk_widget_add_css_class (sign, ovs_sign_get_class (signs[i]));
      gtk_box_append (GTK_BOX (line), sign);
      gtk_box_append (GTK_BOX (line), make_label (&self->counts[i], "number-row"));
      gtk_label_set_text (self->counts[i], "…");
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (name, "caption");
      gtk_box_append (GTK_BOX (part), line);
      gtk_box_append (GTK_BOX (part), name);
      gtk_widget_add_css_class (part, "card-head");
      gtk_box_append (GTK_BOX (card), part);
    }
  gtk_widget_add_css_class (card, "card");
  return card;
}

static GtkWidget *
make_clients (OvsApplyProgress *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->clients = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->clients, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (list, 2);
  gtk_widget_set_margin_end (list, 2);
  gtk_widget_set_margin_bottom (list, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Per client"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  ovs_accessible_set_label (scrolled, _ ("Per client"));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
ovs_apply_progress_init (OvsApplyProgress *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("Per client"));

  self->lines = g_ptr_array_new ();
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), make_label (&self->stages, "soft"));
  gtk_box_append (GTK_BOX (page), make_bar_card (self));
  gtk_box_append (GTK_BOX (page), make_counts (self));
  gtk_box_append (GTK_BOX (page), line);
  gtk_box_append (GTK_BOX (page), make_clients (self));
  gtk_widget_add_css_class (page, "page");
  adw_bin_set_child (ADW_BIN (self), page);
}

GtkWidget *
ovs_apply_progress_new (OvsWorkspace *workspace)
{
  OvsApplyProgress *self = g_object_new (OVS_TYPE_APPLY_PROGRESS, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
