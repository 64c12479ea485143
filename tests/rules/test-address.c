/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/address.h"

#include <string.h>

typedef struct
{
  const char *cell;
  const char *kind;
  const char *address;
  const char *key;
  const char *stripped;
} Case;

static const Case cases[] = {
  /* what is an address */
  { "jan@ziggo.nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", NULL },
  { "Jan.Jansen@Ziggo.NL", "ok", "Jan.Jansen@ziggo.nl", "jan.jansen@ziggo.nl", NULL },
  { "o'neill+loon@mail.example.nl", "ok", "o'neill+loon@mail.example.nl", "o'neill+loon@mail.example.nl", NULL },
  { "x@y.z", "ok", "x@y.z", "x@y.z", NULL },
  /* taken off, and shown */
  { " jan@ziggo.nl ", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "␣…␣" },
  { "\u00a0jan@ziggo.nl\u00a0", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "␣…␣" },
  { "jan@ziggo.nl\u202f\t", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…␣␣" },
  { "\u200bjan@ziggo.nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "U+200B…" },
  { "\ufeffjan@ziggo.nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "U+FEFF…" },
  { "jan@ziggo.nl\r\n", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…␣␣" },
  { "jan@ziggo.nl;", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…;" },
  { "jan@ziggo.nl,", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…," },
  { "jan@ziggo.nl.", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…." },
  { "jan@ziggo.nl ; ", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "…␣;␣" },
  { "mailto:jan@ziggo.nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "mailto:…" },
  { "MailTo: jan@ziggo.nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "MailTo:␣…" },
  { "<jan@ziggo.nl>", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "<…>" },
  { "<mailto:jan@ziggo.nl>;", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "<mailto:…>;" },
  { "mailto:<jan@ziggo.nl>", "ok", "jan@ziggo.nl", "jan@ziggo.nl", "mailto:<…>" },
  /* other alphabets */
  { "jan@café.nl", "ok", "jan@xn--caf-dma.nl", "jan@xn--caf-dma.nl", NULL },
  { "jan@CAFÉ.nl", "ok", "jan@xn--caf-dma.nl", "jan@xn--caf-dma.nl", NULL },
  { "jan@cafe\u0301.nl", "ok", "jan@xn--caf-dma.nl", "jan@xn--caf-dma.nl", NULL },
  { "jan@xn--caf-dma.nl", "ok", "jan@xn--caf-dma.nl", "jan@xn--caf-dma.nl", NULL },
  { "jan@mu\u0308ller.de", "ok", "jan@xn--mller-kva.de", "jan@xn--mller-kva.de", NULL },
  { "RENÉ@ziggo.nl", "ok", "RENÉ@ziggo.nl", "rené@ziggo.nl", NULL },
  { "rene\u0301@ziggo.nl", "ok", "rené@ziggo.nl", "rené@ziggo.nl", NULL },
  { "jan@ziggo。nl", "ok", "jan@ziggo.nl", "jan@ziggo.nl", NULL },
  { "jan@x＠ziggo.nl", "invalid", "jan@x＠ziggo.nl", "", NULL },
  { "jan@ziggo.nl；", "invalid", "jan@ziggo.nl；", "", NULL },
  /* words for no address */
  { NULL, "absent", "", "", NULL },
  { "", "absent", "", "", NULL },
  { "   ", "absent", "", "", NULL },
  { "\u00a0", "absent", "", "", NULL },
  { "-", "absent", "", "", NULL },
  { " - ", "absent", "", "", NULL },
  { "nvt", "absent", "", "", NULL },
  { "NVT", "absent", "", "", NULL },
  { "n.v.t.", "absent", "", "", NULL },
  { "N.v.t", "absent", "", "", NULL },
  { "n.v.t.;", "absent", "", "", NULL },
  { "geen", "absent", "", "", NULL },
  { "Geen.", "absent", "", "", NULL },
  { "<geen>", "absent", "", "", NULL },
  { "onbekend", "absent", "", "", NULL },
  { "ONBEKEND,", "absent", "", "", NULL },
  { "0", "absent", "", "", NULL },
  { "0.", "absent", "", "", NULL },
  { ".", "absent", "", "", NULL },
  { ";", "absent", "", "", NULL },
  { "<>", "absent", "", "", NULL },
  { "mailto:", "absent", "", "", NULL },
  /* what cannot be an address */
  { "00", "invalid", "00", "", NULL },
  { "--", "invalid", "--", "", NULL },
  { "geen adres", "invalid", "geen adres", "", NULL },
  { "n v t", "invalid", "n v t", "", NULL },
  { "jan", "invalid", "jan", "", NULL },
  { "jan.ziggo.nl", "invalid", "jan.ziggo.nl", "", NULL },
  { "@ziggo.nl", "invalid", "@ziggo.nl", "", NULL },
  { "@", "invalid", "@", "", NULL },
  { "jan@", "invalid", "jan@", "", NULL },
  { "jan@ziggo", "invalid", "jan@ziggo", "", NULL },
  { "jan@ziggo,nl", "invalid", "jan@ziggo,nl", "", NULL },
  { "jan@ziggo.", "invalid", "jan@ziggo", "", "…." },
  { "jan@.nl", "invalid", "jan@.nl", "", NULL },
  { "jan@ziggo..nl", "invalid", "jan@ziggo..nl", "", NULL },
  { "jan@@ziggo.nl", "invalid", "jan@@ziggo.nl", "", NULL },
  { "jan@piet@ziggo.nl", "invalid", "jan@piet@ziggo.nl", "", NULL },
  { "jan jansen@ziggo.nl", "invalid", "jan jansen@ziggo.nl", "", NULL },
  { "jan@ziggo .nl", "invalid", "jan@ziggo .nl", "", NULL },
  { "jan\u00a0jansen@ziggo.nl", "invalid", "jan\u00a0jansen@ziggo.nl", "", NULL },
  { "jan\u200bjansen@ziggo.nl", "invalid", "jan\u200bjansen@ziggo.nl", "", NULL },
  { "jan@ziggo.nl; piet@ziggo.nl", "invalid", "jan@ziggo.nl; piet@ziggo.nl", "", NULL },
  { "jan@ziggo.nl;piet@ziggo.nl", "invalid", "jan@ziggo.nl;piet@ziggo.nl", "", NULL },
  { "jan@ziggo.nl/piet@ziggo.nl", "invalid", "jan@ziggo.nl/piet@ziggo.nl", "", NULL },
  { "jan@ziggo.nl,piet", "invalid", "jan@ziggo.nl,piet", "", NULL },
  { "Jan Jansen <jan@ziggo.nl>", "invalid", "Jan Jansen <jan@ziggo.nl", "", "…>" },
  { "Jan<jan@ziggo.nl>", "invalid", "Jan<jan@ziggo.nl", "", "…>" },
  { " jan ", "invalid", "jan", "", "␣…␣" },
  { "jan@\u00ad.nl", "invalid", "jan@\u00ad.nl", "", NULL },
  /* bytes that are no UTF-8 */
  { "jan\xe9@ziggo.nl", "ok", "jan\ufffd@ziggo.nl", "jan\ufffd@ziggo.nl", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OvsAddress) address = ovs_address_parse (cases[i].cell);

      g_assert_cmpstr (address->address, ==, cases[i].address);
      g_assert_cmpstr (ovs_address_kind_code (address->kind), ==, cases[i].kind);
      g_assert_cmpstr (address->key, ==, cases[i].key);
      g_assert_cmpstr (address->stripped, ==, cases[i].stripped);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

/* A stored address must read as itself, or a second import would change it. */
static void
test_parse_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OvsAddress) once = ovs_address_parse (cases[i].cell);
      g_autoptr (OvsAddress) twice = ovs_address_parse (once->address);
      g_autoptr (OvsAddress) of_key = ovs_address_parse (once->key);

      g_assert_cmpstr (twice->address, ==, once->address);
      g_assert_cmpint (twice->kind, ==, once->kind);
      g_assert_null (twice->stripped);
      g_assert_cmpstr (of_key->key, ==, once->key);
    }
}

typedef struct
{
  const char *local;
  gsize length; /* of the whole address, local part repeated */
  OvsAddressKind kind;
} LengthCase;

static const LengthCase length_cases[] = {
  { "a", 253, OVS_ADDRESS_OK },  { "a", 254, OVS_ADDRESS_OK },  { "a", 255, OVS_ADDRESS_INVALID },
  { "é", 254, OVS_ADDRESS_OK },  { "é", 255, OVS_ADDRESS_INVALID },
};

static void
test_length (void)
{
  static const char domain[] = "@ziggo.nl";

  for (gsize i = 0; i < G_N_ELEMENTS (length_cases); i++)
    {
      g_autoptr (GString) text = g_string_new (" mailto:");
      g_autoptr (OvsAddress) address = NULL;

      for (gsize n = strlen (domain); n < length_cases[i].length; n++)
        g_string_append (text, length_cases[i].local);
      g_string_append (text, domain);
      g_string_append (text, "; ");
      address = ovs_address_parse (text->str);
      g_assert_cmpint (address->kind, ==, length_cases[i].kind);
      g_assert_cmpint (g_utf8_strlen (address->address, -1), ==, length_cases[i].length);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (length_cases));
}

typedef struct
{
  const char *key;
  gboolean placeholder;
  gboolean role;
} PartCase;

static const PartCase part_cases[] = {
  { "nvt@ziggo.nl", TRUE, FALSE },       { "geen@ziggo.nl", TRUE, FALSE },     { "onbekend@ziggo.nl", TRUE, FALSE },
  { "test@ziggo.nl", TRUE, FALSE },      { "noreply@ziggo.nl", TRUE, FALSE },  { "no-reply@ziggo.nl", TRUE, FALSE },
  { "geen@geen.nl", TRUE, FALSE },       { "jansen@jansen.nl", TRUE, FALSE },  { "jansen@post.jansen.nl", TRUE, FALSE },
  { "jansen@jansen.post.nl", FALSE, FALSE }, { "jansen@jansen.co.nl", FALSE, FALSE }, { "jan@jansen.nl", FALSE, FALSE },
  { "jansen@jan.nl", FALSE, FALSE },     { "café@xn--caf-dma.nl", TRUE, FALSE }, { "cafe@xn--caf-dma.nl", FALSE, FALSE },
  { "xn--caf-dma@xn--caf-dma.nl", TRUE, FALSE }, { "tester@ziggo.nl", FALSE, FALSE }, { "mijn.test@ziggo.nl", FALSE, FALSE },
  { "geen1@ziggo.nl", FALSE, FALSE },    { "info@bakker.nl", FALSE, TRUE },    { "administratie@bakker.nl", FALSE, TRUE },
  { "personeel@bakker.nl", FALSE, TRUE }, { "hr@bakker.nl", FALSE, TRUE },     { "salaris@bakker.nl", FALSE, TRUE },
  { "kantoor@bakker.nl", FALSE, TRUE },  { "receptie@bakker.nl", FALSE, TRUE }, { "hr@hr.nl", TRUE, TRUE },
  { "informatie@bakker.nl", FALSE, FALSE }, { "chr@bakker.nl", FALSE, FALSE }, { "", FALSE, FALSE },
};

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (part_cases); i++)
    {
      if (ovs_address_is_placeholder (part_cases[i].key) != part_cases[i].placeholder ||
          ovs_address_is_role (part_cases[i].key) != part_cases[i].role)
        g_test_message ("%s", part_cases[i].key);
      g_assert_cmpint (ovs_address_is_placeholder (part_cases[i].key), ==, part_cases[i].placeholder);
      g_assert_cmpint (ovs_address_is_role (part_cases[i].key), ==, part_cases[i].role);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (part_cases));
}

static void
test_pieces (void)
{
  g_autofree char *local = ovs_address_local_part ("Jan.Jansen@ziggo.nl");
  g_autofree char *whole = ovs_address_local_part ("jan");
  g_autofree char *better = ovs_address_suggest ("Jan.Jansen@gmial.com");

  g_assert_cmpstr (ovs_address_domain ("jan@ziggo.nl"), ==, "ziggo.nl");
  g_assert_cmpstr (ovs_address_domain ("jan"), ==, "");
  g_assert_cmpstr (local, ==, "Jan.Jansen");
  g_assert_cmpstr (whole, ==, "jan");
  g_assert_cmpstr (better, ==, "Jan.Jansen@gmail.com");
  g_assert_null (ovs_address_suggest ("jan@gmail.com"));
  g_assert_true (ovs_address_is_public ("jan@gmail.com"));
  g_assert_false (ovs_address_is_public ("jan@bakker.nl"));
  g_assert_false (ovs_address_is_public (""));
  g_assert_true (ovs_address_looks_mistyped ("jan@gmial.com"));
  g_assert_false (ovs_address_looks_mistyped (""));
}

static void
test_kind_codes (void)
{
  OvsAddressKind kind;

  for (guint i = 0; i <= OVS_ADDRESS_OK; i++)
    {
      g_assert_true (ovs_address_kind_from_code (ovs_address_kind_code ((OvsAddressKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ovs_address_kind_from_code ("good", &kind));
  g_assert_false (ovs_address_kind_from_code (NULL, &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/parse", test_parse);
  g_test_add_func ("/address/parse-again", test_parse_again);
  g_test_add_func ("/address/length", test_length);
  g_test_add_func ("/address/parts", test_parts);
  g_test_add_func ("/address/pieces", test_pieces);
  g_test_add_func ("/address/kind-codes", test_kind_codes);
  return g_test_run ();
}
