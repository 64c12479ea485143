/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/planned-request.h"

void
ovs_planned_request_free (OvsPlannedRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->method);
  g_free (request->path);
  g_free (request->body);
  g_free (request->employer_number);
  g_free (request);
}
