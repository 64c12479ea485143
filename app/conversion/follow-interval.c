/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/follow-interval.h"

guint
ovs_follow_interval_next (guint minutes, guint first, gboolean changed)
{
  if (changed || minutes == 0)
    return first;
  return MAX (first, MIN (minutes * 2, OVS_FOLLOW_MOST));
}
