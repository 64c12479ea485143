/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "letters/paper-table.h"

static cairo_status_t
take_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const OvsPdfAbout *about)
{
  g_autofree char *day = ovs_day_to_iso (about->made_on);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, about->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Overstap");
  if (about->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, about->author);
}

GBytes *
ovs_pdf_make (const OvsPdfAbout *about, OvsPdfFunc draw, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, OVS_PAPER_WIDTH, OVS_PAPER_HEIGHT);
  OvsPen pen = { cairo_create (surface), ovs_pen_context_new () };
  cairo_status_t status;

  describe (surface, about);
  ovs_pen_begin (&pen, "Document");
  draw (&pen, data);
  ovs_pen_end (&pen, "Document");
  status = cairo_status (pen.cr);
  cairo_destroy (pen.cr);
  g_object_unref (pen.context);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” could not be drawn: %s. No file was made; try it again."), about->title,
               cairo_status_to_string (status));
  return NULL;
}
