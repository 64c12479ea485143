/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips as their user meets them, on a display of their own. */

#include <adwaita.h>

#include "widgets/filter-chips.h"

typedef struct
{
  GtkWidget *window;
  OvsFilterChips *chips;
  char *chosen; /* as the latest signal had it */
  guint n_chosen;
} Fixture;

static void
on_chosen (OvsFilterChips *chips, const char *id, Fixture *fixture)
{
  g_free (fixture->chosen);
  fixture->chosen = g_strdup (id);
  fixture->n_chosen++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->chips = OVS_FILTER_CHIPS (ovs_filter_chips_new ("Clients"));
  ovs_filter_chips_add (fixture->chips, "all", "All", FALSE);
  ovs_filter_chips_add (fixture->chips, "chosen", "Chosen", FALSE);
  ovs_filter_chips_add (fixture->chips, "off", "MijnLoket is off", TRUE);
  ovs_filter_chips_add (fixture->chips, "without", "Without product 500", FALSE);
  g_signal_connect (fixture->chips, "chosen", G_CALLBACK (on_chosen), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chips));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->chosen);
}

static void
allocate (Fixture *fixture, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->chips), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (fixture->chips), width, height, -1, NULL);
}

static void
measure (Fixture *fixture, int *minimum, int *natural)
{
  gtk_widget_measure (GTK_WIDGET (fixture->chips), GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static void
test_choosing (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpstr (ovs_filter_chips_get_chosen (fixture->chips), ==, "all");
  ovs_filter_chips_choose (fixture->chips, "off");
  g_assert_cmpstr (fixture->chosen, ==, "off");
  g_assert_cmpstr (ovs_filter_chips_get_chosen (fixture->chips), ==, "off");
  ovs_filter_chips_choose (fixture->chips, "off");
  ovs_filter_chips_choose (fixture->chips, "no such chip");
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
}

/* The last ones fold, one after another; the first one never does. */
static void
test_folding (Fixture *fixture, gconstpointer unused)
{
  int minimum, natural;
  guint before = 0;

  measure (fixture, &minimum, &natural);
  g_assert_cmpint (minimum, <, natural);
  allocate (fixture, natural);
  g_assert_cmpuint (ovs_filter_chips_get_folded (fixture->chips), ==, 0);
  for (int width = natural - 1; width >= minimum; width -= 10)
    {
      guint folded;

      allocate (fixture, width);
      folded = ovs_filter_chips_get_folded (fixture->chips);
      g_assert_cmpuint (folded, >, 0);
      g_assert_cmpuint (folded, >=, before);
      before = folded;
    }
  allocate (fixture, minimum);
  g_assert_cmpuint (ovs_filter_chips_get_folded (fixture->chips), ==, 3);
  allocate (fixture, natural);
  g_assert_cmpuint (ovs_filter_chips_get_folded (fixture->chips), ==, 0);
}

/* Counts are part of the chips, so they need room. */
static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  int minimum, before, after;

  measure (fixture, &minimum, &before);
  ovs_filter_chips_set_count (fixture->chips, "chosen", 1234);
  measure (fixture, &minimum, &after);
  g_assert_cmpint (after, >, before);
}

/* From the menu as with a chip. */
static void
test_menu (Fixture *fixture, gconstpointer unused)
{
  int minimum, natural;

  measure (fixture, &minimum, &natural);
  allocate (fixture, minimum);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chips), "chips.choose", "s", "without"));
  g_assert_cmpstr (fixture->chosen, ==, "without");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add ("/filter-chips/choosing", Fixture, NULL, set_up, test_choosing, tear_down);
  g_test_add ("/filter-chips/folding", Fixture, NULL, set_up, test_folding, tear_down);
  g_test_add ("/filter-chips/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/filter-chips/menu", Fixture, NULL, set_up, test_menu, tear_down);
  return g_test_run ();
}
