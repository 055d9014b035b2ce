"""Opens pages of a built site in Chromium and looks for what axe finds: WCAG 2.0 to 2.2, A and AA, and best practices.

One page of every shape, each at 320 and 1280 pixels, and in the dark. Prints what is wrong, and exits 1 where anything is.
"""
import functools
import http.server
import pathlib
import sys
import tempfile
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

VIEWS = [(1280, "light"), (320, "light"), (1280, "dark")]
PARTS = ["<form", "<table", "<svg", "<details", "<figure", "<nav"]


def shape(site, page):
    """Pages in the same place of the site that hold the same kinds of parts are alike."""
    text, steps = page.read_text(), page.relative_to(site).parts
    return len(steps), steps[0], steps[-2] if len(steps) > 3 else "", tuple(part in text for part in PARTS)


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def faults(tab, address, width, scheme):
    said = []
    listener = lambda message: said.append(message.text) if message.type == "error" else None
    tab.on("console", listener)
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(address)
    for violation in Axe().run(tab).response["violations"]:
        yield f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}"
    if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
        yield "the page scrolls sideways"
    tab.remove_listener("console", listener)
    yield from said


def main(site):
    pages = {shape(site, page): page for page in sorted(site.rglob("*.html"), reverse=True)}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = 0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path="/usr/bin/chromium", headless=True, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        for page in pages.values():
            path = page.relative_to(site).as_posix()
            for width, scheme in VIEWS:
                address = f"http://127.0.0.1:{server.server_address[1]}/{path.removesuffix('index.html')}"
                for fault in faults(tab, address, width, scheme):
                    found += 1
                    print(f"{path} at {width} pixels, {scheme}: {fault}")
        browser.close()
    print(f"axe: {len(pages)} pages in {len(VIEWS)} views, {found} faults")
    return 1 if found else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
