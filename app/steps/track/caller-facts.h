/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "dossier/questions.h"

G_BEGIN_DECLS

/** A question of before. Texts are owned; @note is nullable. */
typedef struct
{
  gint64 id;
  char *title;
  char *note;
} OvsEarlierQuestion;

/**
 * OvsCallerFacts:
 * @person: (nullable): NULL where a client asks
 * @birth_date: %OVS_NO_DAY where it is not known
 * @as_of: the instant of which the access to MijnLoket is known; 0 for none
 * @no_access_reason: (nullable)
 * @elsewhere: at how many other clients he is an employee too
 * @earlier: (element-type OvsEarlierQuestion): the latest first
 *
 * What one knows of who is on the telephone. Texts are owned and nullable but for the title and the client. Free with ovs_caller_facts_free().
 */
typedef struct
{
  gint64 employer;
  gint64 employee;
  char *title;
  char *client;
  char *contact_name;
  char *contact_phone;
  OvsOutcomePerson *person;
  OvsDay birth_date;
  gint64 as_of;
  char *no_access_reason;
  guint elsewhere;
  GPtrArray *earlier;
} OvsCallerFacts;

/** Reads them, in the reader's thread. @employee: 0 for a client. @except: the question at hand. Returns: (transfer full) (nullable): NULL for nobody here. */
OvsCallerFacts *ovs_caller_facts_read (OvsTx *tx, gint64 employer, gint64 employee, gint64 except);
void            ovs_caller_facts_free (OvsCallerFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCallerFacts, ovs_caller_facts_free)

/** The access to MijnLoket; unknown for a client. */
OvsAccess       ovs_caller_facts_access (const OvsCallerFacts *facts);

/** `Bakkerij Jansen · personeelsnr 0012`. Returns: (transfer full). */
char           *ovs_caller_facts_whom   (const OvsCallerFacts *facts);

/** How it stands, in one line, and more about it (nullable). Returns: (transfer full). */
char           *ovs_caller_facts_state  (const OvsCallerFacts *facts);
char           *ovs_caller_facts_detail (const OvsCallerFacts *facts);

G_END_DECLS
