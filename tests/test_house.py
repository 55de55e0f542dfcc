"""The house: who may import whom, what the core must not do, and how large a module and a function may grow."""

import ast
import sys
from pathlib import Path

import pytest

import bot

PACKAGE = Path(bot.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "starter" not in path.parts)

# Which way things lean (DESIGN section 2): each part may import itself and these.
MAY_IMPORT = {
    "core": set[str](),
    "copying": set[str](),
    "freeing": set[str](),
    "content": {"core", "copying", "freeing"},
    "encoder": {"core"},
    "counts": {"core"},
    "reports": {"core", "counts"},
    "state": {"core"},
    "open_data": {"core"},
    "channels": {"core", "content", "encoder", "counts", "open_data", "reports", "state"},
    "editor": {"core", "content", "copying", "encoder", "counts", "channels", "open_data", "reports"},
    "config": set[str](),
    "preparing": {"core", "encoder", "channels", "freeing", "state"},
    "living": {"core", "content", "channels", "state", "preparing"},
    "counting": {"core", "counts", "channels", "config", "state"},
    "running": {"core", "content", "encoder", "counts", "channels", "config", "freeing"},
    "serving": {"core", "content", "encoder", "counts", "channels", "config", "running"},
    "benchmark": {"core", "content", "encoder", "counts", "channels", "config"},
    "starting": {"core", "content", "counts", "channels", "config", "living", "preparing", "state"},
    "commands": {
        "core",
        "content",
        "encoder",
        "channels",
        "state",
        "open_data",
        "editor",
        "benchmark",
        "config",
        "counting",
        "counts",
        "reports",
        "serving",
        "starting",
    },
    "__main__": {
        "core",
        "content",
        "encoder",
        "counts",
        "channels",
        "state",
        "editor",
        "config",
        "counting",
        "living",
        "preparing",
        "starting",
        "commands",
        "running",
        "serving",
        "benchmark",
        "reports",
    },
    "__init__": set[str](),
}
# The standard modules that only make values.
VALUES = set(
    "__future__ array base64 bisect collections copy dataclasses datetime difflib enum functools hashlib itertools "
    "json math re string types typing unicodedata zoneinfo".split()
)
CORE_LIBRARIES = {"numpy", "rapidfuzz"}
LONGEST_MODULE = 300  # lines
LONGEST_FUNCTION = 40  # lines
# Modules that are longer, each with its reason.
LONGER_MODULES = {
    "core/library.py": "the one description of the content format; its lines are fields with their help",
}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _part(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _is_data(tree: ast.Module) -> bool:
    """Say whether a module holds nothing but data: no function, no class with code."""
    return not any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in ast.walk(tree))


@pytest.fixture(name="tree", params=MODULES, ids=_name)
def _tree(request: pytest.FixtureRequest) -> tuple[Path, ast.Module]:
    path = request.param
    return path, ast.parse(path.read_text("utf-8"))


def test_a_module_imports_only_what_its_part_may(tree: tuple[Path, ast.Module]) -> None:
    path, parsed = tree
    allowed = {_part(path), *MAY_IMPORT[_part(path)]}
    parts = {name.split(".")[1] for name in _imports(parsed) if name.startswith("bot.")} - {"__version__"}

    assert parts <= allowed


def test_the_core_imports_nothing_that_acts(tree: tuple[Path, ast.Module]) -> None:
    path, parsed = tree
    if _part(path) != "core":
        pytest.skip("not of the core")
    roots = {name.split(".")[0] for name in _imports(parsed)} - {"bot"}

    assert roots <= VALUES | CORE_LIBRARIES


def test_the_core_has_no_clock_no_randomness_no_output_and_no_await(tree: tuple[Path, ast.Module]) -> None:
    path, parsed = tree
    if _part(path) != "core":
        pytest.skip("not of the core")
    waits = [node for node in ast.walk(parsed) if isinstance(node, ast.Await | ast.AsyncFunctionDef | ast.AsyncWith)]
    called = [node.func for node in ast.walk(parsed) if isinstance(node, ast.Call)]
    attributes = {function.attr for function in called if isinstance(function, ast.Attribute)}
    calls = {function.id for function in called if isinstance(function, ast.Name)}

    assert waits == []
    assert attributes & {"now", "today", "utcnow", "random", "urandom", "token_bytes", "getLogger"} == set()
    assert calls & {"open", "print", "input", "exec", "eval", "__import__"} == set()


def test_a_module_holds_one_idea(tree: tuple[Path, ast.Module]) -> None:
    path, parsed = tree
    lines = path.read_text("utf-8").count("\n")

    assert lines <= LONGEST_MODULE or _name(path) in LONGER_MODULES or _is_data(parsed)


def test_a_function_fits_a_screen(tree: tuple[Path, ast.Module]) -> None:
    _, parsed = tree
    functions = [node for node in ast.walk(parsed) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION] == []


def test_a_module_says_in_its_first_line_what_it_is(tree: tuple[Path, ast.Module]) -> None:
    _, parsed = tree

    assert ast.get_docstring(parsed)


def test_every_public_function_and_class_has_a_sentence(tree: tuple[Path, ast.Module]) -> None:
    _, parsed = tree
    public = [
        node
        for node in parsed.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]

    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_an_exemption_that_is_no_longer_needed_is_gone() -> None:
    still_long = {_name(path) for path in MODULES if path.read_text("utf-8").count("\n") > LONGEST_MODULE}

    assert set(LONGER_MODULES) <= still_long


def test_the_table_names_every_part_of_the_package() -> None:
    assert {_part(path) for path in MODULES} <= set(MAY_IMPORT)


def test_python_is_new_enough() -> None:
    assert sys.version_info >= (3, 11)
