/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_ENVIRONMENT (ovs_environment_get_type ())
G_DECLARE_FINAL_TYPE (OvsEnvironment, ovs_environment, OVS, ENVIRONMENT, AdwBin)

/**
 * OvsEnvironment:
 *
 * Which Loket the dossier is bound to. The kinds differ in shape and in words, not by colour alone.
 */
GtkWidget  *ovs_environment_new         (void);

/** @kind: (nullable): practice, acceptance, production, other; NULL without a connection. */
void        ovs_environment_set_kind    (OvsEnvironment *self, const char *kind);

/** In the rail of a narrow window only the icon is there, with the words in a tooltip. */
void        ovs_environment_set_compact (OvsEnvironment *self, gboolean compact);

/** What a kind is called, and its icon. Returns: (transfer none). */
const char *ovs_environment_get_title   (const char *kind);
const char *ovs_environment_get_icon    (const char *kind);

G_END_DECLS
