/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/access.h"

#include <glib/gi18n.h>

#include "base/text.h"

typedef struct
{
  OvsAccess access;
  const char *word; /* Loket's */
  const char *cell; /* Dutch data, the same under any desktop */
  const char *title;
} AccessName;

static const AccessName names[] = {
  { OVS_ACCESS_ACTIVE, "HasAccessToClient", "toegang actief", N_ ("access active") },
  { OVS_ACCESS_NONE, "NoAccessToClient", "geen toegang", N_ ("no access") },
  { OVS_ACCESS_INVITE_PENDING, "InvitePending", "uitnodiging loopt", N_ ("invitation pending") },
  { OVS_ACCESS_INVITE_FAILED, "InviteFailed", "uitnodiging mislukt", N_ ("invitation failed") },
  { OVS_ACCESS_INVITE_CANCELLED, "InviteCancelled", "ingetrokken", N_ ("invitation withdrawn") },
  { OVS_ACCESS_INVITE_EXPIRED, "InviteExpired", "verlopen", N_ ("invitation expired") },
  { OVS_ACCESS_BLOCKED, "AccessToClientIsBlocked", "toegang tot deze werkgever geblokkeerd",
    N_ ("access at this employer blocked") },
  { OVS_ACCESS_USER_BLOCKED, "UserIsBlocked", "hele gebruiker geblokkeerd", N_ ("whole user blocked") },
};

typedef struct
{
  const char *folded;
  OvsAccess access;
} AccessSynonym;

/* What else offices write for one of the eight, as ovs_text_fold() gives it. */
static const AccessSynonym synonyms[] = {
  { "", OVS_ACCESS_UNKNOWN },
  { "-", OVS_ACCESS_UNKNOWN },
  { "nvt", OVS_ACCESS_UNKNOWN },
  { "n.v.t.", OVS_ACCESS_UNKNOWN },
  { "onbekend", OVS_ACCESS_UNKNOWN },
  { "actief", OVS_ACCESS_ACTIVE },
  { "gekoppeld", OVS_ACCESS_ACTIVE },
  { "gekoppeld (klaar)", OVS_ACCESS_ACTIVE },
  { "niet uitgenodigd", OVS_ACCESS_NONE },
  { "uitgenodigd", OVS_ACCESS_INVITE_PENDING },
  { "uitgenodigd, niet geactiveerd", OVS_ACCESS_INVITE_PENDING },
  { "account gemaakt, nog niet gekoppeld", OVS_ACCESS_INVITE_PENDING },
  { "account gemaakt, nog niet gekoppeld (geboortedatum ontbreekt)", OVS_ACCESS_INVITE_PENDING },
  { "mislukt", OVS_ACCESS_INVITE_FAILED },
  { "uitnodiging ingetrokken", OVS_ACCESS_INVITE_CANCELLED },
  { "uitnodiging verlopen", OVS_ACCESS_INVITE_EXPIRED },
  { "geblokkeerd", OVS_ACCESS_BLOCKED },
  { "toegang geblokkeerd", OVS_ACCESS_BLOCKED },
  { "toegang mijnloket geblokkeerd", OVS_ACCESS_BLOCKED },
};

static const AccessName *
find_name (OvsAccess access)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].access == access)
      return &names[i];
  return NULL;
}

OvsAccess
ovs_access_from_word (const char *word)
{
  if (word == NULL || *word == '\0')
    return OVS_ACCESS_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].word, word))
      return names[i].access;
  return OVS_ACCESS_OTHER;
}

const char *
ovs_access_to_word (OvsAccess access)
{
  const AccessName *name = find_name (access);

  return name != NULL ? name->word : NULL;
}

gboolean
ovs_access_from_cell (const char *text, OvsAccess *access)
{
  g_autofree char *folded = ovs_text_fold (text);

  *access = OVS_ACCESS_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].cell, folded) || g_ascii_strcasecmp (names[i].word, folded) == 0)
      {
        *access = names[i].access;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].folded, folded))
      {
        *access = synonyms[i].access;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_access_to_cell (OvsAccess access)
{
  const AccessName *name = find_name (access);

  return name != NULL ? name->cell : "";
}

const char *
ovs_access_title (OvsAccess access)
{
  const AccessName *name = find_name (access);

  if (name != NULL)
    return _ (name->title);
  return access == OVS_ACCESS_OTHER ? _ ("a status that Overstap does not know") : _ ("unknown");
}

gboolean
ovs_access_may_be_active (OvsAccess access)
{
  return access == OVS_ACCESS_ACTIVE || access == OVS_ACCESS_UNKNOWN || access == OVS_ACCESS_OTHER;
}

gboolean
ovs_access_has_or_awaits (OvsAccess access)
{
  return access == OVS_ACCESS_ACTIVE || access == OVS_ACCESS_INVITE_PENDING;
}

gboolean
ovs_access_is_blocked (OvsAccess access)
{
  return access == OVS_ACCESS_BLOCKED || access == OVS_ACCESS_USER_BLOCKED;
}
