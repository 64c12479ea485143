/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/activities.h"

static const char *const activities[] = {
  "GetProvidersByUser",
  "GetEmployersMinimizedByUser",
  "GetEmployerByEmployerId",
  "GetEmployeesByEmployerId",
  "GetEmployeeByEmployeeId",
  "PatchEmailByEmployeeId",
  "GetEmploymentsMinimizedByEmployerId",
  "GetEmployeeSelfServiceByEmployerId",
  "PatchEmployeeSelfServiceAccessByEmployerId",
  "GetEmployeeSelfServiceByEmployeeId",
  "PatchEmployeeSelfServiceAccessByEmployeeId",
  "PatchRevokeEmployeeSelfServiceAccessByEmployeeId",
  "GetSelfServiceEmployeesToBeMigratedByEmployerId",
  "GetESSAccessStatusByEmployerId",
  "PatchESSAccessStatusByEmployerId",
  "GetConnectedUserInformationByEmployeeId",
  "GetCollectiveActionsByBearerToken",
  "GetModulesByEmployerId",
  "PatchModulesByEmployerId",
  "GetModulesByProviderId",
  "GetNotificationsByEmployerId",
  "GetNotificationsByBearerToken",
  "PatchNotificationsByEmployerId",
  "GetAuthorizationsByEmployerId",
  "GetAuthorizationsByProviderId",
  "GetUserByToken",
  NULL,
};

const char *const *
ovs_practice_activities (void)
{
  return activities;
}

gboolean
ovs_practice_activities_need_product (const char *name)
{
  static const char *const mijnloket[] = { "GetSelfServiceEmployeesToBeMigratedByEmployerId",
                                           "GetESSAccessStatusByEmployerId", "PatchESSAccessStatusByEmployerId",
                                           "GetConnectedUserInformationByEmployeeId", NULL };

  return g_strv_contains (mijnloket, name);
}

gboolean
ovs_practice_activities_contain (const char *name)
{
  return g_strv_contains (activities, name);
}
