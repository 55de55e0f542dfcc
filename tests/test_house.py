"""The house: who may import whom, what the core must not do, and how large a module and a function may grow."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import tests

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


# The tests themselves


def _is_sure(node: ast.AST) -> bool:
    """Say whether what stands inside a node runs whenever the node does."""
    match node:
        case ast.For(iter=ast.Tuple(elts=written) | ast.List(elts=written) | ast.Set(elts=written)):
            return any(not isinstance(each, ast.Starred) for each in written)
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int(times))])):
            return times > 0
    return not isinstance(node, ast.For | ast.AsyncFor | ast.While | ast.If | ast.match_case | ast.ExceptHandler)


def _assertions(node: ast.AST, sure: bool = True) -> Iterator[bool]:
    """Yield, for each assertion inside a node but in no function of its own, whether it is sure to run."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Assert() | ast.Call(func=ast.Attribute(attr="raises" | "warns")):
                yield sure
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Lambda():
                pass
            case _:
                yield from _assertions(child, sure and _is_sure(child))


def _unproven(source: str) -> list[str]:
    """Return the tests of a module that may assert nothing and still pass.

    Those are the tests whose every ``assert``, ``raises`` and ``warns`` stands in an ``if``, ``match``, ``except`` or
    ``while``, or in a loop over something that may be empty. A loop runs for sure where it goes over a tuple, list or
    set that is written out, or over the range of a number. Any other needs an assertion beside it, such as that what
    it goes over is not empty. A test that leaves all its assertions to a function it calls is not looked at.
    """
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    made = {each.name: list(_assertions(each)) for each in functions if each.name.startswith("test_")}
    return [name for name, sure in made.items() if sure and not any(sure)]


@pytest.mark.parametrize(
    "body",
    [
        "for thing in things: assert thing",
        "for thing in (*things,): assert thing",
        "if things: assert things[0]",
        "for name in ('a', 'b'):\n  for thing in things[name]: assert thing",
        "for thing in things:\n  with pytest.raises(KeyError): thing()",
        "try: do()\n except KeyError as error: assert error.args",
    ],
)
def test_a_test_that_may_assert_nothing_is_reported(body: str) -> None:
    assert _unproven(f"def test_it():\n {body}\n") == ["test_it"]


@pytest.mark.parametrize(
    "body",
    [
        "assert things\n for thing in things: assert thing",
        "for thing in ('a', *things): assert thing",
        "for number in range(3): assert number < 3",
        "with pytest.raises(KeyError): do()",
        "check(things)",
    ],
)
def test_a_test_that_is_sure_to_assert_something_is_not_reported(body: str) -> None:
    assert _unproven(f"def test_it():\n {body}\n") == []


def test_no_test_asserts_only_in_a_loop_or_an_if_that_may_never_run() -> None:
    folder = Path(tests.__file__).parent
    modules = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("test_*.py")}
    unproven = {name: found for name, source in modules.items() if (found := _unproven(source))}

    assert len(modules) > 50
    assert unproven == {}
