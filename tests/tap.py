# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of the main module and reports them in TAP, one point per test method."""
import os
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0
        self.trouble = []

    def startTest(self, test):
        super().startTest(test)
        self.trouble = []

    def _tell(self, ok, test, note=''):
        self.number += 1
        name = f'{type(test).__name__}.{getattr(test, "_testMethodName", test)}'
        print(f'{"ok" if ok else "not ok"} {self.number} - {name}{note}')
        for text in self.trouble:
            for line in text.rstrip().splitlines():
                print(f'#   {line}')
        sys.stdout.flush()

    def _keep(self, error, heading=''):
        self.trouble.append(heading + ''.join(traceback.format_exception(*error, limit=-4)))

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(not self.trouble, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._keep(err)
        self._tell(False, test)

    def addError(self, test, err):
        super().addError(test, err)
        self._keep(err)
        self._tell(False, test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(True, test, f' # SKIP {reason}')

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._keep(err, f'in {subtest._subDescription()}\n')

    def stopTest(self, test):
        super().stopTest(test)
        # unittest calls neither addSuccess nor addFailure when only subtests failed.
        if self.trouble and not self._told(test):
            self._tell(False, test)

    def _told(self, test):
        return any(known is test for known, _ in self.failures + self.errors)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    wanted = os.environ.get('TESTS')
    if wanted:
        suite = unittest.TestSuite(t for group in suite for t in group if wanted in t.id())
    result = TapResult()
    print(f'1..{suite.countTestCases()}')
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
