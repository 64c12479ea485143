/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/preflight.h"

#include <glib/gi18n.h>

#include "conversion/crew.h"
#include "dossier/end-task.h"
#include "dossier/settings.h"
#include "loket/authorizations.h"
#include "loket/lists.h"
#include "rules/activity.h"
#include "rules/boundary.h"
#include "rules/product.h"

/* How many employers are asked about side by side; the requests themselves are limited by OvsLoket. */
#define AT_ONCE 4

typedef struct
{
  OvsLoket *loket;    /* (owned) */
  GPtrArray *answers; /* (owned) */
  gboolean again;
  gboolean keep;
  gint64 now;
  int werknemerloket; /* numbers of the products */
  int mijnloket;
} Preflight;

OvsPreflightAnswer *
ovs_preflight_answer_new (gint64 employer, const char *number, const char *loket_id)
{
  OvsPreflightAnswer *answer = g_new0 (OvsPreflightAnswer, 1);

  answer->number = g_strdup (number);
  answer->loket_id = g_strdup (loket_id);
  answer->found.employer = employer;
  answer->found.mijnloket = answer->found.product_500 = OVS_TOLD_UNKNOWN;
  return answer;
}

void
ovs_preflight_answer_free (OvsPreflightAnswer *answer)
{
  g_free (answer->number);
  g_free (answer->loket_id);
  ovs_preflight_clear (&answer->found);
  g_free (answer);
}

static void
preflight_free (gpointer data)
{
  Preflight *self = data;

  g_clear_object (&self->loket);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

/* --- one employer --- */

static char *
find_lacking (GStrv allowed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gsize count;
  const OvsActivity *activities = ovs_activities (&count);

  for (gsize i = 0; i < count; i++)
    if (!g_strv_contains ((const char *const *) allowed, activities[i].name))
      g_ptr_array_add (names, (gpointer) activities[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
see_products (const Preflight *self, OvsPreflight *found, const GPtrArray *modules)
{
  found->mijnloket = found->product_500 = OVS_TOLD_NO;
  for (guint i = 0; i < modules->len; i++)
    {
      const OvsLoketModule *module = g_ptr_array_index (modules, i);
      OvsProductKind kind = ovs_product_recognise (module->number, module->description, self->werknemerloket, self->mijnloket);

      if (kind == OVS_PRODUCT_KIND_WERKNEMERLOKET)
        found->product_500 = OVS_TOLD_YES;
      else if (kind == OVS_PRODUCT_KIND_MIJNLOKET)
        found->mijnloket = OVS_TOLD_YES;
    }
}

typedef struct
{
  const Preflight *preflight;
  OvsPreflightAnswer *answer;
} Ask;

/* TRUE where the answer is that Loket does not tell; else the task has been ended. */
static gboolean
is_untold (GTask *task, GError *error)
{
  static const int untold[] = { OVS_LOKET_ERROR_FORBIDDEN, OVS_LOKET_ERROR_NOT_FOUND, OVS_LOKET_ERROR_BAD_REQUEST, OVS_LOKET_ERROR_MALFORMED,
                                OVS_LOKET_ERROR_SERVER };
  gboolean is = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (untold); i++)
    is |= g_error_matches (error, OVS_LOKET_ERROR, untold[i]);
  if (is)
    {
      g_error_free (error);
      return TRUE;
    }
  g_task_return_error (task, error);
  return FALSE;
}

static void
on_modules (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) modules = ovs_loket_read_modules_finish (OVS_LOKET (source), result, &error);

  if (modules != NULL)
    see_products (ask->preflight, &ask->answer->found, modules);
  else if (!is_untold (task, error))
    return;
  g_task_return_boolean (task, TRUE);
}

static void
on_authorizations (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Ask *ask = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_auto (GStrv) allowed = ovs_loket_read_authorizations_finish (OVS_LOKET (source), result, &error);

  if (allowed != NULL)
    {
      ask->answer->found.told = TRUE;
      ask->answer->found.lacking = find_lacking (allowed);
    }
  else if (!is_untold (task, error))
    return;
  ovs_loket_read_modules_async (OVS_LOKET (source), ask->answer->loket_id, cancellable, on_modules, g_steal_pointer (&task));
}

static void
start_asking (gpointer item, gpointer data, GCancellable *cancellable, GAsyncReadyCallback done, gpointer done_data)
{
  const Preflight *self = data;
  OvsPreflightAnswer *answer = item;
  GTask *task = g_task_new (NULL, cancellable, done, done_data);
  Ask *ask = g_new0 (Ask, 1);

  ask->preflight = self;
  ask->answer = answer;
  g_task_set_source_tag (task, start_asking);
  g_task_set_task_data (task, ask, g_free);
  if (answer->kept)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  answer->found.as_of = self->now;
  ovs_loket_read_authorizations_async (self->loket, answer->loket_id, cancellable, on_authorizations, task);
}

static gboolean
finish_asking (gpointer item, gpointer data, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- all of them --- */

static gboolean
keep_found (OvsTx *tx, gpointer data, GError **error)
{
  const Preflight *self = data;

  for (guint i = 0; i < self->answers->len; i++)
    {
      const OvsPreflightAnswer *answer = g_ptr_array_index (self->answers, i);

      if (!answer->kept)
        ovs_preflight_put (tx, &answer->found);
    }
  return TRUE;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preflight *self = g_task_get_task_data (task);
  OvsDossier *dossier = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_crew_finish (result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!self->keep)
    g_task_return_boolean (task, TRUE);
  else
    ovs_dossier_write_async (dossier, keep_found, self, NULL, ovs_dossier_end_task, g_steal_pointer (&task));
}

static gboolean
look_up_known (OvsTx *tx, gpointer data, GError **error)
{
  Preflight *self = data;
  OvsDay today = ovs_tx_today (tx);
  gint64 number = ovs_settings_get_int (tx, OVS_SETTING_WERKNEMERLOKET_PRODUCT);

  self->now = ovs_tx_now (tx);
  self->werknemerloket = number != 0 ? (int) number : OVS_PRODUCT_WERKNEMERLOKET;
  self->mijnloket = (int) ovs_settings_get_int (tx, OVS_SETTING_MIJNLOKET_PRODUCT);
  for (guint i = 0; i < self->answers->len && !self->again; i++)
    {
      OvsPreflightAnswer *answer = g_ptr_array_index (self->answers, i);
      OvsPreflight known = { 0 };

      if (ovs_preflight_get (tx, answer->found.employer, &known) && ovs_clock_day_of (known.as_of) == today)
        {
          answer->found = known;
          answer->kept = TRUE;
        }
      else
        ovs_preflight_clear (&known);
    }
  return TRUE;
}

static void
on_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preflight *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_crew_async (self->answers, AT_ONCE, start_asking, finish_asking, self, cancellable, on_asked, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_preflight_async (OvsDossier *dossier,
                     OvsLoket *loket,
                     GPtrArray *answers,
                     gboolean again,
                     gboolean keep,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Preflight *self = g_new0 (Preflight, 1);

  self->loket = g_object_ref (loket);
  self->answers = g_ptr_array_ref (answers);
  self->again = again;
  self->keep = keep;
  g_task_set_source_tag (task, ovs_preflight_async);
  g_task_set_task_data (task, self, preflight_free);
  ovs_dossier_read_async (dossier, look_up_known, self, cancellable, on_known, task);
}

gboolean
ovs_preflight_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- what it means --- */

const char *
ovs_preflight_find_objection (const OvsPreflight *preflight, OvsActivityNeed need)
{
  const OvsActivity *activity = ovs_activity_next_lacking (preflight->lacking, need, NULL);

  return activity != NULL ? ovs_activity_tell (activity) : NULL;
}

GStrv
ovs_preflight_tell_warnings (const OvsPreflight *preflight)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const OvsActivity *activity = NULL;

  while ((activity = ovs_activity_next_lacking (preflight->lacking, 0, activity)) != NULL)
    g_strv_builder_add (builder, ovs_activity_tell (activity));
  if (preflight->mijnloket == OVS_TOLD_NO)
    g_strv_builder_add (builder, _ ("MijnLoket is not switched on for this client in Loket."));
  return g_strv_builder_end (builder);
}
