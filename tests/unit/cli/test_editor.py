"""A YAML language server, over stdio, with the schema a bundled file names: completes, explains, finds faults.

It needs node and the npm package yaml-language-server: TTX_YAML_LS=<its bin/yaml-language-server>.
"""

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from ttx.loader import bundled

SERVER = os.environ.get("TTX_YAML_LS") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(
    not (SERVER and shutil.which("node")),
    reason="needs node and yaml-language-server: npm install yaml-language-server, TTX_YAML_LS=<its bin>",
)


class Talking:
    """A client that asks one thing after the other."""

    def __init__(self, process):
        self._process = process
        self._number = 0

    def tell(self, method, params, number=None):
        body = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {})
        self._send(body)

    def _send(self, body):
        data = json.dumps(body).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def heard(self):
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._process.stdout.read(length))

    def until(self, wanted):
        """The first message that fits; requests of the server on the way are answered with nothing."""
        while True:
            message = self.heard()
            if "method" in message and "id" in message:
                items = message["params"].get("items", []) if message.get("params") else []
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": [None] * len(items)})
            if wanted(message):
                return message

    def ask(self, method, params):
        self._number += 1
        number = self._number
        self.tell(method, params, number)
        return self.until(lambda m: m.get("id") == number and "method" not in m)["result"]

    def opened(self, path, text):
        """Open a file with this text; what is said to be wrong with it."""
        uri = path.as_uri()
        self.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}},
        )
        found = self.until(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )
        return found["params"]["diagnostics"]


@pytest.fixture
def server():
    with subprocess.Popen(
        [shutil.which("node"), SERVER, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        late = threading.Timer(60, process.kill)
        late.start()
        talking = Talking(process)
        talking.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": None,
                "capabilities": {
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown"]},
                        "completion": {"completionItem": {"snippetSupport": False}},
                    }
                },
            },
        )
        talking.tell("initialized", {})
        yield talking
        process.kill()
        late.cancel()


def at(path, text, words):
    """Where these words end in a text."""
    before = text[: text.index(words) + len(words)]
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])},
    }


@pytest.mark.parametrize(
    "name",
    [
        "scenarios/graduated-steps/phases/2-next-day.yaml",
        "scenarios/full-range/scenario.yaml",
        "rules/room.yaml",
        "rules/commitments/scm53.yaml",
        "scenarios/conditions/moves/demo.yaml",
    ],
)
def test_a_bundled_file_has_no_fault(server, name):
    path = bundled() / Path(name)
    assert server.opened(path, path.read_text("utf-8")) == []


def test_it_completes_explains_and_finds_faults(server):
    path = bundled() / "scenarios" / "graduated-steps" / "phases" / "new.yaml"
    text = (
        "# yaml-language-server: $schema=../../../rules/schema/include.json\n"
        "phases:\n  - id: a\n    title: A\n    minuts: 3\n    decisions:\n      - id: D-01\n        show_options: \n"
    )
    [fault] = [d for d in server.opened(path, text) if "minuts" in d["message"]]
    assert fault["range"]["start"]["line"] == 4
    offered = server.ask("textDocument/completion", at(path, text, "show_options: "))
    assert {"after", "never"} <= {item["label"] for item in offered["items"]}
    hover = server.ask("textDocument/hover", at(path, text, "show_opt"))
    assert "if left out" in json.dumps(hover["contents"])
