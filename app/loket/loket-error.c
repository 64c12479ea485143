/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/loket-error-private.h"

typedef struct
{
  guint status;
  guint retry_after;
  char *reason;
} OvsLoketErrorPrivate;

static void
ovs_loket_error_private_init (OvsLoketErrorPrivate *priv)
{
  *priv = (OvsLoketErrorPrivate){ 0 };
}

static void
ovs_loket_error_private_copy (const OvsLoketErrorPrivate *from, OvsLoketErrorPrivate *to)
{
  *to = *from;
  to->reason = g_strdup (from->reason);
}

static void
ovs_loket_error_private_clear (OvsLoketErrorPrivate *priv)
{
  g_free (priv->reason);
}

G_DEFINE_EXTENDED_ERROR (OvsLoketError, ovs_loket_error)

GError *
ovs_loket_error_new (
    OvsLoketError code, guint status, guint retry_after, const char *reason, const char *message)
{
  GError *error = g_error_new_literal (OVS_LOKET_ERROR, code, message);
  OvsLoketErrorPrivate *priv = ovs_loket_error_get_private (error);

  priv->status = status;
  priv->retry_after = retry_after;
  priv->reason = g_strdup (reason);
  return error;
}

gboolean
ovs_loket_error_nothing_done (const GError *error)
{
  if (error == NULL || error->domain != OVS_LOKET_ERROR)
    return FALSE;

  switch ((OvsLoketError) error->code)
    {
    case OVS_LOKET_ERROR_REFUSED_URL:
    case OVS_LOKET_ERROR_UNREACHABLE:
    case OVS_LOKET_ERROR_SIGN_IN:
    case OVS_LOKET_ERROR_FORBIDDEN:
    case OVS_LOKET_ERROR_NOT_FOUND:
    case OVS_LOKET_ERROR_BAD_REQUEST:
    case OVS_LOKET_ERROR_BUSY:
    case OVS_LOKET_ERROR_CALLED_OFF:
      return TRUE;
    case OVS_LOKET_ERROR_NOT_LOKET:
    case OVS_LOKET_ERROR_CONFLICT:
    case OVS_LOKET_ERROR_SERVER:
    case OVS_LOKET_ERROR_UNKNOWN_OUTCOME:
    case OVS_LOKET_ERROR_MALFORMED:
    default:
      return FALSE;
    }
}

gboolean
ovs_loket_error_is_unknown (const GError *error)
{
  return error != NULL && !ovs_loket_error_nothing_done (error);
}

guint
ovs_loket_error_get_status (const GError *error)
{
  if (error == NULL || error->domain != OVS_LOKET_ERROR)
    return 0;
  return ovs_loket_error_get_private (error)->status;
}

guint
ovs_loket_error_get_retry_after (const GError *error)
{
  if (error == NULL || error->domain != OVS_LOKET_ERROR)
    return 0;
  return ovs_loket_error_get_private (error)->retry_after;
}

const char *
ovs_loket_error_get_reason (const GError *error)
{
  if (error == NULL || error->domain != OVS_LOKET_ERROR)
    return NULL;
  return ovs_loket_error_get_private (error)->reason;
}
