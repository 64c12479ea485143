/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/closing.h"

#include <glib/gi18n.h>

static const char *const codes[OVS_N_OBSTACLES] = {
  [OVS_OBSTACLE_NOBODY_KNOWN] = "nobody-known", [OVS_OBSTACLE_NOT_INVITED] = "not-invited",
  [OVS_OBSTACLE_WAITING] = "waiting",           [OVS_OBSTACLE_FALLOUT] = "fallout",
  [OVS_OBSTACLE_UNKNOWN] = "unknown",           [OVS_OBSTACLE_UNKNOWN_FALLOUT] = "unknown-fallout",
  [OVS_OBSTACLE_QUESTIONS] = "questions",       [OVS_OBSTACLE_PRODUCT] = "product-500",
  [OVS_OBSTACLE_PRODUCT_UNKNOWN] = "product-500-unknown",
};

/* Where more than one holds, this is worked off first. */
static const OvsObstacle first[] = {
  OVS_OBSTACLE_FALLOUT,       OVS_OBSTACLE_UNKNOWN,      OVS_OBSTACLE_UNKNOWN_FALLOUT, OVS_OBSTACLE_NOT_INVITED, OVS_OBSTACLE_WAITING,
  OVS_OBSTACLE_NOBODY_KNOWN, OVS_OBSTACLE_QUESTIONS,    OVS_OBSTACLE_PRODUCT,         OVS_OBSTACLE_PRODUCT_UNKNOWN,
};

gint64
ovs_closing_people (const OvsClosingFacts *facts)
{
  gint64 people = 0;

  for (int state = 0; state < OVS_N_END_STATES; state++)
    people += facts->ends[state];
  return people;
}

gint64
ovs_closing_number (const OvsClosingFacts *facts, OvsObstacle obstacle)
{
  switch (obstacle)
    {
    case OVS_OBSTACLE_NOT_INVITED:
      return facts->ends[OVS_END_NOT_INVITED];
    case OVS_OBSTACLE_WAITING:
      return facts->ends[OVS_END_WAITING];
    case OVS_OBSTACLE_FALLOUT:
      return facts->ends[OVS_END_FALLOUT];
    case OVS_OBSTACLE_UNKNOWN:
      return facts->ends[OVS_END_UNKNOWN];
    case OVS_OBSTACLE_UNKNOWN_FALLOUT:
      return facts->unknown_fallout;
    case OVS_OBSTACLE_QUESTIONS:
      return facts->questions;
    case OVS_OBSTACLE_NOBODY_KNOWN:
    case OVS_OBSTACLE_PRODUCT:
    case OVS_OBSTACLE_PRODUCT_UNKNOWN:
    case OVS_N_OBSTACLES:
    default:
      return 0;
    }
}

OvsObstacles
ovs_closing_judge (const OvsClosingFacts *facts)
{
  OvsObstacles obstacles = 0;

  for (int obstacle = 0; obstacle < OVS_N_OBSTACLES; obstacle++)
    if (ovs_closing_number (facts, (OvsObstacle) obstacle) > 0)
      obstacles |= OVS_OBSTACLE_BIT (obstacle);
  if (ovs_closing_people (facts) == 0)
    obstacles |= OVS_OBSTACLE_BIT (OVS_OBSTACLE_NOBODY_KNOWN);
  if (facts->product_500 == OVS_TOLD_YES)
    obstacles |= OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT);
  else if (facts->product_500 == OVS_TOLD_UNKNOWN)
    obstacles |= OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT_UNKNOWN);
  return obstacles;
}

OvsObstacles
ovs_closing_reopens (OvsObstacles obstacles, gboolean overruled)
{
  /* That something is no longer known is nothing new. */
  OvsObstacles passing = OVS_OBSTACLE_BIT (OVS_OBSTACLE_NOBODY_KNOWN) | OVS_OBSTACLE_BIT (OVS_OBSTACLE_PRODUCT_UNKNOWN);

  return obstacles & ~(overruled ? OVS_OBSTACLES_TO_OVERRULE : passing);
}

const char *
ovs_obstacle_code (OvsObstacle obstacle)
{
  return codes[obstacle];
}

OvsObstacle
ovs_obstacle_first (OvsObstacles obstacles)
{
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    if (obstacles & OVS_OBSTACLE_BIT (first[i]))
      return first[i];
  return OVS_N_OBSTACLES;
}

char *
ovs_obstacle_say (OvsObstacle obstacle, gint64 number)
{
  gulong n = (gulong) number;

  switch (obstacle)
    {
    case OVS_OBSTACLE_NOT_INVITED:
      return g_strdup_printf (ngettext ("%'lu is not invited yet", "%'lu are not invited yet", n), n);
    case OVS_OBSTACLE_WAITING:
      return g_strdup_printf (ngettext ("%'lu is waiting", "%'lu are waiting", n), n);
    case OVS_OBSTACLE_FALLOUT:
      return g_strdup_printf (ngettext ("%'lu is on the fallout list", "%'lu are on the fallout list", n), n);
    case OVS_OBSTACLE_UNKNOWN:
      return g_strdup_printf (ngettext ("%'lu is unknown", "%'lu are unknown", n), n);
    case OVS_OBSTACLE_UNKNOWN_FALLOUT:
      return g_strdup_printf (ngettext ("%'lu line of Loket’s uitvallijst is about nobody here", "%'lu lines of Loket’s uitvallijst are about nobody here", n), n);
    case OVS_OBSTACLE_QUESTIONS:
      return g_strdup_printf (ngettext ("%'lu question is open", "%'lu questions are open", n), n);
    case OVS_OBSTACLE_NOBODY_KNOWN:
      return g_strdup (_ ("no employees are known"));
    case OVS_OBSTACLE_PRODUCT:
      return g_strdup (_ ("Product 500 is still on"));
    case OVS_OBSTACLE_PRODUCT_UNKNOWN:
      return g_strdup (_ ("whether Product 500 is gone is not known"));
    case OVS_N_OBSTACLES:
    default:
      return g_strdup ("");
    }
}

char *
ovs_closing_say (const OvsClosingFacts *facts, OvsObstacles obstacles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    if (obstacles & OVS_OBSTACLE_BIT (first[i]))
      {
        g_autofree char *words = ovs_obstacle_say (first[i], ovs_closing_number (facts, first[i]));

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
