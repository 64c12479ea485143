/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/access.h"
#include "rules/address.h"
#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/** What Loket does with somebody when it converts his employer, or shows of him in its own screen. */
typedef enum
{
  OVS_BY_LOKET_AS_DECIDED, /* goes over, as the office decided */
  OVS_BY_LOKET_ANYWAY,     /* goes over although the office decided otherwise, or has not decided yet */
  OVS_BY_LOKET_UNSURE,     /* nobody says what Loket does */
  OVS_BY_LOKET_FALLOUT,    /* gets no invitation since there is no address: comes on the uitvallijst */
  OVS_BY_LOKET_NOT_ALONG,  /* is not in service on that day */
  OVS_BY_LOKET_DONE,       /* has MijnLoket already, or an invitation */
  OVS_N_BY_LOKET,
} OvsByLoket;

/**
 * OvsByLoketRow:
 * @findings: the stoppers found
 * @active: has an active employment on the day; looked at only where ovs_by_loket_asks_activity() says so
 *
 * One employee of a client that is handed in.
 */
typedef struct
{
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings findings;
  OvsAddressKind email;
  OvsAccess werknemerloket;
  gboolean active;
} OvsByLoketRow;

/**
 * Loket converts every active employee of a client who has Werknemerloket and a private address (helpdesk.loket.nl 29682336461202); it
 * knows nothing of what the office decided. Pure.
 */
OvsByLoket ovs_by_loket_judge         (const OvsByLoketRow *row);

/** TRUE where the judgement does not tell whether somebody is in service: he was left out for another reason. */
gboolean   ovs_by_loket_asks_activity (OvsReason reason);

G_END_DECLS
