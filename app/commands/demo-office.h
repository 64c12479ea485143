/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/practice.h"

G_BEGIN_DECLS

/**
 * OvsDemoOffice:
 * @folder: readable by its owner only; it goes with the office
 * @clients_file, @employees_file: the sample files, as such an office has them
 * @practice: a Loket that knows the same people
 * @dossier: where to make the dossier
 */
typedef struct
{
  char *folder;
  char *clients_file;
  char *employees_file;
  char *dossier;
  OvsPractice *practice;
} OvsDemoOffice;

/** An invented office in a temporary folder, with a practice Loket that listens. Returns: (transfer full)
 * (nullable). */
OvsDemoOffice *ovs_demo_office_new (GError **error);

/** Ends the practice Loket and removes the folder with all that is in it. */
void ovs_demo_office_free (OvsDemoOffice *office);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsDemoOffice, ovs_demo_office_free)

G_END_DECLS
