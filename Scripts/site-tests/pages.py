"""The pages of a built site, by kind."""
import functools, http.server, pathlib, threading


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # A browser asks every server for a picture of the site; there is none, and that is no fault of a page.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


class Site:
    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()
        self.pages = sorted(path for path in self.root.rglob("*.html"))

    def address(self, page):
        return page.relative_to(self.root).as_posix()

    @functools.cached_property
    def server(self):
        """The address of the site on this machine, for the one page that cannot be read from disk."""
        handler = functools.partial(QuietHandler, directory=str(self.root))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    def location(self, page):
        """Where a browser finds a page: on disk, as readers with a folder do; 404.html is served at any depth and has no other place."""
        return self.server + "404.html" if self.address(page) == "404.html" else page.as_uri()

    def kind(self, page):
        """Pages of one kind are made by the same code: those of a folder, apart from its index."""
        parts = page.relative_to(self.root).parts
        if len(parts) == 1:
            return parts[0]
        folder = "/".join(parts[:-1])
        if parts[-1] == "index.html":
            return folder + "/"
        if folder == "clusters/by":
            return "facet"
        if folder == "regions":
            return {2: "country"}.get(len(page.stem), "subdivision" if "-" in page.stem and len(page.stem.split("-")[0]) == 2 else "region")
        if folder == "print":
            return "print " + page.stem.split("-")[0]
        return folder

    def is_redirect(self, page):
        return b'http-equiv="refresh"' in page.read_bytes()[:3000]

    # A whole book is made of the same parts as its lighter siblings; the checkers in the browser would take minutes for it.
    HEAVIEST = 2_000_000

    def by_kind(self, most=2):
        """Of each kind the heaviest page and the lightest: where there is too much, and where there is nearly nothing."""
        kinds = {}
        for page in self.pages:
            if not self.is_redirect(page) and page.stat().st_size <= self.HEAVIEST:
                kinds.setdefault(self.kind(page), []).append(page)
        chosen = {}
        for kind, pages in sorted(kinds.items()):
            pages.sort(key=lambda page: (-page.stat().st_size, page))
            chosen[kind] = (pages[:1] + pages[-1:])[:most] if len(pages) > 1 else pages
        return chosen

    def some(self, most=2, without=()):
        return [page for kind, pages in self.by_kind(most).items() if not kind.startswith(tuple(without)) for page in pages]
