/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/enquiry-page.h"

#include <glib/gi18n.h>

#include "steps/check/ask-enquiry.h"
#include "steps/check/enquiry-job.h"
#include "steps/check/enquiry-rows.h"
#include "steps/check/enquiry-strip.h"
#include "steps/check/enquiry-tick.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"

/* How often progress is shown, in milliseconds. */
#define TICK 150

struct _OvsEnquiryPage
{
  AdwBin parent_instance;

  OvsStepPage *host; /* (weak) */
  OvsAnswerStrip *strip;
  OvsFilterChips *chips;
  GtkWidget *make;    /* the button for what comes next */
  GtkWidget *menu_button;
  OvsTable *table;
  GtkWidget *nothing; /* over the table where nothing matches */
  GtkWidget *running; /* while lists are made */
  GtkProgressBar *bar;
  GtkWidget *folder_line;
  GtkLabel *folder_label;

  OvsEnquiryCounts counts;
  OvsEnquiryWhom next;  /* what the button does */
  char *folder;         /* (nullable): in which lists were made */
  GCancellable *cancellable;       /* (owned) (nullable) of the making */
  OvsEnquiryJobProgress *progress; /* (owned) (nullable) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (OvsEnquiryPage, ovs_enquiry_page, ADW_TYPE_BIN)

enum
{
  OPENED,
  CLEAR_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OvsWorkspace *
workspace_of (OvsEnquiryPage *self)
{
  return ovs_step_page_get_workspace (self->host);
}

/* --- making lists ---------------------------------------------------------------------------------------------- */

/* What was asked, while the user is asked how. */
typedef struct
{
  OvsEnquiryPage *page; /* (owned) */
  OvsEnquiryWhom whom;
  GArray *employers; /* (owned) (nullable) */
  GArray *people;    /* (owned) (nullable) */
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->page);
  g_clear_pointer (&wish->employers, g_array_unref);
  g_clear_pointer (&wish->people, g_array_unref);
  g_free (wish);
}

static void
show_running (OvsEnquiryPage *self, gboolean running)
{
  gtk_widget_set_visible (self->running, running);
  gtk_widget_set_sensitive (self->make, !running);
  gtk_widget_set_sensitive (self->menu_button, !running);
  if (running)
    gtk_progress_bar_set_fraction (self->bar, 0);
}

static gboolean
on_tick (gpointer data)
{
  OvsEnquiryPage *self = data;
  int all = g_atomic_int_get (&self->progress->all);
  int done = g_atomic_int_get (&self->progress->done);
  g_autofree char *text = NULL;

  if (all == 0)
    return G_SOURCE_CONTINUE;
  text = g_strdup_printf (_ ("%'d of %'d lists"), done, all);
  gtk_progress_bar_set_fraction (self->bar, (double) done / all);
  gtk_progress_bar_set_text (self->bar, text);
  return G_SOURCE_CONTINUE;
}

static void
stop (OvsEnquiryPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, ovs_enquiry_job_progress_unref);
  g_clear_object (&self->cancellable);
  show_running (self, FALSE);
}

static void
show_folder (OvsEnquiryPage *self)
{
  g_autofree char *name = g_filename_display_name (self->folder);
  g_autofree char *text = g_strdup_printf (_ ("The lists are in %s"), name);

  gtk_label_set_text (self->folder_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folder_label), name);
  gtk_widget_set_visible (self->folder_line, TRUE);
}

static void
on_made (GObject *workspace, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsEnquiryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  int clients = ovs_enquiry_job_finish (OVS_WORKSPACE (workspace), result, &error);
  g_autofree char *text = NULL;

  stop (self);
  if (self->host == NULL)
    return;
  if (clients < 0)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ovs_step_page_tell (self->host, _ ("Stopped. No list was made and nobody was asked."), FALSE);
      ovs_step_page_tell_error (self->host, error);
      return;
    }
  show_folder (self);
  text = g_strdup_printf (ngettext ("List made for %'d client", "Lists made for %'d clients", (gulong) clients), clients);
  ovs_step_page_tell (self->host, text, TRUE);
}

static void
on_asked (GObject *window, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  OvsEnquiryPage *self = wish->page;
  OvsDay deadline;
  char *folder = ovs_ask_enquiry_finish (result, &deadline);

  if (folder != NULL && self->host != NULL && self->cancellable == NULL)
    {
      g_free (self->folder);
      self->folder = g_steal_pointer (&folder);
      self->cancellable = g_cancellable_new ();
      self->progress = ovs_enquiry_job_progress_new ();
      self->timer = g_timeout_add (TICK, on_tick, self);
      gtk_widget_set_visible (self->folder_line, FALSE);
      show_running (self, TRUE);
      g_signal_emit (self, signals[OPENED], 0);
      ovs_enquiry_job_async (workspace_of (self), wish->whom, wish->employers, wish->people, self->folder, deadline, self->progress,
                             self->cancellable, on_made, g_object_ref (self));
    }
  g_free (folder);
  wish_free (wish);
}

static char *
head_of (const Wish *wish)
{
  gulong clients = wish->employers != NULL ? wish->employers->len : (gulong) wish->page->counts.to_ask;
  gulong late = (gulong) wish->page->counts.late;

  if (wish->people != NULL)
    return g_strdup (_ ("Make lists for the clients of these people?"));
  if (wish->whom == OVS_ENQUIRY_TO_REMIND)
    return g_strdup_printf (ngettext ("Remind %'lu client?", "Remind %'lu clients?", late), late);
  if (wish->whom == OVS_ENQUIRY_ALL)
    clients = (gulong) (wish->page->counts.to_ask + wish->page->counts.asked);
  return g_strdup_printf (ngettext ("Make the list of %'lu client?", "Make the lists of %'lu clients?", clients), clients);
}

static void
ask (OvsEnquiryPage *self, OvsEnquiryWhom whom, const GArray *employers, const GArray *people)
{
  OvsDossier *dossier = ovs_workspace_get_dossier (workspace_of (self));
  Wish *wish = g_new0 (Wish, 1);
  g_autofree char *heading = NULL;

  wish->page = g_object_ref (self);
  wish->whom = whom;
  wish->employers = employers != NULL ? g_array_copy ((GArray *) employers) : NULL;
  wish->people = people != NULL ? g_array_copy ((GArray *) people) : NULL;
  heading = head_of (wish);
  ovs_ask_enquiry_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->host))), heading,
                         whom == OVS_ENQUIRY_TO_REMIND ? _ ("Remind") : _ ("Make lists"), ovs_clock_today (ovs_dossier_get_clock (dossier)),
                         on_asked, wish);
}

void
ovs_enquiry_page_ask_people (OvsEnquiryPage *self, const GArray *people)
{
  ask (self, OVS_ENQUIRY_THESE, NULL, people);
}

void
ovs_enquiry_page_remind (OvsEnquiryPage *self)
{
  ask (self, OVS_ENQUIRY_TO_REMIND, NULL, NULL);
}

/* --- what the user chooses ------------------------------------------------------------------------------------- */

/* The selected ones, else the one under the cursor. */
static GArray *
get_meant (OvsEnquiryPage *self)
{
  GArray *ids = ovs_table_get_selected (self->table);
  gint64 cursor = ovs_table_get_cursor (self->table);

  if (ids->len == 0 && cursor != 0)
    g_array_append_val (ids, cursor);
  return ids;
}

static void
on_make (OvsEnquiryPage *self)
{
  ask (self, self->next, NULL, NULL);
}

static void
on_these (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsEnquiryPage *self = OVS_ENQUIRY_PAGE (widget);
  g_autoptr (GArray) meant = get_meant (self);

  if (meant->len > 0)
    ask (self, OVS_ENQUIRY_THESE, meant, NULL);
  else
    gtk_widget_error_bell (widget);
}

static void
on_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (OVS_ENQUIRY_PAGE (widget), OVS_ENQUIRY_ALL, NULL, NULL);
}

static void
on_remind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_enquiry_page_remind (OVS_ENQUIRY_PAGE (widget));
}

static void
on_returned (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsEnquiryPage *self = OVS_ENQUIRY_PAGE (widget);

  ovs_enquiry_tick_returned (self->host, get_meant (self));
}

static void
on_activated (OvsEnquiryPage *self, gint64 id)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (one, id);
  ask (self, OVS_ENQUIRY_THESE, one, NULL);
}

static void
on_stop (OvsEnquiryPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_open_folder (OvsEnquiryPage *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

static void
on_filter (OvsFilterChips *chips, const char *filter, OvsEnquiryPage *self)
{
  ovs_table_set_filter (self->table, filter);
}

static void
on_settled (OvsEnquiryPage *self)
{
  gtk_widget_set_visible (self->nothing, ovs_table_get_n_items (self->table) == 0);
}

static void
on_show_all (OvsEnquiryPage *self)
{
  ovs_filter_chips_choose (self->chips, OVS_ENQUIRY_FILTER_ALL);
  g_signal_emit (self, signals[CLEAR_SEARCH], 0);
}

static GtkWidget *
make_table (OvsEnquiryPage *self)
{
  guint n;
  const OvsTableColumn *columns = ovs_enquiry_rows_columns (&n);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Show all"));
  g_autoptr (OvsTableSource) source = ovs_list_source_new (workspace_of (self), ovs_enquiry_rows_query, ovs_enquiry_rows_fetch);

  self->table = OVS_TABLE (ovs_table_new ("enquiries", _ ("With clients"), columns, n, FALSE));
  ovs_table_set_source (self->table, source);
  g_signal_connect_swapped (self->table, "settled", G_CALLBACK (on_settled), self);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (on_activated), self);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_show_all), self);
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _ ("No client here"));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->nothing), button);
  gtk_widget_add_css_class (self->nothing, "compact");
  gtk_widget_add_css_class (self->nothing, "view");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->table));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

/* --- above it -------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_menu (OvsEnquiryPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) lists = g_menu_new ();
  g_autoptr (GMenu) returned = g_menu_new ();

  g_menu_append (lists, _ ("Lists for the selected clients…"), "enquiry.these");
  g_menu_append (lists, _ ("Lists for all clients with something open…"), "enquiry.all");
  g_menu_append (lists, _ ("Remind who is late…"), "enquiry.remind");
  g_menu_append (returned, _ ("Read in a returned list…"), "win.import");
  g_menu_append (returned, _ ("The list came back without a file"), "enquiry.returned");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lists));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (returned));
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu_button, _ ("More about lists"));
  ovs_accessible_name_menu (self->menu_button, _ ("More about lists"));
  return self->menu_button;
}

static GtkWidget *
make_head (OvsEnquiryPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->chips = OVS_FILTER_CHIPS (ovs_filter_chips_new (_ ("Clients that are shown")));
  ovs_filter_chips_add (self->chips, OVS_ENQUIRY_FILTER_ALL, _ ("All"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_ENQUIRY_FILTER_TO_ASK, _ ("Still to ask"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_ENQUIRY_FILTER_ASKED, _ ("Asked"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_ENQUIRY_FILTER_LATE, _ ("Late"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_ENQUIRY_FILTER_RETURNED, _ ("Came back"), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  g_signal_connect (self->chips, "chosen", G_CALLBACK (on_filter), self);
  self->make = gtk_button_new ();
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make), self);
  gtk_widget_add_css_class (line, "people-head");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (line), make_menu (self));
  gtk_box_append (GTK_BOX (line), self->make);
  return line;
}

static GtkWidget *
make_running (OvsEnquiryPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Stop"));

  self->running = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_progress_bar_set_text (self->bar, _ ("The lists are being made…"));
  ovs_accessible_set_label (self->bar, _ ("The lists are being made…"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_stop), self);
  gtk_widget_add_css_class (self->running, "people-head");
  gtk_box_append (GTK_BOX (self->running), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self->running), button);
  gtk_widget_set_visible (self->running, FALSE);
  return self->running;
}

static GtkWidget *
make_folder_line (OvsEnquiryPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open the folder"));

  self->folder_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->folder_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->folder_label, 0);
  gtk_label_set_ellipsize (self->folder_label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->folder_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->folder_label), "soft");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_open_folder), self);
  gtk_widget_add_css_class (self->folder_line, "people-head");
  gtk_box_append (GTK_BOX (self->folder_line), GTK_WIDGET (self->folder_label));
  gtk_box_append (GTK_BOX (self->folder_line), button);
  gtk_widget_set_visible (self->folder_line, FALSE);
  return self->folder_line;
}

/* --- the figures ----------------------------------------------------------------------------------------------- */

static void
show_make (OvsEnquiryPage *self)
{
  gulong to_ask = (gulong) self->counts.to_ask, late = (gulong) self->counts.late;
  g_autofree char *make = g_strdup_printf (ngettext ("List for %'lu client…", "Lists for %'lu clients…", to_ask), to_ask);
  g_autofree char *remind = g_strdup_printf (ngettext ("Remind %'lu client…", "Remind %'lu clients…", late), late);

  self->next = to_ask > 0 ? OVS_ENQUIRY_TO_ASK : OVS_ENQUIRY_TO_REMIND;
  gtk_button_set_label (GTK_BUTTON (self->make), to_ask > 0 ? make : remind);
  gtk_widget_set_visible (self->make, (to_ask > 0 || late > 0) && !ovs_workspace_get_read_only (workspace_of (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enquiry.remind", late > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enquiry.all", to_ask + (gulong) self->counts.asked > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enquiry.returned", self->counts.asked > 0);
}

void
ovs_enquiry_page_update (OvsEnquiryPage *self, const OvsFigures *figures)
{
  self->counts = figures->enquiries;
  ovs_filter_chips_set_count (self->chips, OVS_ENQUIRY_FILTER_TO_ASK, self->counts.to_ask);
  ovs_filter_chips_set_count (self->chips, OVS_ENQUIRY_FILTER_ASKED, self->counts.asked);
  ovs_filter_chips_set_count (self->chips, OVS_ENQUIRY_FILTER_LATE, self->counts.late);
  ovs_filter_chips_set_count (self->chips, OVS_ENQUIRY_FILTER_RETURNED, self->counts.returned);
  ovs_filter_chips_set_count (self->chips, OVS_ENQUIRY_FILTER_ALL, self->counts.all);
  show_make (self);
  ovs_enquiry_strip_show (self->strip, &self->counts);
}

void
ovs_enquiry_page_search (OvsEnquiryPage *self, const char *text)
{
  ovs_table_set_search (self->table, text);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_enquiry_page_dispose (GObject *object)
{
  OvsEnquiryPage *self = OVS_ENQUIRY_PAGE (object);

  on_stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->host);
  G_OBJECT_CLASS (ovs_enquiry_page_parent_class)->dispose (object);
}

static void
ovs_enquiry_page_finalize (GObject *object)
{
  OvsEnquiryPage *self = OVS_ENQUIRY_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, ovs_enquiry_job_progress_unref);
  g_free (self->folder);
  G_OBJECT_CLASS (ovs_enquiry_page_parent_class)->finalize (object);
}

static void
ovs_enquiry_page_class_init (OvsEnquiryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_enquiry_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_enquiry_page_finalize;
  signals[OPENED] = g_signal_new ("opened", OVS_TYPE_ENQUIRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEAR_SEARCH] = g_signal_new ("clear-search", OVS_TYPE_ENQUIRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "enquiry.these", NULL, on_these);
  gtk_widget_class_install_action (widget_class, "enquiry.all", NULL, on_all);
  gtk_widget_class_install_action (widget_class, "enquiry.remind", NULL, on_remind);
  gtk_widget_class_install_action (widget_class, "enquiry.returned", NULL, on_returned);
}

static void
ovs_enquiry_page_init (OvsEnquiryPage *self)
{
}

GtkWidget *
ovs_enquiry_page_new (OvsStepPage *host)
{
  OvsEnquiryPage *self = g_object_new (OVS_TYPE_ENQUIRY_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_set_weak_pointer (&self->host, host);
  self->strip = OVS_ANSWER_STRIP (ovs_answer_strip_new ());
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "people-card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (card), make_head (self));
  gtk_box_append (GTK_BOX (card), make_running (self));
  gtk_box_append (GTK_BOX (card), make_folder_line (self));
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), make_table (self));
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (box), card);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
