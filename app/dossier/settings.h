/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** What concerns the conversion and belongs to the dossier, by name. */
#define OVS_SETTING_FIRM         "firm"          /* name of the accounting firm */
#define OVS_SETTING_FIRM_DOMAIN  "firm-domain"   /* its mail domain, in ASCII */
#define OVS_SETTING_LOKET_URL    "loket-url"     /* where Loket was last found: a hint */
#define OVS_SETTING_LOKET_KIND   "loket-kind"    /* practice, acceptance, production */
#define OVS_SETTING_SIGN_IN      "sign-in"       /* browser: a person signs in, also at a practice Loket */
#define OVS_SETTING_PROVIDER     "provider"      /* Loket's id of the firm; another one is refused */
#define OVS_SETTING_PREFIXES     "path-prefixes" /* which paths this Loket answers to */
#define OVS_SETTING_CLOCK_OFFSET "clock-offset"  /* microseconds that a practice Loket's clock is ahead */
#define OVS_SETTING_ADDENDUM     "addendum"      /* whether the firm signed the addendum for MijnLoket: 1 or 0 */
#define OVS_SETTING_WERKNEMERLOKET_PRODUCT "werknemerloket-product" /* its number in Loket; not set: as the help desk names it */
#define OVS_SETTING_MIJNLOKET_PRODUCT "mijnloket-product" /* the same of MijnLoket; not set: told by its description */
#define OVS_SETTING_SECOND_PERSON "second-person" /* above how many people a second person has to agree; not set: never */
/* What letters tell of the office, as it wants to be seen. */
#define OVS_SETTING_OFFICE_ADDRESS "office-address" /* some lines */
#define OVS_SETTING_OFFICE_PHONE   "office-phone"
#define OVS_SETTING_OFFICE_EMAIL   "office-email"
#define OVS_SETTING_HELP_CONTACT   "help-contact"   /* whom employees ask at the office */
#define OVS_SETTING_HELP_PHONE     "help-phone"
#define OVS_SETTING_HELP_HOURS     "help-hours"
#define OVS_SETTING_FLYER_LANGUAGES "flyer-languages" /* besides Dutch: `en pl`, with a space between them */
/* How many questions the office can answer on a day, and which share comes on the busiest day, in percent. */
#define OVS_SETTING_QUESTIONS_PER_DAY "questions-per-day"
#define OVS_SETTING_PEAK_SHARE     "peak-share"
/* Of what the first follows: so many colleagues, so many minutes a day each, and minutes for a question; not set where the office gave the number itself. */
#define OVS_SETTING_COLLEAGUES     "colleagues"
#define OVS_SETTING_MINUTES_A_DAY  "minutes-a-day"
#define OVS_SETTING_MINUTES        "minutes-per-question"
/* By which the calendars of colleagues know the dossier. */
#define OVS_SETTING_CALENDAR       "calendar"
/* After how many days since an invitation the client gets a word, and the employee a new one; 0: never. See rules/follow-up-step.h. */
#define OVS_SETTING_FIRST_WORD_DAYS "first-word-days"
#define OVS_SETTING_SECOND_INVITATION_DAYS "second-invitation-days"
/* The day on which all personal data were removed. */
#define OVS_SETTING_PURGED_ON      "purged-on"
/* Days between two rounds. */
#define OVS_SETTING_ROUND_GAP      "round-gap"

/* So many days after the last client was closed personal data are to be removed; not set: OVS_PURGE_AFTER. */
#define OVS_SETTING_PURGE_AFTER    "purge-after-days"

/** Returns: (transfer full) (nullable): NULL where nothing is set. */
char    *ovs_settings_get     (OvsTx *tx, const char *name);

/** Sets @name; a NULL @value forgets it. */
void     ovs_settings_set     (OvsTx *tx, const char *name, const char *value);

/** A number, 0 where nothing is set. */
gint64   ovs_settings_get_int (OvsTx *tx, const char *name);
void     ovs_settings_set_int (OvsTx *tx, const char *name, gint64 value);

G_END_DECLS
