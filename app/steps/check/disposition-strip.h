/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/tally.h"

G_BEGIN_DECLS

/** The six numbers. Who is done is shown by his reason. */
typedef enum
{
  OVS_COUNTED_NONE = -1,
  OVS_COUNTED_READY,
  OVS_COUNTED_DECIDE,
  OVS_COUNTED_STOPPER,
  OVS_COUNTED_LEFT_OUT,
  OVS_COUNTED_INVITED,
  OVS_COUNTED_LINKED,
  OVS_N_COUNTED,
} OvsCounted;

#define OVS_TYPE_DISPOSITION_STRIP (ovs_disposition_strip_get_type ())
G_DECLARE_FINAL_TYPE (OvsDispositionStrip, ovs_disposition_strip, OVS, DISPOSITION_STRIP, GtkWidget)

/**
 * OvsDispositionStrip:
 *
 * How many people have which disposition; each number is a filter. At most one is pressed. Signal "chosen" (int OvsCounted): the user
 * pressed one.
 */
GtkWidget      *ovs_disposition_strip_new    (void);

void            ovs_disposition_strip_show   (OvsDispositionStrip *self, const OvsTally *counts);

/** Presses one without telling; %OVS_COUNTED_NONE none. */
void            ovs_disposition_strip_press  (OvsDispositionStrip *self, OvsCounted counted);

/** The name under a number, what it means for them, and what it stands for. */
const char     *ovs_counted_title            (OvsCounted counted);
const char     *ovs_counted_meaning          (OvsCounted counted);
OvsDisposition  ovs_counted_disposition      (OvsCounted counted, OvsReason *reason);

G_END_DECLS
