/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/enquiry-post.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** How far making lists is; written by one thread and read by another. */
typedef struct
{
  int done;
  int all; /* 0 before it is known */
} OvsEnquiryJobProgress;

OvsEnquiryJobProgress *ovs_enquiry_job_progress_new (void);
void                   ovs_enquiry_job_progress_unref (OvsEnquiryJobProgress *progress);

/**
 * Makes lists off the main thread and writes down that the clients were asked; refreshes the workspace. @people: (nullable) (element-type
 * gint64): the lists of the clients of these people; @employers: (nullable) (element-type gint64): of these clients; else by @whom.
 * ovs_enquiry_job_finish() gives for how many clients, -1 with @error set.
 */
void ovs_enquiry_job_async  (OvsWorkspace *workspace, OvsEnquiryWhom whom, const GArray *employers, const GArray *people, const char *folder,
                             OvsDay deadline, OvsEnquiryJobProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
int  ovs_enquiry_job_finish (OvsWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
