/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What can be found about an employee: stoppers, then warnings, then infos. Only codes are stored, see OvsRule. */
typedef enum
{
  OVS_FINDING_NO_PRIVATE_EMAIL,
  OVS_FINDING_INVALID_PRIVATE_EMAIL,
  OVS_FINDING_EMPLOYMENT_DATES_CONFLICT,
  OVS_FINDING_CHANGE_IN_LOKET,
  OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET,

  OVS_FINDING_EMAIL_NOT_UNIQUE,
  OVS_FINDING_EMAIL_PLACEHOLDER,
  OVS_FINDING_EMAIL_IS_ROLE_ADDRESS,
  OVS_FINDING_EMAIL_AT_FIRM,
  OVS_FINDING_EMAIL_AT_WORK,
  OVS_FINDING_EMAIL_LOOKS_MISTYPED,
  OVS_FINDING_EMAIL_DIFFERS,
  OVS_FINDING_BIRTH_DATE_MISSING,
  OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE,
  OVS_FINDING_ENDS_AROUND_WAVE,

  OVS_FINDING_SEVERAL_EMPLOYERS,
  OVS_FINDING_ENDS_AFTER_WAVE,
  OVS_FINDING_NO_WERKNEMERLOKET,
  OVS_FINDING_NEW_SINCE_ANNOUNCEMENT,
} OvsFinding;

#define OVS_N_FINDINGS (OVS_FINDING_NEW_SINCE_ANNOUNCEMENT + 1)

/** A set of findings, one bit each. The bits live in memory only. */
typedef guint32 OvsFindings;

#define OVS_FINDING_BIT(finding) ((OvsFindings) 1 << (finding))

/** All stoppers, all warnings, all infos. */
#define OVS_FINDINGS_STOPPERS (OVS_FINDING_BIT (OVS_FINDING_EMAIL_NOT_UNIQUE) - 1)
#define OVS_FINDINGS_WARNINGS                                                                                         \
  (OVS_FINDING_BIT (OVS_FINDING_SEVERAL_EMPLOYERS) - OVS_FINDING_BIT (OVS_FINDING_EMAIL_NOT_UNIQUE))
#define OVS_FINDINGS_INFOS (OVS_FINDING_BIT (OVS_N_FINDINGS) - OVS_FINDING_BIT (OVS_FINDING_SEVERAL_EMPLOYERS))

typedef enum
{
  OVS_FINDING_KIND_STOPPER, /* can only be mended in the data */
  OVS_FINDING_KIND_WARNING, /* asks for a decision */
  OVS_FINDING_KIND_INFO,
} OvsFindingKind;

/** Who says so. */
typedef enum
{
  OVS_RULE_ORIGIN_LOKET_STOPS,
  OVS_RULE_ORIGIN_LOKET_WARNS,
  OVS_RULE_ORIGIN_OVERSTAP, /* our own advice */
} OvsRuleOrigin;

/**
 * OvsRule:
 * @code: what `--json`, the database and the tests use; never renamed
 * @source: where the rule can be read: a help-desk article as `helpdesk.loket.nl 31031334674706`, or `Overstap`
 * @title, @effect, @why, @remedy: English message ids; shown by ovs_rule_title() and its sisters
 */
typedef struct
{
  const char *code;
  OvsFindingKind kind;
  OvsRuleOrigin origin;
  const char *source;
  const char *title;
  const char *effect;
  const char *why;
  const char *remedy;
} OvsRule;

/** The rule of a @finding. Returns: (transfer none). */
const OvsRule *ovs_rule_get              (OvsFinding finding);

/** The finding of a @code (nullable). FALSE when there is no such code. */
gboolean       ovs_rule_lookup           (const char *code, OvsFinding *finding);

/** In the user's language: what was found, what comes of it in a few words, why it matters, what to do. Returns: (transfer none). */
const char    *ovs_rule_title            (OvsFinding finding);
const char    *ovs_rule_effect           (OvsFinding finding);
const char    *ovs_rule_why              (OvsFinding finding);
const char    *ovs_rule_remedy           (OvsFinding finding);

/** `stopper`, `warning` or `info`. Returns: (transfer none). */
const char    *ovs_finding_kind_code     (OvsFindingKind kind);

/** Who says so, in the user's language ("Loket stops this"). Returns: (transfer none). */
const char    *ovs_rule_origin_title     (OvsRuleOrigin origin);

G_END_DECLS
