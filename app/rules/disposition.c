/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/disposition.h"

#include <glib/gi18n.h>

#include "rules/source.h"
#include "rules/term.h"

typedef struct
{
  const char *code;
  const char *title;
} DispositionName;

static const DispositionName dispositions[OVS_N_DISPOSITIONS] = {
  [OVS_DISPOSITION_READY] = { "ready", N_ ("Can go over") },
  [OVS_DISPOSITION_DECIDE] = { "decide", N_ ("To decide") },
  [OVS_DISPOSITION_STOPPER] = { "stopper", N_ ("Stopper") },
  [OVS_DISPOSITION_LEFT_OUT] = { "left-out", N_ ("Left out") },
  [OVS_DISPOSITION_DONE] = { "done", N_ ("Done already") },
};

typedef struct
{
  const char *code;
  const char *title;
  const char *source;
} ReasonName;

static const ReasonName reasons[OVS_N_REASONS] = {
  [OVS_REASON_NONE] = { NULL, NULL, NULL },
  [OVS_REASON_CLIENT_NOT_SELECTED] = { "client-not-selected", N_ ("The client does not take part"),
                                       OVS_SOURCE_OVERSTAP },
  [OVS_REASON_DECEASED] = { "deceased", N_ ("Deceased"), OVS_SOURCE_OVERSTAP },
  [OVS_REASON_EXCLUDED_BY_HAND] = { "excluded-by-hand", N_ ("Excluded by hand"), OVS_SOURCE_OVERSTAP },
  [OVS_REASON_ALREADY_LINKED] = { "already-linked", N_ ("Already over to MijnLoket"), OVS_SOURCE_COLLECTIVE },
  [OVS_REASON_ALREADY_INVITED] = { "already-invited", N_ ("Already invited to MijnLoket"),
                                   OVS_SOURCE_COLLECTIVE },
  [OVS_REASON_NOT_YET_EMPLOYED] = { "not-yet-employed", N_ ("Not yet employed"), OVS_SOURCE_GROUP },
  /* These three name the year of the rule, and the day on which access ends. */
  [OVS_REASON_LEFT_2025_KEEPS_ACCESS] = { "left-2025-keeps-access", N_ ("Left in %1$d, keeps Werknemerloket until %2$s"),
                                          OVS_SOURCE_GROUP },
  [OVS_REASON_LEFT_2025_ACCESS_ENDED] = { "left-2025-access-ended",
                                          N_ ("Left in %1$d, access to Werknemerloket ended on %2$s"), OVS_SOURCE_GROUP },
  [OVS_REASON_LEFT_BEFORE_2025] = { "left-before-2025", N_ ("Left before %d"), OVS_SOURCE_GROUP },
  [OVS_REASON_LEFT_EMPLOYMENT] = { "left-employment", N_ ("Left employment"), OVS_SOURCE_GROUP },
  [OVS_REASON_NO_WERKNEMERLOKET] = { "no-werknemerloket",
                                     N_ ("No access to Werknemerloket, so nothing to move"),
                                     OVS_SOURCE_COLLECTIVE },
};

const char *
ovs_disposition_code (OvsDisposition disposition)
{
  g_return_val_if_fail (disposition < OVS_N_DISPOSITIONS, NULL);

  return dispositions[disposition].code;
}

gboolean
ovs_disposition_from_code (const char *code, OvsDisposition *disposition)
{
  for (gsize i = 0; i < OVS_N_DISPOSITIONS; i++)
    if (g_strcmp0 (dispositions[i].code, code) == 0)
      {
        *disposition = (OvsDisposition) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_disposition_title (OvsDisposition disposition)
{
  g_return_val_if_fail (disposition < OVS_N_DISPOSITIONS, NULL);

  return _ (dispositions[disposition].title);
}

const char *
ovs_reason_code (OvsReason reason)
{
  g_return_val_if_fail (reason < OVS_N_REASONS, NULL);

  return reasons[reason].code;
}

gboolean
ovs_reason_from_code (const char *code, OvsReason *reason)
{
  for (gsize i = 0; code != NULL && i < OVS_N_REASONS; i++)
    if (g_strcmp0 (reasons[i].code, code) == 0)
      {
        *reason = (OvsReason) i;
        return TRUE;
      }
  return FALSE;
}

static char *
make_title (OvsReason reason)
{
  g_autofree char *ends = ovs_day_to_dutch (ovs_term_get (OVS_TERM_LEAVERS_ACCESS_ENDS));
  int year;

  ovs_day_to_ymd (ovs_term_get (OVS_TERM_LEAVERS_FIRST), &year, NULL, NULL);
  switch (reason)
    {
    case OVS_REASON_LEFT_2025_KEEPS_ACCESS:
      return g_strdup_printf (_ ("Left in %1$d, keeps Werknemerloket until %2$s"), year, ends);
    case OVS_REASON_LEFT_2025_ACCESS_ENDED:
      return g_strdup_printf (_ ("Left in %1$d, access to Werknemerloket ended on %2$s"), year, ends);
    case OVS_REASON_LEFT_BEFORE_2025:
      return g_strdup_printf (_ ("Left before %d"), year);
    default:
      return g_strdup (_ (reasons[reason].title));
    }
}

/* A table asks for them row by row, from several threads: each is made once. */
const char *
ovs_reason_title (OvsReason reason)
{
  static gsize titles[OVS_N_REASONS];

  g_return_val_if_fail (reason < OVS_N_REASONS, NULL);

  if (reason == OVS_REASON_NONE)
    return "";
  if (g_once_init_enter (&titles[reason]))
    g_once_init_leave (&titles[reason], (gsize) make_title (reason));
  return (const char *) titles[reason];
}

const char *
ovs_reason_source (OvsReason reason)
{
  g_return_val_if_fail (reason < OVS_N_REASONS, NULL);

  return reasons[reason].source;
}

gboolean
ovs_reason_is_done (OvsReason reason)
{
  return reason == OVS_REASON_ALREADY_LINKED || reason == OVS_REASON_ALREADY_INVITED;
}
