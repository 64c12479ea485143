/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/scroll-guard.h"

#include <math.h>

/* Where one adjustment should stand: a list rounds and measures, and that must not add up over many clicks. */
typedef struct
{
  double delta; /* clicks that came since the last frame */
  double aim;   /* NAN while nobody turned the wheel */
} Way;

typedef struct
{
  GtkScrolledWindow *scrolled; /* unowned: owns the controller that owns this */
  Way across;
  Way down;
  guint tick;
} Guard;

static void
guard_free (gpointer data, GClosure *closure)
{
  Guard *guard = data;

  if (guard->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (guard->scrolled), guard->tick);
  g_free (guard);
}

/* A list stands at a whole pixel and cuts off the rest, also that of 439.99… which should have been 440. */
#define NUDGE 0.01

/* Farther than this from where the wheel left it, something else has moved the list. */
#define SLACK 3

/* A click of the wheel moves as far as GtkScrolledWindow moves by it, in whole pixels: with the rest cut off, a step down would be
 * shorter than a step up. */
static void
move (GtkAdjustment *adjustment, Way *way)
{
  double step = round (pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  if (!(fabs (value - way->aim) <= SLACK))
    way->aim = way->delta != 0 ? round (value) : NAN;
  way->aim = CLAMP (way->aim + way->delta * step, gtk_adjustment_get_lower (adjustment), MAX (last, gtk_adjustment_get_lower (adjustment)));
  way->delta = 0;
  if (!isnan (way->aim) && floor (value) != way->aim)
    gtk_adjustment_set_value (adjustment, way->aim + NUDGE);
}

/* The frame after the last click sees to it that the list stands where it should. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Guard *guard = user_data;
  gboolean turned = guard->across.delta != 0 || guard->down.delta != 0;

  move (gtk_scrolled_window_get_hadjustment (guard->scrolled), &guard->across);
  move (gtk_scrolled_window_get_vadjustment (guard->scrolled), &guard->down);
  if (turned)
    return G_SOURCE_CONTINUE;
  guard->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  Guard *guard = user_data;
  GdkModifierType held = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL ||
      (held & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((held & GDK_SHIFT_MASK) != 0)
    {
      guard->across.delta += dy;
      guard->down.delta += dx;
    }
  else
    {
      guard->across.delta += dx;
      guard->down.delta += dy;
    }
  if (guard->tick == 0)
    guard->tick = gtk_widget_add_tick_callback (GTK_WIDGET (guard->scrolled), on_frame, guard, NULL);
  return GDK_EVENT_STOP;
}

void
ovs_scroll_guard_add (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  Guard *guard = g_new0 (Guard, 1);

  guard->scrolled = scrolled;
  guard->across.aim = NAN;
  guard->down.aim = NAN;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "scroll", G_CALLBACK (on_scroll), guard, guard_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}
