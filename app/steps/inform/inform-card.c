/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-card.h"

#include <glib/gi18n.h>

#include "steps/inform/deeds.h"
#include "steps/inform/inform-clients.h"
#include "steps/inform/today-view.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"

#define ALL "all"
#define TODAY "today"

struct _OvsInformCard
{
  AdwBin parent_instance;

  GtkWidget *head;
  OvsFilterChips *chips;
  GtkWidget *stack;
  OvsTable *table;
  GtkWidget *today;
  GtkWidget *bar;
  GtkWidget *about;  /* what the buttons beside it are for */
  GtkWidget *untick; /* tells how many are ticked, in its place */
  GtkWidget *n_label;

  OvsStepPage *page;      /* (unowned): it owns us */
  OvsTableSource *source; /* (owned) */
  char *search;           /* (nullable) */
  guint n_ticked;
};

G_DEFINE_FINAL_TYPE (OvsInformCard, ovs_inform_card, ADW_TYPE_BIN)

enum
{
  CLIENT_CHANGED,
  TICKS_CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- of whom --------------------------------------------------------------------------------------------------- */

GArray *
ovs_inform_card_get_ticked (OvsInformCard *self)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  return ovs_list_source_get_ticked (OVS_LIST_SOURCE (self->source), ids);
}

gint64
ovs_inform_card_get_client (OvsInformCard *self, guint *place, guint *count)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);
  gint64 cursor = ovs_table_get_cursor (self->table);

  *place = 0;
  *count = ids->len;
  for (guint i = 0; i < ids->len && *place == 0; i++)
    if (g_array_index (ids, gint64, i) == cursor)
      *place = i + 1;
  return *place > 0 ? cursor : 0;
}

void
ovs_inform_card_step (OvsInformCard *self, int places)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);
  guint place, count;

  ovs_inform_card_get_client (self, &place, &count);
  if (place > 0 && (int) place + places >= 1 && (int) place + places <= (int) count)
    ovs_table_set_cursor (self->table, g_array_index (ids, gint64, (int) place - 1 + places));
}

static gboolean
shows_today (OvsInformCard *self)
{
  return g_strcmp0 (ovs_filter_chips_get_chosen (self->chips), TODAY) == 0;
}

static void
show_bar (OvsInformCard *self)
{
  gboolean may_write = !ovs_workspace_get_read_only (ovs_step_page_get_workspace (self->page));
  g_autofree char *number = g_strdup_printf ("%'u", self->n_ticked);
  g_autofree char *many = g_strdup_printf (ngettext ("%'u ticked: untick", "%'u ticked: untick all", self->n_ticked), self->n_ticked);

  gtk_label_set_text (GTK_LABEL (self->n_label), number);
  gtk_widget_set_tooltip_text (self->untick, many);
  ovs_accessible_set_label (self->untick, many);
  gtk_widget_set_visible (self->about, self->n_ticked == 0);
  gtk_widget_set_visible (self->untick, self->n_ticked > 0);
  gtk_widget_set_visible (self->bar, may_write && !shows_today (self) && ovs_table_get_n_items (self->table) > 0);
}

static void
on_ticks (OvsInformCard *self)
{
  g_autoptr (GArray) ticked = ovs_inform_card_get_ticked (self);

  self->n_ticked = ticked->len;
  show_bar (self);
  g_signal_emit (self, signals[TICKS_CHANGED], 0);
}

/* --- writing down ---------------------------------------------------------------------------------------------- */

static void
do_deed (OvsInformCard *self, OvsDeed deed)
{
  GArray *clients = ovs_inform_card_get_ticked (self);
  guint place, count;
  gint64 client = ovs_inform_card_get_client (self, &place, &count);

  if (clients->len == 0 && client != 0)
    g_array_append_val (clients, client);
  if (clients->len > 0)
    {
      ovs_deed_ask (self->page, deed, clients);
      return;
    }
  g_array_unref (clients);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
tell_told (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_deed (OVS_INFORM_CARD (widget), OVS_DEED_TOLD);
}

static void
tell_employees_informed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_deed (OVS_INFORM_CARD (widget), OVS_DEED_EMPLOYEES_INFORMED);
}

static void
tell_flyer_hangs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_deed (OVS_INFORM_CARD (widget), OVS_DEED_FLYER_HANGS);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

static void
on_tick (OvsTable *table, gint64 id, gboolean ticked, OvsInformCard *self)
{
  ovs_list_source_tick (OVS_LIST_SOURCE (self->source), id, ticked);
  on_ticks (self);
}

static void
on_tick_all (OvsTable *table, gboolean ticked, OvsInformCard *self)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (table);

  if (ticked)
    ovs_list_source_tick_all (OVS_LIST_SOURCE (self->source), ids);
  else
    ovs_list_source_untick_all (OVS_LIST_SOURCE (self->source));
  on_ticks (self);
}

static void
on_untick (OvsInformCard *self)
{
  on_tick_all (self->table, FALSE, self);
  ovs_inform_card_focus (self);
}

static void
on_cursor (OvsInformCard *self)
{
  show_bar (self);
  g_signal_emit (self, signals[CLIENT_CHANGED], 0);
}

static void
on_activated (OvsInformCard *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_today_counted (OvsInformCard *self)
{
  ovs_filter_chips_set_count (self->chips, TODAY, ovs_today_view_get_count (OVS_TODAY_VIEW (self->today)));
}

static const char *
page_when_empty (OvsInformCard *self)
{
  if (self->search != NULL && *self->search != '\0')
    return "nothing-found";
  return g_strcmp0 (ovs_filter_chips_get_chosen (self->chips), ALL) == 0 ? "nobody-here" : "all-done";
}

/* What is to be done today, the clients, or that there are none. */
static void
show_page (OvsInformCard *self)
{
  if (shows_today (self))
    gtk_stack_set_visible_child (GTK_STACK (self->stack), self->today);
  else if (ovs_table_get_n_items (self->table) == 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page_when_empty (self));
  else
    gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (self->table));
}

static void
on_settled (OvsInformCard *self)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  show_page (self);
  if (ids->len > 0 && ovs_table_get_cursor (self->table) == 0)
    ovs_table_set_cursor (self->table, g_array_index (ids, gint64, 0));
  on_ticks (self);
  on_cursor (self);
}

static void
on_filter (OvsFilterChips *chips, const char *filter, OvsInformCard *self)
{
  if (g_strcmp0 (filter, TODAY) != 0)
    ovs_table_set_filter (self->table, g_strcmp0 (filter, ALL) != 0 ? filter : NULL);
  show_page (self);
  show_bar (self);
}

static void
on_show_all (OvsInformCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  ovs_inform_card_search (self, "");
  ovs_filter_chips_choose (self->chips, ALL);
}

void
ovs_inform_card_search (OvsInformCard *self, const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
  /* Clients are what is searched. */
  if (*text != '\0' && shows_today (self))
    ovs_filter_chips_choose (self->chips, ALL);
  ovs_table_set_search (self->table, text);
}

void
ovs_inform_card_focus (OvsInformCard *self)
{
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
ovs_inform_card_update (OvsInformCard *self, const OvsFigures *figures)
{
  const OvsInformingTotals *totals = &figures->informing;

  ovs_filter_chips_set_count (self->chips, ALL, totals->clients);
  ovs_filter_chips_set_count (self->chips, OVS_INFORM_OPEN, totals->open);
  ovs_filter_chips_set_count (self->chips, OVS_INFORM_INFORMED, totals->informed);
  ovs_filter_chips_set_count (self->chips, OVS_INFORM_NO_FLYER, totals->clients - totals->flyer_hangs);
  show_bar (self);
}

void
ovs_inform_card_add (OvsInformCard *self, GtkWidget *control)
{
  gtk_box_append (GTK_BOX (self->head), control);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_head (OvsInformCard *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->chips = OVS_FILTER_CHIPS (ovs_filter_chips_new (_ ("Clients that are shown")));
  ovs_filter_chips_add (self->chips, TODAY, _ ("Today"), FALSE);
  ovs_filter_chips_add (self->chips, ALL, _ ("All clients"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_INFORM_OPEN, _ ("To do"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_INFORM_INFORMED, _ ("Informed"), FALSE);
  ovs_filter_chips_add (self->chips, OVS_INFORM_NO_FLYER, _ ("No flyer yet"), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  ovs_filter_chips_choose (self->chips, ALL);
  g_signal_connect (self->chips, "chosen", G_CALLBACK (on_filter), self);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->chips));
  gtk_widget_add_css_class (self->head, "people-head");
  return self->head;
}

static GtkWidget *
make_empty (OvsInformCard *self, const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Show all clients"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_show_all), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
make_nobody_here (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "mail-unread-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No clients here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("No client that takes part is in what you look at. Choose another round, or all clients."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
make_stack (OvsInformCard *self)
{
  self->table = OVS_TABLE (ovs_inform_clients_new_table (ovs_step_page_get_workspace (self->page), &self->source));
  g_signal_connect (self->table, "tick", G_CALLBACK (on_tick), self);
  g_signal_connect (self->table, "tick-all", G_CALLBACK (on_tick_all), self);
  g_signal_connect_object (self->table, "cursor-changed", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  self->today = ovs_today_view_new (ovs_step_page_get_workspace (self->page));
  g_signal_connect_object (self->today, "notify::count", G_CALLBACK (on_today_counted), self, G_CONNECT_SWAPPED);
  ovs_filter_chips_set_count (self->chips, TODAY, 0);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->table), "clients");
  gtk_stack_add_named (GTK_STACK (self->stack), self->today, "today");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self, "edit-find-symbolic", _ ("Nothing found"),
                                   _ ("No client here has this name, number or contact.")),
                       "nothing-found");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (self, "emblem-ok-symbolic", _ ("No clients in this list"), NULL), "all-done");
  gtk_stack_add_named (GTK_STACK (self->stack), make_nobody_here (), "nobody-here");
  return self->stack;
}

static const char *const actions[OVS_N_DEEDS] = {
  [OVS_DEED_TOLD] = "inform.told",
  [OVS_DEED_EMPLOYEES_INFORMED] = "inform.employees-informed",
  [OVS_DEED_FLYER_HANGS] = "inform.flyer-hangs",
};

/* With large text there is no room for three buttons. */
static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int deed = 0; deed < OVS_N_DEEDS; deed++)
    g_menu_append (menu, ovs_deed_title ((OvsDeed) deed), actions[deed]);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Write down"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  ovs_accessible_name_menu (button, _ ("Write down"));
  return button;
}

static void
add_deeds (OvsInformCard *self)
{
  if (ovs_text_scale (GTK_WIDGET (self->page)) >= OVS_TEXT_LARGE)
    {
      gtk_box_append (GTK_BOX (self->bar), make_menu ());
      return;
    }
  for (int deed = 0; deed < OVS_N_DEEDS; deed++)
    {
      GtkWidget *button = gtk_button_new_with_label (ovs_deed_title ((OvsDeed) deed));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[deed]);
      gtk_box_append (GTK_BOX (self->bar), button);
    }
}

static GtkWidget *
make_bar (OvsInformCard *self)
{
  GtkWidget *ticked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->about = gtk_label_new (_ ("Write down:"));
  gtk_label_set_ellipsize (GTK_LABEL (self->about), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->about), 0);
  gtk_widget_set_hexpand (self->about, TRUE);
  self->n_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (ticked), gtk_image_new_from_icon_name ("edit-clear-symbolic"));
  gtk_box_append (GTK_BOX (ticked), self->n_label);
  self->untick = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->untick), ticked);
  gtk_widget_add_css_class (self->untick, "flat");
  gtk_widget_set_halign (self->untick, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->untick, TRUE);
  g_signal_connect_swapped (self->untick, "clicked", G_CALLBACK (on_untick), self);
  gtk_box_append (GTK_BOX (self->bar), self->about);
  gtk_box_append (GTK_BOX (self->bar), self->untick);
  add_deeds (self);
  gtk_widget_add_css_class (self->bar, "deeds");
  return self->bar;
}

static void
ovs_inform_card_dispose (GObject *object)
{
  g_clear_object (&OVS_INFORM_CARD (object)->source);
  G_OBJECT_CLASS (ovs_inform_card_parent_class)->dispose (object);
}

static void
ovs_inform_card_finalize (GObject *object)
{
  g_free (OVS_INFORM_CARD (object)->search);
  G_OBJECT_CLASS (ovs_inform_card_parent_class)->finalize (object);
}

static void
ovs_inform_card_class_init (OvsInformCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_inform_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_inform_card_finalize;
  signals[CLIENT_CHANGED] = g_signal_new ("client-changed", OVS_TYPE_INFORM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKS_CHANGED] = g_signal_new ("ticks-changed", OVS_TYPE_INFORM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", OVS_TYPE_INFORM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, actions[OVS_DEED_TOLD], NULL, tell_told);
  gtk_widget_class_install_action (widget_class, actions[OVS_DEED_EMPLOYEES_INFORMED], NULL, tell_employees_informed);
  gtk_widget_class_install_action (widget_class, actions[OVS_DEED_FLYER_HANGS], NULL, tell_flyer_hangs);
}

static void
ovs_inform_card_init (OvsInformCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "people-card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ovs_inform_card_new (OvsStepPage *page)
{
  OvsInformCard *self = g_object_new (OVS_TYPE_INFORM_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = page;
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
