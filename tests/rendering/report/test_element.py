"""Elements: text stays text, whatever it is made of."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.links import outside
from scorecard.rendering.spans import printable

texts = st.text(alphabet=st.one_of(st.sampled_from("<>&\"'/=! -]`\u202e\u0000\ud800"), st.characters()))


class Seen(HTMLParser):
    """What a parser sees: elements, and the text of all."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(inner=texts, value=texts)
def test_text_comes_back_as_text(inner: str, value: str) -> None:
    seen = Seen(el("p", inner, title=value))
    assert [tag for tag, _ in seen.elements] == ["p"]
    assert seen.elements[0][1] == [("title", printable(value))]
    assert seen.text == printable(inner).replace(" %", "\u00a0%")


@given(parts=st.lists(texts), between=texts)
def test_joined_texts_are_texts(parts: list[str], between: str) -> None:
    assert Seen(joined(parts, between)).elements == []


def test_markup_is_not_escaped_twice() -> None:
    assert el("p", el("b", "1 < 2")) == "<p><b>1 &lt; 2</b></p>"


def test_attributes_are_written_as_html_has_them() -> None:
    written = el("button", class_="a b", aria_label="x", hidden=True, disabled=False, title=None, tabindex=-1)
    assert written == '<button class="a b" aria-label="x" hidden tabindex="-1"></button>'


def test_elements_that_hold_nothing() -> None:
    assert el("meta", charset="utf-8") == '<meta charset="utf-8">'
    assert el("rect", x=0.5, width=10.0) == '<rect x="0.5" width="10"/>'
    assert joined([None, "a", None, "b"], ", ") == "a, b"


def test_a_name_keeps_its_direction_of_writing_to_itself() -> None:
    assert name("שלום") == "<bdi>שלום</bdi>"


def test_only_addresses_of_the_web_become_links() -> None:
    assert outside("https://example.com/a?b=1&c=2").startswith('<a href="https://example.com/a?b=1&amp;c=2"')
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com", "https://a b"):
        assert outside(address) == Html(f"<span>{address}</span>")
