/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "rules/disposition.h"
#include "rules/rule.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/** The columns of a table of people, in the order of its cells. */
typedef enum
{
  OVS_PEOPLE_NAME,
  OVS_PEOPLE_CLIENT,
  OVS_PEOPLE_NUMBER,
  OVS_PEOPLE_EMAIL,
  OVS_PEOPLE_BIRTH_DATE,
  OVS_PEOPLE_DATES,
  OVS_PEOPLE_OUTCOME,
  OVS_PEOPLE_HANDLER,
  OVS_N_PEOPLE_COLUMNS,
} OvsPeopleColumn;

/** The id of a column, by which it sorts and is remembered. Returns: (transfer none). */
const char      *ovs_people_column_id  (OvsPeopleColumn column);

/** The column that shows what a @finding is about. */
OvsPeopleColumn  ovs_people_column_of  (OvsFinding finding);

/** The filter of a table of people: who has an open @finding; or a @disposition, for a @reason or any. Returns: (transfer full). */
char            *ovs_people_filter_finding     (OvsFinding finding);
char            *ovs_people_filter_disposition (OvsDisposition disposition, OvsReason reason);

/** Who was left out by hand: those whose payslip is printed, or the others. Returns: (transfer full). */
char            *ovs_people_filter_by_hand     (gboolean on_paper);

#define OVS_TYPE_PEOPLE_SOURCE (ovs_people_source_get_type ())
G_DECLARE_FINAL_TYPE (OvsPeopleSource, ovs_people_source, OVS, PEOPLE_SOURCE, GObject)

/**
 * OvsPeopleSource:
 *
 * The rows of a table of people, from the dossier. It keeps which of them are ticked, to answer for many at once; ticks mean nothing in
 * the dossier. Birth dates are masked.
 */
OvsPeopleSource *ovs_people_source_new         (OvsDossier *dossier);

/** Only the clients of this colleague; NULL all. Asks for everything again. */
void             ovs_people_source_refresh     (OvsPeopleSource *self, const char *handler);

/** Those of one client among the people of the latest query. Returns: (transfer full) (element-type gint64). */
void             ovs_people_source_find_client_async  (OvsPeopleSource *self, gint64 employer, GAsyncReadyCallback callback,
                                                       gpointer user_data);
GArray          *ovs_people_source_find_client_finish (OvsPeopleSource *self, GAsyncResult *result, GError **error);

/** Ticks a row, or all of @ids (element-type gint64), or none. */
void             ovs_people_source_tick        (OvsPeopleSource *self, gint64 id, gboolean ticked);
void             ovs_people_source_tick_all    (OvsPeopleSource *self, const GArray *ids);
void             ovs_people_source_untick_all  (OvsPeopleSource *self);

/** The ticked ones among @ids, in that order. Returns: (transfer full) (element-type gint64). */
GArray          *ovs_people_source_get_ticked  (OvsPeopleSource *self, const GArray *ids);

G_END_DECLS
