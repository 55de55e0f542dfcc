"""Put small faults into a part of the program, and say which of them its tests do not find.

``python -m scripts.mutants danger 60 7`` draws 60 faults of the part "danger" by the seed 7, puts each into a copy of
the repository and runs the part's tests, those of the module itself first. ``pip install 'cosmic-ray>=8.4,<9'`` brings
what makes the faults.
"""

import difflib
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
HEARD = "tests/heard/test_heard_lines.py"
PARTS = {
    "danger": ("bot/hearing/danger/*.py", [HEARD, "tests/hearing/danger"]),
    "details": ("bot/hearing/details/*.py", [HEARD, "tests/hearing/details"]),
    "positions": ("bot/core/position.py", ["tests/core/test_position.py", "tests/core/screens/test_resolver.py"]),
    "release": ("bot/counts/release.py", ["tests/counts/test_release.py"]),
    "intake": ("bot/channels/intake.py", ["tests/channels/test_intake.py", "tests/channels/telegram"]),
}
MOST_MEMORY = 6 << 30  # bytes; a fault may fill a list for ever
LONGEST = 200  # seconds that the tests may take; a fault that makes them hang is found
Mutant = tuple[Path, Any, int]  # a module, an operator of cosmic-ray, and which of its occurrences


def mutants(modules: list[Path]) -> Iterator[Mutant]:
    """Yield every fault that can be put into some modules."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    operators = [operator for operator in map(get_operator, operator_names()) if not operator.arguments()]
    for module in modules:
        tree = get_ast(module.read_text("utf-8"))
        for operator in operators:
            number = sum(len(list(operator().mutation_positions(node))) for node in ast_nodes(tree))
            yield from ((module, operator, occurrence) for occurrence in range(number))


def survives(mutant: Mutant, copy: Path, tests: list[str]) -> str:
    """Return a fault as a diff if the tests pass with it, or ``""``."""
    from cosmic_ray.mutating import mutate_code

    module, operator, occurrence = mutant
    name, code = module.relative_to(ROOT), module.read_text("utf-8")
    changed = str(mutate_code(code, operator(), occurrence))
    own = Path("tests", *name.parts[1:-1], f"test_{name.name}")
    first = [str(own)] if (copy / own).exists() else []
    (copy / name).write_text(changed, "utf-8")
    try:
        passed = not failed(copy, [*first, *(test for test in tests if test not in first)], PYTHONDONTWRITEBYTECODE="1")
    finally:
        (copy / name).write_text(code, "utf-8")
    lines = difflib.unified_diff(code.splitlines(), changed.splitlines(), str(name), str(name), lineterm="", n=0)
    return "\n".join(lines) if passed else ""


def failed(copy: Path, tests: list[str], **settings: str) -> str:
    """Return what tests say that fail in a copy of the repository, or ``""``."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": f"{copy}:{os.environ.get('PYTHONPATH', '')}", **settings}
    try:
        ended = subprocess.run(  # noqa: S603 - our own tests
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return "they do not end"
    return ended.stdout + ended.stderr if ended.returncode else ""


def main(part: str, number: int, seed: int) -> None:
    """Draw a sample, try it, and print what survives."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    modules, tests = PARTS[part]
    every = list(mutants(sorted(ROOT.glob(modules))))
    drawn = random.Random(seed).sample(every, min(number, len(every)))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "signpost"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", "__pycache__"))
        if said := failed(copy, tests):  # without a fault; it also leaves compiled modules for all that follow
            raise SystemExit(said)
        found = 0
        for tried, mutant in enumerate(drawn, 1):
            diff = survives(mutant, copy, tests)
            found += not diff
            sys.stdout.write(f"{diff}\n" * bool(diff) + f"{part}: {found} of {tried} found\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
