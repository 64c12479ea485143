/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/planned.h"

#include <glib/gi18n.h>

#include "conversion/planned-request.h"

static void
answer (OvsInvocation *invocation, GPtrArray *requests)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, "requests");
  for (guint i = 0; i < requests->len; i++)
    {
      const OvsPlannedRequest *request = g_ptr_array_index (requests, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "method", request->method);
      ovs_json_add_text (json, "path", request->path);
      ovs_json_add_text (json, "body", request->body);
      ovs_json_add_text (json, "employer", request->employer_number);
      ovs_json_add_count (json, "people", request->people);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

static void
say (OvsInvocation *invocation, GPtrArray *requests, const char *nothing)
{
  ovs_invocation_say (invocation, "%s",
                      requests->len > 0
                          ? _ ("These requests would be sent, and the answer waited for; nothing was sent:")
                          : nothing);
  for (guint i = 0; i < requests->len; i++)
    {
      const OvsPlannedRequest *request = g_ptr_array_index (requests, i);
      g_autofree char *people =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", request->people),
                           request->people);
      ovs_invocation_say (invocation, "%-10s %-12s %s %s", request->employer_number, people, request->method,
                          request->path);
    }
}

void
ovs_answer_planned (OvsInvocation *invocation, GPtrArray *requests, const char *nothing)
{
  answer (invocation, requests);
  say (invocation, requests, nothing);
}
