/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/test-limit.h"

#if OVS_TEST_LIMITS

guint
ovs_test_limit (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
    return otherwise;
  return (guint) number;
}

#endif
