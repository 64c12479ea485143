/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why this room refuses a file as a whole; the message is a finished sentence in the user's language. */
typedef enum
{
  OVS_INTAKE_ERROR_NUMBERS,       /* it holds two numbers that differ only in leading zeros */
  OVS_INTAKE_ERROR_WRONG_FILE,    /* it looks like the wrong one, and nobody has said that it is right */
  OVS_INTAKE_ERROR_NOT_IN_LOKET, /* Loket shows this user no client with a number that was asked for */
  OVS_INTAKE_ERROR_NOBODY,        /* text that was pasted tells of nobody whom something failed for */
} OvsIntakeError;

#define OVS_INTAKE_ERROR (ovs_intake_error_quark ())

GQuark ovs_intake_error_quark (void);

G_END_DECLS
