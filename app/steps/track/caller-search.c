/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/caller-search.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

/* How many are shown; one types more rather than looks through more. */
#define MOST 30

struct _OvsCallerSearch
{
  GtkWidget parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsCallerIndex *index;   /* (owned) used in the reader's thread */
  GtkWidget *entry;
  GtkWidget *results; /* everything below the entry */
  GtkListBox *list;
  GtkLabel *count;
  OvsCallers *callers; /* (owned) (nullable): what is shown */
  char *asked;         /* (owned) (nullable): what is looked for right now */
  gboolean take_first; /* as soon as it is there */
};

G_DEFINE_FINAL_TYPE (OvsCallerSearch, ovs_caller_search, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPS
};

enum
{
  CHOSEN,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct
{
  OvsCallerSearch *self; /* (owned) */
  OvsCallerIndex *index; /* (owned) */
  char *text;
  OvsCallers *callers;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->self);
  ovs_caller_index_unref (search->index);
  ovs_callers_free (search->callers);
  g_free (search->text);
  g_free (search);
}

/* --- what was found --- */

static void
choose (OvsCallerSearch *self, guint place)
{
  const OvsCaller *caller;

  if (self->callers == NULL || place >= self->callers->rows->len)
    return;
  caller = g_ptr_array_index (self->callers->rows, place);
  g_signal_emit (self, signals[CHOSEN], 0, caller->employer, caller->employee);
}

static void
on_row_activated (OvsCallerSearch *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_row (const OvsCaller *caller)
{
  GtkWidget *row = adw_action_row_new ();
  const char *client = caller->employer_name != NULL ? caller->employer_name : caller->employer_number;
  const char *title = caller->employee != 0 ? caller->name : client;
  g_autofree char *about = NULL;
  g_autofree char *spoken = NULL;

  if (caller->employee == 0)
    about = g_strdup_printf (_ ("Client %s"), caller->employer_number);
  else if (caller->email != NULL)
    /* Translators: a client, the number of an employee there, and his address. */
    about = g_strdup_printf (_ ("%s · no. %s · %s"), client, caller->employee_number, caller->email);
  else
    about = g_strdup_printf (_ ("%s · no. %s · no address"), client, caller->employee_number);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (caller->employee != 0 ? "avatar-default-symbolic" : "system-users-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  spoken = g_strdup_printf ("%s, %s", title, about);
  ovs_accessible_set_label (row, spoken);
  return row;
}

static void
show (OvsCallerSearch *self)
{
  GtkWidget *child;
  guint shown = self->callers != NULL ? self->callers->rows->len : 0;
  guint total = self->callers != NULL ? self->callers->total : 0;
  g_autofree char *count = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->callers->rows, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown > 0);
  if (total == 0)
    count = g_strdup (_ ("Nobody found. Try a part of the name, the number, the address or the client."));
  else if (total > shown)
    count = g_strdup_printf (_ ("%'u found, the first %u are shown. Type more to find one."), total, shown);
  else
    count = g_strdup_printf (ngettext ("%u found. Enter takes the first.", "%u found. Enter takes the first.", total), total);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->results, self->callers != NULL);
}

/* --- looking --- */

static gboolean
look (OvsTx *tx, gpointer data, GError **error)
{
  Search *search = data;

  if (search->text == NULL)
    ovs_caller_index_refresh (search->index, tx);
  else
    search->callers = ovs_caller_index_search (search->index, tx, search->text, MOST);
  return TRUE;
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = user_data;
  OvsCallerSearch *self = search->self;
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  /* What was typed since is looked for already; and who is gone wants nothing more. */
  if (self->entry == NULL || search->text == NULL || g_strcmp0 (search->text, self->asked) != 0)
    {
      search_free (search);
      return;
    }
  g_clear_pointer (&self->asked, g_free);
  if (!read)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    {
      ovs_callers_free (self->callers);
      self->callers = g_steal_pointer (&search->callers);
      show (self);
      if (self->take_first)
        choose (self, 0);
    }
  self->take_first = FALSE;
  search_free (search);
}

/* @text: (nullable): NULL only reads. */
static void
start (OvsCallerSearch *self, const char *text)
{
  Search *search = g_new0 (Search, 1);

  search->self = g_object_ref (self);
  search->index = ovs_caller_index_ref (self->index);
  search->text = g_strdup (text);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), look, search, NULL, on_looked, search);
}

static void
on_typed (OvsCallerSearch *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->take_first = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  g_free (self->asked);
  self->asked = NULL;
  if (*text == '\0')
    {
      g_clear_pointer (&self->callers, ovs_callers_free);
      show (self);
      return;
    }
  self->asked = g_strdup (text);
  start (self, text);
}

static void
on_activated (OvsCallerSearch *self)
{
  if (self->asked != NULL)
    self->take_first = TRUE;
  else
    choose (self, 0);
}

static gboolean
on_key (OvsCallerSearch *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || !gtk_widget_get_visible (GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* --- what it looks like --- */

static void
make_results (OvsCallerSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  ovs_accessible_set_label (self->list, _ ("Who was found"));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "soft");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 4);
  self->results = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->results), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->results), box);
  gtk_widget_set_vexpand (self->results, TRUE);
  gtk_widget_set_visible (self->results, FALSE);
  gtk_widget_set_parent (self->results, GTK_WIDGET (self));
}

static void
ovs_caller_search_init (OvsCallerSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *label = _ ("Name, number, address or client of who calls");

  self->index = ovs_caller_index_new ();
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", label, NULL);
  ovs_accessible_set_label (self->entry, label);
  ovs_accessible_name_below (self->entry, GTK_TYPE_TEXT, label);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (ovs_caller_search_clear), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_results (self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
}

static void
ovs_caller_search_dispose (GObject *object)
{
  OvsCallerSearch *self = OVS_CALLER_SEARCH (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->results, gtk_widget_unparent);
  g_clear_pointer (&self->callers, ovs_callers_free);
  g_clear_pointer (&self->index, ovs_caller_index_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_caller_search_parent_class)->dispose (object);
}

static void
ovs_caller_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SEARCHING)
    g_value_set_boolean (value, ovs_caller_search_is_searching (OVS_CALLER_SEARCH (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_caller_search_class_init (OvsCallerSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ovs_caller_search_dispose;
  object_class->get_property = ovs_caller_search_get_property;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_CALLER_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", OVS_TYPE_CALLER_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

GtkWidget *
ovs_caller_search_new (OvsWorkspace *workspace)
{
  OvsCallerSearch *self = g_object_new (OVS_TYPE_CALLER_SEARCH, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

void
ovs_caller_search_prepare (OvsCallerSearch *self)
{
  start (self, NULL);
}

gboolean
ovs_caller_search_is_searching (OvsCallerSearch *self)
{
  return self->entry != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

void
ovs_caller_search_clear (OvsCallerSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
ovs_caller_search_begin (OvsCallerSearch *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
