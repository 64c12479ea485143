/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include "csv/profiles.h"

static OvsCsvPreview *
look (const char *text)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GError) error = NULL;
  OvsCsvOptions options = scratch_options ();
  OvsCsvPreview *preview;

  scratch_write (&scratch, text, -1);
  preview = ovs_csv_preview_open (scratch.path, OVS_CSV_ANY_KIND, &options, NULL, &error);
  g_assert_no_error (error);
  return preview;
}

static OvsCsvProfile *
make (const char *key, const char *name)
{
  OvsCsvProfile *profile = ovs_csv_profile_new ();

  profile->key = g_strdup (key);
  profile->name = g_strdup (name);
  profile->kind = OVS_CSV_EMPLOYEES;
  profile->used = ovs_day_from_ymd (2026, 11, 3);
  profile->mapping[OVS_FIELD_PRIVATE_EMAIL] = g_strdup ("#4");
  profile->mapping[OVS_FIELD_END_DATE] = g_strdup ("#0");
  return profile;
}

/* The rows do not matter, nor how the headers are written: their letters and their order do. */
static void
test_key (void)
{
  g_autoptr (OvsCsvPreview) first = look ("Wg nr;Pers.nr;E-mail\n20;7;a@example.com\n");
  g_autoptr (OvsCsvPreview) later = look ("Medewerkers\n\"wg nr.\",PersNr,E-Mail\n21,8,b@example.com\n22,9,\n");
  g_autoptr (OvsCsvPreview) turned = look ("Pers.nr;Wg nr;E-mail\n7;20;a@example.com\n");
  g_autoptr (OvsCsvPreview) more = look ("Wg nr;Pers.nr;E-mail;Extra\n20;7;a@example.com;x\n");
  g_autofree char *key = ovs_csv_profile_key (first);
  g_autofree char *same = ovs_csv_profile_key (later);
  g_autofree char *other = ovs_csv_profile_key (turned);
  g_autofree char *another = ovs_csv_profile_key (more);

  g_assert_cmpstr (key, ==, same);
  g_assert_cmpstr (key, !=, other);
  g_assert_cmpstr (key, !=, another);
}

static void
test_kept (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvProfiles) profiles = NULL;
  g_autoptr (OvsCsvProfiles) again = NULL;
  g_autoptr (OvsCsvProfile) profile = make ("key", "Export salarispakket");
  g_autoptr (GError) error = NULL;
  const OvsCsvProfile *found;
  GStatBuf facts;

  scratch_write (&scratch, "", 0);
  profile->encoding = OVS_ENCODING_CP850;
  profile->delimiter[0] = '\t';
  profile->header_line = 3;
  profiles = ovs_csv_profiles_load (scratch.path);
  ovs_csv_profiles_remember (profiles, profile);
  g_assert_true (ovs_csv_profiles_save (profiles, scratch.path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (scratch.path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);

  again = ovs_csv_profiles_load (scratch.path);
  found = ovs_csv_profiles_find (again, "key");
  g_assert_nonnull (found);
  g_assert_cmpstr (found->name, ==, "Export salarispakket");
  g_assert_cmpint (found->kind, ==, OVS_CSV_EMPLOYEES);
  g_assert_cmpint (found->used, ==, profile->used);
  g_assert_cmpint (found->encoding, ==, OVS_ENCODING_CP850);
  g_assert_cmpstr (found->delimiter, ==, "\t");
  g_assert_cmpuint (found->header_line, ==, 3);
  g_assert_cmpstr (found->mapping[OVS_FIELD_PRIVATE_EMAIL], ==, "#4");
  g_assert_cmpstr (found->mapping[OVS_FIELD_END_DATE], ==, "#0");
  g_assert_null (found->mapping[OVS_FIELD_NAME]);
  g_assert_null (ovs_csv_profiles_find (again, "other"));
}

static void
test_named (void)
{
  g_autoptr (OvsCsvProfiles) profiles = ovs_csv_profiles_load ("/nonexistent");
  g_autoptr (OvsCsvProfile) first = make ("z", "Zeta");
  g_autoptr (OvsCsvProfile) second = make ("a", "Alfa");
  g_autoptr (GPtrArray) list = NULL;
  const OvsCsvProfile *found;
  g_autofree char *id = NULL;

  ovs_csv_profiles_remember (profiles, first);
  ovs_csv_profiles_remember (profiles, second);
  list = ovs_csv_profiles_list (profiles);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((OvsCsvProfile *) g_ptr_array_index (list, 0))->name, ==, "Alfa");

  id = g_strdup (ovs_csv_profiles_find (profiles, "z")->id);
  g_assert_false (ovs_csv_profiles_rename (profiles, id, "  "));
  g_assert_true (ovs_csv_profiles_rename (profiles, id, " Pakket "));
  g_free (first->mapping[OVS_FIELD_PRIVATE_EMAIL]);
  first->mapping[OVS_FIELD_PRIVATE_EMAIL] = g_strdup ("#9");
  ovs_csv_profiles_remember (profiles, first);
  found = ovs_csv_profiles_find (profiles, "z");
  g_assert_cmpstr (found->id, ==, id);
  g_assert_cmpstr (found->name, ==, "Pakket");
  g_assert_cmpstr (found->mapping[OVS_FIELD_PRIVATE_EMAIL], ==, "#9");

  g_assert_true (ovs_csv_profiles_remove (profiles, id));
  g_assert_false (ovs_csv_profiles_remove (profiles, id));
  g_assert_null (ovs_csv_profiles_find (profiles, "z"));
}

/* Whatever stands in the file, what is understood of it is used. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "no key file at all",
    "[a]\nname=X\n",
    "[a]\nheaders=k\nname=X\nkind=nothing\n",
    "[a]\nheaders=k\nname=X\nkind=employees\nprivate-email=4\nlast-name=#99999999999\nproduct-500=#2\nencoding=klingon\nused=ooit\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (OvsCsvProfiles) profiles = NULL;
      const OvsCsvProfile *found;

      scratch_write (&scratch, texts[i], -1);
      profiles = ovs_csv_profiles_load (scratch.path);
      found = ovs_csv_profiles_find (profiles, "k");
      g_assert_cmpint (found != NULL, ==, i == 3);
      for (guint field = 0; found != NULL && field < OVS_N_FIELDS; field++)
        g_assert_null (found->mapping[field]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profiles/key", test_key);
  g_test_add_func ("/profiles/kept", test_kept);
  g_test_add_func ("/profiles/named", test_named);
  g_test_add_func ("/profiles/damaged", test_damaged);
  return g_test_run ();
}
