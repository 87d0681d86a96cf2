"""axe-core in Chromium: every kind of page, wide and narrow, light and dark."""
import tools

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(site, browser, results):
    results.begin("axe-core")
    code = tools.find("axe").read_text()
    options = '{resultTypes: ["violations"], runOnly: {type: "tag", values: %s}}' % TAGS
    script = f"""axe.run(document, {options}).then(result => result.violations.map(found =>
        found.id + " (" + found.nodes.length + "): " + found.help + " at " + found.nodes.slice(0, 2).map(node => node.html.slice(0, 140)).join(" and ")))"""
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        browser.size(width, 1000)
        browser.media(prefers_color_scheme=scheme)
        for page in site.some(without=["print"] if width == 390 else []):
            browser.open(site.location(page))
            # The protocol's own evaluation is not stopped by the page's Content-Security-Policy.
            browser.run(code + "; 0")
            results.add(f"{site.address(page)} {width} {scheme}", browser.run(script, limit=300))
    browser.media()
    results.end("views")
