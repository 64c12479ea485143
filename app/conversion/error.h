/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What callers of this room act on; what goes wrong between here and Loket keeps its own domain (loket/loket-error.h). */
typedef enum
{
  OVS_CONVERSION_ERROR_NOT_CONNECTED,  /* the dossier is not bound to a Loket */
  OVS_CONVERSION_ERROR_OTHER_PROVIDER, /* this Loket belongs to another firm than the dossier */
  OVS_CONVERSION_ERROR_NO_FIRM,        /* the user sees no firm, or more than one */
  OVS_CONVERSION_ERROR_NOT_FOUND,      /* the employer or employee is not in the dossier */
} OvsConversionError;

#define OVS_CONVERSION_ERROR (ovs_conversion_error_quark ())
GQuark ovs_conversion_error_quark (void);

G_END_DECLS
