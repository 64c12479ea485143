/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/curve.h"

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/accessible.h"

/* Beside what its texts need. */
#define HEIGHT 190
#define NATURAL_HEIGHT 290
#define GAP 6
#define DOT 3.5
#define LAST_DOT 5.5
#define SWATCH 16
/* About so many lines across. */
#define LINES 4
#define WEEK 7

typedef struct
{
  OvsDay day;
  guint64 number;
  guint64 ceiling;
  char *spoken;
} Point;

struct _OvsCurve
{
  GtkWidget parent_instance;

  GPtrArray *points; /* (owned) (element-type Point) */
  OvsDay first;
  OvsDay last;
  double band_low;
  double band_high;
  char *band_text;    /* (owned) (nullable) */
  char *ceiling_text; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsCurve, ovs_curve, GTK_TYPE_WIDGET)

static void
point_free (gpointer data)
{
  Point *point = data;

  g_free (point->spoken);
  g_free (point);
}

/* --- where things are --- */

typedef struct
{
  OvsCurve *self;
  cairo_t *cr;
  double left;
  double right;
  double top;
  double floor;
  guint64 step; /* between two lines across */
  double unit;  /* dots for one */
  GdkRGBA ink;
  GdkRGBA accent;
} Plot;

static const Point *
point_at (OvsCurve *self, guint i)
{
  return g_ptr_array_index (self->points, i);
}

static const Point *
last_point (OvsCurve *self)
{
  return self->points->len > 0 ? point_at (self, self->points->len - 1) : NULL;
}

static OvsDay
end_of (OvsCurve *self)
{
  const Point *last = last_point (self);

  return MAX (MAX (self->last, last != NULL ? last->day : self->first), self->first + 1);
}

static double
x_of (const Plot *plot, OvsDay day)
{
  OvsCurve *self = plot->self;

  return plot->left + (plot->right - plot->left) * (double) (day - self->first) / (double) (end_of (self) - self->first);
}

static double
y_of (const Plot *plot, double number)
{
  return plot->floor - number * plot->unit;
}

static guint64
find_highest (OvsCurve *self)
{
  guint64 highest = 1;

  for (guint i = 0; i < self->points->len; i++)
    highest = MAX (highest, MAX (point_at (self, i)->ceiling, point_at (self, i)->number));
  return highest;
}

/* A round number, so that about LINES of them fill the height. */
static guint64
find_step (guint64 highest)
{
  const guint64 parts[] = { 1, 2, 5, 10 };
  guint64 power = 1;

  while (power * 10 * LINES <= highest)
    power *= 10;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] * power * LINES >= highest)
      return parts[i] * power;
  return 10 * power;
}

/* --- texts --- */

static PangoLayout *
make_text (OvsCurve *self, const char *text, gboolean strong, int *width, int *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

/* @align and @above: which part of the text lies before and over the place. It stays within the widget. */
static void
put_text (const Plot *plot, const char *text, gboolean strong, double x, double y, double align, double above)
{
  int width, height;
  g_autoptr (PangoLayout) layout = make_text (plot->self, text, strong, &width, &height);
  double most = gtk_widget_get_width (GTK_WIDGET (plot->self)) - width;

  gdk_cairo_set_source_rgba (plot->cr, &plot->ink);
  cairo_move_to (plot->cr, CLAMP (x - align * width, 0, MAX (most, 0)), y - above * height);
  pango_cairo_show_layout (plot->cr, layout);
}

static int
text_height (OvsCurve *self)
{
  int width, height;

  g_object_unref (make_text (self, "0", FALSE, &width, &height));
  return height;
}

static int
text_width (OvsCurve *self, const char *text, gboolean strong)
{
  int width, height;

  g_object_unref (make_text (self, text, strong, &width, &height));
  return width;
}

static char *
say_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

static char *
say_day (OvsCurve *self, OvsDay day)
{
  int year, month, day_of_month;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  if (end_of (self) - self->first > 3 * WEEK)
    return g_strdup_printf ("%d-%d", day_of_month, month);

  g_autoptr (GDateTime) moment = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);

  /* Translators: a day below a chart, see g_date_time_format(): Tue 8. */
  return g_date_time_format (moment, _ ("%a %-e"));
}

/* --- drawing --- */

static void
set_ink (const Plot *plot, double alpha)
{
  GdkRGBA ink = plot->ink;

  ink.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (plot->cr, &ink);
}

static void
line_across (const Plot *plot, double y)
{
  cairo_move_to (plot->cr, plot->left, floor (y) + .5);
  cairo_line_to (plot->cr, plot->right, floor (y) + .5);
  cairo_stroke (plot->cr);
}

static void
draw_scale (const Plot *plot)
{
  guint64 highest = find_highest (plot->self);

  cairo_set_line_width (plot->cr, 1);
  for (guint64 at = 0; at <= highest; at += plot->step)
    {
      g_autofree char *number = say_number (at);

      set_ink (plot, at == 0 ? .6 : .14);
      line_across (plot, y_of (plot, (double) at));
      put_text (plot, number, FALSE, plot->left - GAP, y_of (plot, (double) at), 1, .5);
    }
}

/* As many days as have room, and whole weeks where not each has. */
static void
draw_days (const Plot *plot)
{
  OvsCurve *self = plot->self;
  const OvsDay steps[] = { 1, 2, WEEK, 2 * WEEK, 4 * WEEK, 13 * WEEK, 52 * WEEK };
  g_autofree char *widest = say_day (self, self->first);
  double room = text_width (self, widest, FALSE) + 3 * GAP;
  double per_day = (plot->right - plot->left) / (double) (end_of (self) - self->first);
  gsize chosen = 0;

  while (chosen + 1 < G_N_ELEMENTS (steps) && steps[chosen] * per_day < room)
    chosen++;
  for (OvsDay day = self->first; day <= end_of (self); day += steps[chosen])
    {
      g_autofree char *text = say_day (self, day);

      put_text (plot, text, FALSE, x_of (plot, day), plot->floor + GAP, .5, 0);
    }
}

static void
draw_band (const Plot *plot)
{
  const Point *last = last_point (plot->self);
  double low, high;

  if (last == NULL || last->ceiling == 0 || plot->self->band_text == NULL)
    return;
  high = y_of (plot, plot->self->band_high * (double) last->ceiling);
  low = y_of (plot, plot->self->band_low * (double) last->ceiling);
  set_ink (plot, .13);
  cairo_rectangle (plot->cr, plot->left, high, plot->right - plot->left, MAX (low - high, 2));
  cairo_fill (plot->cr);
}

/* What the band is stands at the top, beside what stands at the ceiling, so that no line runs through it. The sentence under the chart says it where there
 * is no room. */
static void
draw_legend (const Plot *plot)
{
  OvsCurve *self = plot->self;
  double room = plot->right - plot->left - SWATCH - 3 * GAP;
  int height = text_height (self);

  if (self->band_text == NULL || last_point (self) == NULL)
    return;
  room -= text_width (self, self->band_text, FALSE);
  room -= self->ceiling_text != NULL ? text_width (self, self->ceiling_text, FALSE) : 0;
  if (room < 0)
    return;
  set_ink (plot, .13);
  cairo_rectangle (plot->cr, plot->left, plot->top - 3 - height / 2.0 - SWATCH / 4.0, SWATCH, SWATCH / 2.0);
  cairo_fill (plot->cr);
  put_text (plot, self->band_text, FALSE, plot->left + SWATCH + GAP, plot->top - 3, 0, 1);
}

/* What cannot be passed goes up in steps, as the rounds go. */
static void
draw_ceiling (const Plot *plot)
{
  const double dashes[] = { 6, 4 };
  OvsCurve *self = plot->self;
  const Point *last = last_point (self);

  if (last == NULL || last->ceiling == 0)
    return;
  set_ink (plot, .85);
  cairo_set_dash (plot->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (plot->cr, 1.5);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = point_at (self, i);
      OvsDay until = i + 1 < self->points->len ? point_at (self, i + 1)->day : end_of (self);

      if (i == 0)
        cairo_move_to (plot->cr, x_of (plot, point->day), y_of (plot, (double) point->ceiling));
      else
        cairo_line_to (plot->cr, x_of (plot, point->day), y_of (plot, (double) point->ceiling));
      cairo_line_to (plot->cr, x_of (plot, until), y_of (plot, (double) point->ceiling));
    }
  cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  if (self->ceiling_text != NULL)
    put_text (plot, self->ceiling_text, FALSE, plot->right, y_of (plot, (double) last->ceiling) - 3, 1, 1);
}

static void
trace (const Plot *plot)
{
  OvsCurve *self = plot->self;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = point_at (self, i);

      if (i == 0)
        cairo_move_to (plot->cr, x_of (plot, point->day), y_of (plot, (double) point->number));
      else
        cairo_line_to (plot->cr, x_of (plot, point->day), y_of (plot, (double) point->number));
    }
}

static void
draw_line (const Plot *plot)
{
  OvsCurve *self = plot->self;
  GdkRGBA below = plot->accent;
  const Point *last = last_point (self);

  if (last == NULL)
    return;
  below.alpha *= .16f;
  gdk_cairo_set_source_rgba (plot->cr, &below);
  trace (plot);
  cairo_line_to (plot->cr, x_of (plot, last->day), plot->floor);
  cairo_line_to (plot->cr, x_of (plot, point_at (self, 0)->day), plot->floor);
  cairo_close_path (plot->cr);
  cairo_fill (plot->cr);
  gdk_cairo_set_source_rgba (plot->cr, &plot->accent);
  cairo_set_line_width (plot->cr, 2.5);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  trace (plot);
  cairo_stroke (plot->cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = point_at (self, i);

      cairo_arc (plot->cr, x_of (plot, point->day), y_of (plot, (double) point->number), point == last ? LAST_DOT : DOT, 0, 2 * G_PI);
      cairo_fill (plot->cr);
    }
}

/* The latest number stands at its dot: beside it, and below the line where there is no room. */
static void
draw_latest (const Plot *plot)
{
  const Point *last = last_point (plot->self);
  g_autofree char *number = last != NULL ? say_number (last->number) : NULL;
  double x, y;

  if (last == NULL)
    return;
  x = x_of (plot, last->day);
  y = y_of (plot, (double) last->number);
  if (x + LAST_DOT + GAP + text_width (plot->self, number, TRUE) <= gtk_widget_get_width (GTK_WIDGET (plot->self)))
    put_text (plot, number, TRUE, x + LAST_DOT + GAP, y + LAST_DOT, 0, .5);
  else
    put_text (plot, number, TRUE, x - LAST_DOT, y + LAST_DOT + GAP, 1, 0);
}

static void
find_colours (Plot *plot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (plot->self));

  gtk_style_context_get_color (style, &plot->ink);
  /* Of the two the one that stands out as a thin line. */
  if (!gtk_style_context_lookup_color (style, "accent_color", &plot->accent))
    plot->accent = plot->ink;
}

static void
ovs_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OvsCurve *self = OVS_CURVE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  guint64 highest = find_highest (self);
  int text = text_height (self);
  g_autofree char *widest = say_number (highest);
  Plot plot = { .self = self, .step = find_step (highest) };

  plot.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  plot.left = text_width (self, widest, FALSE) + GAP;
  plot.right = width - 2 * GAP;
  plot.top = text + GAP;
  plot.floor = height - text - GAP;
  plot.unit = (plot.floor - plot.top) / (double) highest;
  find_colours (&plot);
  draw_scale (&plot);
  draw_days (&plot);
  draw_band (&plot);
  draw_legend (&plot);
  draw_line (&plot);
  draw_ceiling (&plot);
  draw_latest (&plot);
  cairo_destroy (plot.cr);
}

/* --- the widget --- */

static void
ovs_curve_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  int texts = 2 * (text_height (OVS_CURVE (widget)) + GAP);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + texts : 240;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? NATURAL_HEIGHT + texts : 600;
}

static void
ovs_curve_finalize (GObject *object)
{
  OvsCurve *self = OVS_CURVE (object);

  g_ptr_array_unref (self->points);
  g_free (self->band_text);
  g_free (self->ceiling_text);
  G_OBJECT_CLASS (ovs_curve_parent_class)->finalize (object);
}

static void
ovs_curve_class_init (OvsCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_curve_finalize;
  widget_class->snapshot = ovs_curve_snapshot;
  widget_class->measure = ovs_curve_measure;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ovs_curve_init (OvsCurve *self)
{
  self->points = g_ptr_array_new_with_free_func (point_free);
}

GtkWidget *
ovs_curve_new (const char *label)
{
  GtkWidget *self = g_object_new (OVS_TYPE_CURVE, NULL);

  ovs_accessible_set_label (self, label);
  return self;
}

static void
tell (OvsCurve *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->points->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", point_at (self, i)->spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ovs_curve_clear (OvsCurve *self, OvsDay first, OvsDay last)
{
  g_ptr_array_set_size (self->points, 0);
  self->first = first;
  self->last = last;
  tell (self);
}

void
ovs_curve_add (OvsCurve *self, OvsDay day, guint64 number, guint64 ceiling, const char *spoken)
{
  Point *point = g_new0 (Point, 1);

  point->day = day;
  point->number = number;
  point->ceiling = ceiling;
  point->spoken = g_strdup (spoken);
  g_ptr_array_add (self->points, point);
  tell (self);
}

void
ovs_curve_set_ceiling_text (OvsCurve *self, const char *text)
{
  g_free (self->ceiling_text);
  self->ceiling_text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ovs_curve_set_band (OvsCurve *self, double low, double high, const char *text)
{
  self->band_low = low;
  self->band_high = high;
  g_free (self->band_text);
  self->band_text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
