/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/approval.h"
#include "conversion/error.h"

/* People are numbered from 1 on. */
static GArray *
people (guint from, guint to)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = from; id <= to; id++)
    g_array_append_val (ids, id);
  return ids;
}

static GHashTable *
set_of (guint from, guint to)
{
  g_autoptr (GArray) ids = people (from, to);

  return ovs_approval_set_of ((const gint64 *) (gpointer) ids->data, ids->len);
}

/* So many people of whom Loket has the address and the end date otherwise, and as many who are new. */
static GPtrArray *
differences (guint number)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_difference_free);

  for (guint i = 0; i < 3 * number; i++)
    {
      OvsDifference *difference = g_new0 (OvsDifference, 1);

      difference->kind = i < 2 * number ? (i % 2 == 0 ? OVS_DIFFERENCE_ADDRESS : OVS_DIFFERENCE_END_DATE) : OVS_DIFFERENCE_NEW;
      difference->employee = i < 2 * number ? i / 2 + 1 : 0;
      g_ptr_array_add (list, difference);
    }
  return list;
}

static gboolean
is_approved (const OvsApproval *approval, GArray *wanted, guint planned, guint changed)
{
  g_autoptr (GArray) owned = wanted;
  g_autoptr (GPtrArray) list = differences (changed);
  g_autoptr (GError) error = NULL;

  if (ovs_approval_check (approval, wanted, planned, list, &error))
    return TRUE;
  g_assert_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_MORE_THAN_APPROVED);
  g_assert_true (g_str_has_suffix (error->message, "."));
  return FALSE;
}

/* One person, of whom Loket has @kinds otherwise. */
static char *
code_of (const OvsDifferenceKind *kinds, guint n_kinds, const char *email)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_difference_free);

  for (guint i = 0; i < n_kinds; i++)
    {
      OvsDifference *difference = g_new0 (OvsDifference, 1);

      difference->kind = kinds[i];
      difference->employer = 1;
      difference->employee = 2;
      difference->number_key = g_strdup ("2");
      difference->email = kinds[i] == OVS_DIFFERENCE_ADDRESS ? g_strdup (email) : NULL;
      g_ptr_array_add (list, difference);
    }
  return ovs_differences_get_code (list);
}

/* The run that finds another status has the dossier know it; what was agreed to holds in the next one, which finds it no more. */
static void
test_code (void)
{
  const OvsDifferenceKind kinds[] = { OVS_DIFFERENCE_ADDRESS, OVS_DIFFERENCE_STATUS };
  g_autofree char *both = code_of (kinds, 2, "a@b.example");
  g_autofree char *address = code_of (kinds, 1, "a@b.example");
  g_autofree char *other = code_of (kinds, 1, "b@b.example");

  g_assert_cmpstr (both, ==, address);
  g_assert_cmpstr (other, !=, address);
}

static void
test_nobody_asked (void)
{
  const OvsApproval approval = { .people = OVS_RUN_NOBODY_ASKED };

  g_assert_true (is_approved (&approval, people (1, 100), 100, 100));
}

static void
test_number (void)
{
  const OvsApproval approval = { .people = 50 };

  g_assert_true (is_approved (&approval, people (1, 50), 50, 0));
  g_assert_true (is_approved (&approval, people (1, 20), 20, 0));
  g_assert_false (is_approved (&approval, people (1, 51), 51, 0));
  /* Who cannot be invited is not invited. */
  g_assert_true (is_approved (&approval, people (1, 53), 50, 0));
  /* A tenth may have changed, and no more. */
  g_assert_true (is_approved (&approval, people (1, 50), 50, 5));
  g_assert_false (is_approved (&approval, people (1, 50), 50, 6));
}

static void
test_people (void)
{
  g_autoptr (GHashTable) employees = set_of (1, 50);
  const OvsApproval approval = { .people = 50, .employees = employees };

  g_assert_true (is_approved (&approval, people (1, 50), 50, 0));
  /* As many, but somebody else among them. */
  g_assert_false (is_approved (&approval, people (2, 51), 50, 0));
  /* Who falls away has changed. */
  g_assert_true (is_approved (&approval, people (6, 50), 45, 0));
  g_assert_false (is_approved (&approval, people (7, 50), 44, 0));
}

static void
test_seen (void)
{
  g_autoptr (GHashTable) employees = set_of (1, 50);
  g_autoptr (GHashTable) seen = set_of (1, 20);
  const OvsApproval approval = { .people = 50, .employees = employees, .seen = seen };

  g_assert_true (is_approved (&approval, people (1, 50), 50, 20));
  g_assert_true (is_approved (&approval, people (1, 50), 50, 25));
  g_assert_false (is_approved (&approval, people (1, 50), 50, 26));
}

static gboolean
agrees (gint64 number, gint64 above, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;

  if (ovs_approval_check_second (number, above, first, second, &error))
    return TRUE;
  g_assert_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_SECOND_PERSON);
  return FALSE;
}

static void
test_second_person (void)
{
  g_assert_true (agrees (1000, 0, "Petra", NULL));
  g_assert_true (agrees (250, 250, "Petra", NULL));
  g_assert_false (agrees (251, 250, "Petra", NULL));
  g_assert_false (agrees (251, 250, "Petra", "  "));
  g_assert_true (agrees (251, 250, "Petra", "Kees"));
  g_assert_false (agrees (251, 250, "Renée de Groot", " renee  DE groot"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval/nobody-asked", test_nobody_asked);
  g_test_add_func ("/approval/code", test_code);
  g_test_add_func ("/approval/number", test_number);
  g_test_add_func ("/approval/people", test_people);
  g_test_add_func ("/approval/seen", test_seen);
  g_test_add_func ("/approval/second-person", test_second_person);
  return g_test_run ();
}
