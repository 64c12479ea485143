/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/purge-after-row.h"

#include <glib/gi18n.h>

#include "dossier/closing.h"
#include "dossier/purge.h"
#include "window/dossier-number-row.h"

GtkWidget *
ovs_purge_after_row_new (OvsWorkspace *workspace)
{
  const OvsDossierNumber number = {
    _ ("Remove personal data after so many days"), _ ("From the closing of the last client on. Overstap reminds; somebody of the office decides."),
    OVS_PURGE_AFTER_LEAST, OVS_PURGE_AFTER_MOST, 1, ovs_purge_get_after, ovs_purge_set_after,
  };

  return ovs_dossier_number_row_new (workspace, &number);
}
