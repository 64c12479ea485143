/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/enquiry-file.h"

#include "csv/headers.h"
#include "csv/writer.h"
#include "letters/enquiry-paper.h"
#include "letters/enquiry-words.h"
#include "letters/pdf.h"

static void
draw_pages (const OvsPen *pen, gpointer list)
{
  g_autoptr (OvsEnquiryPaper) paper = ovs_enquiry_paper_new (list);

  for (guint page = 0; page < ovs_enquiry_paper_get_n_pages (paper); page++)
    {
      ovs_enquiry_paper_draw (paper, pen->cr, page);
      cairo_show_page (pen->cr);
    }
}

gboolean
ovs_enquiry_file_save_pdf (const OvsEnquiryList *list, const char *path, GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", ovs_enquiry_words_get ("titel"), list->client);
  const OvsPdfAbout about = { .title = title, .author = list->firm, .made_on = list->made_on };
  g_autoptr (GBytes) pdf = ovs_pdf_make (&about, draw_pages, (gpointer) list, error);

  return pdf != NULL
         && g_file_set_contents_full (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
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
