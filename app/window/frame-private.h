/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/frame.h"

#include "window/steps.h"

G_BEGIN_DECLS

/* What the files of the frame share. */
struct _OvsFrame
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsStepPage *pages[OVS_N_STEPS];
  gboolean rail; /* the step list is a rail of numbers */
  guint arranging;
  int width; /* as it was laid out last */

  /* The side. */
  GtkWidget *side;
  GtkWidget *firm;
  GtkWidget *rows;
  GtkWidget *alarm;
  GtkWidget *alarm_texts;
  GtkWidget *alarm_title;
  GtkWidget *alarm_number;
  GtkWidget *alarm_arrow;
  GtkWidget *news; /* what Loket will stop with */
  GtkWidget *news_text;
  GtkWidget *environment;
  GtkWidget *reference_date;

  /* The header. */
  GtkWidget *title;
  GtkWidget *back;
  GtkWidget *badges; /* what the rail has no room for */
  GtkWidget *environment_badge;
  GtkWidget *alarm_badge;
  GtkWidget *rounds;
  GtkWidget *handlers;
  GtkWidget *filters;       /* (owned) both; stand in one of the two places below */
  GtkWidget *filters_wide;
  GtkWidget *filters_narrow;
  GtkWidget *filters_button;
  GtkWidget *practice;
  GtkWidget *search;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  gboolean filling; /* the lists of rounds and handlers are being made */

  GtkWidget *notice;
  GtkWidget *notice_text;
  GtkWidget *notice_button;
  GtkWidget *toasts;
  GtkWidget *stack;
  GtkWidget *totals;
  GtkWidget *caption;
  GtkWidget *plain;
  GtkWidget *next;
};

/** The page of the chosen step. */
OvsStepPage *ovs_frame_get_page         (OvsFrame *self);

/** Everything around the page follows from what the page says. */
void         ovs_frame_show_page        (OvsFrame *self);

/** The step list with the firm above it, the alarm and the environment below. */
GtkWidget   *ovs_frame_make_side        (OvsFrame *self);
void         ovs_frame_show_side        (OvsFrame *self, const OvsFigures *figures);
void         ovs_frame_arrange_side     (OvsFrame *self, int width);

/** The header bar, and the search bar that belongs below it. */
GtkWidget   *ovs_frame_make_header      (OvsFrame *self);
void         ovs_frame_show_header      (OvsFrame *self, const OvsFigures *figures);
void         ovs_frame_show_title       (OvsFrame *self);
void         ovs_frame_arrange_header   (OvsFrame *self);

/** "2 without access", for the list and for the header. Returns: (transfer full). */
char        *ovs_frame_describe_alarm   (const OvsFigures *figures);

G_END_DECLS
