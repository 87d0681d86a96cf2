"""What the tests found, said as they go on, and the closing line."""
import sys, time


class Results:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self._title = None
        self._started = 0.0

    def begin(self, title):
        self._title, self._started = title, time.monotonic()
        self._before = (self.passed, self.failed)

    def end(self, unit="pages"):
        passed, failed = self.passed - self._before[0], self.failed - self._before[1]
        said = f"{passed} {unit} good" + (f", {failed} not" if failed else "")
        print(f"{self._title}: {said}, {time.monotonic() - self._started:.1f} s", flush=True)

    def add(self, name, problems):
        """One tested thing and what is wrong with it; nothing wrong: passed."""
        problems = list(problems)
        if not problems:
            self.passed += 1
            return
        self.failed += 1
        for problem in problems[:12]:
            print(f"  {name}: {problem}", flush=True)
        if len(problems) > 12:
            print(f"  {name}: and {len(problems) - 12} more", flush=True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
