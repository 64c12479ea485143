/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/dossier.h"

G_BEGIN_DECLS

/** The lists of people that are worked off elsewhere. */
typedef enum
{
  OVS_PEOPLE_SHEET_CHANGES,  /* addresses still to be changed in Loket: what it has, and the new one */
  OVS_PEOPLE_SHEET_ON_PAPER, /* for payroll: whose payslip is printed */
} OvsPeopleSheet;

/**
 * Asks for a place and saves the list of @people (element-type gint64, transfer full) there. The finish returns how many they are; -1 with
 * @error set, also when the user thought better of it.
 */
void   ovs_people_sheet_save_async  (GtkWindow *parent, OvsDossier *dossier, OvsPeopleSheet kind, GArray *people, GAsyncReadyCallback callback,
                                     gpointer user_data);
gint64 ovs_people_sheet_save_finish (GAsyncResult *result, GError **error);

/** The same list as text, a line each with tabs between, for the clipboard. Returns: (transfer full) (nullable). */
void   ovs_people_sheet_text_async  (OvsDossier *dossier, OvsPeopleSheet kind, GArray *people, GAsyncReadyCallback callback, gpointer user_data);
char  *ovs_people_sheet_text_finish (GAsyncResult *result, GError **error);

G_END_DECLS
