"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from scorecard.writing.text import write_bytes

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and pipes of POSIX")


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_text_is_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_bytes(tmp_path / "map.dot", "a\nb\r\n● é\n".encode())
    assert (tmp_path / "map.dot").read_bytes() == "a\nb\r\n● é\n".encode()


def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"much longer than the new one")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_permissions_are_kept_and_new_files_follow_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o604)
    umask = os.umask(0o027)
    try:
        write_bytes(old, b"x")
        write_bytes(new, b"x")
    finally:
        os.umask(umask)
    assert permissions(old) == 0o604
    assert permissions(new) == 0o640


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "real.svg", tmp_path / "link.svg"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    target.unlink()
    write_bytes(link, b"again")
    assert link.is_symlink()
    assert target.read_bytes() == b"again"


@posix
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_bytes(pipe, b"content")
    reader.join(10)
    assert read == [b"content"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(tmp_path / "map.svg", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named_by_the_users_own_path(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_bytes(tmp_path / "nowhere" / "map.svg", b"x")
    assert caught.value.filename == str((tmp_path / "nowhere" / "map.svg").resolve())


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=str(tmp_path.name)):
        write_bytes(tmp_path, b"x")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
