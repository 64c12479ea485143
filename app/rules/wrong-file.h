/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** By what a file looks like the wrong one, or like an old one. */
typedef enum
{
  OVS_BRAKE_UNKNOWN_EMPLOYERS, /* most of its clients are not in the dossier */
  OVS_BRAKE_OLDER_FILE,        /* a newer one of these clients was read in before */
  OVS_BRAKE_PEOPLE_GONE,       /* many people of its clients are not in it */
  OVS_BRAKE_ADDRESSES_CHANGED, /* many people get another address */
  OVS_BRAKE_BUSINESS_DOMAIN,   /* most private addresses are no private ones */
  OVS_BRAKE_OLD_OVERVIEW,      /* products have changed since */
  OVS_BRAKE_EMPLOYER_NAMES,    /* one number, two clients */
  OVS_BRAKE_OTHER_WAVE,        /* an uitvallijst of clients of whom nothing was asked */
} OvsBrake;

#define OVS_N_BRAKES (OVS_BRAKE_OTHER_WAVE + 1)

/**
 * OvsBrakeRule:
 * @code: what `--despite` and `--json` use; never renamed
 * @percent: it holds when more than this share is touched; 0 where it is no matter of shares
 * @floor: so many clients (or people) must have been counted, so that a small file never stops
 * @months: it holds for what is older than this; 0 where it is no matter of age
 * @cases: of the list of what goes wrong with imports (7.1)
 *
 * The limits are our own advice; no article names any.
 */
typedef struct
{
  const char *code;
  guint percent;
  guint floor;
  int months;
  const char *cases;
} OvsBrakeRule;

/** The limits of a @brake. Returns: (transfer none). */
const OvsBrakeRule *ovs_brake_get      (OvsBrake brake);

/** The brake of a @code (nullable). FALSE when there is none. */
gboolean            ovs_brake_lookup   (const char *code, OvsBrake *brake);

/** Whether @part of @whole is more than a @brake allows, and @whole is large enough to say so. */
gboolean            ovs_brake_exceeds  (OvsBrake brake, guint64 part, guint64 whole);

/** Whether what is of @day is older on the day @today than a @brake allows. An unknown day is not old. */
gboolean            ovs_brake_too_old  (OvsBrake brake, OvsDay day, OvsDay today);

/**
 * Whether two names (nullable) are those of wholly different clients: they have no word in common, apart from legal forms and words of
 * one or two letters. Without one of them nothing is known.
 */
gboolean            ovs_brake_is_other_name (const char *a, const char *b);

G_END_DECLS
