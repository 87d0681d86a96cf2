"""The Nu HTML checker on every page, lychee on every link and anchor, and the weights that site.md allows."""
import json, re, subprocess

import tools

PAGE, EXPLORER, MAP = 100_000, 300_000, 150_000


def nu(site, results):
    results.begin("Nu HTML checker")
    answer = subprocess.run(
        ["java", "-jar", tools.find("nu"), "--format", "json", "--skip-non-html", "--exit-zero-always", *map(str, site.pages)],
        capture_output=True, text=True)
    if answer.returncode:
        raise SystemExit(answer.stderr)
    problems = {}
    for message in json.loads(answer.stderr)["messages"]:
        if message["type"] == "error":
            problems.setdefault(message.get("url", ""), []).append(f"line {message.get('lastLine', '?')}: {message['message']}")
    for page in site.pages:
        results.add(site.address(page), problems.pop(page.as_uri(), []))
    for address, found in problems.items():
        results.add(address, found)
    results.end()


def links(site, results):
    results.begin("Links and anchors (lychee)")
    answer = subprocess.run(
        [tools.find("lychee"), "--offline", "--include-fragments", "--no-progress", "--format", "json", "--root-dir", site.root,
         "--fallback-extensions", "html", *map(str, site.pages)],
        capture_output=True, text=True)
    try:
        found = json.loads(answer.stdout)
    except ValueError:
        raise SystemExit(answer.stderr)
    broken = {page: [f"{link['url']}: {link['status']['text']}" for link in links] for page, links in found["error_map"].items()}
    for page in site.pages:
        results.add(site.address(page), broken.pop(str(page), []))
    for page, problems in broken.items():
        results.add(page, problems)
    print(f"  {found['total']} links seen")
    results.end()


def without_maps(text):
    return re.sub(r'<svg class="map[ "].*?</svg>', "", text, flags=re.DOTALL)


def weights(site, results):
    results.begin("Weights")
    for page in site.pages:
        address, text = site.address(page), page.read_text()
        problems = []
        if address == "index.html":
            heaviest = max([len(found.encode()) for found in re.findall(r'<svg class="map[ "].*?</svg>', text, re.DOTALL)] + [0])
            if heaviest > MAP:
                problems.append(f"its map weighs {heaviest} bytes; {MAP} are allowed")
        if re.fullmatch(r"clusters/[^/]+\.html", address):
            limit = EXPLORER if address.endswith("/index.html") else PAGE
            weight = len(without_maps(text).encode())
            if weight > limit:
                problems.append(f"weighs {weight} bytes without its map; {limit} are allowed")
        results.add(address, problems)
    results.end()
