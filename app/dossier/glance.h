/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What a list of dossiers shows of one that is not open. */
typedef struct
{
  char *firm;       /* (nullable) */
  char *loket_kind; /* (nullable): practice, acceptance, production, other; NULL without a connection */
  char *holder;     /* (nullable): who works in it now, on this computer or another one */
  char *since;      /* (nullable): since when, as a person reads it */
} OvsGlance;

void       ovs_glance_free   (OvsGlance *glance);

/** Looks at the dossier at @path in a thread of its own. Changes nothing in it, and takes no lease. */
void       ovs_glance_async  (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): NULL with @error set where it is no dossier or cannot be read. */
OvsGlance *ovs_glance_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsGlance, ovs_glance_free)

G_END_DECLS
