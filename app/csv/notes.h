/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/survey.h"

G_BEGIN_DECLS

/**
 * What a user should know of a file that was surveyed, in finished sentences. They tell no personal data.
 * @mapping: without what personal-columns.h hides
 * Returns: (transfer full) (array zero-terminated=1).
 */
char **ovs_csv_notes_list (const OvsCsvSurvey *survey, const OvsCsvMapping *mapping, OvsDay today);

G_END_DECLS
