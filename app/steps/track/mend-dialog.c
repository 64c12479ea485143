/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/mend-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "conversion/reinvite.h"
#include "dossier/decisions.h"
#include "steps/check/loket-mends.h"
#include "steps/track/invite.h"
#include "steps/track/outcome-words.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  gint64 employee;
  char *employer_number;
  char *employer_name; /* (nullable) */
  char *employee_number;
  char *name;
  char *email;         /* (nullable) */
  gboolean invitable;  /* once there is an address */
} Whom;

/* All that is asked for; lives as long as something of it is under way. */
typedef struct
{
  int references;
  OvsStepPage *page;    /* (owned) */
  GPtrArray *people;    /* (owned) (element-type Whom) */
  OvsLoketMends *mends; /* (owned) (nullable) without a connection */
  GArray *wanted;       /* (owned) (element-type gint64) to be invited once Loket has the address */
  guint at;
  guint saved;
  guint writing;
  gboolean asked;       /* nobody is asked for any more */
  gboolean in_loket;
  gboolean mending;     /* something was given to @mends that is not settled */
  GtkWidget *entry;
  GtkWidget *check;     /* (nullable) */
} Mend;

static void ask (Mend *mend);

static void
whom_free (gpointer data)
{
  Whom *whom = data;

  g_free (whom->employer_number);
  g_free (whom->employer_name);
  g_free (whom->employee_number);
  g_free (whom->name);
  g_free (whom->email);
  g_free (whom);
}

static Mend *
mend_ref (Mend *mend)
{
  mend->references++;
  return mend;
}

static void
mend_unref (Mend *mend)
{
  if (--mend->references > 0)
    return;
  g_object_unref (mend->page);
  g_ptr_array_unref (mend->people);
  g_clear_object (&mend->mends);
  g_array_unref (mend->wanted);
  g_free (mend);
}

/* --- what comes after --- */

typedef struct
{
  Mend *mend;
  GArray *invitable; /* (element-type gint64) */
} Look;

/* Whose address Loket did not take cannot be invited yet. */
static gboolean
find_invitable (OvsTx *tx, gpointer data, GError **error)
{
  Look *asked = data;

  for (guint i = 0; i < asked->mend->wanted->len; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, ovs_tx_today (tx), g_array_index (asked->mend->wanted, gint64, i));

      if (person != NULL && ovs_outcome_words_obstacle (person) == NULL)
        g_array_append_val (asked->invitable, person->outcome.employee);
    }
  return TRUE;
}

static void
on_invitable (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *asked = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    ovs_invite_people (asked->mend->page, (const gint64 *) (gpointer) asked->invitable->data, asked->invitable->len);
  mend_unref (asked->mend);
  g_array_unref (asked->invitable);
  g_free (asked);
}

static void
invite (Mend *mend)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (mend->page);
  Look *asked;

  if (workspace == NULL || mend->wanted->len == 0)
    return;
  asked = g_new0 (Look, 1);
  asked->mend = mend_ref (mend);
  asked->invitable = g_array_new (FALSE, FALSE, sizeof (gint64));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), find_invitable, asked, NULL, on_invitable, asked);
}

static void
tell_saved (Mend *mend)
{
  g_autofree char *text = NULL;

  if (mend->saved == 1 && mend->people->len == 1)
    text = g_strdup_printf (_ ("Address of %s adjusted"), ((Whom *) g_ptr_array_index (mend->people, 0))->name);
  else
    text = g_strdup_printf (ngettext ("%u address adjusted", "%u addresses adjusted", mend->saved), mend->saved);
  if (mend->saved > 0)
    ovs_step_page_tell (mend->page, text, mend->mends == NULL);
}

static void
go_on (Mend *mend)
{
  if (!mend->asked || mend->writing > 0 || mend->mending || ovs_step_page_get_workspace (mend->page) == NULL)
    return;
  if (mend->mends == NULL)
    tell_saved (mend);
  invite (mend);
}

static void
on_settled (OvsLoketMends *mends, guint changed, guint not_changed, const char *name, const char *answer, Mend *mend)
{
  g_autofree char *text = NULL;

  mend->mending = FALSE;
  if (ovs_step_page_get_workspace (mend->page) != NULL && not_changed > 0)
    {
      text = g_strdup_printf (_ ("Loket did not take the address of %s: %s"), name, answer);
      ovs_step_page_tell (mend->page, text, FALSE);
    }
  else if (ovs_step_page_get_workspace (mend->page) != NULL)
    tell_saved (mend);
  mend->saved = 0;
  go_on (mend);
  mend_unref (mend);
}

/* --- one address --- */

typedef struct
{
  Mend *mend;
  const Whom *whom;
  char *email;
  gboolean in_loket;
  gboolean invite;
} Write;

static gboolean
write_address (OvsTx *tx, gpointer data, GError **error)
{
  const Write *write = data;

  return ovs_decisions_mend (tx, write->whom->employer_number, write->whom->employee_number, write->email, write->in_loket, error) >= 0;
}

static void
change_in_loket (Mend *mend, gint64 employee)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof employee);

  if (mend->mends == NULL)
    return;
  if (!mend->mending)
    mend_ref (mend);
  mend->mending = TRUE;
  g_array_append_val (people, employee);
  ovs_loket_mends_add (mend->mends, people);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Write *write = user_data;
  Mend *mend = write->mend;
  g_autoptr (GError) error = NULL;

  mend->writing--;
  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      mend->saved++;
      if (write->invite)
        g_array_append_val (mend->wanted, write->whom->employee);
      change_in_loket (mend, write->whom->employee);
    }
  else
    ovs_step_page_tell_error (mend->page, error);
  go_on (mend);
  g_free (write->email);
  g_free (write);
  mend_unref (mend);
}

static void
save (Mend *mend, const Whom *whom, gboolean invite_too)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (mend->page);
  Write *write = g_new0 (Write, 1);

  write->mend = mend_ref (mend);
  write->whom = whom;
  write->email = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (mend->entry))));
  write->in_loket = mend->check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (mend->check));
  mend->in_loket = write->in_loket;
  write->invite = invite_too;
  mend->writing++;
  ovs_workspace_write_async (workspace, write_address, write, NULL, on_written, write);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Mend *mend)
{
  const Whom *whom = g_ptr_array_index (mend->people, mend->at);
  gboolean save_it = g_str_equal (response, "save") || g_str_equal (response, "invite");

  if (ovs_step_page_get_workspace (mend->page) == NULL)
    {
      mend_unref (mend);
      return;
    }
  if (save_it)
    save (mend, whom, g_str_equal (response, "invite"));
  mend->at++;
  if (g_str_equal (response, "cancel") || mend->at >= mend->people->len)
    {
      mend->asked = TRUE;
      go_on (mend);
      mend_unref (mend);
      return;
    }
  ask (mend);
}

static void
on_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  gboolean typed = strchr (gtk_editable_get_text (entry), '@') != NULL;

  adw_message_dialog_set_response_enabled (dialog, "save", typed);
  if (adw_message_dialog_has_response (dialog, "invite"))
    adw_message_dialog_set_response_enabled (dialog, "invite", typed);
}

static GtkWidget *
make_form (Mend *mend, const Whom *whom)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  mend->entry = gtk_entry_new ();
  mend->check = NULL;
  gtk_entry_set_input_purpose (GTK_ENTRY (mend->entry), GTK_INPUT_PURPOSE_EMAIL);
  gtk_entry_set_activates_default (GTK_ENTRY (mend->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (mend->entry), whom->email != NULL ? whom->email : "");
  ovs_accessible_set_label (mend->entry, _ ("Private e-mail"));
  gtk_box_append (GTK_BOX (box), mend->entry);
  if (mend->mends == NULL)
    {
      mend->check = gtk_check_button_new_with_label (_ ("Changed in Loket too"));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (mend->check), mend->in_loket);
      gtk_box_append (GTK_BOX (box), mend->check);
    }
  return box;
}

static void
add_responses (AdwMessageDialog *dialog, const Mend *mend, const Whom *whom)
{
  const char *verb = mend->mends != NULL && whom->invitable ? "invite" : "save";

  adw_message_dialog_add_response (dialog, "cancel", mend->at > 0 ? _ ("Stop here") : _ ("Cancel"));
  if (mend->people->len > 1)
    adw_message_dialog_add_response (dialog, "skip", _ ("Pass over"));
  adw_message_dialog_add_response (dialog, "save", _ ("Save"));
  if (g_str_equal (verb, "invite"))
    adw_message_dialog_add_response (dialog, "invite", _ ("Save and invite"));
  adw_message_dialog_set_response_appearance (dialog, verb, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, verb);
  adw_message_dialog_set_close_response (dialog, "cancel");
}

static char *
describe (const Mend *mend, const Whom *whom)
{
  g_autofree char *turn = mend->people->len > 1 ? g_strdup_printf (_ ("%u of %u"), mend->at + 1, mend->people->len) : NULL;
  const char *client = whom->employer_name != NULL ? whom->employer_name : whom->employer_number;
  const char *loket = mend->mends != NULL ? _ ("Loket sends the invitation, so the address is changed in Loket too.")
                                          : _ ("Loket sends the invitation, so the address has to be changed in Loket too.");

  return turn != NULL ? g_strdup_printf ("%s · %s\n\n%s", client, turn, loket) : g_strdup_printf ("%s\n\n%s", client, loket);
}

static void
ask (Mend *mend)
{
  const Whom *whom = g_ptr_array_index (mend->people, mend->at);
  g_autofree char *heading = g_strdup_printf (_ ("Private e-mail of %s"), whom->name);
  g_autofree char *body = describe (mend, whom);
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (mend->page))), heading, body));

  adw_message_dialog_set_extra_child (dialog, make_form (mend, whom));
  add_responses (dialog, mend, whom);
  g_signal_connect (mend->entry, "changed", G_CALLBACK (on_typed), dialog);
  on_typed (GTK_EDITABLE (mend->entry), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), mend);
  ovs_dialog_present (dialog);
  gtk_widget_grab_focus (mend->entry);
}

static void
add_person (Mend *mend, const OvsOutcomePerson *person)
{
  Whom *whom = g_new0 (Whom, 1);

  whom->employee = person->outcome.employee;
  whom->employer_number = g_strdup (person->employer_number);
  whom->employer_name = g_strdup (person->employer_name);
  whom->employee_number = g_strdup (person->employee_number);
  whom->name = g_strdup (person->name);
  whom->email = g_strdup (person->email);
  whom->invitable = ovs_reinvite_find_objection (&person->outcome, person->linked) == NULL;
  g_ptr_array_add (mend->people, whom);
}

void
ovs_mend_dialog_show (OvsStepPage *page, const GPtrArray *people)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  const OvsFigures *figures = workspace != NULL ? ovs_workspace_get_figures (workspace) : NULL;
  Mend *mend;

  if (people->len == 0 || figures == NULL || ovs_workspace_get_read_only (workspace))
    return;
  mend = g_new0 (Mend, 1);
  mend->references = 1;
  mend->page = g_object_ref (page);
  mend->people = g_ptr_array_new_with_free_func (whom_free);
  mend->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < people->len; i++)
    add_person (mend, g_ptr_array_index (people, i));
  if (figures->loket_kind != NULL)
    {
      mend->mends = ovs_loket_mends_new (workspace);
      g_signal_connect (mend->mends, "settled", G_CALLBACK (on_settled), mend);
    }
  ask (mend);
}

void
ovs_mend_dialog_show_one (OvsStepPage *page, const OvsOutcomePerson *person)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  g_ptr_array_add (people, (gpointer) person);
  ovs_mend_dialog_show (page, people);
}
