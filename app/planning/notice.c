/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/notice.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"

void
ovs_notice_add (OvsNotice *notice, OvsDay informed_on)
{
  notice->clients++;
  if (informed_on == OVS_NO_DAY)
    notice->not_informed++;
  notice->last_informed = MAX (notice->last_informed, informed_on);
}

OvsDay
ovs_notice_earliest (const OvsNotice *notice, OvsDay today, OvsEarliest *why)
{
  OvsEarliest reason = OVS_EARLIEST_TODAY;
  OvsDay day = today;

  if (notice->last_informed != OVS_NO_DAY && notice->last_informed + OVS_NOTICE_DAYS > day)
    {
      reason = OVS_EARLIEST_INFORMED;
      day = notice->last_informed + OVS_NOTICE_DAYS;
    }
  if (notice->not_informed > 0 && today + OVS_NOTICE_DAYS >= day)
    {
      reason = OVS_EARLIEST_NOT_INFORMED;
      day = today + OVS_NOTICE_DAYS;
    }
  if (why != NULL)
    *why = reason;
  return day;
}

gboolean
ovs_notice_is_short (const OvsNotice *notice, OvsDay day)
{
  return notice->not_informed > 0 || (notice->last_informed != OVS_NO_DAY && day - notice->last_informed < OVS_NOTICE_DAYS);
}

char *
ovs_notice_tell (const OvsNotice *notice, OvsDay today)
{
  OvsEarliest why;
  OvsDay day = ovs_notice_earliest (notice, today, &why);
  g_autofree char *earliest = ovs_day_to_dutch (day);
  g_autofree char *informed = ovs_day_to_dutch (notice->last_informed);

  if (why == OVS_EARLIEST_INFORMED)
    return g_strdup_printf (_ ("Earliest %s: the last client was informed on %s, and %d days after that is advised."), earliest, informed,
                            OVS_NOTICE_DAYS);
  if (why == OVS_EARLIEST_NOT_INFORMED)
    return g_strdup_printf (ngettext ("Earliest %s: %u client is not informed yet, and %d days after that is advised.",
                                      "Earliest %s: %u clients are not informed yet, and %d days after that is advised.", notice->not_informed),
                            earliest, notice->not_informed, OVS_NOTICE_DAYS);
  return g_strdup (notice->clients > 0 ? _ ("Possible from today: every client was informed long enough ago.") : _ ("Possible from today: it has no clients yet."));
}
