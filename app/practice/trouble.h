/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/due.h"

G_BEGIN_DECLS

/* Everyday trouble, beside the faults on order: what people who were invited do by their fate, see fates.h. A line of the table in calendar.c. */
extern const OvsPracticeSource ovs_practice_trouble_source;

G_END_DECLS
