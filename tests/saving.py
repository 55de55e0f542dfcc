"""The ways to save a content folder, as editors, Git and clusters do it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

ENTRY = "guidance/home-life/bed-tonight.yaml"
TITLE = "She needs a bed tonight"


def titled(folder: Path, title: str) -> bytes:
    """Return the bytes of the entry with a different title."""
    lines = (folder / ENTRY).read_text("utf-8").splitlines(keepends=True)
    return "".join(f"title: {title}\n" if line.startswith("title:") else line for line in lines).encode()


def in_place(folder: Path, data: bytes) -> None:
    """Write over the file, as a shell does."""
    (folder / ENTRY).write_bytes(data)


def renamed_over(folder: Path, data: bytes) -> None:
    """Write a new file and rename it over the old one, as most editors do."""
    new = folder / ENTRY.replace("bed-tonight", ".bed-tonight")
    new.write_bytes(data)
    new.replace(folder / ENTRY)


def deleted_and_made(folder: Path, data: bytes) -> None:
    """Delete the file and make it again, as some copying does."""
    (folder / ENTRY).unlink()
    (folder / ENTRY).write_bytes(data)


def folder_replaced(folder: Path, data: bytes) -> None:
    """Move the whole folder away and another into its place, as a deployment does."""
    new, old = folder.with_name("new"), folder.with_name("old")
    shutil.copytree(folder, new, symlinks=True)
    (new / ENTRY).write_bytes(data)
    folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old)


def same_size_and_date(folder: Path, data: bytes) -> None:
    """Write another file of the same length, and give it the date of the old one, as a careful copy does."""
    was = (folder / ENTRY).stat()
    renamed_over(folder, data)
    os.utime(folder / ENTRY, ns=(was.st_atime_ns, was.st_mtime_ns))


def as_kubernetes_mounts(folder: Path) -> None:
    """Arrange a folder like Kubernetes: each name is a link through ``..data`` to a folder named after a date."""
    first = folder / "..2026_11_25_00"
    first.mkdir()
    for name in ("guidance", "flows"):
        (folder / name).rename(first / name)
    (folder / "..data").symlink_to(first.name)
    for name in ("guidance", "flows"):
        (folder / name).symlink_to(f"..data/{name}")


def as_kubernetes_swaps(folder: Path, data: bytes) -> None:
    """Save like Kubernetes: make a new folder named after a date, and point ``..data`` to it in one step."""
    if not (folder / "..data").is_symlink():
        as_kubernetes_mounts(folder)
    old = (folder / "..data").resolve()
    new = folder / f"..{int(old.name.rpartition('_')[2]) + 1:_>8}_{int(old.name.rpartition('_')[2]) + 1}"
    shutil.copytree(old, new)
    (new / ENTRY).write_bytes(data)
    (folder / "..data_tmp").symlink_to(new.name)
    (folder / "..data_tmp").replace(folder / "..data")
    shutil.rmtree(old)


def as_git_sync_swaps(folder: Path, data: bytes) -> None:
    """Save like git-sync: the folder itself is a link, pointed to a new folder in one step."""
    real = folder.resolve()
    if not folder.is_symlink():
        real = folder.with_name("tree-0")
        folder.rename(real)
        folder.symlink_to(real.name)
    new = real.with_name(f"tree-{int(real.name.rpartition('-')[2]) + 1}")
    shutil.copytree(real, new)
    (new / ENTRY).write_bytes(data)
    link = folder.with_name("link")
    link.symlink_to(new.name)
    link.replace(folder)
    shutil.rmtree(real)


WAYS: tuple[Callable[[Path, bytes], None], ...] = (
    in_place,
    renamed_over,
    deleted_and_made,
    folder_replaced,
    same_size_and_date,
    as_kubernetes_swaps,
    as_git_sync_swaps,
)
