/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/rights-row.h"

#include <glib/gi18n.h>

#include "conversion/preflight-selected.h"
#include "conversion/preflight.h"
#include "widgets/sign.h"

struct _OvsRightsRow
{
  AdwActionRow parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkImage *sign;
  GtkWidget *ask;
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (OvsRightsRow, ovs_rights_row, ADW_TYPE_ACTION_ROW)

/* What is known of the clients that take part. */
typedef struct
{
  OvsRightsRow *self; /* (owned) */
  guint asked;
  guint untold;
  guint lacking;
  gint64 oldest;
  char *first;        /* (owned) (nullable) client and reason */
} Look;

static void
ovs_rights_row_dispose (GObject *object)
{
  g_clear_object (&OVS_RIGHTS_ROW (object)->workspace);
  G_OBJECT_CLASS (ovs_rights_row_parent_class)->dispose (object);
}

static void
ovs_rights_row_class_init (OvsRightsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_rights_row_dispose;
}

static void
show (OvsRightsRow *self, OvsSign sign, const char *title, const char *subtitle)
{
  const char *const class[] = { ovs_sign_get_class (sign), NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->sign, ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char **) class);
  gtk_widget_set_sensitive (self->ask, !self->asking && !ovs_workspace_get_busy (self->workspace) && !ovs_workspace_get_read_only (self->workspace));
}

static void
add_one (const OvsPreflight *preflight, const char *number, const char *name, gpointer data)
{
  Look *look = data;
  const char *objection = ovs_preflight_find_objection (preflight, OVS_NEED_TO_CONVERT);

  look->asked++;
  look->untold += !preflight->told;
  if (look->oldest == 0 || preflight->as_of < look->oldest)
    look->oldest = preflight->as_of;
  if (objection == NULL)
    return;
  look->lacking++;
  if (look->first == NULL)
    look->first = g_strdup_printf ("%s: %s", name != NULL ? name : number, objection);
}

static gboolean
read_rights (OvsTx *tx, gpointer data, GError **error)
{
  ovs_preflight_foreach (tx, add_one, data);
  return TRUE;
}

static void
show_look (OvsRightsRow *self, const Look *look)
{
  g_autofree char *day = ovs_day_to_dutch (ovs_clock_day_of (look->oldest));
  g_autofree char *lacking = g_strdup_printf (ngettext ("%'u client is left out: a right lacks in Loket", "%'u clients are left out: a right lacks in Loket",
                                                        look->lacking),
                                              look->lacking);
  g_autofree char *asked = g_strdup_printf (ngettext ("Asked at %'u client on %s", "Asked at %'u clients, the first on %s", look->asked), look->asked, day);
  g_autofree char *untold = g_strdup_printf (ngettext ("Loket does not tell at %'u client; then it shows during the run",
                                                       "Loket does not tell at %'u clients; then it shows during the run", look->untold),
                                             look->untold);

  if (look->asked == 0)
    show (self, OVS_SIGN_INFO, _ ("Rights in Loket"), _ ("Not asked yet: applying asks first, and leaves out where a right lacks"));
  else if (look->lacking > 0)
    show (self, OVS_SIGN_WARNING, lacking, look->first);
  else if (look->untold > 0)
    show (self, OVS_SIGN_UNKNOWN, _ ("Rights in Loket"), untold);
  else
    show (self, OVS_SIGN_DONE, _ ("Rights in Loket are there"), asked);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && look->self->workspace != NULL)
    show_look (look->self, look);
  g_object_unref (look->self);
  g_free (look->first);
  g_free (look);
}

void
ovs_rights_row_update (OvsRightsRow *self)
{
  Look *look = g_new0 (Look, 1);

  look->self = g_object_ref (self);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_rights, look, NULL, on_read, look);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsRightsRow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean asked = ovs_preflight_selected_finish (OVS_DOSSIER (source), result, &error);

  self->asking = FALSE;
  if (self->workspace == NULL)
    return;
  ovs_workspace_set_busy (self->workspace, FALSE);
  if (asked)
    ovs_rights_row_update (self);
  else
    show (self, OVS_SIGN_WARNING, _ ("Rights in Loket"), error->message);
}

static void
on_ask (OvsRightsRow *self)
{
  if (self->asking || ovs_workspace_get_busy (self->workspace))
    return;
  self->asking = TRUE;
  gtk_widget_set_sensitive (self->ask, FALSE);
  ovs_workspace_set_busy (self->workspace, TRUE);
  ovs_preflight_selected_async (ovs_workspace_get_dossier (self->workspace), NULL, TRUE, NULL, on_asked, g_object_ref (self));
}

static void
ovs_rights_row_init (OvsRightsRow *self)
{
  GtkWidget *sign = gtk_image_new ();

  self->sign = GTK_IMAGE (sign);
  self->ask = gtk_button_new_with_label (_ ("Ask"));
  gtk_widget_set_tooltip_text (self->ask, _ ("Ask Loket what this user may do at each client"));
  gtk_widget_set_valign (self->ask, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->ask, "flat");
  g_signal_connect_swapped (self->ask, "clicked", G_CALLBACK (on_ask), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->ask);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
ovs_rights_row_new (OvsWorkspace *workspace)
{
  OvsRightsRow *self = g_object_new (OVS_TYPE_RIGHTS_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  ovs_rights_row_update (self);
  return GTK_WIDGET (self);
}
