"""Pages under the conditions that readers have: small windows, no JavaScript, forced colours, no motion, a keyboard alone, paper."""
import pathlib, re, subprocess, tempfile

# The names of what sticks out to the right of the window, apart from what scrolls by itself.
TOO_WIDE = """(() => {
  const limit = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= limit) return [];
  const out = [];
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.right <= limit + 1 || box.width === 0) continue;
    let scrolls = false;
    for (let above = element.parentElement; above; above = above.parentElement)
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(above).overflowX) && above !== document.body && above !== document.documentElement) scrolls = true;
    if (!scrolls) out.push("wider than the window: " + element.outerHTML.slice(0, 100));
  }
  return out.length ? out : ["the page scrolls sideways"];
})()"""

# Things that move although the reader asked for rest.
MOVING = """[...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  const seconds = text => Math.max(...text.split(",").map(parseFloat));
  return seconds(style.transitionDuration) > 0.01 || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01);
}).slice(0, 3).map(element => "moves: " + element.outerHTML.slice(0, 100)).concat(
  getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolls smoothly"] : [])"""

# Marks on maps that cannot be told from what they lie on, by the contrast of WCAG (3 : 1 for graphics).
FAINT_MARKS = """(() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = colour => {
    canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const out = [];
  for (const map of document.querySelectorAll("svg.map")) {
    const land = map.querySelector(".land");
    if (!land) continue;
    const ground = light(getComputedStyle(land).fill);
    for (const mark of map.querySelectorAll("a.point path, a.point circle, a.point rect, .here path, .here circle")) {
      const style = getComputedStyle(mark);
      // A hollow mark is seen by its outline.
      const against = colour => { const [high, low] = [light(colour), ground].sort((x, y) => y - x); return (high + 0.05) / (low + 0.05); };
      const contrast = Math.max(...[style.fill, style.stroke].filter(colour => colour !== "none").map(against));
      if (contrast < 3) { out.push("mark of " + contrast.toFixed(1) + " : 1 against the land: " + mark.parentElement.outerHTML.slice(0, 120)); break; }
    }
  }
  return out;
})()"""

# How many rows and links a reader sees.
SEEN = """(() => {
  const seen = list => [...list].filter(element => element.checkVisibility({visibilityProperty: true})).length;
  return [seen(document.querySelectorAll("main tr")), seen(document.querySelectorAll("main a[href]"))];
})()"""

FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, textarea, summary, [tabindex='0']"

# Where the focus is, and whether it can be seen there.
FOCUS = """(() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const all = [...document.querySelectorAll(%r)];
  const drawn = element => { const style = getComputedStyle(element); return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none" || (element.closest("svg a") && parseFloat(style.strokeWidth) >= 3); };
  const changed = [...here.querySelectorAll("*")].some(drawn);
  return {index: all.indexOf(here), visible: drawn(here) || changed, html: here.outerHTML.slice(0, 110)};
})()""" % FOCUSABLE


def quiet(site, browser, results):
    """No blocked code, no error in scripts, nothing asked for outside the site's folder; on every kind of page."""
    results.begin("No complaint of the browser, nothing loaded from elsewhere")
    browser.size(1280, 900)
    for page in site.some():
        browser.open(site.location(page))
        problems = browser.complaints()
        problems += [f"asks for {address}" for address in browser.requests()
                     if not address.startswith((site.root.as_uri(), site.server, "data:", "about:"))]
        results.add(site.address(page), problems)
    results.end()


def narrow(site, browser, results):
    results.begin("320 pixels wide")
    browser.size(320, 700)
    for page in site.some():
        browser.open(site.location(page))
        results.add(site.address(page), browser.run(TOO_WIDE))
    results.end()


def without_scripts(site, browser, results):
    """All that scripts can show is in the page without them."""
    results.begin("Without JavaScript")
    browser.size(1280, 900)
    for page in site.some():
        browser.open(site.location(page))
        rows, links = browser.run(SEEN)
        browser.scripts(False)
        try:
            browser.open(site.location(page))
            bare_rows, bare_links = browser.run(SEEN)
            problems = [f"{rows} rows with JavaScript, {bare_rows} without"] if bare_rows < rows else []
            problems += [f"{links} links with JavaScript, {bare_links} without"] if bare_links < links else []
            stuck = browser.run("[...document.querySelectorAll('main input, main button, main select')].filter(e => e.checkVisibility()).length")
            if stuck:
                problems.append(f"{stuck} controls are shown that do nothing")
        finally:
            browser.scripts(True)
        results.add(site.address(page), problems)
    results.end()


def colours(site, browser, results):
    results.begin("Marks on maps against the land: light, dark, forced colours, paper")
    browser.size(1280, 900)
    views = [("light", dict(prefers_color_scheme="light")), ("dark", dict(prefers_color_scheme="dark")),
             ("forced colours", dict(forced_colors="active")), ("paper", dict(kind="print"))]
    for page in site.some():
        if '<svg class="map' not in page.read_text():
            continue
        browser.open(site.location(page))
        problems = []
        for name, features in views:
            browser.media(**features)
            problems += [f"{name}: {problem}" for problem in browser.run(FAINT_MARKS)]
        browser.media()
        results.add(site.address(page), problems)
    results.end()


def still(site, browser, results):
    results.begin("No motion where the reader wants none")
    browser.media(prefers_reduced_motion="reduce")
    for page in site.some(1):
        browser.open(site.location(page))
        results.add(site.address(page), browser.run(MOVING))
    browser.media()
    results.end()


def keyboard(site, browser, results, most=150):
    """Tab from the top: everything is reached in the order of the page, its focus can be seen, and nothing holds the keyboard fast."""
    results.begin("Keyboard")
    browser.size(1280, 900)
    for page in site.some(1):
        browser.open(site.location(page))
        expected = browser.run(f"[...document.querySelectorAll({FOCUSABLE!r})].map((e, i) => e.checkVisibility({{visibilityProperty: true}}) || e.closest('svg') || e.matches('.skip') ? i : -1).filter(i => i >= 0)")
        problems, reached = [], []
        for _ in range(min(len(expected), most)):
            browser.key("Tab")
            focus = browser.run(FOCUS)
            if focus is None:
                problems.append(f"the focus is lost after {len(reached)} steps")
                break
            reached.append(focus["index"])
            if not focus["visible"]:
                problems.append(f"focus is not seen on {focus['html']}")
        if not problems and reached != expected[:len(reached)]:
            missed = [index for index in expected[:len(reached)] if index not in reached]
            name = browser.run(f"document.querySelectorAll({FOCUSABLE!r})[{missed[0]}].outerHTML.slice(0, 120)") if missed else "order"
            problems.append(f"not reached in the page's order: {name}")
        if expected:
            browser.open(site.location(page))
            browser.key("Tab")
            browser.key("Enter")
            at = browser.run("location.hash && document.querySelector(location.hash) !== null")
            if not at and page.name != "404.html" and "refresh" not in page.read_text()[:2000]:
                problems.append("the first stop does not lead to the content")
        results.add(site.address(page), problems)
    results.end()


def paper(site, browser, results):
    """Every kind of page prints: its heading is on the first sheet, and no line of it is cut off at the right."""
    results.begin("Paper")
    browser.size(1280, 900)
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "page.pdf"
        for page in site.some(1, without=["print"]):
            browser.open(site.location(page))
            heading = browser.run("document.querySelector('h1')?.innerText ?? ''")
            browser.print(target)
            text = subprocess.run(["pdftotext", "-l", "1", str(target), "-"], capture_output=True, text=True).stdout
            squeezed = lambda words: re.sub(r"\W+", "", words.casefold())
            results.add(site.address(page), [] if squeezed(heading) in squeezed(text) else [f"the heading '{heading}' is not on the first sheet"])
    results.end()
