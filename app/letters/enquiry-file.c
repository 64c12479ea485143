/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/enquiry-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "csv/headers.h"
#include "csv/writer.h"
#include "letters/enquiry-paper.h"
#include "letters/enquiry-words.h"

static cairo_status_t
take_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const OvsEnquiryList *list)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", ovs_enquiry_words_get ("titel"), list->client);
  g_autofree char *day = ovs_day_to_iso (list->made_on);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  if (list->firm != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, list->firm);
}

static cairo_status_t
draw_pages (const OvsEnquiryList *list, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, OVS_PAPER_WIDTH, OVS_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (OvsEnquiryPaper) paper = ovs_enquiry_paper_new (list);
  cairo_status_t status;

  describe (surface, list);
  for (guint page = 0; page < ovs_enquiry_paper_get_n_pages (paper); page++)
    {
      ovs_enquiry_paper_draw (paper, cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
ovs_enquiry_file_save_pdf (const OvsEnquiryList *list, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = draw_pages (list, bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_file_set_contents_full (path, (const char *) bytes->data, (gssize) bytes->len,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               _ ("The list of client %s could not be drawn: %s. No list was made; try it again."), list->number,
               cairo_status_to_string (status));
  return FALSE;
}

gboolean
ovs_enquiry_file_save_table (const OvsEnquiryList *list, const char *path, GError **error)
{
  static const OvsField fields[] = { OVS_FIELD_EMPLOYER_NUMBER, OVS_FIELD_EMPLOYEE_NUMBER, OVS_FIELD_NAME,
                                     OVS_FIELD_REASON,          OVS_FIELD_PRIVATE_EMAIL,   OVS_FIELD_NO_EMAIL };
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    ovs_csv_writer_add_text (writer, ovs_headers_get_own (OVS_CSV_CORRECTIONS, fields[i]));
  if (!ovs_csv_writer_end_row (writer, error))
    return FALSE;
  for (guint i = 0; i < list->lines->len; i++)
    {
      const OvsEnquiryLine *line = g_ptr_array_index (list->lines, i);
      const char *cells[] = { list->number, line->number, line->name, line->missing, "", "", NULL };

      if (!ovs_csv_writer_add_row (writer, cells, error))
        return FALSE;
    }
  return ovs_csv_writer_close (writer, error);
}
