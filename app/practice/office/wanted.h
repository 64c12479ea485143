/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* The office that an empty practice Loket is filled with. The same five always make the same one, whatever the date. */
typedef struct
{
  int employers;
  int employees;
  guint32 seed;
  OvsDay start;       /* the practice Loket's first day, to which ages and employments fit. OVS_NO_DAY: its clock runs with the machine's,
                         and the office is that of OVS_PRACTICE_OFFICE_DAY */
  gboolean odd_names; /* a few people have names that are hard on programs */
} OvsPracticeWanted;

/* The day around which an office is made that was given no first day. */
#define OVS_PRACTICE_OFFICE_DAY (ovs_day_from_ymd (2026, 12, 1))

/* The first days that can be asked for: the leavers of 2025 have left, and some of 2026 too. */
#define OVS_PRACTICE_FIRST_START (ovs_day_from_ymd (2026, 3, 1))
#define OVS_PRACTICE_LAST_START (ovs_day_from_ymd (2099, 12, 31))

G_END_DECLS
