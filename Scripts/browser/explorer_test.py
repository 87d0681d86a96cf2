#!/usr/bin/env python3
"""Tries the explorer of a built site in a real browser: python3 Scripts/browser/explorer_test.py SITE_DIR

Over HTTP and from files, with scripts and without, with the keyboard alone. Says what failed and `N passed, N failed`; ends with 1 if anything did."""

import functools
import http.server
import os
import pathlib
import re
import sys
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "site-tests"))
from chromium import Chromium

PAGE = "clusters/index.html"
passed, failed = 0, 0


class Host(http.server.SimpleHTTPRequestHandler):
    """What is not there is answered with 404.html, as hosts of static sites do."""

    def send_error(self, code, message=None, explain=None):
        page = pathlib.Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *_):
        pass


def serve(folder):
    """The address of a folder on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class Browser(Chromium):
    """Keeps what pages complain of until it is asked for, and lets them come to rest after each step."""

    problems = []

    def open(self, address, seconds=60):
        self.collect()
        super().open(address, seconds)
        self.settle()

    def collect(self):
        # A server has no icon, and a page that is not there is answered with 404.
        self.problems = self.problems + [found for found in self.complaints() if "status of 404" not in found]
        self.events = []

    def settle(self, seconds=0.05):
        time.sleep(seconds)
        self.run("0")

    def evaluate(self, code):
        return self.run(code)

    def key(self, key, code=None, modifiers=0):
        super().key(key, code, modifiers)
        self.settle()

    def type(self, text):
        super().type(text)
        self.settle(0.25)

    def move(self, x, y):
        self.command("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
        self.settle()


def check(name, ok, found=""):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}" + (f" (found: {found!r})" if found != "" else ""))


# What a page shows, asked in the page.
SHOWN = "[...document.querySelectorAll('table.clusters tbody tr')].filter((r) => r.offsetParent !== null)"
NAMES = SHOWN + ".map((r) => r.cells[0].textContent.trim())"
STATUS = "document.querySelector('.finder-count').textContent"
FOCUS = """(() => { const e = document.activeElement; return e.id || e.getAttribute('class') || e.textContent.trim(); })()"""


def shown(browser):
    return browser.evaluate(SHOWN + ".length")


def clean(browser, name):
    browser.collect()
    check(f"{name}: nothing is blocked, nothing goes wrong", not browser.problems, browser.problems[:3])
    browser.problems = []


def policies(browser, base, site):
    """No page breaks its own content security policy."""
    some = [PAGE, "index.html", "regions/index.html", "themes/index.html"]
    for folder in ("clusters/by", "clusters", "themes", "regions"):
        pages = sorted(p for p in os.listdir(os.path.join(site, folder)) if p.endswith(".html") and p != "index.html")
        some += [f"{folder}/{pages[0]}", f"{folder}/{pages[-1]}"] if pages else []
    for page in some:
        browser.open(base + page)
        clean(browser, f"{base[:5]} {page}")
        check(f"{page} has its style", browser.evaluate("getComputedStyle(document.body).margin") == "0px")


def without_scripts(browser, base):
    browser.scripts(False)
    browser.open(base + PAGE)
    whole = browser.evaluate("document.querySelectorAll('table.clusters tbody tr').length")
    check("without scripts every cluster is listed", shown(browser) == whole > 0, shown(browser))
    check("without scripts there is no field that does nothing",
          browser.evaluate("[...document.querySelectorAll('input, button')].every((e) => e.offsetParent === null)"))
    links = browser.evaluate("[...document.querySelectorAll('[data-facet] a')].filter((a) => a.offsetParent !== null).map((a) => a.href)")
    check("without scripts the facets lead on", len(links) > 5, links)
    browser.size(390, 800)
    browser.open(base + PAGE)
    check("without scripts the facets are there on a phone",
          browser.evaluate("document.querySelector('[data-facet] a').offsetParent !== null"))
    browser.size(1280, 900)
    browser.open(links[0])
    check("the page of a facet lists clusters", shown(browser) > 0)
    check("the page of a facet marks itself", browser.evaluate("document.querySelectorAll('.facets [aria-current=page]').length") == 1)
    browser.scripts(True)
    clean(browser, "without scripts")
    return whole


def steadiness(browser, base):
    """Nothing moves while the page comes up."""
    added = browser.command("Page.addScriptToEvaluateOnNewDocument", {"source": """
      window.shift = 0;
      new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; }).observe({type: 'layout-shift', buffered: true});
    """})["identifier"]
    for width in (1280, 390):
        browser.size(width, 900)
        browser.open(base + PAGE)
        browser.settle(0.3)
        moved = browser.evaluate("window.shift")
        check(f"nothing moves while the page comes up, {width} wide", moved < 0.01, moved)
    browser.command("Page.removeScriptToEvaluateOnNewDocument", {"identifier": added})
    browser.size(1280, 900)


OPTION = """(() => {
  const lists = [...document.querySelectorAll('[data-facet=theme] li, [data-facet=size] li')];
  return lists.map((li) => ({facet: li.closest('[data-facet]').dataset.facet, value: li.dataset.value,
    label: li.querySelector('label').textContent.trim(), count: Number(li.querySelector('.count').textContent)}));
})()"""


def click(browser, facet, value):
    browser.evaluate(f"document.querySelector('[data-facet={facet}] [data-value={value}] input').click()")
    browser.settle()


def filters(browser, base, whole):
    browser.open(base + PAGE)
    check("all clusters are shown at first", shown(browser) == whole)
    check("the count says so", browser.evaluate(STATUS) == f"{whole:,} clusters", browser.evaluate(STATUS))
    used = [option for option in browser.evaluate(OPTION) if option["facet"] == "theme" and 0 < option["count"] < whole]
    one, two = used[0], used[1]
    click(browser, "theme", one["value"])
    check("one value shows its clusters", shown(browser) == one["count"], shown(browser))
    check("the live region says how many",
          browser.evaluate(STATUS) == f"{one['count']:,} of {whole:,} clusters", browser.evaluate(STATUS))
    check("it is a live region", browser.evaluate("document.querySelector('.finder-count').getAttribute('role')") == "status")
    check("the address says what is shown", browser.evaluate("location.search") == f"?theme={one['value']}")
    points = "[...document.querySelectorAll('.map-figure a.point')].filter((p) => getComputedStyle(p).display !== 'none').length"
    check("the map shows the same clusters", browser.evaluate(points) <= one["count"], browser.evaluate(points))
    check("other themes keep their counts: they would add to the list",
          [o["count"] for o in browser.evaluate(OPTION) if o["value"] == two["value"]] == [two["count"]])
    click(browser, "theme", two["value"])
    check("two values of a facet add up", shown(browser) == one["count"] + two["count"], shown(browser))
    sizes = [option for option in browser.evaluate(OPTION) if option["facet"] == "size" and option["count"]]
    check("counts of another facet sum up to the list", sum(o["count"] for o in sizes) <= shown(browser))
    click(browser, "size", sizes[0]["value"])
    check("values of two facets narrow the list to the count that was said", shown(browser) == sizes[0]["count"], shown(browser))
    address = browser.evaluate("location.href")
    names = browser.evaluate(NAMES)
    check("letters lead to rows that are shown", browser.evaluate(
        "[...document.querySelectorAll('.az a[href]')].every((a) => document.querySelector(a.getAttribute('href')).offsetParent !== null)"))
    browser.evaluate("history.back()")
    browser.settle(0.2)
    check("the back button takes the last step away", shown(browser) == one["count"] + two["count"], shown(browser))
    browser.evaluate("history.forward()")
    browser.settle(0.2)
    browser.open("about:blank")
    browser.open(address)
    check("the address brings the list back", browser.evaluate(NAMES) == names)
    check("and its checkboxes", browser.evaluate("document.querySelectorAll('[data-facet] :checked').length") == 3)
    check("each filter can be taken away", browser.evaluate("document.querySelectorAll('.finder-said button').length") == 3)
    browser.evaluate("document.querySelector('.finder-said button').click()")
    check("by its own button", browser.evaluate("document.querySelectorAll('.finder-said button').length") == 2)
    left = shown(browser)
    browser.media("print")
    check("paper shows the filtered list", shown(browser) == left < whole)
    check("paper has no fields", browser.evaluate("document.querySelector('#finder-words').offsetParent === null"))
    check("paper says what was filtered", browser.evaluate("document.querySelector('.finder-said').offsetParent !== null"))
    browser.media()
    browser.evaluate("document.querySelector('.finder-reset').click()")
    check("one button shows all again", shown(browser) == whole)
    check("and clears the address", browser.evaluate("location.search") == "")
    browser.evaluate("document.querySelectorAll('.sort')[2].click()")
    places = browser.evaluate("[...document.querySelectorAll('table.clusters tbody tr')].map((r) => Number(r.dataset.place))")
    check("the list can be sorted by place", places == sorted(places))
    check("the head says so", browser.evaluate("document.querySelector('[aria-sort]').textContent.trim()") == "Place")
    check("only name, theme and place order the list", browser.evaluate("document.querySelectorAll('.sort').length") == 3)
    browser.open(base + PAGE + "?theme=nonsense&size=&sort=merit&q=")
    check("an address that says nonsense shows all", shown(browser) == whole)
    browser.open(base + PAGE + "?q=zzzzqqq")
    check("a list without rows says so", browser.evaluate(STATUS) == f"None of {whole:,} clusters", browser.evaluate(STATUS))
    clean(browser, "filters")


def search(browser, base):
    browser.open(base + PAGE)

    def find(words):
        browser.evaluate("(() => { const i = document.querySelector('#finder-words'); i.focus(); i.value = ''; })()")
        browser.type(words)
        return browser.evaluate(NAMES)

    first = browser.evaluate("document.querySelector('table.clusters tbody tr').cells[0].textContent.trim()")
    check("a name is found", first in find(first))
    check("in capitals too", first in find(first.upper()))
    check("the address says what was looked for", "q=" in browser.evaluate("location.search"))
    whole = browser.evaluate("document.querySelectorAll('table.clusters tbody tr').length")
    if any("Munich" in name for name in find(" ")):
        for words in ("munchen", "München", "muenchen", "MUNICH"):
            names = find(words)
            check(f"'{words}' finds Munich", any("Munich" in name for name in names) and len(names) < whole, names)
    marked = browser.evaluate("""(() => {
      for (const row of document.querySelectorAll('table.clusters tbody tr')) {
        const text = row.cells[0].textContent.trim() + ' ' + row.cells[2].textContent;
        const word = text.split(/[ ,]+/).find((w) => /[\\u00c0-\\u017f]/.test(w));
        if (word) return [row.cells[0].textContent.trim(), word, word.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '')];
      }
    })()""")
    if marked:
        check(f"'{marked[2]}' finds {marked[1]}", marked[0] in find(marked[2]))
        check(f"'{marked[1]}' finds it too", marked[0] in find(marked[1]))
    check("words that nothing has find nothing", find("zzzzqqq") == [])
    clean(browser, "search")


def keyboard(browser, base, whole):
    browser.open(base + PAGE)
    for _ in range(40):
        browser.key("Tab")
        if browser.evaluate(FOCUS) == "finder-words":
            break
    check("the field is reached with the tabulator", browser.evaluate(FOCUS) == "finder-words", browser.evaluate(FOCUS))
    browser.type("a")
    browser.key("Tab")
    check("then the button that shows all", browser.evaluate(FOCUS) == "finder-reset", browser.evaluate(FOCUS))
    browser.key("Enter")
    check("which works and gives the focus back to the field",
          shown(browser) == whole and browser.evaluate(FOCUS) == "finder-words", browser.evaluate(FOCUS))
    browser.key("Tab")
    check("then the first facet's box", browser.evaluate("document.activeElement.type") == "checkbox", browser.evaluate(FOCUS))
    check("the focus is to be seen", browser.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none")
    before = browser.evaluate("document.querySelectorAll('[data-facet] :checked').length")
    browser.key(" ")
    check("the space bar chooses it", browser.evaluate("document.querySelectorAll('[data-facet] :checked').length") == before + 1)
    browser.key(" ")
    boxes = "[...document.querySelectorAll('[data-facet] input')].filter((i) => i.checkVisibility()).length"
    seen = 0
    for _ in range(browser.evaluate(boxes) + browser.evaluate("document.querySelectorAll('a.point, .legend a, summary').length") + 40):
        if browser.evaluate("document.activeElement.type") == "checkbox":
            seen += 1
        if browser.evaluate(FOCUS).startswith("sort"):
            break
        browser.key("Tab")
    check("every box and then the heads of the table are reached", seen == browser.evaluate(boxes), seen)
    browser.key("Tab")
    browser.key("Enter")
    check("a head sorts with the keyboard", browser.evaluate("document.querySelector('[aria-sort]').textContent.trim()") == "Theme")
    check("and keeps the focus", browser.evaluate(FOCUS) == "sort", browser.evaluate(FOCUS))
    clean(browser, "keyboard")


def tips(browser, base):
    shows = "document.querySelector('.map-tip:not([hidden])')?.textContent"
    for page in (PAGE, "index.html"):
        browser.open(base + page)
        point = browser.evaluate("""(() => { const p = document.querySelector('.map-figure a.point');
          p.scrollIntoView({block: 'center'}); const r = p.getBoundingClientRect();
          return [r.left + r.width / 2, r.top + r.height / 2]; })()""")
        browser.move(5, 5)
        browser.move(*point)
        name = browser.evaluate(shows)
        check(f"{page}: a point shows its name to the pointer", bool(name), name)
        browser.key("Escape")
        check(f"{page}: Escape closes it", browser.evaluate(shows) is None)
        browser.move(5, 5)
        browser.evaluate("document.querySelector('.map-figure a.point').focus()")
        check(f"{page}: a point shows its name to the keyboard", bool(browser.evaluate(shows)))
        check(f"{page}: the point keeps its name for screen readers", browser.evaluate(
            "document.querySelector('.map-figure a.point').getAttribute('aria-label') === document.querySelector('.map-tip').textContent"))
        browser.key("Escape")
        check(f"{page}: Escape closes that too", browser.evaluate(shows) is None)
        inside = browser.evaluate("""(() => { document.activeElement.blur(); const all = [...document.querySelectorAll('.map-figure a.point')];
          return all.every((p) => { p.focus(); const r = document.querySelector('.map-tip').getBoundingClientRect();
            return r.left >= 0 && r.right <= document.documentElement.clientWidth; }); })()""")
        check(f"{page}: no name leaves the page", inside)
    clean(browser, "names of points")


def narrow(browser, base):
    for width in (390, 320):
        browser.size(width, 800)
        for page in (PAGE, PAGE + "?theme=health-life-sciences&region=western-europe&q=a"):
            browser.open(base + page)
            check(f"{page} at {width}: no sideways scrolling", browser.evaluate("document.documentElement.scrollWidth") <= width,
                  browser.evaluate("document.documentElement.scrollWidth"))
    box = "document.querySelector('[data-facet] input').offsetParent !== null"
    check("on a phone the filters are folded", not browser.evaluate(box))
    browser.evaluate("document.querySelector('.facets-opener').focus()")
    browser.key("Enter")
    check("and unfold", browser.evaluate(box))
    check("which is said", browser.evaluate("document.querySelector('.facets-opener').getAttribute('aria-expanded')") == "true")
    browser.size(1280, 900)
    clean(browser, "narrow")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    site = os.path.abspath(sys.argv[1])
    server = serve(site)
    with Browser() as browser:
        browser.size(1280, 900)
        for base in (server, pathlib.Path(site).as_uri() + "/"):
            policies(browser, base, site)
            whole = without_scripts(browser, base)
            filters(browser, base, whole)
            search(browser, base)
        steadiness(browser, server)
        keyboard(browser, server, whole)
        tips(browser, server)
        narrow(browser, server)
        browser.open(server + "not/here/at/all.html")
        # A site that knows its address fetches the styles of this page from there.
        if browser.evaluate("document.querySelector('link[rel=stylesheet]').getAttribute('href').startsWith('/')"):
            check("the page for missing pages has its style at any depth", browser.evaluate("getComputedStyle(document.body).margin") == "0px")
            clean(browser, "404")
        if whole <= 250:
            page = (pathlib.Path(site) / PAGE).read_text()
            weight = len(re.sub(r'<svg class="map[^"]*".*?</svg>', "", page, flags=re.DOTALL).encode())
            check("the explorer weighs less than 300 KB without its maps", weight < 300_000, weight)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
