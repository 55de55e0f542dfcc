"""In CI a test that would be skipped fails, so that nothing goes untested there without anybody noticing.

Only what needs the development sets beside the repository may be skipped: they are not part of it.
"""

import os
from collections.abc import Generator

import pytest

MAY_BE_SKIPPED = "beside the repository"  # the reason that such a skip gives


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that is skipped in CI."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that is skipped as a whole in CI."""
    report = yield
    if report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = str(report.longrepr[-1]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if os.environ.get("CI") == "true" and MAY_BE_SKIPPED not in reason:
        report.outcome = "failed"
        report.longrepr = f"{reason} (nothing is skipped in CI)"
