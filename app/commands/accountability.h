/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/** What it is called as a kind of export. */
#define OVS_EXPORT_ACCOUNTABILITY "accountability"

/** Writes the verantwoording of the office, or of one client, as PDF or table, and answers. @employer: (nullable): number of the client. */
gboolean ovs_accountability_export (OvsInvocation *invocation, OvsDossier *dossier, const char *employer, const char *target, GError **error);

G_END_DECLS
