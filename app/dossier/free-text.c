/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/free-text.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "rules/bsn.h"

gboolean
ovs_free_text_check (const char *text, GError **error)
{
  if (!ovs_bsn_in_text (text))
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("This text holds a number that looks like a BSN, and a BSN is never kept here. Take it out. Nothing was changed."));
  return FALSE;
}
