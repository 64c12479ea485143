/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the rules can be read: Loket's help desks, by article number; see OVS_RULES_READ_ON in rules/boundary.h for the
 * day.
 */

/** "Het collectief migreren van Werknemerloket naar MijnLoket". */
#define OVS_SOURCE_COLLECTIVE "helpdesk.loket.nl 31031334674706"

/** "Groep klanten overzetten naar MijnLoket". */
#define OVS_SOURCE_GROUP "helpdesk.loket.nl 29682336461202"

/** "Hoe maakt een medewerker een account aan in MijnLoket?". */
#define OVS_SOURCE_ACCOUNT "helpdesk.loket.nl 26411496738962"

/** "Kan ik mijn oude werkgever nog zien in MijnLoket?". */
#define OVS_SOURCE_OLD_EMPLOYER "helpdesk.loket.nl 26428745378578"

/** "MijnLoket activeren en inrichten in Loket". */
#define OVS_SOURCE_ACTIVATE "helpdeskwerkgevers.loket.nl 31552117434898"

/** No article: our own advice. */
#define OVS_SOURCE_OVERSTAP "Overstap"

/**
 * A @source (nullable: none) as it stands behind a number or a sentence on screen, in the user's language: "according to the help-desk
 * article, read on 21-11-2026", or that it is our own advice. Returns: (transfer full).
 */
char *ovs_source_tell (const char *source);

G_END_DECLS
