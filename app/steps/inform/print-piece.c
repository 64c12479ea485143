/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/print-piece.h"

#include <glib/gi18n.h>

#include "dossier/letter-clients.h"
#include "dossier/outbox.h"
#include "dossier/waves.h"
#include "letters/letter-paper.h"
#include "letters/posting.h"
#include "steps/inform/piece-view.h"

/* A page of a letter, or of what goes along with it. */
typedef struct
{
  const OvsLetter *letter; /* (unowned) */
  guint page;
} Sheet;

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  OvsPiece piece;
  GArray *clients;         /* (owned) (nullable): those of the round */
  gint64 wave;
  GPtrArray *letters;      /* (owned) (element-type OvsLetter) */
  GArray *sheets;          /* (owned) (element-type Sheet) */
  OvsLetterPaper *paper;   /* (owned) (nullable): that of which a page was drawn last */
  const OvsLetter *drawn;  /* (unowned) (nullable): its letter */
  gboolean one;            /* letter is asked for, no more */
  guint left_out;
  char *reason;            /* (owned) (nullable): why the first of these is left out */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_object_unref (printing->teller);
  g_object_unref (printing->workspace);
  g_clear_pointer (&printing->clients, g_array_unref);
  g_clear_pointer (&printing->paper, ovs_letter_paper_free);
  g_ptr_array_unref (printing->letters);
  g_array_unref (printing->sheets);
  g_free (printing->reason);
  g_free (printing);
}

static void
tell (Printing *printing, const char *text)
{
  gtk_widget_activate_action (printing->teller, "win.tell", "(sb)", text, FALSE);
}

/* --- which letters ----------------------------------------------------------------------------------------------- */

static void
take (Printing *printing, OvsLetter *letter)
{
  if (letter == NULL)
    return;
  if (letter->piece == OVS_PIECE_FLYER && letter->toolkit_file != NULL)
    {
      g_autofree char *name = g_filename_display_basename (letter->toolkit_file);

      g_ptr_array_add (letter->problems, g_strdup_printf (_ ("The file “%s” of the toolkit is the flyer now: print that file."), name));
    }
  if (ovs_letter_may_go (letter, OVS_WAY_PAPER))
    {
      g_ptr_array_add (printing->letters, letter);
      return;
    }
  if (!letter->needless || printing->one)
    {
      printing->left_out++;
      if (printing->reason == NULL)
        printing->reason = g_strdup (g_ptr_array_index (letter->problems, 0));
    }
  ovs_letter_free (letter);
}

static void
choose (const OvsLetterClient *client, gpointer chosen)
{
  g_array_append_val (chosen, client->id);
}

/* Returns: (transfer full) (element-type gint64): 0 for a piece that is not for clients. */
static GArray *
choose_clients (OvsTx *tx, const Printing *printing)
{
  static const gint64 nobody = 0;
  GArray *chosen;

  if (ovs_piece_is_for_client (printing->piece) && printing->clients != NULL)
    return g_array_copy (printing->clients);
  if (ovs_piece_is_for_client (printing->piece) && printing->wave > 0)
    return ovs_waves_client_ids (tx, printing->wave);
  chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (ovs_piece_is_for_client (printing->piece))
    ovs_letter_clients_foreach (tx, 0, choose, chosen);
  else
    g_array_append_val (chosen, nobody);
  return chosen;
}

/* A paper belongs to one thread: here it only tells how many pages it has. */
static void
add_pages (Printing *printing, const OvsLetter *letter)
{
  g_autoptr (OvsLetterPaper) paper = ovs_letter_paper_new (letter);
  Sheet sheet = { .letter = letter };

  for (sheet.page = 0; sheet.page < ovs_letter_paper_get_n_pages (paper); sheet.page++)
    g_array_append_val (printing->sheets, sheet);
}

/* A file of the toolkit is no paper of ours: it is printed from where it comes. */
static void
lay_out (Printing *printing)
{
  for (guint i = 0; i < printing->letters->len; i++)
    {
      const OvsLetter *letter = g_ptr_array_index (printing->letters, i);

      add_pages (printing, letter);
      for (guint j = 0; j < letter->enclosed->len; j++)
        if (((const OvsLetter *) g_ptr_array_index (letter->enclosed, j))->toolkit_file == NULL)
          add_pages (printing, g_ptr_array_index (letter->enclosed, j));
    }
}

static gboolean
compose (OvsTx *tx, gpointer data, GError **error)
{
  Printing *printing = data;
  g_autoptr (OvsPieceText) text = ovs_piece_text_load (printing->piece, error);
  g_autoptr (GArray) clients = choose_clients (tx, printing);
  gint64 wave = ovs_piece_is_for_client (printing->piece) ? 0 : MAX (printing->wave, 0);

  printing->one = clients->len == 1;
  for (guint i = 0; text != NULL && i < clients->len && !ovs_tx_failed (tx); i++)
    take (printing, ovs_letter_compose (tx, text, g_array_index (clients, gint64, i), wave));
  lay_out (printing);
  return text != NULL;
}

/* --- pages ----------------------------------------------------------------------------------------------------------- */

static void
draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Printing *printing)
{
  const Sheet *sheet = &g_array_index (printing->sheets, Sheet, number);

  if (printing->drawn != sheet->letter)
    {
      g_clear_pointer (&printing->paper, ovs_letter_paper_free);
      printing->paper = ovs_letter_paper_new (sheet->letter);
      printing->drawn = sheet->letter;
    }
  ovs_letter_paper_draw (printing->paper, gtk_print_context_get_cairo_context (context), sheet->page, FALSE);
}

/* --- what was printed -------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsDay round_day;
  gboolean found;
} Before;

/* It is written down already: made before, or sent. */
static void
look_back (const OvsLetterRow *row, gpointer data)
{
  Before *before = data;

  before->found = before->found || ((row->state == OVS_LETTER_WAITING || row->state == OVS_LETTER_SENT) && row->round_day == before->round_day);
}

static gboolean
keep (OvsTx *tx, gpointer data, GError **error)
{
  Printing *printing = data;

  for (guint i = 0; i < printing->letters->len; i++)
    {
      const OvsLetter *letter = g_ptr_array_index (printing->letters, i);
      Before before = { .round_day = letter->round_day };

      ovs_outbox_foreach (tx, letter->employer, ovs_piece_code (letter->piece), look_back, &before);
      if (!before.found && !ovs_posting_keep (tx, letter, OVS_WAY_PAPER, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  guint n = printing->letters->len;
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = g_strdup_printf (ngettext ("%u letter went to the printer. Tick it off when it is on its way.",
                                                        "%u letters went to the printer. Tick them off when they are on their way.", n), n);
  g_autofree char *left = g_strdup_printf (ngettext ("%u was left out: %s", "%u were left out, the first because: %s", printing->left_out),
                                           printing->left_out, printing->reason);
  g_autofree char *whole = printing->left_out > 0 ? g_strconcat (printed, " ", left, NULL) : g_strdup (printed);

  tell (printing, ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error) ? whole : error->message);
  printing_free (printing);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      sentence = g_strdup_printf (_ ("It was not printed: %s. Look at the printer, and try again."), error->message);
      tell (printing, sentence);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && ovs_piece_is_for_client (printing->piece))
    ovs_workspace_write_async (printing->workspace, keep, printing, NULL, on_kept, printing);
  else
    printing_free (printing);
  g_object_unref (operation);
}

static void
print (Printing *printing)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, ovs_piece_title (printing->piece));
  gtk_print_operation_set_n_pages (operation, (int) printing->sheets->len);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), printing);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), printing);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (printing->teller)), NULL);
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    tell (printing, error->message);
  else if (printing->letters->len == 0)
    tell (printing, printing->reason != NULL ? printing->reason : _ ("There is nobody to print this for."));
  else if (gtk_widget_get_root (printing->teller) != NULL)
    {
      print (printing);
      return;
    }
  printing_free (printing);
}

void
ovs_print_piece (GtkWidget *teller, OvsWorkspace *workspace, OvsPiece piece, const GArray *clients)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->teller = g_object_ref (teller);
  printing->workspace = g_object_ref (workspace);
  printing->piece = piece;
  printing->clients = clients != NULL ? g_array_copy ((GArray *) clients) : NULL;
  printing->wave = ovs_workspace_get_wave (workspace);
  printing->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_letter_free);
  printing->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), compose, printing, NULL, on_composed, printing);
}
