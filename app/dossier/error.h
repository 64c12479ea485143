/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What callers of this room act on; the message is a finished sentence in the user's language. */
typedef enum
{
  OVS_DOSSIER_ERROR_FAILED,
  OVS_DOSSIER_ERROR_EXISTS,      /* a new dossier would overwrite a file */
  OVS_DOSSIER_ERROR_MISSING,     /* no such file */
  OVS_DOSSIER_ERROR_NOT_DOSSIER, /* something else than a dossier, or a damaged one */
  OVS_DOSSIER_ERROR_TOO_NEW,     /* made by a newer version */
  OVS_DOSSIER_ERROR_IN_USE,      /* somebody else works in it */
  OVS_DOSSIER_ERROR_READ_ONLY,   /* the place or the opening allows no writing */
  OVS_DOSSIER_ERROR_NO_SPACE,    /* the disk is full */
  OVS_DOSSIER_ERROR_NOT_FOUND,   /* the employer or employee is not in this dossier */
  OVS_DOSSIER_ERROR_REFUSED,     /* the operation makes no sense now; nothing was changed */
} OvsDossierError;

#define OVS_DOSSIER_ERROR (ovs_dossier_error_quark ())
GQuark ovs_dossier_error_quark (void);

/** Converts what SQLite says of the file into a sentence. @code is an (extended) result code. Returns: (transfer full). */
GError *ovs_dossier_error_from_sqlite (int code, const char *message);

G_END_DECLS
