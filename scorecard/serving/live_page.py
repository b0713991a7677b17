"""The page as it is served: as it stands in the file, and a script that loads it again when there is another."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape, unescape

_SCRIPT = """
(() => {
  const events = new EventSource("events");
  events.addEventListener("page", (event) => { if (event.data !== "VERSION") location.reload(); });
  events.addEventListener("end", () => events.close());
})();
"""
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE)


def version_of(page: str) -> str:
    """Another page has another version."""
    return hashlib.sha256(page.encode("utf-8", "replace")).hexdigest()[:16]


def live(page: str) -> str:
    """The page with a script at its end that listens on ``events``, beside the page, and loads the page again as soon
    as it is told of another version.

    A Content-Security-Policy in the page's head is opened for this script and this stream, and for nothing else.
    """
    script = _SCRIPT.replace("VERSION", version_of(page))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    opened = _POLICY.sub(lambda found: found[1] + _opened(found[2], f"'sha256-{digest}'") + found[3], page, count=1)
    end = opened.rfind("</body>")
    end = len(opened) if end < 0 else end
    return f"{opened[:end]}<script>{script}</script>\n{opened[end:]}"


def _opened(policy: str, script: str) -> str:
    directives = [directive.split() for directive in unescape(policy).split(";") if directive.strip()]
    sources_of = {name.lower(): sources for name, *sources in directives}
    for name, source in (("script-src", script), ("connect-src", "'self'")):
        allowed = sources_of.get(name, [])
        sources_of[name] = [*(other for other in allowed if other != "'none'"), source]
    return escape("; ".join(" ".join((name, *sources)) for name, sources in sources_of.items()))
