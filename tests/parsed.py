"""Source files, each parsed once in a test process, for the tests that look at the code itself."""

import ast
from functools import cache
from pathlib import Path


@cache
def tree(path: Path) -> ast.Module:
    """Return a source file, parsed."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Return every node of a source file."""
    return tuple(ast.walk(tree))
