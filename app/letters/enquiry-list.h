/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/enquiries.h"

G_BEGIN_DECLS

/**
 * OvsEnquiryLine:
 * @number: employee number
 * @name: `J.P. de Vries`: initials and surname
 * @missing: what is asked, in plain Dutch
 * @takes_address: whether an address answers it; a birth date or a start date is told otherwise
 */
typedef struct
{
  char *number;
  char *name;
  char *missing;
  gboolean takes_address;
} OvsEnquiryLine;

/**
 * OvsEnquiryList:
 * @firm: (nullable): name of the accounting firm
 * @client: its name, or its number
 * @handler: (nullable): whom the client can ask
 * @lines: (element-type OvsEnquiryLine): by name
 * @people: (element-type gint64): who they are, in the same order
 *
 * What one client is asked: what its list, on paper and as a file, is made of. It knows nobody of another client and no birth date.
 */
typedef struct
{
  gint64 employer;
  char *firm;
  char *number;
  char *client;
  char *handler;
  OvsDay made_on;
  OvsDay deadline;
  GPtrArray *lines;
  GArray *people;
} OvsEnquiryList;

/** Reads what @employer is to be asked now. Returns: (transfer full) (nullable): NULL where there is nothing to ask. */
OvsEnquiryList *ovs_enquiry_list_read (OvsTx *tx, gint64 employer, OvsDay deadline);

void            ovs_enquiry_list_free (OvsEnquiryList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsEnquiryList, ovs_enquiry_list_free)

/**
 * The name of its file without an ending: the client's number and name, the day and that it is confidential; nothing of a person.
 * Returns: (transfer full).
 */
char           *ovs_enquiry_list_name (const OvsEnquiryList *list);

G_END_DECLS
