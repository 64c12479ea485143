# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page and the mail box in a real browser: nothing refused, nothing nameless, nothing too wide."""
import browser
import tap


class Start(browser.InBrowser):
    def test_the_way_to_the_mail_box(self):
        person = self.browser()
        person.open(self.url('/'))
        self.assertEqual(person.heading, 'Oefenloket')
        person.picture('start')
        self.assertSound(person)
        person.link('Postvak')
        self.assertEqual(person.heading, 'Postvak van het Oefenloket')
        self.assertSound(person)

    def test_on_a_phone_in_the_dark(self):
        person = self.browser(browser.PHONE, dark=True)
        for path, name in (('/', 'start'), ('/mail', 'postvak'), ('/mail/999', 'geen-bericht')):
            with self.subTest(path):
                person.open(self.url(path))
                person.picture(f'telefoon-{name}')
                self.assertSound(person)


if __name__ == '__main__':
    tap.main()
