"""The served page is the one in the file, with a script that its policy allows and nothing else opened."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html import escape, unescape

import pytest

from scorecard.serving.live_page import live, version_of

PAGE = "<!DOCTYPE html><html><head><title>Map</title></head><body><h1>Map</h1></body></html>\n"


def policy(text: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


def script_of(page: str) -> str:
    found = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_the_script_stands_at_the_end_and_the_rest_is_as_it_was() -> None:
    served = live(PAGE)
    assert served.replace(f"<script>{script_of(served)}</script>\n", "") == PAGE
    assert served.endswith("</script>\n</body></html>\n")
    assert live("<p>short").startswith("<p>short<script>")
    assert live("<p>short").endswith("</script>\n")


def test_the_script_knows_the_version_of_its_page() -> None:
    assert version_of(PAGE) in script_of(live(PAGE))
    assert version_of(PAGE) != version_of(PAGE + " ")
    assert version_of("\ud800")


@pytest.mark.parametrize("written", [str, escape])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("default-src 'none'", "default-src 'none'; script-src {script}; connect-src 'self'"),
        ("default-src 'none'; script-src 'none'", "default-src 'none'; script-src {script}; connect-src 'self'"),
        (
            "default-src 'none'; script-src 'sha256-abc='; style-src 'unsafe-inline'; connect-src 'none';",
            "default-src 'none'; script-src 'sha256-abc=' {script}; style-src 'unsafe-inline'; connect-src 'self'",
        ),
    ],
)
def test_its_policy_is_opened_for_the_script_and_the_stream(
    before: str, after: str, written: Callable[[str], str]
) -> None:
    served = live(PAGE.replace("<title>", policy(written(before)) + "<title>"))
    assert policy(after.format(script=digest(script_of(served)))) in unescape(served)


def test_only_the_first_policy_is_touched() -> None:
    """What stands further down is text of the page, even where it looks like a policy."""
    inner = policy("default-src 'none'")
    served = live(PAGE.replace("<title>", policy("script-src 'self'") + "<title>").replace("<h1>", f"{inner}<h1>"))
    assert inner in served
    assert served.count("connect-src") == 1
