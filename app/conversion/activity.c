/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/activity.h"

#include <glib/gi18n.h>

static const OvsActivity activities[] = {
  { "PatchESSAccessStatusByEmployerId", TRUE, N_ ("This user may not give access to MijnLoket at this client.") },
  { "GetESSAccessStatusByEmployerId", TRUE, N_ ("This user may not see who has access to MijnLoket at this client.") },
  { "PatchEmployeeSelfServiceAccessByEmployerId", TRUE, N_ ("This user may not block Werknemerloket at this client.") },
  { "GetEmployeeSelfServiceByEmployerId", TRUE, N_ ("This user may not see who has access to Werknemerloket at this client.") },
  { "GetSelfServiceEmployeesToBeMigratedByEmployerId", TRUE, N_ ("This user may not see who can go over at this client.") },
  { "GetEmployeesByEmployerId", TRUE, N_ ("This user may not see the employees of this client.") },
  { "GetEmploymentsMinimizedByEmployerId", FALSE, N_ ("This user may not see employments at this client: fetch dates from a file.") },
  { "GetModulesByEmployerId", FALSE, N_ ("This user may not see the products of this client.") },
  { "PatchEmailByEmployeeId", FALSE, N_ ("This user may not change addresses at this client: change them in Loket with another user.") },
  { "GetConnectedUserInformationByEmployeeId", FALSE, N_ ("This user may not see with which account an employee went over.") },
};

const OvsActivity *
ovs_activities (gsize *n_activities)
{
  *n_activities = G_N_ELEMENTS (activities);
  return activities;
}

const OvsActivity *
ovs_activity_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (activities); i++)
    if (g_str_equal (activities[i].name, name))
      return &activities[i];
  return NULL;
}

const char *
ovs_activity_tell (const OvsActivity *activity)
{
  return _ (activity->lacking);
}
