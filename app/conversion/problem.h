/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A client (or one employee of it) for whom something could not be done, and the sentence that says why and what to do. */
typedef struct
{
  char *employer_number;
  char *employee_number; /* (nullable) */
  char *reason;
} OvsProblem;

OvsProblem *ovs_problem_new  (const char *employer_number, const char *employee_number, const char *reason);
void        ovs_problem_free (OvsProblem *problem);

G_END_DECLS
