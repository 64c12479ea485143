/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/named-people.h"

#include "dossier/employees.h"
#include "dossier/employers.h"

GArray *
ovs_named_people_find (OvsTx *tx, const char *employer, const char *const *employees, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 client;

  if (!ovs_employers_require (tx, employer, &client, error))
    return NULL;
  for (gsize i = 0; employees[i] != NULL; i++)
    {
      g_auto (OvsEmployee) person = { 0 };

      if (!ovs_employees_require (tx, client, employees[i], &person, error))
        return NULL;
      g_array_append_val (people, person.id);
    }
  return g_steal_pointer (&people);
}
