/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/connect-view.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "loket/loket-url.h"
#include "steps/apply/environment.h"
#include "steps/sign-in-wait.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"
#include "widgets/stack.h"

#define WIDTH 560

#define VIEW_CHOICE "choice"
#define VIEW_WAIT "wait"

static const struct
{
  OvsLoketKind kind;
  const char *caption;
} choices[] = {
  { OVS_LOKET_KIND_PRODUCTION, N_ ("Your own clients: invitations are real") },
  { OVS_LOKET_KIND_ACCEPTANCE, N_ ("Loket's own environment for trying things out") },
  { OVS_LOKET_KIND_PRACTICE, N_ ("On this computer, or at another address") },
};

struct _OvsConnectView
{
  AdwBin parent_instance;

  OvsWorkspace *workspace;   /* (owned) */
  gboolean again;            /* where the dossier is connected already */
  GCancellable *cancellable; /* (owned) (nullable) of what is under way */
  GtkStack *stack;
  AdwStatusPage *page;
  GtkWidget *choice;
  GtkWidget *checks[G_N_ELEMENTS (choices)];
  GtkWidget *address;
  GtkWidget *entry;
  GtkWidget *button;
  GtkLabel *trouble;
  OvsSignInWait *wait;
};

G_DEFINE_FINAL_TYPE (OvsConnectView, ovs_connect_view, ADW_TYPE_BIN)

enum
{
  PROP_WAITING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  CONNECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_connect_view_dispose (GObject *object)
{
  OvsConnectView *self = OVS_CONNECT_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_connect_view_parent_class)->dispose (object);
}

/* Whoever closes the window does not want to sign in any more; what waits for the browser would keep this alive. */
static void
ovs_connect_view_unroot (GtkWidget *widget)
{
  OvsConnectView *self = OVS_CONNECT_VIEW (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (ovs_connect_view_parent_class)->unroot (widget);
}

static void
ovs_connect_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_WAITING)
    g_value_set_boolean (value, ovs_connect_view_get_waiting (OVS_CONNECT_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
ovs_connect_view_class_init (OvsConnectViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_connect_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = ovs_connect_view_get_property;
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  GTK_WIDGET_CLASS (klass)->unroot = ovs_connect_view_unroot;
  signals[CONNECTED]
      = g_signal_new ("connected", OVS_TYPE_CONNECT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* --- what is chosen --- */

static OvsLoketKind
get_chosen (OvsConnectView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      return choices[i].kind;
  return OVS_LOKET_KIND_PRODUCTION;
}

/* NULL: where the dossier is connected already. */
static const char *
get_url (OvsConnectView *self)
{
  const char *url = ovs_loket_kind_get_url (get_chosen (self));

  if (self->again)
    return NULL;
  return url != NULL ? url : gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* What kind it will turn out to be, as figures name it. */
static const char *
get_kind (OvsConnectView *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  OvsLoketKind kind = get_chosen (self);
  g_autofree char *url = NULL;

  if (self->again)
    return figures != NULL ? figures->loket_kind : NULL;
  url = ovs_loket_url_read (get_url (self), &kind, NULL);
  return ovs_loket_kind_get_word (kind);
}

static void
show_choice (OvsConnectView *self)
{
  gboolean typed = !self->again && ovs_loket_kind_get_url (get_chosen (self)) == NULL;
  gboolean ready = !typed || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  gtk_widget_set_visible (self->choice, !self->again);
  gtk_widget_set_visible (self->address, typed);
  gtk_button_set_label (GTK_BUTTON (self->button), typed ? _ ("Connect") : _ ("Sign in in the browser"));
  gtk_widget_set_sensitive (self->button, ready && self->cancellable == NULL && !ovs_workspace_get_read_only (self->workspace));
}

/* --- connecting --- */

static char *
describe (const OvsConnection *connection)
{
  const char *user = connection->user != NULL ? connection->user : "?";
  g_autofree char *who = NULL;

  if (!connection->person)
    return g_strdup_printf (ngettext ("Connected as %s: %u client there, %u recognised.", "Connected as %s: %u clients there, %u recognised.", connection->employers),
                            user, connection->employers, connection->recognised);
  /* Translators: the user, and the firm where he works. */
  who = g_strdup_printf (ngettext ("Signed in as %s of %s: %u client there, %u recognised.", "Signed in as %s of %s: %u clients there, %u recognised.", connection->employers),
                         user, connection->firm != NULL ? connection->firm : "?", connection->employers, connection->recognised);
  if (connection->kept)
    return g_steal_pointer (&who);
  return g_strconcat (who, " ", _ ("There is no keyring here that opens, so it holds until you close Overstap."), NULL);
}

static void
end (OvsConnectView *self, const char *trouble)
{
  g_clear_object (&self->cancellable);
  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  gtk_stack_set_visible_child_name (self->stack, VIEW_CHOICE);
  show_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsConnectView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsConnection) connection = ovs_connect_finish (OVS_DOSSIER (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->workspace == NULL)
    return;
  if (connection == NULL)
    {
      end (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        gtk_widget_grab_focus (self->button);
      return;
    }
  end (self, NULL);
  ovs_workspace_refresh (self->workspace);
  sentence = describe (connection);
  g_signal_emit (self, signals[CONNECTED], 0, sentence);
}

void
ovs_connect_view_begin (OvsConnectView *self)
{
  g_autoptr (OvsBrowser) browser = NULL;
  const char *kind;
  gboolean person;

  if (!gtk_widget_get_sensitive (self->button))
    return;
  kind = get_kind (self);
  browser = ovs_browser_new ();
  /* Only the dossier knows whether a person signed in at its practice Loket. */
  person = self->again || g_strcmp0 (kind, ovs_loket_kind_get_word (OVS_LOKET_KIND_PRACTICE)) != 0;
  /* An entry that goes away while it is typed in never hears that it lost the focus. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  self->cancellable = g_cancellable_new ();
  ovs_sign_in_wait_begin (self->wait, browser, kind);
  gtk_stack_set_visible_child_name (self->stack, VIEW_WAIT);
  show_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  ovs_connect_in_browser_async (ovs_workspace_get_dossier (self->workspace), get_url (self), person ? browser : NULL, self->cancellable,
                                on_connected, g_object_ref (self));
}

gboolean
ovs_connect_view_get_waiting (OvsConnectView *self)
{
  return self->cancellable != NULL;
}

void
ovs_connect_view_cancel (OvsConnectView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* --- the parts --- */

static GtkWidget *
make_badge (OvsLoketKind kind)
{
  const char *word = ovs_loket_kind_get_word (kind);
  const char *classes[] = { "environment", "badge", word, NULL };
  GtkWidget *badge = gtk_label_new (ovs_environment_title (word));

  gtk_widget_set_css_classes (badge, classes);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

static GtkWidget *
make_row (OvsConnectView *self, gsize i)
{
  const char *title = ovs_environment_title (ovs_loket_kind_get_word (choices[i].kind));
  GtkWidget *row = adw_action_row_new ();

  self->checks[i] = gtk_check_button_new ();
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->checks[i]), GTK_CHECK_BUTTON (self->checks[0]));
  gtk_widget_set_valign (self->checks[i], GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (show_choice), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->checks[i]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->checks[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choices[i].caption));
  if (choices[i].kind == OVS_LOKET_KIND_PRODUCTION)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_badge (choices[i].kind));
  return row;
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, name);
  return list;
}

static GtkWidget *
make_choice (OvsConnectView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->choice = make_list (_ ("Which Loket"));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->choice), make_row (self, i));
  self->entry = ovs_entry_row_new (_ ("Address of Loket"));
  self->address = make_list (_ ("Address of Loket"));
  gtk_list_box_append (GTK_LIST_BOX (self->address), self->entry);
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  self->button = gtk_button_new_with_label (_ ("Connect"));
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (ovs_connect_view_begin), self);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (ovs_connect_view_begin), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_choice), self);

  gtk_box_append (GTK_BOX (box), self->choice);
  gtk_box_append (GTK_BOX (box), self->address);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  gtk_box_append (GTK_BOX (box), self->button);
  return box;
}

static void
ovs_connect_view_init (OvsConnectView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_status_page_set_icon_name (self->page, "network-server-symbolic");
  adw_status_page_set_child (self->page, clamp);
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  self->wait = OVS_SIGN_IN_WAIT (ovs_sign_in_wait_new ());
  g_signal_connect_swapped (self->wait, "cancel", G_CALLBACK (ovs_connect_view_cancel), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), VIEW_CHOICE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->wait), VIEW_WAIT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

static OvsConnectView *
make (OvsWorkspace *workspace, gboolean again)
{
  OvsConnectView *self = g_object_new (OVS_TYPE_CONNECT_VIEW, NULL);
  AdwClamp *clamp = ADW_CLAMP (adw_status_page_get_child (self->page));

  self->workspace = g_object_ref (workspace);
  self->again = again;
  adw_clamp_set_child (clamp, make_choice (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[0]), TRUE);
  show_choice (self);
  return self;
}

GtkWidget *
ovs_connect_view_new (OvsWorkspace *workspace, const char *description)
{
  OvsConnectView *self = make (workspace, FALSE);

  adw_status_page_set_title (self->page, _ ("Not connected to Loket"));
  adw_status_page_set_description (self->page, description);
  return GTK_WIDGET (self);
}

GtkWidget *
ovs_connect_view_new_again (OvsWorkspace *workspace)
{
  OvsConnectView *self = make (workspace, TRUE);

  adw_status_page_set_title (self->page, ovs_environment_title (get_kind (self)));
  adw_status_page_set_description (self->page, _ ("Sign in again, and go on where you were. Nothing in the dossier is lost."));
  return GTK_WIDGET (self);
}
