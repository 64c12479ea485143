/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/error.h"

G_DEFINE_QUARK (ovs-intake-error-quark, ovs_intake_error)
