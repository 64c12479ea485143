/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "letters/enquiry-list.h"

G_BEGIN_DECLS

/** Whose lists are made. */
typedef enum
{
  OVS_ENQUIRY_THESE,  /* of the clients that are named */
  OVS_ENQUIRY_TO_ASK, /* of those with something to ask, without a list on its way */
  OVS_ENQUIRY_TO_REMIND, /* of those whose deadline is past */
  OVS_ENQUIRY_ALL,    /* of those with something to ask, asked already or not */
} OvsEnquiryWhom;

/** Called now and then with how many lists are made, of all there are. In the thread of ovs_enquiry_post(). */
typedef void (*OvsEnquiryProgress) (guint done, guint all, gpointer data);

/**
 * OvsEnquiryOrder:
 * @employers: (nullable) (element-type gint64): for %OVS_ENQUIRY_THESE
 * @handler: (nullable): of this colleague's clients only
 * @folder: in the encoding of the file system; made where it is not there
 * @deadline: the day by which the lists are to be back
 * @progress: (nullable)
 */
typedef struct
{
  OvsEnquiryWhom whom;
  const GArray *employers;
  const char *handler;
  const char *folder;
  OvsDay deadline;
  OvsEnquiryProgress progress;
  gpointer progress_data;
} OvsEnquiryOrder;

/**
 * OvsEnquiryPosted:
 * @files: (owned) (element-type utf8): names of the files, two for each client
 * @clients: for whom lists were made
 * @people: on all lists together
 */
typedef struct
{
  GPtrArray *files;
  guint clients;
  guint people;
} OvsEnquiryPosted;

void     ovs_enquiry_posted_clear (OvsEnquiryPosted *posted);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsEnquiryPosted, ovs_enquiry_posted_clear)

/**
 * Makes the lists, a PDF and a table for each client, and writes down that the clients were asked, or reminded. Nothing that is in @folder is
 * overwritten; where it fails or is cancelled, no list remains and nothing is written down. Fails with %OVS_DOSSIER_ERROR_REFUSED where there
 * is nothing to ask. Blocks; not for the main thread of a window.
 */
gboolean ovs_enquiry_post         (OvsDossier *dossier, const OvsEnquiryOrder *order, OvsEnquiryPosted *posted, GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
