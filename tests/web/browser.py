# SPDX-License-Identifier: GPL-3.0-or-later
"""A real browser (Debian's Chromium through its WebDriver) in front of a practice Loket."""
import atexit
import collections
import json
import os
import pathlib
import shutil
import tempfile
import time
import unittest
import urllib.parse

import overstap

CHROMIUM = shutil.which('chromium')
DRIVER = shutil.which('chromedriver')
PHONE = (360, 740)
DESK = (1280, 800)
# Where pictures go when somebody wants to look at them.
PICTURES = os.environ.get('OVERSTAP_PICTURES')


def why_not():
    """Why there is no browser here, or None."""
    if CHROMIUM is None or DRIVER is None:
        return 'there is no chromium with its chromedriver here'
    try:
        import selenium  # noqa: F401
    except ImportError:
        return 'there is no selenium for Python here'
    return None


class Browser:
    """One browser, as one person has it: its cookies are its own. To start one takes seconds, so it serves one test after the other."""

    def __init__(self, home):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=nl',
                         '--disable-background-networking', '--disable-component-update', '--no-first-run',
                         '--force-device-scale-factor=1', f'--user-data-dir={home}'):
            options.add_argument(argument)
        options.set_capability('goog:loggingPrefs', {'browser': 'ALL'})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)

    def begin(self, size, dark):
        """As new: nothing is left of whom it served before."""
        self.driver.execute_cdp_cmd('Network.clearBrowserCookies', {})
        self.open('about:blank')
        self.driver.get_log('browser')
        self.driver.execute_cdp_cmd('Emulation.setEmulatedMedia',
                                    {'features': [{'name': 'prefers-color-scheme', 'value': 'dark' if dark else 'light'}]})
        self.resize(*size)

    def close(self):
        self.driver.quit()

    def resize(self, width, height):
        self.driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride',
                                    {'width': width, 'height': height, 'deviceScaleFactor': 1, 'mobile': False})

    def open(self, url):
        self.driver.get(url)

    @property
    def text(self):
        """What a person reads on the page."""
        return self.driver.find_element('tag name', 'body').text

    @property
    def heading(self):
        return self.driver.find_element('tag name', 'h1').text

    @property
    def path(self):
        return urllib.parse.urlsplit(self.driver.current_url).path

    def link(self, text):
        """Follows the link that says so."""
        self._click(self.driver.find_element('link text', text))

    def press(self, text):
        """Presses the button that says so."""
        self._click(self.driver.find_element('xpath', f'//button[normalize-space()="{text}"]'))

    def _click(self, element):
        self._leave(element.click)

    def _leave(self, deed):
        """Does it, and waits for the page that comes of it."""
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.wait import WebDriverWait

        before = self.driver.find_element('tag name', 'html')

        def is_gone(driver):
            # The driver has several words for an element of a page that is left.
            try:
                before.is_enabled()
            except WebDriverException:
                return True
            return False

        deed()
        WebDriverWait(self.driver, 30).until(is_gone)
        WebDriverWait(self.driver, 30).until(lambda driver: driver.execute_script('return document.readyState') == 'complete')

    def field(self, label):
        """The field that its label names, as a screen reader finds it."""
        found = self.driver.find_element('xpath', f'//label[normalize-space()="{label}"]')
        return self.driver.find_element('id', found.get_attribute('for'))

    def fill(self, label, text):
        field = self.field(label)
        field.clear()
        field.send_keys(text)

    def send_return(self, label):
        """The return key in a field, and the page that comes of it."""
        self._leave(lambda: self.field(label).send_keys('\ue006'))

    def tick(self, label):
        self.field(label).click()

    def wider_than_the_screen(self):
        """How many pixels of the page one has to scroll sideways for."""
        return self.driver.execute_script(
            'return document.documentElement.scrollWidth - document.documentElement.clientWidth')

    def complaints(self):
        """What the browser found wrong: refused by the Content-Security-Policy, missing files, bad markup."""
        return [entry['message'] for entry in self.driver.get_log('browser')
                if 'favicon' not in entry['message'] and 'status of 4' not in entry['message']]

    def without_names(self):
        """Fields and buttons that a screen reader could not name."""
        return self.driver.execute_script('''
            return [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')]
              .filter(e => !(e.innerText || '').trim() && !(e.labels && e.labels.length) && !e.getAttribute('aria-label'))
              .map(e => e.outerHTML.slice(0, 200))''')

    def picture(self, name):
        if PICTURES is not None:
            self.driver.save_screenshot(str(pathlib.Path(PICTURES, name + '.png')))


# Closed at the end of the program, then their folders.
_browsers = []


@unittest.skipIf(why_not() is not None, why_not())
class InBrowser(overstap.Case):
    """A practice Loket with a small office, and browsers at it."""
    EMPLOYERS, EMPLOYEES = 3, 45

    def setUp(self):
        super().setUp()
        self.loket = self.enterContext(overstap.Practice(self, self.EMPLOYERS, self.EMPLOYEES))
        self.opened = 0

    def browser(self, size=DESK, dark=False):
        if self.opened == len(_browsers):
            folder = tempfile.TemporaryDirectory(prefix='overstap-browser-', ignore_cleanup_errors=True)
            _browsers.append(Browser(folder.name))
            atexit.register(folder.cleanup)
            atexit.register(_browsers[-1].close)
        browser = _browsers[self.opened]
        browser.begin(size, dark)
        self.opened += 1
        return browser

    def url(self, path):
        return self.loket.url + path

    def assertSound(self, browser):
        """Nothing refused or missing, nothing nameless, nothing to scroll sideways for."""
        self.assertEqual(browser.complaints(), [])
        self.assertEqual(browser.without_names(), [])
        self.assertLessEqual(browser.wider_than_the_screen(), 0)


class WithEmployees(InBrowser):
    """Employees whom the office invited, as the API lets it."""

    def setUp(self):
        super().setUp()
        self.head = self.loket.sign_in()
        self.people = {}

    def employers(self):
        return self.loket.listed('/v2/providers/employers/minimized', self.head)

    def access(self, employer, portal, employees, action):
        """Asks Loket for an action in a portal (`essaccessstatus` or `selfservice`), and waits until it is done."""
        path = f'/v2/providers/employers/{employer["id"]}/employees/{portal}'
        body = [{'employeeId': one, 'action': action} for one in employees]
        status, data = self.loket.request('PATCH', path, body, self.head)
        self.assertLess(status, 300, data)
        action_id = json.loads(data)['content']['collectiveActionId']
        for _ in range(200):
            done = [one for one in self.loket.listed('/v2/users/collectiveactions', self.head)
                    if one['collectiveActionId'] == action_id and one['status'] == 'Completed']
            if done:
                return
            time.sleep(0.05)
        self.fail('the collective action does not end')

    def invite(self, count=1, employer=0):
        """Invites people of whom the migration list has a private address. Returns what is known of each."""
        employer = self.employers()[employer]
        path = f'/v2/providers/employers/{employer["id"]}/employees/selfservice/migration'
        addresses = collections.Counter(one['employee']['emailAddress'] for one in self.loket.listed(path, self.head))
        waiting = [one['employee'] for one in self.loket.listed(path, self.head)
                   if one['employee']['emailAddress'] and addresses[one['employee']['emailAddress']] == 1]
        chosen, known = [], []
        born = {one['id']: one for one in
                self.loket.listed(f'/v2/providers/employers/{employer["id"]}/employees', self.head)}
        for one in waiting:
            record = born[one['id']]
            birth = record['personalDetails'].get('dateOfBirth')
            if birth and len(chosen) < count:
                chosen.append(one['id'])
                known.append({'id': one['id'], 'email': one['emailAddress'], 'born': birth.split('-'), 'number': one['employeeNumber'],
                              'employer': employer})
        self.access(employer, 'essaccessstatus', chosen, 'SendInvite')
        return known

    def newest(self, person, kind):
        """The link of the newest mail of that kind to somebody."""
        return [mail for mail in self.loket.mails(kind) if mail['to'] == person['email']][-1]['link']
