/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/access.h"

typedef struct
{
  OvsAccess access;
  const char *word;
  const char *cell;
  gboolean may_be_active;
  gboolean has_or_awaits;
  gboolean blocked;
} NameCase;

static const NameCase name_cases[] = {
  { OVS_ACCESS_UNKNOWN, NULL, "", TRUE, FALSE, FALSE },
  { OVS_ACCESS_ACTIVE, "HasAccessToClient", "toegang actief", TRUE, TRUE, FALSE },
  { OVS_ACCESS_NONE, "NoAccessToClient", "geen toegang", FALSE, FALSE, FALSE },
  { OVS_ACCESS_INVITE_PENDING, "InvitePending", "uitnodiging loopt", FALSE, TRUE, FALSE },
  { OVS_ACCESS_INVITE_FAILED, "InviteFailed", "uitnodiging mislukt", FALSE, FALSE, FALSE },
  { OVS_ACCESS_INVITE_CANCELLED, "InviteCancelled", "ingetrokken", FALSE, FALSE, FALSE },
  { OVS_ACCESS_INVITE_EXPIRED, "InviteExpired", "verlopen", FALSE, FALSE, FALSE },
  { OVS_ACCESS_BLOCKED, "AccessToClientIsBlocked", "toegang tot deze werkgever geblokkeerd", FALSE, FALSE,
    TRUE },
  { OVS_ACCESS_USER_BLOCKED, "UserIsBlocked", "hele gebruiker geblokkeerd", FALSE, FALSE, TRUE },
};

typedef struct
{
  const char *text;
  gboolean recognised;
  OvsAccess access;
} CellCase;

static const CellCase cell_cases[] = {
  { NULL, TRUE, OVS_ACCESS_UNKNOWN },
  { "  ", TRUE, OVS_ACCESS_UNKNOWN },
  { "-", TRUE, OVS_ACCESS_UNKNOWN },
  { "N.v.t.", TRUE, OVS_ACCESS_UNKNOWN },
  { "Onbekend", TRUE, OVS_ACCESS_UNKNOWN },
  { "hasaccesstoclient", TRUE, OVS_ACCESS_ACTIVE },
  { "Actief", TRUE, OVS_ACCESS_ACTIVE },
  { "Toegang  actief", TRUE, OVS_ACCESS_ACTIVE },
  { "Gekoppeld", TRUE, OVS_ACCESS_ACTIVE },
  { "GEEN TOEGANG", TRUE, OVS_ACCESS_NONE },
  { "geen\u00a0toegang", TRUE, OVS_ACCESS_NONE },
  { "niet uitgenodigd", TRUE, OVS_ACCESS_NONE },
  { "Uitgenodigd", TRUE, OVS_ACCESS_INVITE_PENDING },
  { "uitgenodigd, niet geactiveerd", TRUE, OVS_ACCESS_INVITE_PENDING },
  { "Account gemaakt, nog niet gekoppeld", TRUE, OVS_ACCESS_INVITE_PENDING },
  { "mislukt", TRUE, OVS_ACCESS_INVITE_FAILED },
  { "Uitnodiging ingetrokken", TRUE, OVS_ACCESS_INVITE_CANCELLED },
  { "uitnodiging verlopen", TRUE, OVS_ACCESS_INVITE_EXPIRED },
  { "Geblokkeerd", TRUE, OVS_ACCESS_BLOCKED },
  { "Toegang MijnLoket geblokkeerd", TRUE, OVS_ACCESS_BLOCKED },
  { "geen", FALSE, OVS_ACCESS_UNKNOWN },
  { "misschien", FALSE, OVS_ACCESS_UNKNOWN },
  { "HasAccess", FALSE, OVS_ACCESS_UNKNOWN },
  { "#N/B", FALSE, OVS_ACCESS_UNKNOWN },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      OvsAccess access = name_cases[i].access;
      OvsAccess read;

      g_assert_cmpint (ovs_access_from_word (name_cases[i].word), ==, access);
      g_assert_cmpstr (ovs_access_to_word (access), ==, name_cases[i].word);
      g_assert_cmpstr (ovs_access_to_cell (access), ==, name_cases[i].cell);
      g_assert_true (ovs_access_from_cell (name_cases[i].cell, &read));
      g_assert_cmpint (read, ==, access);
      g_assert_true (ovs_access_from_cell (name_cases[i].word, &read));
      g_assert_cmpint (read, ==, access);
      g_assert_cmpint (ovs_access_may_be_active (access), ==, name_cases[i].may_be_active);
      g_assert_cmpint (ovs_access_has_or_awaits (access), ==, name_cases[i].has_or_awaits);
      g_assert_cmpint (ovs_access_is_blocked (access), ==, name_cases[i].blocked);
      g_assert_cmpstr (ovs_access_title (access), !=, "");
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (name_cases));
}

/* A word outside the eight is neither access nor none: it is never taken for a fact. */
static void
test_other (void)
{
  g_assert_cmpint (ovs_access_from_word (""), ==, OVS_ACCESS_UNKNOWN);
  g_assert_cmpint (ovs_access_from_word ("Suspended"), ==, OVS_ACCESS_OTHER);
  g_assert_cmpint (ovs_access_from_word ("hasaccesstoclient"), ==, OVS_ACCESS_OTHER);
  g_assert_null (ovs_access_to_word (OVS_ACCESS_OTHER));
  g_assert_cmpstr (ovs_access_to_cell (OVS_ACCESS_OTHER), ==, "");
  g_assert_true (ovs_access_may_be_active (OVS_ACCESS_OTHER));
  g_assert_false (ovs_access_has_or_awaits (OVS_ACCESS_OTHER));
  g_assert_cmpstr (ovs_access_title (OVS_ACCESS_OTHER), !=, ovs_access_title (OVS_ACCESS_UNKNOWN));
}

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      OvsAccess access;

      g_assert_cmpint (ovs_access_from_cell (cell_cases[i].text, &access), ==, cell_cases[i].recognised);
      g_assert_cmpint (access, ==, cell_cases[i].access);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cell_cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/names", test_names);
  g_test_add_func ("/access/other", test_other);
  g_test_add_func ("/access/cells", test_cells);
  return g_test_run ();
}
