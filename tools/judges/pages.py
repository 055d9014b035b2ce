"""Opens pages of a built site in Chromium and looks for what axe finds: WCAG 2.0 to 2.2, A and AA, and best practices.

One page of every shape, each at 320 and 1280 pixels, and in the dark, from a server that sends the policy of
docs/security.md; and once as a file of a folder. Whatever the browser refuses, or asks of elsewhere, is a fault. Prints what is
wrong, and exits 1 where anything is.
"""
import functools
import http.server
import pathlib
import re
import sys
import tempfile
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

VIEWS = [(1280, "light"), (320, "light"), (1280, "dark")]
PARTS = ["<form", "<table", "<svg", "<details", "<figure", "<nav", "<img", "<audio", "http-equiv=\"refresh\""]
SECURITY = pathlib.Path(__file__).parents[2] / "docs" / "security.md"


def shape(site, page):
    """Pages in the same place of the site that hold the same kinds of parts are alike."""
    text, steps = page.read_text(), page.relative_to(site).parts
    return len(steps), steps[0], steps[-2] if len(steps) > 3 else "", tuple(part in text for part in PARTS)


class Server(http.server.SimpleHTTPRequestHandler):
    """Sends the strictest policy that a web team is told it may set."""

    policy = re.search(r"^Content-Security-Policy: (.*)$", SECURITY.read_text(), re.M)[1]

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_):
        pass


class Watched:
    """A tab, and what the browser says and asks while it shows pages."""

    def __init__(self, tab, home):
        self.tab, self.said = tab, []
        tab.on("console", lambda message: message.type == "error" and self.said.append(message.text))
        tab.on("request", lambda request: request.url.startswith(home) or self.said.append(f"asks for {request.url}"))

    def open(self, address):
        self.said.clear()
        self.tab.goto(address)
        return self.said


def faults(tab, said, width, scheme, address):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)
    yield from said(address)
    for violation in Axe().run(tab).response["violations"]:
        yield f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}"
    if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
        yield "the page scrolls sideways"


def main(site):
    pages = {shape(site, page): page for page in sorted(site.rglob("*.html"), reverse=True)}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_address[1]}/"
    found = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path="/usr/bin/chromium", headless=True, args=["--no-sandbox", "--disable-gpu"])
        served, filed = Watched(browser.new_page(), home), Watched(browser.new_page(), site.as_uri())
        for page in pages.values():
            path = page.relative_to(site).as_posix()
            # A page that sends on is left at once: what it says is looked at, and not the page behind it.
            views = VIEWS if "http-equiv=\"refresh\"" not in page.read_text() else []
            for width, scheme in views:
                for fault in faults(served.tab, served.open, width, scheme, home + path.removesuffix("index.html")):
                    found.append(f"{path} at {width} pixels, {scheme}: {fault}")
            # The page for addresses that there are not is shown by servers alone: its links begin at the root.
            if path != "404.html":
                found += [f"{path} as a file: {fault}" for fault in filed.open(page.as_uri())]
                if not views:
                    found += [f"{path}: {fault}" for fault in served.open(home + path.removesuffix("index.html"))]
        browser.close()
    print("\n".join(found + [f"browser: {len(pages)} pages in {len(VIEWS)} views and as files, {len(found)} faults"]))
    return 1 if found else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
