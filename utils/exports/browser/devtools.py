"""Talking to a browser: one command at a time, in its DevTools protocol."""

import json
import os
from typing import Any

from utils.exports.browser.process import Process

_READ_BYTES = 1 << 20
_CRASHED = "Inspector.targetCrashed"


class BrowserGone(Exception):
    """The browser ended, or what answers is none."""


class PageError(Exception):
    """A page, or the browser, refused a command; the message is its own."""


class DevTools:
    """The commands that a browser takes through its pipes.

    There is no time limit here: whoever sets one kills the process, and then
    every call ends with `BrowserGone`.
    """

    def __init__(self, process: Process) -> None:
        self._process = process
        self._received = bytearray()
        self._sent = 0

    def send(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """Send one command and wait for what comes back.

        Raises
        ------
        BrowserGone
            If the browser ends before it answers, or its page crashes.
        PageError
            If it answers with an error, or a script raised one.
        """
        self._sent += 1
        message: dict[str, Any] = {"id": self._sent, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        try:
            self._write(json.dumps(message).encode("ascii") + b"\0")
            return _result(self._answer())
        except (OSError, ValueError) as error:
            raise BrowserGone(str(error)) from error

    def open_page(self) -> str:
        """Open an empty page, and give the session in which it takes commands."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        session = str(attached["sessionId"])
        # So that the end of a page is heard, and nobody waits for it in vain.
        self.send("Inspector.enable", session)
        return session

    def call(self, session: str, function: str, *arguments: object) -> Any:
        """Call a function of a page's script with plain data; wait for what it gives.

        Raises
        ------
        BrowserGone, PageError
            As `send` does.
        """
        page = self.send("Runtime.evaluate", session, expression="globalThis")
        answer = self.send(
            "Runtime.callFunctionOn",
            session,
            objectId=page["result"]["objectId"],
            functionDeclaration=function,
            arguments=[{"value": argument} for argument in arguments],
            awaitPromise=True,
            returnByValue=True,
        )
        return answer["result"].get("value")

    def _write(self, message: bytes) -> None:
        rest = memoryview(message)
        while rest:
            rest = rest[os.write(self._process.write_end, rest) :]

    def _answer(self) -> dict[str, Any]:
        while True:
            message = self._read()
            if message.get("method") == _CRASHED:
                raise BrowserGone("its page crashed")
            if message.get("id") == self._sent:
                return message

    def _read(self) -> dict[str, Any]:
        searched = 0
        while (end := self._received.find(b"\0", searched)) < 0:
            searched = len(self._received)
            chunk = os.read(self._process.read_end, _READ_BYTES)
            if not chunk:
                raise BrowserGone("it ended")
            self._received += chunk
        message = json.loads(bytes(self._received[:end]))
        del self._received[: end + 1]
        return dict(message)


def _result(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise PageError(str(answer["error"].get("message", "")))
    result: dict[str, Any] = answer["result"]
    if wrong := result.get("exceptionDetails"):
        thrown = wrong.get("exception", {})
        said = thrown.get("description") or thrown.get("value") or wrong.get("text")
        raise PageError(str(said).partition("\n")[0])
    return result
