/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-ask.h"

OvsDay
ovs_plan_client_earliest (const OvsPlanAsk *ask, const OvsPlanClient *client)
{
  return (client->informed_on != OVS_NO_DAY ? client->informed_on : ask->today) + ask->notice_days;
}
