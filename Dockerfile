# Two stages: the first builds a virtual environment from pinned, hashed packages; the second contains only that.
# The base is Docker's official Python 3.11.16 on Debian 12 of 19 September 2026, by its digest: a tag may be moved, a digest not. Each release takes the
# newest (CONTRIBUTING.md, "Release a version").
ARG BASE=python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b
FROM ${BASE} AS build
WORKDIR /source
COPY requirements-build.txt requirements.txt ./
# The packages' own tests are 17 MB, and pip and what comes with it 27 MB, none of which a deployment runs. requirements.txt names everything that
# is installed, and leaves out what is never reached (docs/assurance/packages.md).
RUN python -m venv /build && /build/bin/pip install --no-cache-dir --require-hashes -r requirements-build.txt && \
    python -m venv --without-pip /signpost && \
    /build/bin/pip --python /signpost/bin/python install --no-cache-dir --no-compile --no-deps --require-hashes -r requirements.txt && \
    find /signpost/lib -type d -name tests -prune -exec rm -r {} +
COPY pyproject.toml README.md LICENSE LICENSE-CONTENT NOTICE ./
COPY bot bot
COPY guidance guidance
COPY flows flows
COPY docs/checks docs/checks
RUN /build/bin/python -m hatchling build -t wheel -d /wheel && /build/bin/pip --python /signpost/bin/python install --no-cache-dir --no-index --no-deps /wheel/*.whl && \
    /signpost/bin/python -m compileall -q /signpost/lib

FROM ${BASE}
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin signpost && install -d -o signpost /state /cache
COPY --from=build /signpost /signpost
ENV PATH=/signpost/bin:$PATH \
    SIGNPOST_CACHE=/signpost/cache \
    SIGNPOST_STATE=/state \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SIGNPOST_HOST=0.0.0.0 \
    SIGNPOST_PORT=8080
# Make the vectors of the packaged content now, so that the container starts at once and writes nothing.
RUN signpost prepare
USER 10001
EXPOSE 8080
# Run with --read-only. The only writes are the red switch, the counts and the last good content of a mounted folder, to a volume at /state if
# there is one. Stopping waits for answers in progress.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"SIGNPOST_PORT\"]}/healthz', timeout=2)"]
ENTRYPOINT ["signpost"]
CMD ["serve"]
