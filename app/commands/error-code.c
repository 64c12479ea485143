/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/error-code.h"

#include <gio/gio.h>

#include "commands/parse.h"
#include "conversion/error.h"
#include "csv/error.h"
#include "dossier/error.h"
#include "intake/error.h"
#include "loket/loket-error.h"

static const char *const usage_codes[] = {
  [OVS_USAGE_ERROR_WRONG_USE] = "wrong-use",
  [OVS_USAGE_ERROR_UNKNOWN_COMMAND] = "unknown-command",
};

static const char *const dossier_codes[] = {
  [OVS_DOSSIER_ERROR_FAILED] = "dossier-failed",       [OVS_DOSSIER_ERROR_EXISTS] = "dossier-exists",
  [OVS_DOSSIER_ERROR_MISSING] = "dossier-not-found",   [OVS_DOSSIER_ERROR_NOT_DOSSIER] = "not-a-dossier",
  [OVS_DOSSIER_ERROR_TOO_NEW] = "dossier-too-new",     [OVS_DOSSIER_ERROR_IN_USE] = "dossier-in-use",
  [OVS_DOSSIER_ERROR_READ_ONLY] = "dossier-read-only", [OVS_DOSSIER_ERROR_NO_SPACE] = "no-space",
  [OVS_DOSSIER_ERROR_NOT_FOUND] = "not-in-dossier",    [OVS_DOSSIER_ERROR_REFUSED] = "refused",
};

static const char *const csv_codes[] = {
  [OVS_CSV_ERROR_USAGE] = "wrong-use",
  [OVS_CSV_ERROR_NOT_FOUND] = "file-not-found",
  [OVS_CSV_ERROR_NOT_A_FILE] = "not-a-file",
  [OVS_CSV_ERROR_UNREADABLE] = "file-unreadable",
  [OVS_CSV_ERROR_EMPTY] = "file-empty",
  [OVS_CSV_ERROR_NOT_TEXT] = "not-a-text-file",
  [OVS_CSV_ERROR_ENCODING] = "wrong-encoding",
  [OVS_CSV_ERROR_DAMAGED] = "file-damaged",
  [OVS_CSV_ERROR_NO_COLUMNS] = "no-known-column",
  [OVS_CSV_ERROR_MISSING_COLUMN] = "missing-column",
  [OVS_CSV_ERROR_UNKNOWN_HEADER] = "unknown-header",
  [OVS_CSV_ERROR_AMBIGUOUS] = "ambiguous-column",
  [OVS_CSV_ERROR_PRIVATE] = "private-column",
  [OVS_CSV_ERROR_NEVER] = "other-meaning",
  [OVS_CSV_ERROR_AMERICAN] = "american-dates",
  [OVS_CSV_ERROR_NUMBERS] = "numbers-damaged",
  [OVS_CSV_ERROR_CHANGED] = "file-changed",
  [OVS_CSV_ERROR_NO_SPACE] = "no-space",
  [OVS_CSV_ERROR_READ_ONLY] = "folder-read-only",
  [OVS_CSV_ERROR_WRITE] = "file-not-written",
};

static const char *const conversion_codes[] = {
  [OVS_CONVERSION_ERROR_NOT_CONNECTED] = "not-connected",
  [OVS_CONVERSION_ERROR_OTHER_PROVIDER] = "other-provider",
  [OVS_CONVERSION_ERROR_NO_FIRM] = "no-firm",
  [OVS_CONVERSION_ERROR_NOT_FOUND] = "not-in-dossier",
  [OVS_CONVERSION_ERROR_MORE_THAN_APPROVED] = "more-than-approved",
  [OVS_CONVERSION_ERROR_SECOND_PERSON] = "second-person",
};

static const char *const loket_codes[] = {
  [OVS_LOKET_ERROR_REFUSED_URL] = "refused-url",
  [OVS_LOKET_ERROR_UNREACHABLE] = "unreachable",
  [OVS_LOKET_ERROR_NOT_LOKET] = "not-loket",
  [OVS_LOKET_ERROR_SIGN_IN] = "sign-in",
  [OVS_LOKET_ERROR_FORBIDDEN] = "forbidden",
  [OVS_LOKET_ERROR_NOT_FOUND] = "not-in-loket",
  [OVS_LOKET_ERROR_BAD_REQUEST] = "bad-request",
  [OVS_LOKET_ERROR_BUSY] = "loket-busy",
  [OVS_LOKET_ERROR_CONFLICT] = "conflict",
  [OVS_LOKET_ERROR_SERVER] = "loket-failed",
  [OVS_LOKET_ERROR_UNKNOWN_OUTCOME] = "unknown-outcome",
  [OVS_LOKET_ERROR_MALFORMED] = "malformed-answer",
  [OVS_LOKET_ERROR_CALLED_OFF] = "stopped",
};

static const char *const intake_codes[] = {
  [OVS_INTAKE_ERROR_NUMBERS] = "ambiguous-numbers",
  [OVS_INTAKE_ERROR_WRONG_FILE] = "wrong-file",
  [OVS_INTAKE_ERROR_NOT_IN_LOKET] = "not-in-loket",
  [OVS_INTAKE_ERROR_NOBODY] = "nobody-found",
};

/* What the practice Loket can meet when it starts. */
static const char *
io_code (int code)
{
  switch (code)
    {
    case G_IO_ERROR_CANCELLED:
      return "stopped";
    case G_IO_ERROR_ADDRESS_IN_USE:
      return "port-in-use";
    case G_IO_ERROR_BUSY:
      return "practice-in-use";
    case G_IO_ERROR_NO_SPACE:
      return "no-space";
    default:
      return "failed";
    }
}

static const char *
from_table (const char *const *codes, gsize n_codes, int code)
{
  return code >= 0 && (gsize) code < n_codes && codes[code] != NULL ? codes[code] : "failed";
}

const char *
ovs_error_code (const GError *error)
{
  const struct
  {
    GQuark domain;
    const char *const *codes;
    gsize n_codes;
  } domains[] = {
    { OVS_USAGE_ERROR, usage_codes, G_N_ELEMENTS (usage_codes) },
    { OVS_DOSSIER_ERROR, dossier_codes, G_N_ELEMENTS (dossier_codes) },
    { OVS_CSV_ERROR, csv_codes, G_N_ELEMENTS (csv_codes) },
    { OVS_INTAKE_ERROR, intake_codes, G_N_ELEMENTS (intake_codes) },
    { OVS_CONVERSION_ERROR, conversion_codes, G_N_ELEMENTS (conversion_codes) },
    { OVS_LOKET_ERROR, loket_codes, G_N_ELEMENTS (loket_codes) },
  };

  if (error->domain == G_IO_ERROR)
    return io_code (error->code);
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    if (error->domain == domains[i].domain)
      return from_table (domains[i].codes, domains[i].n_codes, error->code);
  return "failed";
}
