/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/check/answer-bar.h"
#include "steps/check/loket-mends.h"
#include "steps/check/people-card.h"
#include "steps/check/people-source.h"
#include "steps/check/person-card.h"
#include "table/table.h"

G_BEGIN_DECLS

/* The card of people in two files: what it shows (people-card.c), and what is answered about them (people-answers.c). */

struct _OvsPeopleCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkStack *stack;
  OvsAnswerBar *bar;
  GtkWidget *menu_button;

  OvsWorkspace *workspace; /* (owned) */
  OvsPeopleSource *source; /* (owned) */
  OvsLoketMends *mends;    /* (owned) */
  OvsTable *table;         /* that is shown now; NULL before the first */
  char *search;
  int finding;       /* that is shown, -1 for an outcome */
  OvsCounted counted; /* that is shown, OVS_COUNTED_NONE for a finding */
  OvsLeftOut left_out; /* of those, OVS_LEFT_OUT_NONE for all */

  OvsPersonCard *person;     /* (owned) (nullable) under the cursor */
  GCancellable *reading;     /* (owned) (nullable) */
};

/* Shows the person under the cursor anew, with the answers that make sense. */
void    ovs_people_card_show_person     (OvsPeopleCard *self);

void    ovs_people_card_tick_all        (OvsPeopleCard *self, gboolean ticked);

/* The ticked ones among those that are shown. Returns: (transfer full) (element-type gint64). */
GArray *ovs_people_card_get_ticked      (OvsPeopleCard *self);

/* Follows what is changed in Loket. */
void    ovs_people_card_follow_loket    (OvsPeopleCard *self);

/* Which entries of the menu can be chosen now. */
void    ovs_people_card_allow_answers   (OvsPeopleCard *self);

void    ovs_people_card_install_answers (GtkWidgetClass *klass);

G_END_DECLS
