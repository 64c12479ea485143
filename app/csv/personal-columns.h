/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/survey.h"

G_BEGIN_DECLS

/**
 * Columns that hold what is never stored although their headers do not say so, once the whole file was seen.
 */

/**
 * FALSE with %OVS_CSV_ERROR_PRIVATE when such a column is one that the file cannot do without, or that somebody chose by hand.
 * @name: of the file, for a sentence
 */
gboolean ovs_csv_personal_check   (const OvsCsvSurvey *survey,
                                   const OvsCsvMapping *mapping,
                                   OvsCsvKind kind,
                                   const OvsCsvWishes *wishes,
                                   const char *name,
                                   GError **error);

/** Takes such columns out of @mapping, which may be another one of the same header. */
void     ovs_csv_personal_hide    (const OvsCsvSurvey *survey, OvsCsvMapping *mapping, OvsCsvKind kind);

/** A bit for each field with numbers that are BSNs among others that are none. */
guint64  ovs_csv_personal_strays  (const OvsCsvSurvey *survey, const OvsCsvMapping *mapping);

G_END_DECLS
