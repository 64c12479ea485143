/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/fallout-reason.h"

#include <glib/gi18n.h>

#include "dossier/journal.h"

typedef struct
{
  const char *code;
  const char *title;
  const char *advice;
} Reason;

static const Reason reasons[] = {
  { OVS_FALLOUT_REFUSED_BY_LOKET, N_ ("Loket could not send the invitation"),
    N_ ("Look up the employee in Loket, mend what is wrong and invite again.") },
  { OVS_FALLOUT_MIJNLOKET_BLOCKED, N_ ("The access to MijnLoket is blocked at this client"),
    N_ ("Ask the client whether access is needed. Give it back in Loket; then no invitation is needed.") },
  { OVS_FALLOUT_ACCOUNT_BLOCKED, N_ ("The employee's whole MijnLoket account is blocked"),
    N_ ("Ask Loket why the account is blocked before inviting again.") },
  { OVS_FALLOUT_NOT_IN_LOKET, N_ ("Loket does not have this employee at this client"),
    N_ ("Check the employee number in Loket and read the employees file again.") },
  { OVS_FALLOUT_STATUS_UNKNOWN, N_ ("Loket reports a status that this version does not know"),
    N_ ("Look up the employee in Loket. Follow again later.") },
};

static const Reason *
find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (code, reasons[i].code) == 0)
      return &reasons[i];
  return NULL;
}

const char *
ovs_fallout_reason_title (const char *code)
{
  const Reason *reason = find (code);

  if (reason != NULL)
    return _ (reason->title);
  return code != NULL ? code : "";
}

const char *
ovs_fallout_reason_advice (const char *code)
{
  const Reason *reason = find (code);

  return reason != NULL ? _ (reason->advice) : "";
}
