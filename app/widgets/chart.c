/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/chart.h"

#include "widgets/accessible.h"

/* Beside what its texts need. */
#define HEIGHT 112
#define GAP 4
#define WIDEST_BAR 18
#define HATCH 5

typedef struct
{
  char *label;
  char *spoken;
  guint64 lower;
  guint64 upper;
  guint64 mark; /* 0 for none */
} Bar;

struct _OvsChart
{
  GtkWidget parent_instance;

  GPtrArray *bars; /* (owned) (element-type Bar) */
  guint64 limit;
  char *limit_text; /* (owned) (nullable) */
  char *name;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsChart, ovs_chart, GTK_TYPE_WIDGET)

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->label);
  g_free (bar->spoken);
  g_free (bar);
}

/* --- drawing --- */

static guint64
find_top (OvsChart *self)
{
  guint64 top = MAX (self->limit, 1);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);

      top = MAX (top, MAX (bar->lower + bar->upper, bar->mark));
    }
  return top + top / 8;
}

static PangoLayout *
make_text (OvsChart *self, const char *text, int *width, int *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) small = pango_attr_list_new ();

  pango_attr_list_insert (small, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, small);
  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

/* @above: whether it stands on @y, else it hangs below it. */
static void
show_text (OvsChart *self, cairo_t *cr, const char *text, double x, double y, double align, double above)
{
  int width, height;
  g_autoptr (PangoLayout) layout = make_text (self, text, &width, &height);

  cairo_move_to (cr, x - align * width, y - above * height);
  pango_cairo_show_layout (cr, layout);
}

static int
get_text_height (OvsChart *self)
{
  int width, height;

  g_object_unref (make_text (self, "0", &width, &height));
  return height;
}

/* What stands at the line. */
static char *
say_limit (OvsChart *self)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, self->limit);
}

/* How much room the numbers at the left need. */
static double
get_left (OvsChart *self)
{
  g_autofree char *limit = say_limit (self);
  int width, height;

  g_object_unref (make_text (self, limit, &width, &height));
  return width + 2 * GAP;
}

static void
hatch (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double at = -height; at < width; at += HATCH)
    {
      cairo_move_to (cr, x + at, y + height);
      cairo_line_to (cr, x + at + height, y);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_rectangle (cr, x + .5, y + .5, MAX (width - 1, 1), MAX (height - 1, 0));
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Wider than the bar, so that it is seen before it too. */
static void
draw_mark (cairo_t *cr, double x, double width, double y)
{
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 2, y);
  cairo_line_to (cr, x + width + 2, y);
  cairo_stroke (cr);
}

static void
draw_bar (OvsChart *self, cairo_t *cr, const Bar *bar, double x, double width, double floor, double unit, const GdkRGBA *accent, const GdkRGBA *ink)
{
  double lower = bar->lower * unit;
  double upper = bar->upper * unit;

  gdk_cairo_set_source_rgba (cr, ink);
  if (bar->lower > 0)
    hatch (cr, x, floor - lower, width, lower);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_rectangle (cr, x, floor - lower - upper, width, upper);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, ink);
  if (bar->mark > 0)
    draw_mark (cr, x, width, floor - bar->mark * unit);
  if (self->limit > 0 && bar->lower + bar->upper > self->limit)
    show_text (self, cr, "!", x + width / 2, floor - lower - upper, .5, 1);
  show_text (self, cr, bar->label, x + width / 2, floor + GAP, .5, 0);
}

static void
draw_limit (OvsChart *self, cairo_t *cr, double left, double width, double floor, double unit)
{
  const double dashes[] = { 6, 4 };
  double y = floor - self->limit * unit;
  g_autofree char *number = say_limit (self);

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, left, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  show_text (self, cr, number, left - GAP, y, 1, .5);
  if (self->limit_text != NULL)
    show_text (self, cr, self->limit_text, width, y - 2, 1, 1);
}

static void
ovs_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OvsChart *self = OVS_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int text = get_text_height (self);
  double left = get_left (self);
  double floor = height - text - GAP;
  double unit = (floor - text - GAP) / (double) find_top (self);
  double step = self->bars->len > 0 ? (width - left) / (double) self->bars->len : 0;
  double bar_width = CLAMP (step - 2, 1, WIDEST_BAR);
  GdkRGBA ink, accent;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = ink;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, left, floor + .5);
  cairo_line_to (cr, width, floor + .5);
  cairo_stroke (cr);
  show_text (self, cr, "0", left - GAP, floor, 1, .5);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, cr, g_ptr_array_index (self->bars, i), left + i * step + (step - bar_width) / 2, bar_width, floor, unit, &accent, &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  if (self->limit > 0)
    draw_limit (self, cr, left, width, floor, unit);
  cairo_destroy (cr);
}

/* --- the table behind it --- */

static void
tell (OvsChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);

      if (bar->lower + bar->upper + bar->mark > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", bar->spoken);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/* --- the widget --- */

static void
ovs_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                   int *natural_baseline)
{
  int tall = HEIGHT + 2 * (get_text_height (OVS_CHART (widget)) + GAP);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? tall : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? tall : 600;
}

static void
ovs_chart_finalize (GObject *object)
{
  OvsChart *self = OVS_CHART (object);

  g_ptr_array_unref (self->bars);
  g_free (self->limit_text);
  g_free (self->name);
  G_OBJECT_CLASS (ovs_chart_parent_class)->finalize (object);
}

static void
ovs_chart_class_init (OvsChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_chart_finalize;
  widget_class->snapshot = ovs_chart_snapshot;
  widget_class->measure = ovs_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ovs_chart_init (OvsChart *self)
{
  self->bars = g_ptr_array_new_with_free_func (bar_free);
}

GtkWidget *
ovs_chart_new (const char *label)
{
  OvsChart *self = g_object_new (OVS_TYPE_CHART, NULL);

  self->name = g_strdup (label);
  ovs_accessible_set_label (self, label);
  return GTK_WIDGET (self);
}

void
ovs_chart_clear (OvsChart *self, guint64 limit, const char *limit_text)
{
  g_ptr_array_set_size (self->bars, 0);
  self->limit = limit;
  g_free (self->limit_text);
  self->limit_text = g_strdup (limit_text);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ovs_chart_add (OvsChart *self, const char *label, const char *spoken, guint64 lower, guint64 upper)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->label = g_strdup (label);
  bar->spoken = g_strdup (spoken);
  bar->lower = lower;
  bar->upper = upper;
  g_ptr_array_add (self->bars, bar);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ovs_chart_mark (OvsChart *self, guint64 number)
{
  ((Bar *) g_ptr_array_index (self->bars, self->bars->len - 1))->mark = number;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
