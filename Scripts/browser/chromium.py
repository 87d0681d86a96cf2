"""A headless Chromium for tests, spoken to over a pipe in its DevTools protocol: nothing but Python's own library.

CHROMIUM names another browser than the one called chromium, google-chrome or chrome on the path."""

import http.server
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time


def program():
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome"]
    found = next((path for path in (shutil.which(name) for name in names if name) if path), None)
    if not found:
        raise SystemExit("no Chromium was found; name one in CHROMIUM")
    return found


class Server:
    """A folder over HTTP on a free port; what is not there is answered with 404.html, as hosts of static sites do."""

    def __init__(self, folder):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *rest, **named):
                super().__init__(*rest, directory=folder, **named)

            def send_error(self, code, message=None, explain=None):
                page = os.path.join(folder, "404.html")
                if code != 404 or not os.path.exists(page):
                    return super().send_error(code, message, explain)
                with open(page, "rb") as file:
                    body = file.read()
                self.send_response(404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_address[1]}/"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self):
        self.http.shutdown()


class Browser:
    """One browser with one page. `problems` collects what the page throws, logs as an error or has blocked."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="clusterbook-browser-")
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()

        def descriptors():
            # Via high numbers, since 3 and 4 may be in use for one another.
            os.dup2(to_read, 20)
            os.dup2(from_write, 21)
            os.dup2(20, 3)
            os.dup2(21, 4)

        self.process = subprocess.Popen(
            [program(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
             "--user-data-dir=" + self.profile, "about:blank"],
            close_fds=False, preexec_fn=descriptors, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.out = os.fdopen(to_write, "wb", buffering=0)
        self.input = os.fdopen(from_read, "rb", buffering=0)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.problems = []
        self.loaded = False
        targets = self.send("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self.session = self.send("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")

    def close(self):
        try:
            self.session = None
            self.send("Browser.close")
        except (OSError, EOFError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") != message["id"]:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            return answer["result"]

    def receive(self):
        while b"\0" not in self.buffer:
            part = os.read(self.input.fileno(), 1 << 16)
            if not part:
                raise EOFError("the browser is gone")
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, method, params):
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.problems.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            entry = params["entry"]
            # That a server has no icon, and that a page which is not there is answered with 404, is as it should be.
            if entry["source"] == "network" and (entry.get("url", "").endswith("/favicon.ico") or self.expects_404):
                return
            self.problems.append(f"{entry['text']} {entry.get('url', '')}")
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.problems.append(" ".join(str(arg.get("value", arg.get("description", ""))) for arg in params["args"]))

    expects_404 = False

    def open(self, url, expects_404=False):
        self.loaded = False
        self.expects_404 = expects_404
        self.send("Page.navigate", url=url)
        end = time.time() + 30
        while not self.loaded and time.time() < end:
            self.evaluate("0")
            time.sleep(0.01)
        if not self.loaded:
            raise RuntimeError(f"{url} was not loaded")
        self.settle()

    def settle(self, seconds=0.05):
        """Lets scripts and drawing come to an end."""
        time.sleep(seconds)
        self.evaluate("0")

    def evaluate(self, code):
        result = self.send("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", code))
        return result["result"].get("value")

    def size(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scripts(self, are_on):
        self.send("Emulation.setScriptExecutionDisabled", value=not are_on)

    def media(self, kind="", **features):
        self.send("Emulation.setEmulatedMedia", media=kind,
                  features=[{"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowDown": 40, "Backspace": 8}

    def key(self, key, modifiers=0):
        code = "Space" if key == " " else key
        named = {"key": key, "code": code, "windowsVirtualKeyCode": self.KEYS[key], "modifiers": modifiers}
        text = {"Enter": "\r", " ": " "}.get(key)
        self.send("Input.dispatchKeyEvent", type="keyDown", **named, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **named)
        self.settle()

    def type(self, text):
        self.send("Input.insertText", text=text)
        self.settle(0.25)

    def move(self, x, y):
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.settle()

    def picture(self, path):
        import base64
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
