/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/**
 * OvsPersonCard:
 * @birth_date: masked
 * @email: (nullable): the private address as it is judged, or what stands in its place; NULL for none
 * @loket_email: (nullable): what Loket has, as far as is known
 * @work_email: (nullable): of who has no private address: the one at work, to be offered
 * @other: (nullable): who else has to do with the finding ("Visser, B. (Bakkerij)")
 *
 * What an answer about one person needs to know. Texts of the client are nullable.
 */
typedef struct
{
  gint64 id;
  gint64 employer;
  char *employer_number;
  char *number;
  char *name;
  char *employer_name;
  char *contact_name;
  char *contact_phone;
  char *contact_email;
  char *birth_date;
  gboolean has_birth_date;
  char *email;
  char *loket_email;
  char *work_email;
  char *other;
  char *excluded_reason;
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings open;
} OvsPersonCard;

void           ovs_person_card_free        (OvsPersonCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPersonCard, ovs_person_card_free)

/** Reads the card of an @employee; @finding: what it is looked at for, -1 for none. The result is NULL where he is no longer there. */
void           ovs_person_card_read_async  (OvsDossier *dossier, gint64 employee, int finding, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
OvsPersonCard *ovs_person_card_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
