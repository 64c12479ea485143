/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/preferences-loket.h"

#include <glib/gi18n.h>

#include "base/user-settings.h"
#include "loket/registration.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

/* Loket's environments know nothing of each other, so Overstap is known at each by itself. */
typedef struct
{
  OvsPreferencesLoket *group; /* (unowned) */
  OvsLoketKind kind;
  GtkWidget *client_id;
  GtkWidget *secret;
} Environment;

struct _OvsPreferencesLoket
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *rows; /* folded until they are asked for */
  Environment environments[2];
  GtkWidget *port;
  GtkWidget *pkce;
};

G_DEFINE_FINAL_TYPE (OvsPreferencesLoket, ovs_preferences_loket, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_preferences_loket_class_init (OvsPreferencesLoketClass *klass)
{
  signals[TOLD]
      = g_signal_new ("told", OVS_TYPE_PREFERENCES_LOKET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tell (OvsPreferencesLoket *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- what is set --- */

static void
on_client_id (Environment *environment)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (environment->client_id))));

  ovs_user_settings_set_text (ovs_registration_get_key (environment->kind), text);
}

static void
on_port (OvsPreferencesLoket *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->port))));
  guint64 port;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, &port, NULL))
    ovs_user_settings_set (OVS_REGISTRATION_PORT, g_variant_new_int32 ((int) port));
  else
    tell (self, _ ("A port is a number from 1 to 65535, or 0 for any that is free. Nothing was changed."));
}

static void
on_pkce (OvsPreferencesLoket *self)
{
  ovs_user_settings_set (OVS_REGISTRATION_PKCE, g_variant_new_boolean (gtk_switch_get_active (GTK_SWITCH (self->pkce))));
}

static const char *
secret_title (OvsLoketKind kind, gboolean known)
{
  if (kind == OVS_LOKET_KIND_ACCEPTANCE)
    return known ? _ ("Client secret for acceptance: kept. Type another one to replace it") : _ ("Client secret for acceptance, where Loket gave one");
  return known ? _ ("Client secret for production: kept. Type another one to replace it") : _ ("Client secret for production, where Loket gave one");
}

static void
show_secret_title (Environment *environment, gboolean known)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (environment->secret), secret_title (environment->kind, known));
}

/* What is under way with the keyring keeps the group, and with it this. */
static Environment *
keep (Environment *environment)
{
  g_object_ref (environment->group);
  return environment;
}

static void
on_secret_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Environment *environment = user_data;
  g_autoptr (OvsPreferencesLoket) self = environment->group;
  OvsKeyring *keyring = OVS_KEYRING (source);
  g_autoptr (GError) error = NULL;

  if (!ovs_keyring_store_finish (keyring, result, &error))
    {
      tell (self, _ ("The keyring did not take the secret. Open the keyring, and enter it once more."));
      return;
    }
  /* Only the keyring has it from now on. */
  gtk_editable_set_text (GTK_EDITABLE (environment->secret), "");
  show_secret_title (environment, TRUE);
  tell (self, ovs_keyring_is_lasting (keyring) ? _ ("The secret is in the keyring.")
                                               : _ ("There is no keyring here that opens, so the secret is kept until you close Overstap."));
}

static void
on_secret_forgotten (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Environment *environment = user_data;
  g_autoptr (OvsPreferencesLoket) self = environment->group;

  if (!ovs_keyring_forget_finish (OVS_KEYRING (source), result, NULL))
    return;
  show_secret_title (environment, FALSE);
  tell (self, _ ("The secret was removed from the keyring."));
}

static void
on_secret (Environment *environment)
{
  g_autoptr (OvsSecret) secret = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (environment->secret))));
  OvsKeyringItem item = ovs_registration_get_item (environment->kind);

  if (*secret != '\0')
    ovs_keyring_store_async (ovs_keyring_get_default (), &item, secret, NULL, on_secret_kept, keep (environment));
  else
    ovs_keyring_forget_async (ovs_keyring_get_default (), &item, NULL, on_secret_forgotten, keep (environment));
}

/* --- what is there --- */

static void
on_secret_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Environment *environment = user_data;
  g_autoptr (OvsPreferencesLoket) self = environment->group;
  g_autoptr (OvsSecret) secret = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, NULL);

  show_secret_title (environment, secret != NULL);
}

static void
show_environment (Environment *environment)
{
  g_autofree char *client_id = ovs_user_settings_get_text (ovs_registration_get_key (environment->kind));
  OvsKeyringItem item = ovs_registration_get_item (environment->kind);

  gtk_editable_set_text (GTK_EDITABLE (environment->client_id), client_id != NULL ? client_id : "");
  show_secret_title (environment, FALSE);
  ovs_keyring_lookup_async (ovs_keyring_get_default (), &item, NULL, on_secret_found, keep (environment));
}

/* Once the texts are in: setting them would ask to apply them. */
static void
show_apply_buttons (OvsPreferencesLoket *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->environments); i++)
    {
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->environments[i].client_id), TRUE);
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->environments[i].secret), TRUE);
    }
}

static void
on_parted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPreferencesLoket) self = user_data;

  ovs_registration_part_finish (OVS_KEYRING (source), result);
  for (gsize i = 0; i < G_N_ELEMENTS (self->environments); i++)
    show_environment (&self->environments[i]);
  show_apply_buttons (self);
}

static void
show (OvsPreferencesLoket *self)
{
  g_autoptr (GVariant) port = ovs_user_settings_get (OVS_REGISTRATION_PORT);
  g_autoptr (GVariant) pkce = ovs_user_settings_get (OVS_REGISTRATION_PKCE);
  g_autofree char *number = g_strdup_printf ("%d", port != NULL ? g_variant_get_int32 (port) : OVS_REGISTRATION_DEFAULT_PORT);

  gtk_editable_set_text (GTK_EDITABLE (self->port), number);
  gtk_switch_set_active (GTK_SWITCH (self->pkce), pkce != NULL && g_variant_get_boolean (pkce));
  ovs_registration_part_async (ovs_keyring_get_default (), on_parted, g_object_ref (self));
}

/* --- the rows --- */

static GtkWidget *
add_entry (OvsPreferencesLoket *self, GtkWidget *row, GCallback applied, gpointer data)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->rows), row);
  g_signal_connect_swapped (row, "apply", applied, data);
  return row;
}

static GtkWidget *
make_secret (const char *name)
{
  GtkWidget *row = adw_password_entry_row_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  ovs_accessible_name_parts (row, name);
  ovs_accessible_set_label (text, name);
  return row;
}

static void
add_environment (OvsPreferencesLoket *self, Environment *environment, OvsLoketKind kind)
{
  gboolean acceptance = kind == OVS_LOKET_KIND_ACCEPTANCE;
  GtkWidget *client_id = ovs_entry_row_new (acceptance ? _ ("Client id for acceptance") : _ ("Client id for production"));
  GtkWidget *secret = make_secret (acceptance ? _ ("Client secret for acceptance") : _ ("Client secret for production"));

  environment->group = self;
  environment->kind = kind;
  environment->client_id = add_entry (self, client_id, G_CALLBACK (on_client_id), environment);
  environment->secret = add_entry (self, secret, G_CALLBACK (on_secret), environment);
  show_secret_title (environment, FALSE);
}

static void
add_pkce (OvsPreferencesLoket *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->pkce = gtk_switch_new ();
  gtk_widget_set_valign (self->pkce, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Prove the sign-in with PKCE"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Only where Loket says so"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->pkce);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->pkce);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->rows), row);
}

static void
ovs_preferences_loket_init (OvsPreferencesLoket *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Advanced"));
  self->rows = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows), _ ("Connection with Loket"));
  ovs_accessible_set_label (self->rows, _ ("Connection with Loket"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->rows), _ ("What Loket gave your office when it admitted Overstap"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows);
  add_environment (self, &self->environments[0], OVS_LOKET_KIND_PRODUCTION);
  add_environment (self, &self->environments[1], OVS_LOKET_KIND_ACCEPTANCE);
  self->port = add_entry (self, ovs_entry_row_new (_ ("Port that the browser returns to (0: any)")), G_CALLBACK (on_port), self);
  add_pkce (self);
  show (self);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->port), TRUE);
  g_signal_connect_swapped (self->pkce, "notify::active", G_CALLBACK (on_pkce), self);
}

GtkWidget *
ovs_preferences_loket_new (void)
{
  return g_object_new (OVS_TYPE_PREFERENCES_LOKET, NULL);
}
