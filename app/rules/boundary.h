/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/*
 * The days and terms of the rules, with where each comes from. Days stand here as numbers, so that they can be used as
 * constants; a unit test compares each with the day in its name. rules/term.h has them as a table with their sources, for
 * screens and for who wants to know in what offices may differ.
 */

/** The help-desk articles were read on 21-11-2026; a rule that is shown names this day. */
#define OVS_RULES_READ_ON ((OvsDay) 739941)

/** 1-1-2025 and 31-12-2025: who left on or between these days keeps Werknemerloket for a while (29682336461202). */
#define OVS_LEAVERS_2025_FIRST ((OvsDay) 739252)
#define OVS_LEAVERS_2025_LAST ((OvsDay) 739616)

/** 1-10-2026: the first day on which who left in 2025 has no access any more (29682336461202). */
#define OVS_LEAVERS_2025_ACCESS_ENDS ((OvsDay) 739890)

/** 1-1-1900: a birth date that a payroll clerk enters when he knows none; our own observation. */
#define OVS_BIRTH_DATE_UNKNOWN ((OvsDay) 693596)

/** An end date on the day of the conversion or this many days after it is looked at first; our own advice. */
#define OVS_DAYS_AROUND_WAVE 3

/** Wages paid this many days before or after the conversion are told; our own advice. */
#define OVS_DAYS_AROUND_PAYDAY 3

/** Clients are informed at least this many days before the conversion, "preferably" (29682336461202). */
#define OVS_NOTICE_DAYS 14

/** Younger or older than this (in whole years) is looked at first; our own advice. */
#define OVS_AGE_YOUNGEST 13
#define OVS_AGE_OLDEST 100

/** Of every hundred employees who are invited this many ask for help, "40 to 100 for 2,000 people" (29682336461202). */
#define OVS_QUESTIONS_PERCENT_LOW 2
#define OVS_QUESTIONS_PERCENT_HIGH 5

/** The number of the product that an employer loses when everybody is over (29682336461202). */
#define OVS_PRODUCT_WERKNEMERLOKET 500

G_END_DECLS
