/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/name.h"

static const struct
{
  const char *text;
  const char *initials;
  const char *prefix;
  const char *last_name;
} names[] = {
  { "Vries, J.P. de", "J.P.", "de", "Vries" },
  { "Vries, J. P. de", "J.P.", "de", "Vries" },
  { "Vries de, J.P.", "J.P.", "de", "Vries" },
  { "Vries, de J.P.", "J.P.", "de", "Vries" },
  { "Berg, van der, J.P.", "J.P.", "van der", "Berg" },
  { "Wiel - van Bergen S.L. van de", "S.L.", "van de", "Wiel - van Bergen" },
  { "Vries de J.P.", "J.P.", "de", "Vries" },
  { "J.P.de Vries", "J.P.", "de", "Vries" },
  { "J.P.Bakker", "J.P.", "", "Bakker" },
  { "VRIES DE JP", "JP", "DE", "VRIES" },
  { "JP Bakker", "JP", "", "Bakker" },
  { "Jan BOS", "", "", "Jan BOS" },
  { "fam. Smit", "", "", "Smit" },
  { "Mw. drs. P. Bakker MSc", "P.", "", "Bakker" },
  { "de Vries, J.P.", "J.P.", "de", "Vries" },
  { "Berg, A. van den", "A.", "van den", "Berg" },
  { "Bakker, JP", "JP", "", "Bakker" },
  { "Vries, Jan de", "", "de", "Vries" },
  { "Vries, J.P. de (Jan)", "J.P.", "de", "Vries" },
  { "J.P. de Vries", "J.P.", "de", "Vries" },
  { "J.P. Bakker", "J.P.", "", "Bakker" },
  { "J. P. van der Meer", "J.P.", "van der", "Meer" },
  { "J.P. (Jan) de Vries", "J.P.", "de", "Vries" },
  { "Dhr. J.P. de Vries", "J.P.", "de", "Vries" },
  { "De heer J. Bakker", "J.", "", "Bakker" },
  { "Mevr. drs. Chr. ten Have", "Chr.", "ten", "Have" },
  { "IJ. in 't Veld", "IJ.", "in 't", "Veld" },
  { "J.P. v.d. Berg", "J.P.", "v.d.", "Berg" },
  { "A. el Amrani", "A.", "el", "Amrani" },
  { "A. El Amrani", "A.", "", "El Amrani" },
  { "J.P. de", "J.P.", "", "de" },
  { "Vries - Bakker J.P. de", "J.P.", "de", "Vries - Bakker" },
  { "Wiel - van Bergen S.L. van de", "S.L.", "van de", "Wiel - van Bergen" },
  { "Vries J.P. de", "J.P.", "de", "Vries" },
  { "de Vries J.P.", "J.P.", "de", "Vries" },
  { "Bakker J.", "J.", "", "Bakker" },
  { "DE VRIES J.P.", "J.P.", "DE", "VRIES" },
  { "Élodie Şahin É.", "É.", "", "Élodie Şahin" },
  { "Jan de Vries", "", "de", "Vries" },
  { "de Vries", "", "de", "Vries" },
  { "Jan Bakker", "", "", "Jan Bakker" },
  { "Bakker", "", "", "Bakker" },
  { "Bakker J.P. Transport", "", "", "Bakker J.P. Transport" },
  { "J.P.", "", "", "J.P." },
  { ",", "", "", "," },
  { "", "", "", "" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (OvsNameParts) parts = { 0 };

      g_test_message ("%s", names[i].text);
      ovs_name_split (names[i].text, &parts);
      g_assert_cmpstr (parts.initials, ==, names[i].initials);
      g_assert_cmpstr (parts.prefix, ==, names[i].prefix);
      g_assert_cmpstr (parts.last_name, ==, names[i].last_name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/split", test_split);
  return g_test_run ();
}
