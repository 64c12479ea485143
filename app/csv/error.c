/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/error.h"

G_DEFINE_QUARK (ovs-csv-error-quark, ovs_csv_error)
