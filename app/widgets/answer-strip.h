/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/sign.h"

G_BEGIN_DECLS

#define OVS_TYPE_ANSWER_STRIP (ovs_answer_strip_get_type ())
G_DECLARE_FINAL_TYPE (OvsAnswerStrip, ovs_answer_strip, OVS, ANSWER_STRIP, GtkWidget)

/**
 * OvsAnswerStrip:
 *
 * The three answers on top of every step: where do we stand, what is to be done now, what to look out for.
 */
typedef enum
{
  OVS_ANSWER_STANDING,
  OVS_ANSWER_TO_DO,
  OVS_ANSWER_LOOK_OUT,
  OVS_N_ANSWERS,
} OvsAnswer;

GtkWidget *ovs_answer_strip_new (void);

/** Shows @title with a @sign, and a smaller @caption (nullable) under it. */
void       ovs_answer_strip_set (OvsAnswerStrip *self, OvsAnswer answer, OvsSign sign, const char *title, const char *caption);

G_END_DECLS
