/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsPlannedRequest:
 *
 * A request that a dry run would send: verb, path and body as they would go out. Bodies hold Loket's ids only.
 */
typedef struct
{
  char *method;
  char *path;
  char *body;
  char *employer_number;
  guint people;
} OvsPlannedRequest;

void ovs_planned_request_free (OvsPlannedRequest *request);

G_END_DECLS
