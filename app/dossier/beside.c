/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/beside.h"

static void
step (OvsBeside *self)
{
  self->more = ovs_rows_next (&self->rows);
  self->used = FALSE;
  if (self->more)
    self->employee = ovs_rows_int (&self->rows, 0);
}

void
ovs_beside_open (OvsBeside *self, OvsTx *tx, const char *sql)
{
  self->rows = ovs_rows_open (tx, sql, "");
  step (self);
}

void
ovs_beside_open_one (OvsBeside *self, OvsTx *tx, const char *sql, gint64 employee)
{
  self->rows = ovs_rows_open (tx, sql, "i", employee);
  step (self);
}

gboolean
ovs_beside_next (OvsBeside *self, gint64 employee)
{
  if (self->used)
    step (self);
  while (self->more && self->employee < employee)
    step (self);
  if (!self->more || self->employee != employee)
    return FALSE;
  self->used = TRUE;
  return TRUE;
}

void
ovs_beside_close (OvsBeside *self)
{
  ovs_rows_close (&self->rows);
  self->more = FALSE;
}
