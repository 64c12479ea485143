# SPDX-License-Identifier: GPL-3.0-or-later
"""A real browser (Debian's Chromium through its WebDriver) in front of a practice Loket."""
import os
import pathlib
import shutil
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
    """One browser, as one person has it: its cookies are its own."""

    def __init__(self, home, size=DESK, dark=False):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=nl',
                         '--disable-background-networking', '--disable-component-update', '--no-first-run',
                         '--force-device-scale-factor=1', f'--user-data-dir={home}'):
            options.add_argument(argument)
        if dark:
            options.add_argument('--force-dark-mode')
        options.set_capability('goog:loggingPrefs', {'browser': 'ALL'})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
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
        self.driver.find_element('link text', text).click()

    def press(self, text):
        """Presses the button that says so."""
        self.driver.find_element('xpath', f'//button[normalize-space()="{text}"]').click()

    def field(self, label):
        """The field that its label names, as a screen reader finds it."""
        found = self.driver.find_element('xpath', f'//label[normalize-space()="{label}"]')
        return self.driver.find_element('id', found.get_attribute('for'))

    def fill(self, label, text):
        field = self.field(label)
        field.clear()
        field.send_keys(text)

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


@unittest.skipIf(why_not() is not None, why_not())
class InBrowser(overstap.Case):
    """A practice Loket with a small office, and browsers at it."""
    EMPLOYERS, EMPLOYEES = 3, 30

    def setUp(self):
        super().setUp()
        self.loket = self.enterContext(overstap.Practice(self, self.EMPLOYERS, self.EMPLOYEES))
        self.opened = 0

    def browser(self, size=DESK, dark=False):
        self.opened += 1
        browser = Browser(self.folder / f'browser-{self.opened}', size, dark)
        self.addCleanup(browser.close)
        return browser

    def url(self, path):
        return self.loket.url + path

    def assertSound(self, browser):
        """Nothing refused or missing, nothing nameless, nothing to scroll sideways for."""
        self.assertEqual(browser.complaints(), [])
        self.assertEqual(browser.without_names(), [])
        self.assertLessEqual(browser.wider_than_the_screen(), 0)
