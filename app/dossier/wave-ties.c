/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/wave-ties.h"

/* Over all employees of a big office: from who is in the round along the index of what is shared, and only who shares it is looked at. */
#define COUNTS(person) "NOT EXISTS (SELECT 1 FROM judgement j WHERE j.employee = " person ".id AND j.disposition IN ('left-out', 'done'))"

#define OTHERS(shared)                                                                                                              \
  "SELECT x.id, x.number, x.name FROM employer x WHERE x.selected AND x.excluded_reason IS NULL AND x.wave IS NOT ?1 AND x.id IN (" \
  shared ") AND NOT EXISTS (SELECT 1 FROM request r WHERE r.employer = x.id AND r.answer IS NOT 'nothing-done') "                  \
  "ORDER BY length(x.number_key), x.number_key"

#define INSIDE "FROM employer c CROSS JOIN employee e ON e.employer = c.id "

static const char *const selects[OVS_N_TIES] = {
  [OVS_TIE_ADDRESS] = OTHERS ("SELECT o.employer " INSIDE "CROSS JOIN employee o ON o.email_key = e.email_key "
                              "WHERE c.wave = ?1 AND e.email_key IS NOT NULL AND o.employer <> e.employer AND " COUNTS ("e") " AND " COUNTS ("o")),
  [OVS_TIE_PERSON] = OTHERS ("SELECT o.employer " INSIDE "CROSS JOIN employee o ON o.person_base = e.person_base "
                             "WHERE c.wave = ?1 AND e.person_base IS NOT NULL AND o.employer <> e.employer "
                             "AND (o.person_initial = e.person_initial OR '' IN (o.person_initial, e.person_initial)) "
                             "AND " COUNTS ("e") " AND " COUNTS ("o")),
  [OVS_TIE_OWNER] = OTHERS ("SELECT o.id FROM employer c JOIN employer o ON o.id <> c.id WHERE c.wave = ?1 "
                            "AND (o.group_code = c.group_code OR lower(o.contact_email) = lower(c.contact_email))"),
};

void
ovs_wave_ties_foreach (OvsTx *tx, gint64 wave, OvsWaveTieFunc func, gpointer data)
{
  for (OvsTie tie = 0; tie < OVS_N_TIES; tie++)
    {
      OvsRows rows = ovs_rows_open (tx, selects[tie], "i", wave);

      while (ovs_rows_next (&rows))
        {
          OvsWaveTie found = { tie, ovs_rows_int (&rows, 0), ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2) };

          func (&found, data);
        }
    }
}
