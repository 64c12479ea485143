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
  OVS_CONVERSION_ERROR_MORE_THAN_APPROVED, /* it would be about other people than somebody agreed to */
  OVS_CONVERSION_ERROR_SECOND_PERSON,  /* so many that a second person has to agree, and none did */
} OvsConversionError;

#define OVS_CONVERSION_ERROR (ovs_conversion_error_quark ())
GQuark ovs_conversion_error_quark (void);

G_END_DECLS
