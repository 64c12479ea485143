/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/drop-out.h"

#include <glib/gi18n.h>

/* One row for each point, in the order of the steps of Loket's own article (OVS_SOURCE_ACCOUNT). */
static const struct
{
  const char *code;
  const char *title;
  const char *hint; /* (nullable) */
  const char *say;
} points[OVS_N_DROP_OUTS] = {
  [OVS_DROP_OUT_MAIL] = { "A", N_ ("Mail not found"), N_ ("Not in the spam folder either"),
                          N_ ("Please look for a mail from Loket, also in the spam folder. To which address do you get your mail? If it is not there, I send you "
                              "a new invitation now.") },
  [OVS_DROP_OUT_SECOND_MAIL] = { "B", N_ ("Second mail not found"), N_ ("After “Account aanmaken”"),
                                 N_ ("After your first name you get a second mail, with the button “Account activeren”. Please look for that one too, also in the "
                                     "spam folder. An earlier mail no longer works once there is a newer one.") },
  [OVS_DROP_OUT_PASSWORD] = { "C", N_ ("Password or code"), NULL,
                              N_ ("Choose a password that you use nowhere else, and type it twice. Do not tell it to me. If you already have an account with another "
                                  "employer, use the password of that account; “Wachtwoord vergeten” on mijn.loket.nl helps if you lost it.") },
  [OVS_DROP_OUT_BIRTH_DATE] = { "D", N_ ("Signed in, but sees no payslips"), N_ ("Birth date not entered yet"),
                                N_ ("You are nearly there. Sign in at mijn.loket.nl and enter your birth date: that is the last step. After it you see your "
                                    "payslips.") },
  [OVS_DROP_OUT_NOT_ACCEPTED] = { "E", N_ ("Birth date not accepted"), N_ ("Happens most often"),
                                  N_ ("Enter your birth date as your employer has passed it on. If it is wrong there, your employer has to have it corrected first; "
                                      "then you get a new invitation.") },
  [OVS_DROP_OUT_OTHER] = { "other", N_ ("Something else"), NULL, N_ ("Tell me what you see on your screen. I write it down, and call you back if I have to ask somebody.") },
};

static const struct
{
  const char *code;
  const char *title;
} solutions[OVS_N_SOLVED] = {
  [OVS_SOLVED_EXPLAINED] = { "explained", N_ ("Explained") },
  [OVS_SOLVED_INVITED] = { "invited", N_ ("New invitation") },
  [OVS_SOLVED_ADDRESS] = { "address", N_ ("Other address") },
  [OVS_SOLVED_UNBLOCKED] = { "unblocked", N_ ("Werknemerloket given back") },
  [OVS_SOLVED_EMPLOYER] = { "employer", N_ ("The employer takes care of it") },
  [OVS_SOLVED_LOKET] = { "loket", N_ ("Loket takes care of it") },
  [OVS_SOLVED_NOT] = { "not", N_ ("Not solved") },
};

const char *
ovs_drop_out_code (OvsDropOut drop_out)
{
  return points[drop_out].code;
}

gboolean
ovs_drop_out_from_code (const char *code, OvsDropOut *drop_out)
{
  for (guint i = 0; code != NULL && i < OVS_N_DROP_OUTS; i++)
    if (g_ascii_strcasecmp (points[i].code, code) == 0)
      {
        *drop_out = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_drop_out_title (OvsDropOut drop_out)
{
  return _ (points[drop_out].title);
}

const char *
ovs_drop_out_hint (OvsDropOut drop_out)
{
  return points[drop_out].hint != NULL ? _ (points[drop_out].hint) : NULL;
}

/* What holds wherever it sticks, because the way itself is closed or was walked already. Returns: (nullable). */
static const char *
say_first (OvsAccess mijnloket)
{
  switch (mijnloket)
    {
    case OVS_ACCESS_BLOCKED:
    case OVS_ACCESS_USER_BLOCKED:
      return _ ("Your access to MijnLoket is blocked. I find out why, and call you back.");
    case OVS_ACCESS_ACTIVE:
      return _ ("Your account is linked already. Sign in at mijn.loket.nl with the address and the password of that account; your payslips are there.");
    default:
      return NULL;
    }
}

/* Nothing was sent, or it no longer works: looking for it is of no use. */
static const char *
say_without_invitation (OvsAccess mijnloket)
{
  switch (mijnloket)
    {
    case OVS_ACCESS_NONE:
    case OVS_ACCESS_INVITE_FAILED:
      return _ ("I see that no invitation has reached you yet. To which address may it be sent? Then I see to it now.");
    case OVS_ACCESS_INVITE_CANCELLED:
    case OVS_ACCESS_INVITE_EXPIRED:
      return _ ("Your invitation no longer works. I send you a new one; please use the newest mail.");
    default:
      return NULL;
    }
}

const char *
ovs_drop_out_say (OvsDropOut drop_out, OvsAccess mijnloket)
{
  const char *words = say_first (mijnloket);

  /* Who sees no payslips can be linked elsewhere, and forgotten passwords are of every day. */
  if (mijnloket == OVS_ACCESS_ACTIVE && drop_out == OVS_DROP_OUT_PASSWORD)
    words = NULL;
  if (words == NULL && drop_out <= OVS_DROP_OUT_SECOND_MAIL)
    words = say_without_invitation (mijnloket);
  return words != NULL ? words : _ (points[drop_out].say);
}

const char *
ovs_drop_out_ask (OvsAccess mijnloket)
{
  const char *words = say_first (mijnloket);

  if (words == NULL)
    words = say_without_invitation (mijnloket);
  return words != NULL ? words : _ ("At which address did you expect the mail? And what do you see on your screen now?");
}

const char *
ovs_solved_code (OvsSolved solved)
{
  return solutions[solved].code;
}

gboolean
ovs_solved_from_code (const char *code, OvsSolved *solved)
{
  for (guint i = 0; code != NULL && i < OVS_N_SOLVED; i++)
    if (g_str_equal (solutions[i].code, code))
      {
        *solved = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_solved_title (OvsSolved solved)
{
  return _ (solutions[solved].title);
}
