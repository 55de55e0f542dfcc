"""The pages for monitoring: whether it runs and answers, and its parts; questions change no figure (decision 54)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.core.channels import CHANNELS
from bot.state.secret import Secret

if TYPE_CHECKING:
    from prometheus_client import Metric

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"  # the format that prometheus_client writes
MEMORY, STARTED = "process_resident_memory_bytes", "process_start_time_seconds"
STEP = 16 * 1024 * 1024  # bytes that memory is rounded to; one answer uses far less
PARTS: Mapping[str, tuple[str, Callable[[str], bool], str]] = {
    "signpost_ready": ("status", lambda said: said == "ok", "Whether there is guidance to answer from."),
    "signpost_encoder_ready": ("encoder", lambda said: said == "ready", "Whether questions are found by meaning too."),
    "signpost_switches_ok": ("switches", lambda said: said.endswith((" on", "used")), "Whether the red switch works."),
    "signpost_telegram_ok": ("telegram", lambda said: said in ("", "ok"), "Whether Telegram works, where it is used."),
    "signpost_counting": ("counts", lambda said: said == "counting", "Whether counts are written."),
}
_UNKNOWN: Mapping[str, object] = {"status": "no guidance", "switches": "not known"}
Health = Callable[[], Mapping[str, object]]


def metrics(health: Health) -> Callable[[], bytes]:
    """Return what writes the metrics in Prometheus format; few ask for them, so its library is imported late."""
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
    from prometheus_client.registry import Collector

    process = ProcessCollector(registry=None)

    class HealthCollector(Collector):
        def collect(self) -> Iterator["Metric"]:
            yield from _of_health(health())
            yield from _of_process({metric.name: metric.samples[0].value for metric in process.collect()})

    registry = CollectorRegistry(auto_describe=False)
    registry.register(HealthCollector())
    return lambda: generate_latest(registry)


def _of_health(found: Mapping[str, object]) -> Iterator["Metric"]:
    from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

    about = {"version": str(found.get("version", "")), "content": str(found.get("content", ""))}
    yield InfoMetricFamily("signpost", "The version, and the id of the guidance.", about)
    state = {"state": str(found.get("telegram", "not used"))}
    yield InfoMetricFamily("signpost_telegram", "How Telegram is, as on the health page.", state)
    for name, (part, good, what) in PARTS.items():
        yield GaugeMetricFamily(name, what, float(good(str(found.get(part, "")))))
    numbers = {
        "signpost_content_entries": ("Entries of the guidance.", found.get("entries", 0)),
        "signpost_content_age_seconds": ("Since the guidance went live.", found.get("content_age_seconds", 0)),
        "signpost_content_faults": ("What keeps a later save from going live.", found.get("content_faults", ())),
    }
    for name, (what, value) in numbers.items():
        number = value if isinstance(value, int) else len(value) if isinstance(value, Sequence) else 0
        yield GaugeMetricFamily(name, what, float(number))


def _of_process(found: Mapping[str, float]) -> Iterator["Metric"]:
    """Yield the system's figures for this process, except those that would reveal when it is busy."""
    from prometheus_client.core import GaugeMetricFamily

    if STARTED in found:
        yield GaugeMetricFamily(STARTED, "When the program started, in seconds since 1970.", found[STARTED])
    if MEMORY in found:
        yield GaugeMetricFamily(MEMORY, "Memory in use, in steps of 16 MiB.", round(found[MEMORY] / STEP) * STEP)


def allowed(headers: Mapping[str, str], secret: Secret) -> bool:
    """Say whether a request may read the metrics: only with the secret, as a plain proxy looks like this machine."""
    kind, _, given = headers.get("authorization", "").partition(" ")
    return kind == "Bearer" and secret.is_right(given)


def routes(health: Health, ready: Callable[[], bool], secret: Secret, missing: Callable[[], Response]) -> list[Route]:
    """Return the routes for monitoring.

    Args:
        secret: the secret for reading the metrics; without one nobody reads them.
        missing: makes the "not found" page, which is what all others get for the metrics.
    """
    written = cache(lambda: metrics(health))

    async def health_page(request: Request) -> Response:
        return JSONResponse(dict(health()))

    async def ready_page(request: Request) -> Response:
        found = ready()
        held = health()
        why = "" if found else "{status}; switches: {switches}".format_map({**_UNKNOWN, **held})
        channels = {part: said for part, said in held.items() if part in CHANNELS}
        return JSONResponse({"ready": found, "why": why, **channels}, 200 if found else 503)

    async def metrics_page(request: Request) -> Response:
        if not allowed(request.headers, secret):
            return missing()
        return Response(written()(), headers={"Content-Type": CONTENT_TYPE})

    return [Route("/healthz", health_page), Route("/readyz", ready_page), Route("/metrics", metrics_page)]
