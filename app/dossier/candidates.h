/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/judgement.h"

G_BEGIN_DECLS

/**
 * OvsCandidate:
 * @employee_number, @number_key: as the office wrote it, and without leading zeros
 * @loket_id: (nullable): Loket's id of the person
 * @email_key: of the private address that was judged, see rules/address.h
 * @last_end: when the last employment ends, %OVS_NO_DAY for open or unknown
 * @werknemerloket, @mijnloket: (nullable): Loket's words for both accesses, as known
 *
 * Somebody who was judged ready and was never submitted. Texts are borrowed and valid during the callback only.
 */
typedef struct
{
  gint64 employee;
  const char *employee_number;
  const char *number_key;
  const char *loket_id;
  const char *email_key;
  OvsDay last_end;
  const char *werknemerloket;
  const char *mijnloket;
} OvsCandidate;

typedef void (*OvsCandidateFunc) (const OvsCandidate *candidate, gpointer data);

/** Calls @func for those of @employer by the judgement that is stored, in the order of the dossier. @func may write. */
void ovs_candidates_foreach (OvsTx *tx, gint64 employer, OvsCandidateFunc func, gpointer data);

/**
 * OvsSupposition:
 * @email: (nullable): another private address, NULL for the one in the dossier
 * @ends: whether the last employment ends on @end (%OVS_NO_DAY: it is open)
 *
 * How the data of somebody may be by now. Texts are borrowed.
 */
typedef struct
{
  gint64 employer;
  const char *number_key;
  const char *email;
  gboolean ends;
  OvsDay end;
} OvsSupposition;

/**
 * ovs_candidates_suppose:
 * @suppositions: (element-type OvsSupposition)
 *
 * Judges these people on @date as if all of it were so, and changes nothing.
 */
void ovs_candidates_suppose (OvsTx *tx, OvsDay date, const GArray *suppositions, OvsJudgedFunc func, gpointer data);

G_END_DECLS
