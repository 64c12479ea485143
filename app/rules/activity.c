/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/activity.h"

#include <string.h>

#include <glib/gi18n.h>

#define BOTH (OVS_NEED_TO_CONVERT | OVS_NEED_TO_GIVE_BACK)

static const OvsActivity activities[] = {
  { "PatchESSAccessStatusByEmployerId", OVS_NEED_TO_CONVERT, N_ ("This user may not give access to MijnLoket at this client.") },
  { "GetESSAccessStatusByEmployerId", BOTH, N_ ("This user may not see who has access to MijnLoket at this client.") },
  { "PatchEmployeeSelfServiceAccessByEmployerId", BOTH, N_ ("This user may not block Werknemerloket at this client.") },
  { "GetEmployeeSelfServiceByEmployerId", BOTH, N_ ("This user may not see who has access to Werknemerloket at this client.") },
  { "GetSelfServiceEmployeesToBeMigratedByEmployerId", BOTH, N_ ("This user may not see who can go over at this client.") },
  { "GetEmployeesByEmployerId", BOTH, N_ ("This user may not see the employees of this client.") },
  { "GetEmploymentsMinimizedByEmployerId", 0, N_ ("This user may not see employments at this client: fetch dates from a file.") },
  { "GetModulesByEmployerId", 0, N_ ("This user may not see the products of this client.") },
  { "PatchEmailByEmployeeId", 0, N_ ("This user may not change addresses at this client: change them in Loket with another user.") },
  { "GetConnectedUserInformationByEmployeeId", 0, N_ ("This user may not see with which account an employee went over.") },
};

const OvsActivity *
ovs_activities (gsize *n_activities)
{
  if (n_activities != NULL)
    *n_activities = G_N_ELEMENTS (activities);
  return activities;
}

static gboolean
is_among (const char *names, const char *name)
{
  gsize length = strlen (name);

  for (const char *found = strstr (names, name); found != NULL; found = strstr (found + length, name))
    if ((found == names || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
      return TRUE;
  return FALSE;
}

const OvsActivity *
ovs_activity_next_lacking (const char *lacking, OvsActivityNeed needed, const OvsActivity *after)
{
  const OvsActivity *activity = after != NULL ? after + 1 : activities;

  for (; lacking != NULL && activity < activities + G_N_ELEMENTS (activities); activity++)
    if ((needed != 0 ? (activity->needed & needed) != 0 : activity->needed == 0) && is_among (lacking, activity->name))
      return activity;
  return NULL;
}

const char *
ovs_activity_tell (const OvsActivity *activity)
{
  return _ (activity->lacking);
}
