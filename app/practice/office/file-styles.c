/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/file-styles.h"

#define TEXT OVS_PRACTICE_CELL_TEXT
#define NUMBER OVS_PRACTICE_CELL_NUMBER
#define DAY OVS_PRACTICE_CELL_DAY
#define YES OVS_PRACTICE_CELL_YES
#define STATUS OVS_PRACTICE_CELL_STATUS

#define EMPLOYER_COLUMNS                                                                                               \
  { "Werkgevernummer", 0, NUMBER }, { "Werkgever", 1, TEXT }, { "Plaats", 2, TEXT }, { "Contactpersoon", 3, TEXT },    \
      { "E-mail contactpersoon", 4, TEXT }, { "Telefoon contactpersoon", 5, TEXT }, { "Behandelaar", 6, TEXT },        \
      { "Groepcode", 7, NUMBER }, { "Verloning", 8, TEXT }, { "Loondatum", 9, DAY }, { "Product 500", 10, YES },       \
      { "MijnLoket", 11, YES }, { "MijnLoket variant", 12, TEXT }, { "Verlof", 13, YES }, { "Declaraties", 14, YES },  \
      { "Wijzigingen", 15, YES }

#define EMPLOYEE_COLUMNS                                                                                               \
  { "Werkgevernummer", 0, NUMBER }, { "Personeelsnummer", 1, NUMBER }, { "Voorletters", 2, TEXT },                     \
      { "Roepnaam", 3, TEXT }, { "Voorvoegsel", 4, TEXT }, { "Achternaam", 5, TEXT }, { "Geboortedatum", 6, DAY },     \
      { "Privé e-mail", 7, TEXT }, { "Zakelijk e-mail", 8, TEXT }, { "Datum in dienst", 9, DAY },                      \
      { "Datum uit dienst", 10, DAY }, { "Datum overlijden", 11, DAY }, { "Werknemerloket", 12, STATUS },              \
      { "MijnLoket", 13, STATUS }

static const OvsPracticeFileColumn employers[] = { EMPLOYER_COLUMNS, { NULL } };
static const OvsPracticeFileColumn employees[] = { EMPLOYEE_COLUMNS, { NULL } };
static const OvsPracticeFileColumn employees_with_bsn[] = { EMPLOYEE_COLUMNS, { "BSN", 14, TEXT }, { NULL } };

/* Of a program that has other words, in another order, and columns that nobody asked for. */
static const OvsPracticeFileColumn other_employers[] = {
  { "Klantnr", 0, NUMBER },          { "Bedrijfsnaam", 1, TEXT },   { "Vestigingsplaats", 2, TEXT },
  { "Salarisadministrateur", 6, TEXT }, { "Naam contactpersoon", 3, TEXT }, { "E-mailadres", 4, TEXT },
  { "Telefoonnr", 5, TEXT },         { "Verloningsperiode", 8, TEXT }, { "Product Werknemerloket", 10, YES },
  { "Product MijnLoket", 11, YES },  { "Variant MijnLoket", 12, TEXT }, { NULL },
};
static const OvsPracticeFileColumn other_employees[] = {
  { "Klantnr", 0, NUMBER },       { "Bedrijfsnaam", 15, TEXT },      { "Pers.nr", 1, NUMBER },
  { "Familienaam", 5, TEXT },     { "Tussenv.", 4, TEXT },           { "Initialen", 2, TEXT },
  { "Voornaam", 3, TEXT },        { "Geb.datum", 6, DAY },           { "E-mailadres privé", 7, TEXT },
  { "E-mail werk", 8, TEXT },     { "In dienst per", 9, DAY },       { "Uit dienst per", 10, DAY },
  { "Datum van overlijden", 11, DAY }, { "Status WNL", 12, STATUS }, { "Status MijnLoket", 13, STATUS },
  { NULL },
};

/* From the days in which the citizen's number was another one. */
static const OvsPracticeFileColumn old_employees[] = {
  { "Werkgevernr", 0, NUMBER },      { "Werknemernr", 1, NUMBER },      { "Sofinummer", 14, TEXT },
  { "Geslachtsnaam", 5, TEXT },      { "Voorvoegsels", 4, TEXT },       { "Voorl.", 2, TEXT },
  { "Geboren op", 6, DAY },          { "Mail privé", 7, TEXT },         { "Indienstdatum", 9, DAY },
  { "Uitdienstdatum", 10, DAY },     { "Overlijdensdatum", 11, DAY },   { "Status ESS", 12, STATUS },
  { NULL },
};

static const OvsPracticeFileStyle usual = {
  NULL,
  { .columns = employers, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';' },
  { .columns = employees_with_bsn, .code = OVS_PRACTICE_CODE_WINDOWS_1252, .delimiter = ';' },
};

static const OvsPracticeFileStyle styles[] = {
  { "utf-8",
    { .columns = employers, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';' },
    { .columns = employees_with_bsn, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';' } },
  { "windows-1252",
    { .columns = employers, .code = OVS_PRACTICE_CODE_WINDOWS_1252, .delimiter = ';' },
    { .columns = employees, .code = OVS_PRACTICE_CODE_WINDOWS_1252, .delimiter = ';' } },
  { "komma",
    { .columns = employers, .code = OVS_PRACTICE_CODE_UTF_8, .delimiter = ',', .iso_days = TRUE },
    { .columns = employees, .code = OVS_PRACTICE_CODE_UTF_8, .delimiter = ',', .iso_days = TRUE } },
  { "tab",
    { .columns = employers, .code = OVS_PRACTICE_CODE_UTF_16, .delimiter = '\t' },
    { .columns = employees, .code = OVS_PRACTICE_CODE_UTF_16, .delimiter = '\t' } },
  { "andere-koppen",
    { .columns = other_employers, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';' },
    { .columns = other_employees, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';', .loket_words = TRUE } },
  { "sofinummer",
    { .columns = employers, .code = OVS_PRACTICE_CODE_WINDOWS_1252, .delimiter = ';', .title_and_total = TRUE },
    { .columns = old_employees, .code = OVS_PRACTICE_CODE_WINDOWS_1252, .delimiter = ';', .title_and_total = TRUE } },
  { "laatste-dienstverband",
    { .columns = employers, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';' },
    { .columns = employees, .code = OVS_PRACTICE_CODE_UTF_8_BOM, .delimiter = ';', .last_only = TRUE } },
};

const OvsPracticeFileStyle *
ovs_practice_file_styles_usual (void)
{
  return &usual;
}

const OvsPracticeFileStyle *
ovs_practice_file_styles_all (gsize *n)
{
  *n = G_N_ELEMENTS (styles);
  return styles;
}

const OvsPracticeFileStyle *
ovs_practice_file_styles_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].name, name))
      return &styles[i];
  return NULL;
}

char *
ovs_practice_file_styles_list (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", styles[i].name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
