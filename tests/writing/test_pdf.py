"""PDF: one page of the picture's size, whose text can be copied; the same bytes on every day."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard.writing.engine import EngineError, NoEngineError
from scorecard.writing.pdf import pdf_of, typeset
from tests.poppler import told
from tests.writing.svgs import svg_of

TITLE = "Social media strategy"


def test_text_can_be_copied(tmp_path: Path) -> None:
    assert told("pdftotext", pdf_of(svg_of("Outlook 92 % · ▲ at risk"), TITLE), tmp_path).split() == [
        *("Outlook", "92", "%", "·", "▲", "at", "risk"),
    ]


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_font_is_inter_and_embedded(weight: int, tmp_path: Path) -> None:
    fonts = told("pdffonts", pdf_of(svg_of(TITLE, weight), TITLE, system_fonts=False), tmp_path).splitlines()[2:]
    assert len(fonts) == 1
    assert re.match(r"[A-Z]{6}\+Inter-\w+ .* yes yes yes ", fonts[0])


def test_the_page_is_as_large_as_the_picture_and_has_its_title(tmp_path: Path) -> None:
    facts = told("pdfinfo", pdf_of(svg_of("x"), TITLE), tmp_path)
    assert re.search(r"^Title: +Social media strategy$", facts, re.MULTILINE)
    assert re.search(r"^Page size: +400 x 60 pts$", facts, re.MULTILINE)
    assert re.search(r"^Pages: +1$", facts, re.MULTILINE)


def test_a_page_is_never_longer_than_a_reader_shows(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20000 40000" width="20000" height="40000"/>'
    assert re.search(r"^Page size: +7200 x 14400 pts", told("pdfinfo", pdf_of(svg, TITLE), tmp_path), re.MULTILINE)


@pytest.mark.parametrize(
    "title", ['#panic("no")', 'a "b" \\ <c> & $x$ [d] ]]> //', "*bold* @ref = head", "شركة \u202e x", "", "x" * 500]
)
def test_a_hostile_title_is_a_title(title: str, tmp_path: Path) -> None:
    facts = told("pdfinfo", pdf_of(svg_of("x"), title), tmp_path)
    found = re.search(r"^Title: *(.*)$", facts, re.MULTILINE)
    assert (found[1] if found else "") == title


def test_the_same_picture_gives_the_same_bytes_on_every_day() -> None:
    first = pdf_of(svg_of(TITLE), TITLE)
    assert first.startswith(b"%PDF-")
    code = (
        "import sys, time; from tests.writing.svgs import svg_of; from scorecard.writing.pdf import pdf_of;"
        f"sys.stdout.buffer.write(pdf_of(svg_of({TITLE!r}), {TITLE!r}))"
    )
    other_zone = {"TZ": "Pacific/Auckland", "PYTHONPATH": ":".join(sys.path), "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run([sys.executable, "-c", code], env=other_zone, capture_output=True, check=True)
    assert done.stdout == first
    for part in (str(datetime.now(UTC).year).encode(), b"CreationDate", b"ModDate", b"CreateDate"):
        assert part not in first


def test_without_typst_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoEngineError) as caught:
        pdf_of(svg_of(TITLE), TITLE)
    assert str(caught.value).endswith("is not installed: python -m pip install 'typst>=0.15'")


def test_what_is_no_svg_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match=r"^no PDF could be drawn: "):
        pdf_of('<svg viewBox="0 0 10 10"><</svg>', TITLE)


def test_a_document_is_set_and_is_the_same_on_every_day() -> None:
    first = typeset('#set document(date: none)\n#text("Outlook")')
    assert first == typeset('#set document(date: none)\n#text("Outlook")')
    assert first.startswith(b"%PDF-")


@pytest.mark.parametrize("document", ["#no-such-function()", "#("])
def test_what_cannot_be_set_is_an_engine_error(document: str) -> None:
    with pytest.raises(EngineError, match=r"^no PDF could be drawn: "):
        typeset(document)


@pytest.mark.parametrize("name", ["secret.txt", "/secret.txt", "./secret.txt", "../secret.txt", "{folder}/secret.txt"])
def test_a_document_reads_no_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        EngineError, match=r"^no PDF could be drawn: (file not found|.*cannot read file outside|.*escape)"
    ):
        typeset(f'#read("{name.format(folder=tmp_path)}")')


def test_a_document_has_to_keep_the_standard_that_is_named() -> None:
    assert typeset('#set document(title: "x")\n= A', standard="ua-1")
    with pytest.raises(EngineError, match="PDF/UA-1"):
        typeset("= A", standard="ua-1")


def test_without_typst_a_document_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoEngineError) as caught:
        typeset("x")
    install = "python -m pip install 'typst>=0.15'"
    assert str(caught.value) == f"the report as a PDF needs typst, which is not installed: {install}"
