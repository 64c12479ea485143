# SPDX-License-Identifier: GPL-3.0-or-later
"""The mail box in a real browser: found by address, kind and person, shown as a mail program does, and the way in for an employee."""
import browser
import tap


class MailBox(browser.WithEmployees):
    EMPLOYERS, EMPLOYEES = 2, 160

    def in_mail(self, person):
        """Looks into the frame with the mail."""
        person.driver.switch_to.frame(person.driver.find_element('tag name', 'iframe'))

    def out_of_mail(self, person):
        person.driver.switch_to.default_content()

    def test_from_the_mail_box_to_the_account(self):
        who, *others = self.invite(55)
        person = self.browser()
        person.open(self.url('/mail'))
        self.assertIn(f'{len(others) + 1} berichten', person.text)
        person.picture('post-lijst')
        self.assertSound(person)
        # Pages of 50, the newest first.
        rows = person.driver.find_elements('css selector', 'ul.rijen li')
        self.assertEqual(len(rows), 50)
        self.assertIn('Pagina 1 van 2', person.text)
        person.link('Oudere berichten')
        self.assertEqual(len(person.driver.find_elements('css selector', 'ul.rijen li')), len(others) + 1 - 50)
        self.assertSound(person)
        person.picture('post-lijst-2')
        person.link('Nieuwere berichten')
        # Somebody's own.
        person.fill('E-mailadres', who['email'])
        person.press('Zoeken')
        self.assertEqual(person.field('E-mailadres').get_attribute('value'), who['email'])
        self.assertIn('1 bericht,', person.text)
        person.fill('E-mailadres', '<b>%_')
        person.press('Zoeken')
        self.assertIn('Er is geen bericht dat hierbij past', person.text)
        person.link('Alles tonen')
        person.fill('E-mailadres', who['email'])
        person.press('Zoeken')
        person.link('Uitnodiging voor MijnLoket van ' + who['employer']['companyName'])
        self.assertEqual(person.heading, 'Uitnodiging voor MijnLoket van ' + who['employer']['companyName'])
        person.picture('post-bericht')
        self.assertSound(person)
        # The button of the mail opens a tab of its own.
        self.in_mail(person)
        self.assertLessEqual(person.wider_than_the_screen(), 0)
        self.assertIn('oefenbericht', person.text)
        self.assertEqual(person.driver.execute_script('return window.origin'), 'null')
        person.driver.find_element('link text', 'Account aanmaken').click()
        self.out_of_mail(person)
        person.driver.switch_to.window(person.driver.window_handles[-1])
        self.assertEqual(person.heading, 'Account aanmaken')
        self.assertSound(person)
        person.fill('Voornaam', '<b>Sanne</b> & "Zoë"')
        person.press('Volgende')
        person.driver.close()
        person.driver.switch_to.window(person.driver.window_handles[0])
        person.driver.find_element('partial link text', 'Alle berichten aan').click()
        self.assertIn('Berichten aan', person.heading)
        self.assertIn('2 berichten', person.text)
        person.picture('post-persoon')
        self.assertSound(person)
        person.link('Activeer je account voor MijnLoket')
        self.in_mail(person)
        self.assertIn('Beste <b>Sanne</b> & "Zoë",', person.text)
        self.out_of_mail(person)
        # The plain text has its link as well.
        link = self.newest(who, 'activation')
        person.link(link)
        self.assertEqual(person.heading, 'Account activeren')

    def test_each_kind_on_a_phone_and_in_the_dark(self):
        made, linked, never = self.invite(3)
        self.access(never['employer'], 'selfservice', [never['id']], 'RevokeAccess')
        self.loket.request('POST', '/practice/activate', {'employerNumber': linked['employer']['employerNumber'],
                                                           'employeeNumber': linked['number']})
        self.loket.advance(4)
        person = self.browser()
        person.open(self.url('/mijnloket/wachtwoord'))
        person.fill('E-mailadres', linked['email'])
        person.press('Stuur de mail')
        kinds = {}
        for mail in self.loket.mails():
            kinds[mail['kind']] = mail['id']
        self.assertEqual(len(kinds), 6)
        for size, dark in ((browser.PHONE, False), (browser.PHONE, True), (browser.DESK, True)):
            person = self.browser(size, dark)
            for kind, number in kinds.items():
                with self.subTest(kind, size=size, dark=dark):
                    person.open(self.url(f'/mail/{number}'))
                    person.picture(f'post-{kind}-{size[0]}{"-donker" if dark else ""}')
                    self.assertSound(person)
                    self.in_mail(person)
                    self.assertLessEqual(person.wider_than_the_screen(), 0)
                    # The whole mail is seen, without a second bar to scroll it.
                    self.assertLessEqual(person.driver.execute_script(
                        'return document.documentElement.scrollHeight - document.documentElement.clientHeight'), 0)
                    self.out_of_mail(person)
            person.open(self.url('/mail'))
            person.picture(f'post-lijst-{size[0]}{"-donker" if dark else ""}')
            self.assertSound(person)


if __name__ == '__main__':
    tap.main()
