/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/end-state.h"
#include "rules/told.h"

G_BEGIN_DECLS

/** What keeps a client from being closed. */
typedef enum
{
  OVS_OBSTACLE_NOBODY_KNOWN,    /* none of its employees are known here */
  OVS_OBSTACLE_NOT_INVITED,     /* these four: people without an end state, see end-state.h */
  OVS_OBSTACLE_WAITING,
  OVS_OBSTACLE_FALLOUT,
  OVS_OBSTACLE_UNKNOWN,
  OVS_OBSTACLE_UNKNOWN_FALLOUT, /* lines of Loket's uitvallijst whose person is not known here */
  OVS_OBSTACLE_QUESTIONS,       /* questions that are not solved */
  OVS_OBSTACLE_PRODUCT,         /* Product 500 is still there */
  OVS_OBSTACLE_PRODUCT_UNKNOWN, /* nobody has seen whether it is gone */
  OVS_N_OBSTACLES
} OvsObstacle;

typedef guint OvsObstacles; /* a set of OVS_OBSTACLE_BIT() */
#define OVS_OBSTACLE_BIT(obstacle) (1U << (obstacle))

/** Those that somebody may overrule with a reason: none of them is about a person of whom something has still to become. */
#define OVS_OBSTACLES_TO_OVERRULE                                                                                                              \
  (OVS_OBSTACLE_BIT (OVS_OBSTACLE_NOBODY_KNOWN) | OVS_OBSTACLE_BIT (OVS_OBSTACLE_UNKNOWN_FALLOUT) | OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT) \
   | OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT_UNKNOWN))

/**
 * OvsClosingFacts:
 * @ends: how many employees are in which state
 * @unknown_fallout: lines of Loket's uitvallijst whose person is not known here
 * @questions: questions that are not solved
 * @product_500: whether Product 500 was there when somebody last looked
 */
typedef struct
{
  gint64 ends[OVS_N_END_STATES];
  gint64 unknown_fallout;
  gint64 questions;
  OvsTold product_500;
} OvsClosingFacts;

/** What keeps the client open; 0: it can be closed. Pure. */
OvsObstacles ovs_closing_judge   (const OvsClosingFacts *facts);

/** What of these opens a client again that is closed. @overruled: it was closed with a reason. */
OvsObstacles ovs_closing_reopens (OvsObstacles obstacles, gboolean overruled);

/** How many employees of the client are known. */
gint64       ovs_closing_people  (const OvsClosingFacts *facts);

/** How many people, lines or questions an obstacle is about; 0 where it is not about a number. */
gint64       ovs_closing_number  (const OvsClosingFacts *facts, OvsObstacle obstacle);

/** `waiting`, `product-500` …: for scripts and as stored. Returns: (transfer none). */
const char  *ovs_obstacle_code   (OvsObstacle obstacle);

/** The first obstacle of a set, by what has to be done first; %OVS_N_OBSTACLES for none. */
OvsObstacle  ovs_obstacle_first  (OvsObstacles obstacles);

/** Says an obstacle in a few words, with its number: "3 are still waiting". Returns: (transfer full). */
char        *ovs_obstacle_say    (OvsObstacle obstacle, gint64 number);

/** Says a whole set with their numbers, "3 are still waiting · Product 500 is still on". Returns: (transfer full): "" for none. */
char        *ovs_closing_say     (const OvsClosingFacts *facts, OvsObstacles obstacles);

G_END_DECLS
