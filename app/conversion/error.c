/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/error.h"

G_DEFINE_QUARK (ovs-conversion-error-quark, ovs_conversion_error)
