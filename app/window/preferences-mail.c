/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/preferences-mail.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/clock.h"
#include "base/keyring.h"
#include "base/secret.h"
#include "mail/account.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

struct _OvsPreferencesMail
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *server;
  GtkWidget *user;
  GtkWidget *password;
  GtkWidget *sender;
  GtkWidget *name;
  GtkWidget *copy;
  GtkWidget *pace;
  GtkWidget *test_row;
  GtkWidget *test;
  OvsMailAccount *account; /* (owned) */
  OvsSmtp *smtp;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPreferencesMail, ovs_preferences_mail, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_preferences_mail_finalize (GObject *object)
{
  OvsPreferencesMail *self = OVS_PREFERENCES_MAIL (object);

  g_clear_pointer (&self->account, ovs_mail_account_free);
  g_clear_object (&self->smtp);
  G_OBJECT_CLASS (ovs_preferences_mail_parent_class)->finalize (object);
}

static void
ovs_preferences_mail_class_init (OvsPreferencesMailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_preferences_mail_finalize;
  signals[TOLD] = g_signal_new ("told", OVS_TYPE_PREFERENCES_MAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tell (OvsPreferencesMail *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- what is set --- */

/* NULL for nothing. */
static char *
text_of (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* An office knows its server by name: STARTTLS at the port for that is what most have. */
static char *
url_of (GtkWidget *row)
{
  g_autofree char *text = text_of (row);

  if (text == NULL || strstr (text, "://") != NULL)
    return g_steal_pointer (&text);
  if (g_str_has_suffix (text, ":465"))
    return g_strconcat ("smtps://", text, NULL);
  return g_strconcat ("smtp://", text, strchr (text, ':') != NULL ? NULL : ":587", NULL);
}

static void
keep (OvsPreferencesMail *self)
{
  OvsMailAccount *account = g_new0 (OvsMailAccount, 1);
  g_autoptr (GError) error = NULL;

  account->url = url_of (self->server);
  account->user = text_of (self->user);
  account->sender = text_of (self->sender);
  account->sender_name = text_of (self->name);
  account->copy = text_of (self->copy);
  account->per_minute = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->pace));
  g_clear_pointer (&self->account, ovs_mail_account_free);
  self->account = account;
  ovs_mail_account_save (account);
  gtk_widget_set_sensitive (self->password, account->url != NULL);
  gtk_widget_set_sensitive (self->test, ovs_mail_account_check (account, &error));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->test_row), error != NULL ? error->message : "");
}

static void
on_password_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPreferencesMail) self = user_data;

  if (!ovs_mail_account_keep_finish (result, NULL))
    {
      tell (self, _ ("The keyring did not take the password. Open the keyring, and enter it once more."));
      return;
    }
  /* Only the keyring has it from now on. */
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  tell (self, ovs_keyring_is_lasting (ovs_keyring_get_default ())
                  ? _ ("The password is in the keyring.")
                  : _ ("There is no keyring here that opens, so the password is kept until you close Overstap."));
}

static void
on_password (OvsPreferencesMail *self)
{
  g_autoptr (OvsSecret) password = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password)));

  keep (self);
  if (self->account->url != NULL)
    ovs_mail_account_keep_async (self->account, password, NULL, on_password_kept, g_object_ref (self));
}

/* --- trying it --- */

static void
end_test (OvsPreferencesMail *self, const char *text)
{
  gtk_widget_set_sensitive (self->test, TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->test_row), text);
}

static void
on_test_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPreferencesMail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *well = g_strdup_printf (_ ("The mail server took the test to %s. Look whether it arrives."), self->account->sender);

  end_test (self, ovs_smtp_send_finish (OVS_SMTP (source), result, NULL, &error) ? well : error->message);
}

static void
on_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPreferencesMail) self = user_data;
  const OvsMailAccount *account = self->account;
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->smtp);
  self->smtp = ovs_mail_account_open_finish (result, &error);
  if (self->smtp != NULL)
    message = ovs_mail_message_build (
        &(OvsMailMessage){
          .sender_name = account->sender_name,
          .sender_address = account->sender,
          .recipient_address = account->sender,
          .subject = _ ("Test message from Overstap"),
          .text = _ ("This message shows that Overstap can send by the mail server of the office. No client got it."),
          .id = id,
          .at = ovs_clock_now (clock),
        },
        &error);
  if (message == NULL)
    end_test (self, error->message);
  else
    ovs_smtp_send_async (self->smtp, account->sender, account->sender, account->copy, message, NULL, on_test_sent, g_object_ref (self));
}

static void
on_test (OvsPreferencesMail *self)
{
  keep (self);
  gtk_widget_set_sensitive (self->test, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->test_row), _ ("Being sent…"));
  ovs_mail_account_open_async (self->account, NULL, on_open, g_object_ref (self));
}

/* --- the rows --- */

static GtkWidget *
add (OvsPreferencesMail *self, const char *title, const char *text)
{
  GtkWidget *row = ovs_entry_row_new (title);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (keep), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkWidget *
add_password (OvsPreferencesMail *self)
{
  GtkWidget *row = adw_password_entry_row_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  const char *name = _ ("Password");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  ovs_accessible_name_parts (row, name);
  ovs_accessible_set_label (text, name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (on_password), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
add_pace (OvsPreferencesMail *self)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = _ ("Messages in a minute, at most");

  self->pace = gtk_spin_button_new_with_range (1, OVS_MAIL_MOST_PER_MINUTE, 5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->pace), self->account->per_minute);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->pace), TRUE);
  gtk_widget_set_valign (self->pace, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (self->pace, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Some mail providers take no more than 30."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->pace);
  g_signal_connect_swapped (self->pace, "value-changed", G_CALLBACK (keep), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_test (OvsPreferencesMail *self)
{
  self->test_row = adw_action_row_new ();
  self->test = gtk_button_new_with_label (_ ("Test mail to myself"));
  gtk_widget_set_valign (self->test, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->test_row), _ ("Does it work?"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->test_row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->test_row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->test_row), self->test);
  g_signal_connect_swapped (self->test, "clicked", G_CALLBACK (on_test), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->test_row);
}

static void
ovs_preferences_mail_init (OvsPreferencesMail *self)
{
  self->account = ovs_mail_account_load ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("E-mail"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("The mail server of your office, on this computer. The line is always encrypted; the password is in the keyring."));
  self->server = add (self, _ ("Mail server, such as mail.kantoor.nl"), self->account->url);
  self->user = add (self, _ ("User name"), self->account->user);
  self->password = add_password (self);
  self->sender = add (self, _ ("E-mail address of the sender"), self->account->sender);
  self->name = add (self, _ ("Name of the sender; empty: the office"), self->account->sender_name);
  self->copy = add (self, _ ("Copy of each message to; empty: nobody"), self->account->copy);
  add_pace (self);
  add_test (self);
  keep (self);
}

GtkWidget *
ovs_preferences_mail_new (void)
{
  return g_object_new (OVS_TYPE_PREFERENCES_MAIL, NULL);
}
