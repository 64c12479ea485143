/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/mail-domain.h"

#include <string.h>

#include "base/text.h"

/* Where people in the Netherlands have their private addresses. */
/* clang-format off */
static const char *const public_domains[] = {
  "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl",
  "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "yahoo.com", "yahoo.nl", "ymail.com",
  "mail.com", "email.com", "gmx.com", "gmx.net", "gmx.de", "web.de", "ziggo.nl", "kpnmail.nl",
  "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl", "upcmail.nl", "home.nl", "casema.nl",
  "telfort.nl", "chello.nl", "quicknet.nl", "online.nl", "solcon.nl", "tele2.nl", "wp.pl", "o2.pl",
  "onet.pl", "interia.pl", "proton.me", "protonmail.com",
};
/* clang-format on */

typedef struct
{
  const char *wrong;
  const char *right;
} Ending;

static const Ending endings[] = {
  { ".con", ".com" }, { ".cmo", ".com" }, { ".nk", ".nl" }, { ".nll", ".nl" }
};

/* Ends in white space, an "@" before it and a full stop after it are how people write a domain. */
static char *
trim (const char *text)
{
  g_autofree char *clean = ovs_text_clean (text);
  const char *start = *clean == '@' ? clean + 1 : clean;
  gsize length = strlen (start);

  if (length > 0 && start[length - 1] == '.')
    length--;
  return g_strndup (start, length);
}

static gboolean
has_labels (const char *domain)
{
  gsize length = strlen (domain);

  return strchr (domain, '.') != NULL && strstr (domain, "..") == NULL && domain[0] != '.' &&
         domain[length - 1] != '.';
}

char *
ovs_mail_domain_normalise (const char *text)
{
  g_autofree char *domain = trim (text);
  g_autofree char *ascii = NULL;

  ascii = g_hostname_to_ascii (domain);
  /* Looked at afterwards: IDNA turns wide forms (＠ 。) into what they look like. */
  if (ascii == NULL || !has_labels (ascii) || strpbrk (ascii, " @,;<>") != NULL)
    return NULL;
  return g_steal_pointer (&ascii);
}

gboolean
ovs_mail_domain_is_public (const char *domain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (public_domains); i++)
    if (g_str_equal (public_domains[i], domain))
      return TRUE;
  return FALSE;
}

const char *
ovs_mail_domain_public_named (const char *name)
{
  gsize length = strlen (name);
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (public_domains); i++)
    if (g_ascii_strncasecmp (public_domains[i], name, length) == 0 && public_domains[i][length] == '.')
      {
        if (found != NULL)
          return NULL;
        found = public_domains[i];
      }
  return found;
}

/* Whether two different texts are one insertion, deletion, substitution or swap of neighbours apart. */
static gboolean
is_one_edit (const char *a, const char *b)
{
  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  if (*a == '\0' || *b == '\0')
    return strlen (a) + strlen (b) == 1;
  return g_str_equal (a + 1, b + 1) || g_str_equal (a + 1, b) || g_str_equal (a, b + 1) ||
         (a[0] == b[1] && a[1] == b[0] && g_str_equal (a + 2, b + 2));
}

/* The only public domain at one edit; NULL when none is, or several are. */
static const char *
only_neighbour (const char *domain, gboolean *any)
{
  const char *found = NULL;

  *any = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (public_domains); i++)
    if (is_one_edit (domain, public_domains[i]))
      {
        found = *any ? NULL : public_domains[i];
        *any = TRUE;
      }
  return found;
}

static const Ending *
wrong_ending (const char *domain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (domain, endings[i].wrong))
      return &endings[i];
  return NULL;
}

gboolean
ovs_mail_domain_looks_mistyped (const char *domain)
{
  gboolean any;

  if (*domain == '\0' || ovs_mail_domain_is_public (domain))
    return FALSE;
  if (g_str_equal (domain, "gmail.nl") || wrong_ending (domain) != NULL)
    return TRUE;
  only_neighbour (domain, &any);
  return any;
}

char *
ovs_mail_domain_suggest (const char *domain)
{
  g_autofree char *mended = NULL;
  const Ending *ending = wrong_ending (domain);
  gboolean any;

  if (!ovs_mail_domain_looks_mistyped (domain))
    return NULL;
  if (g_str_equal (domain, "gmail.nl"))
    return g_strdup ("gmail.com");
  if (ending == NULL)
    return g_strdup (only_neighbour (domain, &any));

  /* With the ending mended there may still be a slip in front of it: gmial.con. */
  mended =
      g_strdup_printf ("%.*s%s", (int) (strlen (domain) - strlen (ending->wrong)), domain, ending->right);
  if (wrong_ending (mended) == NULL && ovs_mail_domain_looks_mistyped (mended))
    return ovs_mail_domain_suggest (mended);
  return g_steal_pointer (&mended);
}
