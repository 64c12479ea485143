/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/check/loket-mends.h"

#include "conversion/mend.h"
#include "dossier/people-list.h"

struct _OvsLoketMends
{
  GObject parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GArray *waiting;         /* (owned) (element-type gint64) */
  guint at;                /* of them that is under way */
  gboolean running;
  guint changed;
  guint not_changed;
  char *name;   /* (nullable): the first whose address was not changed */
  char *answer; /* (nullable): and why */
};

G_DEFINE_FINAL_TYPE (OvsLoketMends, ovs_loket_mends, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Who is under way. */
typedef struct
{
  OvsLoketMends *mends; /* (owned) */
  gint64 employee;
  char *employer_number;
  char *number;
  char *email; /* (nullable) */
  char *name;
} Mending;

static void go_on (OvsLoketMends *self);

static void
mending_free (Mending *mending)
{
  g_object_unref (mending->mends);
  g_free (mending->employer_number);
  g_free (mending->number);
  g_free (mending->email);
  g_free (mending->name);
  g_free (mending);
}

static void
note_answer (OvsLoketMends *self, const Mending *mending, const char *answer)
{
  if (self->not_changed++ > 0)
    return;
  self->name = g_strdup (mending->name);
  self->answer = g_strdup (answer);
}

/* Without a connection nobody can be changed: the rest stays as it is. */
static void
give_up (OvsLoketMends *self)
{
  self->not_changed += self->waiting->len - self->at - 1;
  self->at = self->waiting->len - 1;
}

static void
on_mended (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Mending *mending = user_data;
  OvsLoketMends *self = mending->mends;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsMended) mended = ovs_mend_finish (OVS_DOSSIER (dossier), result, &error);

  if (mended == NULL)
    {
      note_answer (self, mending, error->message);
      give_up (self);
    }
  else if (mended->state == OVS_ADDRESS_CHANGE_DONE)
    self->changed++;
  else
    note_answer (self, mending, mended->answer);
  ovs_workspace_refresh (self->workspace);
  self->at++;
  go_on (self);
  mending_free (mending);
}

static void
take_person (const OvsPeopleRow *row, gpointer data)
{
  Mending *mending = data;

  mending->employer_number = g_strdup (row->employer_number);
  mending->number = g_strdup (row->number);
  mending->email = g_strdup (row->email);
  mending->name = ovs_people_list_name (row);
}

static gboolean
read_person (OvsTx *tx, gpointer data, GError **error)
{
  Mending *mending = data;

  ovs_people_read (tx, &mending->employee, 1, take_person, mending);
  return TRUE;
}

static void
on_person_read (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  Mending *mending = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, NULL) && mending->email != NULL)
    {
      ovs_mend_async (OVS_DOSSIER (dossier), mending->employer_number, mending->number, mending->email, NULL, on_mended, mending);
      return;
    }
  mending->mends->at++;
  go_on (mending->mends);
  mending_free (mending);
}

static void
settle (OvsLoketMends *self)
{
  self->running = FALSE;
  g_array_set_size (self->waiting, 0);
  self->at = 0;
  g_signal_emit (self, signals[SETTLED], 0, self->changed, self->not_changed, self->name, self->answer);
  self->changed = 0;
  self->not_changed = 0;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->answer, g_free);
}

static void
go_on (OvsLoketMends *self)
{
  Mending *mending;

  g_signal_emit (self, signals[PROGRESS], 0, self->at, self->waiting->len);
  if (self->at >= self->waiting->len)
    {
      settle (self);
      return;
    }
  mending = g_new0 (Mending, 1);
  mending->mends = g_object_ref (self);
  mending->employee = g_array_index (self->waiting, gint64, self->at);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_person, mending, NULL, on_person_read, mending);
}

static void
ovs_loket_mends_finalize (GObject *object)
{
  OvsLoketMends *self = OVS_LOKET_MENDS (object);

  g_object_unref (self->workspace);
  g_array_unref (self->waiting);
  g_free (self->name);
  g_free (self->answer);
  G_OBJECT_CLASS (ovs_loket_mends_parent_class)->finalize (object);
}

static void
ovs_loket_mends_class_init (OvsLoketMendsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_loket_mends_finalize;
  signals[PROGRESS] = g_signal_new ("progress", OVS_TYPE_LOKET_MENDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                    G_TYPE_UINT);
  signals[SETTLED] = g_signal_new ("settled", OVS_TYPE_LOKET_MENDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_UINT,
                                   G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
ovs_loket_mends_init (OvsLoketMends *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
}

OvsLoketMends *
ovs_loket_mends_new (OvsWorkspace *workspace)
{
  OvsLoketMends *self = g_object_new (OVS_TYPE_LOKET_MENDS, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

void
ovs_loket_mends_add (OvsLoketMends *self, const GArray *people)
{
  g_array_append_vals (self->waiting, people->data, people->len);
  if (self->running || self->waiting->len == 0)
    return;
  self->running = TRUE;
  go_on (self);
}
