/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Names that somebody could have, or could give himself, to become markup, a header of a mail, or a formula in a spreadsheet. Used
 * wherever names and addresses are shown or written. tests/hostile.py reads this list: one string on each line. */
G_GNUC_UNUSED static const char *const hostile_names[] = {
  "Jan <b>vet</b>",
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "' onmouseover='alert(1)",
  "</title><svg/onload=alert(1)>",
  "&lt;b&gt; & &amp;",
  "{csrf} {?fout}x{/fout} {werkgever}",
  "%s %n {{7*7}} ${7*7}",
  "Jan\r\nBcc: ander@example.com",
  "Jan\nX-Injected: ja",
  "=?UTF-8?Q?Jan=0D=0ABcc:_ander@example.com?=",
  "=cmd|' /C calc'!A0",
  "+31612345678",
  "-2+3",
  "@SUM(1+9)",
  "\t=1+1",
  "\r=1+1",
  "Jan;\"Piet\";=1+1",
  "O'Brien; DROP TABLE employee;--",
  "Zoë Šarić-Çelik",
  "\u202Ednalrevo",
};
