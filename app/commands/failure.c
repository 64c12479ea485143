/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/failure.h"

#include <stdio.h>

#include "commands/error-code.h"
#include "commands/exit-status.h"
#include "commands/json-writer.h"
#include "commands/parse.h"
#include "csv/error.h"

static void
print_object (const GError *error)
{
  g_autoptr (OvsSpool) spool = ovs_spool_new ();
  g_autoptr (OvsJsonWriter) json = ovs_json_writer_new (spool);

  ovs_json_begin_object (json, NULL);
  ovs_json_begin_object (json, "error");
  ovs_json_add_text (json, "code", ovs_error_code (error));
  ovs_json_add_text (json, "message", error->message);
  ovs_json_end_object (json);
  ovs_json_end_object (json);
  ovs_spool_add (spool, "\n", 1);
  /* Where it cannot be written there is nobody left to tell. */
  ovs_spool_release (spool, NULL);
}

int
ovs_failure_report (const GError *error, gboolean as_json, const char *usage)
{
  gboolean wrong_use =
      error->domain == OVS_USAGE_ERROR || g_error_matches (error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE);

  /* Who closed the pipe wants to read nothing more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return OVS_EXIT_FAILED;

  fprintf (stderr, "%s\n", error->message);
  if (wrong_use && usage != NULL)
    fprintf (stderr, "%s\n", usage);
  if (as_json)
    print_object (error);
  return wrong_use ? OVS_EXIT_USAGE : OVS_EXIT_FAILED;
}
