/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

#define FOLLOW_TOLERANCE (2 * G_USEC_PER_SEC)

struct _OvsClock
{
  GObject parent_instance;

  GMutex lock;
  gint64 offset; /* (locked) microseconds added to the machine's clock */
  gint64 held;   /* (locked) what it shows while it stands still, 0 while it runs */
};

G_DEFINE_FINAL_TYPE (OvsClock, ovs_clock, G_TYPE_OBJECT)

static void
ovs_clock_finalize (GObject *object)
{
  g_mutex_clear (&OVS_CLOCK (object)->lock);
  G_OBJECT_CLASS (ovs_clock_parent_class)->finalize (object);
}

static void
ovs_clock_class_init (OvsClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_clock_finalize;
}

static void
ovs_clock_init (OvsClock *self)
{
  g_mutex_init (&self->lock);
}

static GTimeZone *
amsterdam (void)
{
  static gsize once = 0;
  static GTimeZone *zone = NULL;

  if (g_once_init_enter (&once))
    {
      zone = g_time_zone_new_identifier ("Europe/Amsterdam");
      if (zone == NULL)
        /* Without zone data: the rule of Directive 2000/84/EC, in POSIX form. */
        zone = g_time_zone_new_identifier ("CET-1CEST,M3.5.0,M10.5.0/3");
      if (zone == NULL)
        zone = g_time_zone_new_utc ();
      g_once_init_leave (&once, 1);
    }
  return zone;
}

static GDateTime *
local_time (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return g_date_time_to_timezone (utc, amsterdam ());
}

OvsClock *
ovs_clock_new (void)
{
  return g_object_new (OVS_TYPE_CLOCK, NULL);
}

gint64
ovs_clock_now (OvsClock *self)
{
  gint64 now;

  g_return_val_if_fail (OVS_IS_CLOCK (self), 0);

  g_mutex_lock (&self->lock);
  now = self->held != 0 ? self->held : g_get_real_time () + self->offset;
  g_mutex_unlock (&self->lock);
  return now;
}

OvsDay
ovs_clock_today (OvsClock *self)
{
  return ovs_clock_day_of (ovs_clock_now (self));
}

void
ovs_clock_set_now (OvsClock *self, gint64 instant)
{
  g_return_if_fail (OVS_IS_CLOCK (self));

  g_mutex_lock (&self->lock);
  self->offset = instant - g_get_real_time ();
  g_mutex_unlock (&self->lock);
}

void
ovs_clock_hold (OvsClock *self, gint64 instant)
{
  g_return_if_fail (OVS_IS_CLOCK (self));

  g_mutex_lock (&self->lock);
  self->held = instant;
  g_mutex_unlock (&self->lock);
}

gboolean
ovs_clock_follow (OvsClock *self, gint64 instant)
{
  if (ABS (instant - ovs_clock_now (self)) <= FOLLOW_TOLERANCE)
    return FALSE;
  ovs_clock_set_now (self, instant);
  return TRUE;
}

gint64
ovs_clock_get_offset (OvsClock *self)
{
  gint64 offset;

  g_return_val_if_fail (OVS_IS_CLOCK (self), 0);

  g_mutex_lock (&self->lock);
  offset = self->offset;
  g_mutex_unlock (&self->lock);
  return offset;
}

OvsDay
ovs_clock_day_of (gint64 instant)
{
  g_autoptr (GDateTime) local = local_time (instant);
  int year, month, day;

  g_date_time_get_ymd (local, &year, &month, &day);
  return ovs_day_from_ymd (year, month, day);
}

gint64
ovs_clock_start_of (OvsDay day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) midnight = NULL;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  midnight = g_date_time_new (amsterdam (), year, month, day_of_month, 0, 0, 0);
  return g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
}

char *
ovs_clock_to_iso (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
ovs_clock_parse_iso (const char *text, gint64 *instant)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  *instant = 0;
  if (time == NULL)
    return FALSE;
  *instant = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
  return TRUE;
}

char *
ovs_clock_to_dutch (gint64 instant)
{
  g_autoptr (GDateTime) local = local_time (instant);

  return g_date_time_format (local, "%-d-%-m-%Y %H:%M");
}

char *
ovs_clock_to_file (gint64 instant)
{
  g_autoptr (GDateTime) local = local_time (instant);

  return g_date_time_format (local, "%d-%m-%Y %H:%M:%S");
}
