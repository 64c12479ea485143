/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/day.h"
#include "letters/pen.h"

G_BEGIN_DECLS

/**
 * OvsPdfAbout:
 * @title: what its reader shows as its name
 * @author: (nullable)
 * @made_on: today, as the dossier sees it
 */
typedef struct
{
  const char *title;
  const char *author;
  OvsDay made_on;
} OvsPdfAbout;

/** Draws all pages, each ended by cairo_show_page(). */
typedef void (*OvsPdfFunc) (const OvsPen *pen, gpointer data);

/**
 * A PDF of A4 pages, with fonts embedded, texts that can be selected, and a structure for who has it read out (ISO 32000-1, 14.7).
 * Returns: (transfer full): NULL with @error set.
 */
GBytes *ovs_pdf_make (const OvsPdfAbout *about, OvsPdfFunc draw, gpointer data, GError **error);

G_END_DECLS
