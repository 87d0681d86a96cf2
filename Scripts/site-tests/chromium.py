"""A real browser, driven over a pipe with Chromium's DevTools protocol: no driver, no socket, no library.

Everything is read from disk (`file://`); the browser is told to reach no network at all.
"""
import base64, json, os, pathlib, select, shutil, subprocess, tempfile, time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class BrowserError(Exception):
    pass


class Chromium:
    """`with Chromium() as browser: page = browser.open(path)`; one tab at a time."""

    def __init__(self):
        program = next((found for name in NAMES if (found := shutil.which(name))), None)
        if not program:
            raise BrowserError("Chromium is not installed (Debian: apt-get install chromium)")
        self._profile = tempfile.mkdtemp(prefix="site-tests-")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def join_pipes():
            # Chromium reads commands from descriptor 3 and answers on 4. Both are copied out of the way first.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        flags = [
            "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
            "--disable-extensions", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--allow-file-access-from-files", "--remote-debugging-pipe", f"--user-data-dir={self._profile}",
        ]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium refuses to run as root with it.
        self._process = subprocess.Popen(
            [program, *flags, "about:blank"], close_fds=False, preexec_fn=join_pipes,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._buffer = b""
        self._number = 0
        self.events = []
        target = self.command("Target.createTarget", {"url": "about:blank"}, session=None)["targetId"]
        self.session = self.command("Target.attachToTarget", {"targetId": target, "flatten": True}, session=None)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "DOM", "Network"):
            self.command(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.command("Browser.close", session=None)
            self._process.wait(10)
        except Exception:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)

    # The protocol

    def command(self, method, params=None, session="here", limit=60):
        self._number += 1
        message = {"id": self._number, "method": method, "params": params or {}}
        if session == "here":
            message["sessionId"] = self.session
        self._send(message)
        end = time.monotonic() + limit
        while True:
            answer = self._receive(end - time.monotonic())
            if answer is None:
                raise BrowserError(f"{method}: no answer in {limit} s")
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def _send(self, message):
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]

    def _receive(self, seconds):
        while b"\0" not in self._buffer:
            if seconds <= 0 or not select.select([self._in], [], [], seconds)[0]:
                return None
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise BrowserError("Chromium ended")
            self._buffer += piece
        line, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(line)

    def wait_for(self, method, seconds=30):
        end = time.monotonic() + seconds
        while not any(event["method"] == method for event in self.events):
            answer = self._receive(end - time.monotonic())
            if answer is None:
                raise BrowserError(f"{method} did not happen in {seconds} s")
            if "method" in answer:
                self.events.append(answer)

    # Pages

    def open(self, address, seconds=60):
        """Opens an address and waits until it is loaded."""
        self.events = []
        self.command("Page.navigate", {"url": address})
        self.wait_for("Page.loadEventFired", seconds)

    def complaints(self):
        """What the page wrote to the console or the browser says of it since it was opened: blocked code, missing files, errors of scripts."""
        self.run("0")  # whatever was on its way has arrived
        found = []
        for event in self.events:
            params = event.get("params", {})
            if event["method"] == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
                found.append(params["entry"]["text"])
            if event["method"] == "Runtime.exceptionThrown":
                detail = params["exceptionDetails"]
                found.append(detail.get("exception", {}).get("description") or detail["text"])
            if event["method"] == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
                found.append(" ".join(str(argument.get("value")) for argument in params["args"]))
        return found

    def requests(self):
        """The addresses that the page asked for since it was opened."""
        return [event["params"]["request"]["url"] for event in self.events if event["method"] == "Network.requestWillBeSent"]

    def run(self, script, limit=60):
        """The value of a JavaScript expression in the page; promises are waited for."""
        answer = self.command(
            "Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True}, limit=limit)
        if "exceptionDetails" in answer:
            detail = answer["exceptionDetails"]
            raise BrowserError(detail.get("exception", {}).get("description") or detail["text"])
        return answer["result"].get("value")

    def size(self, width, height, scale=1):
        self.command("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})

    def media(self, kind="", **features):
        """`media(prefers_color_scheme="dark")`; without arguments as the browser has it."""
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.command("Emulation.setEmulatedMedia", {"media": kind, "features": listed})

    def scripts(self, allowed):
        self.command("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def key(self, key, code=None, modifiers=0):
        numbers = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowDown": 40, "ArrowUp": 38}
        common = {
            "key": key, "code": code or ("Space" if key == " " else key), "modifiers": modifiers,
            "windowsVirtualKeyCode": numbers.get(key, ord(key[0].upper()))}
        text = {"Enter": "\r", " ": " "}.get(key) or (key if len(key) == 1 else None)
        self.command("Input.dispatchKeyEvent", {"type": "keyDown", **common, **({"text": text} if text else {})})
        self.command("Input.dispatchKeyEvent", {"type": "keyUp", **common})

    def type(self, text):
        self.command("Input.insertText", {"text": text})

    def picture(self, path, whole=False):
        shot = self.command("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
        pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))

    def print(self, path):
        sheet = self.command("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False}, limit=300)
        pathlib.Path(path).write_bytes(base64.b64decode(sheet["data"]))
