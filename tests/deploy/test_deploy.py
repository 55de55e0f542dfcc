"""The files in deploy/: settings exist, secrets are files, nothing may write or has rights; run for real.

Where there is no Docker and no cluster, the processes of compose.yaml are started natively from the same settings,
behind the same nginx.conf.
"""

import configparser
import http.client
import itertools
import json
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from bot.channels.mail import PORTS
from bot.channels.telegram.webhook import LOOK, LOOKS, SECRET_HEADER
from bot.channels.web.monitoring import metrics
from bot.core import emergency
from bot.service.settings import Settings, settings
from scripts.replicas import nginx_settings
from tests.channels.web.test_monitoring import HEALTH
from tests.postgres import WHY_NOT, programs, server
from tests.small_content import small_content
from tests.web import FORM
from tests.wire import REPOSITORY, SECRET, TOKEN, Program, Telegram, free_port, message, signpost, telegram

DEPLOY = REPOSITORY / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
KNOWN = {f"SIGNPOST_{each.name.upper()}": each for each in fields(Settings)}
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin") or shutil.which("nginx")
NO_NGINX = "nginx is not installed here (apt-get install nginx-light)"
NO_SYSTEMD = "systemd-analyze is not installed here (apt-get install systemd)"
PLANTED = "planted question of Zebedee"


def read(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text())


def kubernetes(kind: str) -> Any:
    every = itertools.chain.from_iterable(
        yaml.safe_load_all(path.read_text()) for path in (DEPLOY / "kubernetes").glob("*.yaml")
    )
    (found,) = (each for each in every if each["kind"] == kind)
    return found


def of_map() -> dict[str, str]:
    (made,) = kubernetes("Kustomization")["configMapGenerator"]
    return dict(each.split("=", 1) for each in made["literals"])


# Settings and secrets


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists_and_no_secret_stands_in_the_open(path: Path) -> None:
    text = path.read_text()

    assert set(re.findall(r"SIGNPOST_[A-Z_]+[A-Z]", text)) <= set(KNOWN)
    secrets = [name for name, each in KNOWN.items() if each.metadata["secret"]]
    assert [name for name in secrets if re.search(rf"\b{name}[=:] *\S", text)] == []


@pytest.mark.parametrize("given", [read("compose.yaml")["services"]["signpost"]["environment"], of_map()])
def test_the_settings_can_be_read_once_their_secrets_are_there(
    given: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        if name.endswith("_FILE"):
            (tmp_path / name).write_text("x" * 40)
        monkeypatch.setenv(name, str(tmp_path / name) if name.endswith("_FILE") else value)

    found = settings()

    assert (found.telegram_token, found.webhook_secret, found.admin_secret, found.database) == ("x" * 40,) * 4


# compose.yaml


@pytest.mark.parametrize("name", read("compose.yaml")["services"])
def test_a_container_of_compose_has_no_right_that_it_need_not_have(name: str) -> None:
    service = read("compose.yaml")["services"][name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].split(":")[0]) > 0
    assert {"mem_limit", "pids_limit", "logging", "restart"} <= set(service)
    assert "privileged" not in service
    assert "network_mode" not in service
    assert ("ports" in service) == (name == "proxy"), "only the proxy is reached from outside"


def test_every_secret_of_compose_is_a_file_that_a_service_names() -> None:
    found = read("compose.yaml")
    asked = {each for service in found["services"].values() for each in service.get("secrets", ())}
    named = {
        Path(value).name
        for service in found["services"].values()
        for name, value in service.get("environment", {}).items()
        if name.endswith("_FILE")
    }

    assert asked == named == set(found["secrets"])
    assert all(set(each) == {"file"} for each in found["secrets"].values())


def test_processes_of_compose_can_run_side_by_side_as_the_docs_measure_them() -> None:
    service = read("compose.yaml")["services"]["signpost"]
    told = (REPOSITORY / "docs" / "measuring.md").read_text().partition("### What limits several processes")[2]

    assert "--scale signpost=3" in told
    assert not {"container_name", "ports", "hostname"} & set(service), "each of them would be there once only"
    assert service["environment"]["SIGNPOST_DATABASE_FILE"], "what they share is in the database"


# Kubernetes


def test_three_processes_without_rights_are_asked_whether_they_are_ready() -> None:
    spec = kubernetes("Deployment")["spec"]
    pod = spec["template"]["spec"]
    (container,) = pod["containers"]

    assert spec["replicas"] == 3
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert (pod["automountServiceAccountToken"], pod["enableServiceLinks"]) == (False, False)
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container["livenessProbe"]["httpGet"]["path"] == container["startupProbe"]["httpGet"]["path"] == "/healthz"
    assert {"memory"} <= set(container["resources"]["limits"])
    assert "env" not in container, "settings come from the map, secrets from files"


def test_what_a_container_mounts_is_there_and_its_secrets_lie_where_the_settings_say() -> None:
    pod = kubernetes("Deployment")["spec"]["template"]["spec"]
    mounts = {each["name"]: each["mountPath"] for each in pod["containers"][0]["volumeMounts"]}
    volumes = {each["name"]: each for each in pod["volumes"]}

    assert set(mounts) == set(volumes)
    assert volumes["secrets"]["secret"]["defaultMode"] == 0o440
    files = {value for name, value in of_map().items() if name.endswith("_FILE")}
    assert {str(Path(each).parent) for each in files} == {mounts["secrets"]}
    assert of_map()["SIGNPOST_STATE"] == mounts["state"]
    assert set(kubernetes("Kustomization")["resources"]) | {"kustomization.yaml"} == {
        path.name for path in (DEPLOY / "kubernetes").iterdir()
    }


def test_two_of_three_stay_and_nothing_else_is_reached_or_reaches_them() -> None:
    (labels,) = (each["pairs"] for each in kubernetes("Kustomization")["labels"])
    assert kubernetes("PodDisruptionBudget")["spec"] == {"minAvailable": 2, "selector": {"matchLabels": labels}}
    policy = kubernetes("NetworkPolicy")["spec"]
    assert policy["policyTypes"] == ["Ingress", "Egress"]
    assert all(each["from"] and each["ports"] == [{"protocol": "TCP", "port": 8080}] for each in policy["ingress"])
    assert {port["port"] for each in policy["egress"] for port in each["ports"]} == {53, 443, 5432}
    (port,) = kubernetes("Service")["spec"]["ports"]
    assert port["targetPort"] == "http"


OPTION = re.compile(r"^( *)# (- .+)$", re.M)  # a line that is commented out


def test_the_digest_by_mail_leaves_the_cluster_once_its_lines_are_taken_in_and_not_before() -> None:
    folder = DEPLOY / "kubernetes"
    policy, told = (
        yaml.safe_load(OPTION.sub(r"\1\2", (folder / name).read_text()))
        for name in ("network-policy.yaml", "kustomization.yaml")
    )
    named = dict(each.split("=", 1) for each in told["configMapGenerator"][0]["literals"])
    usual = of_map()

    assert {port["port"] for each in policy["spec"]["egress"] for port in each["ports"]} == {53, 443, 5432, 465, 587}
    assert set(PORTS.values()) == {465, 587}
    assert set(named) - set(usual) == {"SIGNPOST_MAIL_TO", "SIGNPOST_MAIL_FROM", "SIGNPOST_MAIL_SERVER_FILE"}
    assert named["SIGNPOST_MAIL_SERVER_FILE"].startswith("/run/secrets/signpost/")


# systemd


def test_the_unit_runs_without_rights_and_gets_its_secrets_as_files() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "signpost.service")
    service = unit["Service"]
    text = (DEPLOY / "signpost.service").read_text()

    assert (service["DynamicUser"], service["ProtectSystem"], service["NoNewPrivileges"]) == ("yes", "strict", "yes")
    assert (service["CapabilityBoundingSet"], service["MemorySwapMax"], service["LimitCORE"]) == ("", "0", "0")
    loaded = re.findall(r"^LoadCredential=([a-z-]+):", text, re.M)
    assert sorted(loaded) == sorted(re.findall(r"_FILE=%d/([a-z-]+)", text))


def test_a_reload_of_the_unit_reads_again_and_its_commands_use_its_folders() -> None:
    text, docs = (DEPLOY / "signpost.service").read_text(), " ".join((DEPLOY / "README.md").read_text().split())
    state, cache, started = (
        re.findall(f"^{name}=(.+)$", text, re.M) for name in ("StateDirectory", "CacheDirectory", "ExecStart")
    )
    program = started[0].split()[0]

    assert "\nExecReload=/bin/kill -HUP $MAINPID\n" in text
    assert f"SIGNPOST_STATE=/var/lib/{state[0]} {program} pause" in docs
    assert f"SIGNPOST_CACHE=/var/cache/{cache[0]} SIGNPOST_CONTENT=/srv/signpost {program} prepare" in docs


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason=NO_SYSTEMD)
def test_systemd_finds_little_that_the_unit_exposes() -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(DEPLOY / "signpost.service")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 0, done.stdout[-400:]


# Alerts and the dashboard


MEASURED = {each.name for each in text_string_to_metric_families(metrics(lambda: HEALTH)().decode())}
WORDS = {"up", "by", "count", "min", "max", "absent", "or", "changes", "time"}
WORDS |= {"job", "content", "version", "signpost", "state"}


def expressions() -> dict[str, str]:
    rules = {
        rule["alert"]: rule["expr"] for group in read("monitoring/alerts.yaml")["groups"] for rule in group["rules"]
    }
    board = json.loads((DEPLOY / "monitoring" / "dashboard.json").read_text())
    return {**rules, **{panel["title"]: panel["targets"][0]["expr"] for panel in board["panels"]}}


def test_every_metric_that_is_watched_is_measured_and_the_other_way_round() -> None:
    names = {
        name: set(re.findall(r"[a-z_]{2,}", re.sub(r'"[^"]*"|\[\w+\]', "", expression))) - WORDS
        for name, expression in expressions().items()
    }
    measured = MEASURED - (infos := {"signpost", "signpost_telegram"}) | {f"{name}_info" for name in infos}

    assert {name: wrong for name, found in names.items() if (wrong := found - measured)} == {}
    assert set().union(*names.values()) == measured


def test_each_alert_says_what_it_means_and_where_the_runbook_says_what_to_do() -> None:
    headings = re.findall(r"^##+ (.+)$", (REPOSITORY / "docs" / "runbook.md").read_text(), re.M)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    rules = [rule for group in read("monitoring/alerts.yaml")["groups"] for rule in group["rules"]]
    cures = {rule["alert"]: rule["annotations"]["runbook"] for rule in rules}

    assert {cure.partition("#")[0] for cure in cures.values()} == {"docs/runbook.md"}
    assert {name: cure for name, cure in cures.items() if cure.partition("#")[2] not in anchors} == {}
    assert all(rule["annotations"]["summary"] and rule["labels"]["severity"] in ("page", "ticket") for rule in rules)


def seconds(told: str) -> int:
    return int(told[:-1]) * {"s": 1, "m": 60}[told[-1]]


def test_whoever_is_on_call_hears_within_five_minutes_that_telegram_is_silent() -> None:
    (group,) = read("monitoring/alerts.yaml")["groups"]
    (rule,) = (each for each in group["rules"] if each["alert"] == "SignpostTelegramSilent")
    (scraped,) = read("monitoring/prometheus.yaml")["scrape_configs"]
    (route,) = read("monitoring/alertmanager.yaml")["route"]["routes"]
    looked = seconds(group["interval"])
    stays = -(-seconds(rule["for"]) // looked) * looked  # evaluated at the rules' own interval

    assert route["matchers"] == [f'severity="{rule["labels"]["severity"]}"']
    slowest = LOOKS * LOOK  # messages that pile up; whatever else keeps Telegram silent is noticed sooner
    told = slowest + seconds(scraped["scrape_interval"]) + looked + stays + seconds(route["group_wait"])
    assert told <= 5 * 60
    assert stays > sum(2**tries for tries in range(4)), "a start that Telegram answers at its fifth try calls nobody"


def test_every_receiver_that_is_told_is_there() -> None:
    found = read("monitoring/alertmanager.yaml")

    assert {found["route"]["receiver"], *(each["receiver"] for each in found["route"]["routes"])} == {
        each["name"] for each in found["receivers"]
    }


def test_prometheus_reads_its_secret_from_a_file_and_the_rules_beside_it() -> None:
    found = read("monitoring/prometheus.yaml")
    (scraped,) = found["scrape_configs"]

    assert scraped["job_name"] == "signpost"
    assert set(scraped["authorization"]) == {"credentials_file"}
    assert all((DEPLOY / "monitoring" / name).is_file() for name in found["rule_files"])


def test_prometheus_asks_each_process_and_somebody_is_called_if_it_finds_none() -> None:
    (scraped,) = read("monitoring/prometheus.yaml")["scrape_configs"]
    (named,) = scraped["dns_sd_configs"]
    service = read("monitoring/kubernetes-service.yaml")
    (labels,) = (each["pairs"] for each in kubernetes("Kustomization")["labels"])
    told = (DEPLOY / "monitoring" / "prometheus.yaml").read_text()

    assert (named["names"], named["type"], "static_configs" in scraped) == (["signpost"], "A", False)
    assert f"{service['metadata']['name']}.{service['metadata']['namespace']}.svc.cluster.local" in told
    assert service["spec"] == {
        "clusterIP": "None",
        "publishNotReadyAddresses": True,
        "selector": labels,
        "ports": [{"name": "http", "port": named["port"], "targetPort": "http"}],
    }
    assert "absent(up{" in expressions()["SignpostDown"], "a process that is gone has no address, so it is not down"


# Proxies


@pytest.mark.parametrize("name", ["deploy/nginx.conf", "docs/running.md"])
def test_nginx_writes_no_error_that_quotes_a_request_and_no_access_log_of_its_usual_form(name: str) -> None:
    text = (REPOSITORY / name).read_text()
    formats = re.findall(r"log_format (\w+) (?:escape=\w+ )?'(.*)';", text)

    assert re.findall(r"^ *error_log \S+ (\w+);", text, re.M) == ["emerg"]
    assert len(re.findall(r"\berror_log ", text)) == 1
    assert set(re.findall(r"^ *access_log \S+ (\w+)", text, re.M)) == {made for made, _ in formats} != set()
    harmless = {"$time_iso8601", "$request_method", "$status", "$request_time"}
    assert {each for _, form in formats for each in re.findall(r"\$\w+", form)} <= harmless


@pytest.mark.skipif(NGINX is None, reason=NO_NGINX)
def test_one_and_three_processes_are_measured_behind_the_nginx_of_deploy(tmp_path: Path) -> None:
    file, ports = tmp_path / "nginx.conf", [free_port() for _ in range(3)]
    file.write_text(nginx_settings(ports, free_port(), tmp_path))
    done = subprocess.run(
        [str(NGINX), "-t", "-p", str(tmp_path), "-c", str(file), "-e", "stderr"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert re.findall(r"server 127\.0\.0\.1:(\d+);", file.read_text()) == [str(port) for port in ports]
    assert "python -m scripts.replicas" in (REPOSITORY / "docs" / "measuring.md").read_text()


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_proxy_that_finds_no_process_says_whom_to_call(name: str) -> None:
    (said,) = re.findall(r'"(If anyone[^"]+)"', (DEPLOY / name).read_text())

    assert told_when_down(said.replace("\\n", "\n"))


@pytest.mark.parametrize("name", ["deploy/nginx.conf", "docs/running.md"])
def test_nginx_keeps_what_is_asked_and_answered_in_memory(name: str) -> None:
    text = (REPOSITORY / name).read_text()

    assert re.search(r"^ *client_body_buffer_size 1m;", text, re.M), "the largest body that nginx passes on by default"
    assert re.search(r"^ *proxy_max_temp_file_size 0;", text, re.M)


def certificate(folder: Path) -> None:
    """Make a certificate and its key in tls/ of a folder, for signpost.example and this machine."""
    (folder / "tls").mkdir(parents=True)
    names = "subjectAltName=DNS:signpost.example,IP:127.0.0.1"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=signpost.example"]
    files = ["-addext", names, "-keyout", str(folder / "tls" / "tls.key"), "-out", str(folder / "tls" / "tls.crt")]
    subprocess.run([*made, *files], check=True, capture_output=True, timeout=60)


def told_when_down(shown: str) -> bool:
    """Say whether a proxy that finds no process names 999, in sentences that Signpost itself says then."""
    sentences = re.findall(r"\S.*?\.(?=\s|$)", shown)
    known = " ".join(emergency.WORDS.values())
    return sentences[:1] == [emergency.WORDS["call-999"]] and all(each in known for each in sentences)


@contextmanager
def nginx(folder: Path, page: int, plain: int, secure: int) -> Iterator[ssl.SSLContext]:
    """Run nginx with deploy/nginx.conf, its ports and folders on this machine; give what trusts its certificate."""
    certificate(folder)
    changed = (DEPLOY / "nginx.conf").read_text()
    for old, new in {
        "signpost:8080;": f"127.0.0.1:{page};",
        "listen 8080;": f"listen 127.0.0.1:{plain};",
        "listen 8443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "/etc/nginx/tls": f"{folder}/tls",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - what stands in the file
        "/dev/stdout": f"{folder}/access.log",
        "error_log stderr": f"error_log {folder}/error.log",
    }.items():
        assert old in changed
        changed = changed.replace(old, new)
    (folder / "nginx.conf").write_text(changed)
    as_root = "user root;" if subprocess.run(["id", "-u"], capture_output=True, check=True).stdout == b"0\n" else ""
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    running = subprocess.Popen([*command, "-g", f"daemon off; {as_root}"], stderr=subprocess.PIPE)
    try:
        yield ssl.create_default_context(cafile=str(folder / "tls" / "tls.crt"))
    finally:
        running.terminate()
        running.communicate(timeout=30)


def asked(
    connection: http.client.HTTPConnection, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, str, Mapping[str, str]]:
    end = time.monotonic() + 60
    while True:
        try:
            connection.request(method, path, body or None, {k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())
        except ConnectionRefusedError:
            assert time.monotonic() < end, "nginx does not listen"
            time.sleep(0.05)
        finally:
            connection.close()


class Composed(NamedTuple):
    """The processes of compose.yaml behind its nginx, running."""

    program: Program
    wire: Telegram
    outside: http.client.HTTPConnection  # nginx, by https
    plain: http.client.HTTPConnection  # nginx, by http
    inside: http.client.HTTPConnection  # the program itself
    secrets: Path


@contextmanager
def composed(folder: Path) -> Iterator[Composed]:
    """Start the processes of compose.yaml from its settings, behind its nginx; the folder holds what they write."""
    page, plain, secure = free_port(), free_port(), free_port()
    service, secrets = read("compose.yaml")["services"]["signpost"], folder / "secrets"
    secrets.mkdir()
    with server() as address, telegram() as wire:
        told = {"telegram-token": TOKEN, "webhook-secret": SECRET, "database-address": address % "postgres"}
        for name in service["secrets"]:
            (secrets / name).write_text(told.get(name, f"{name}-of-32-characters-or-more-0123") + "\n")
        given = {
            name: value.replace("/run/secrets", str(secrets)).replace("/state", str(folder / "state"))
            for name, value in service["environment"].items()
        }
        given |= {"SIGNPOST_PORT": str(page), "SIGNPOST_TELEGRAM_API": wire.api}
        given |= {"SIGNPOST_CONTENT": str(small_content(folder / "content")), "SIGNPOST_PROXIES": "127.0.0.1"}
        given |= {"SIGNPOST_ALLOW_UNSIGNED": "yes", "SIGNPOST_ENCODER": "no"}
        with (
            signpost(folder / "run", service["command"], **given) as program,
            nginx(folder / "proxy", page, plain, secure) as trusted,
        ):
            program.until_ready()
            yield Composed(
                program,
                wire,
                http.client.HTTPSConnection("127.0.0.1", secure, context=trusted, timeout=60),
                http.client.HTTPConnection("127.0.0.1", plain, timeout=60),
                http.client.HTTPConnection("127.0.0.1", page, timeout=60),
                secrets,
            )


@pytest.mark.soak
@pytest.mark.skipif(NGINX is None, reason=NO_NGINX)
@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_the_processes_of_compose_run_from_its_settings_behind_its_nginx_and_nothing_asked_is_written(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "proxy"
    with composed(tmp_path) as running:
        outside = running.outside

        status, shown, headers = asked(outside, "GET", "/")
        assert (status, headers["Strict-Transport-Security"]) == (200, "max-age=31536000")
        assert "<h1" in shown
        bodies = (folder / "nginx-body").stat().st_mtime_ns
        for long in (1, 1000):
            question = f"question={quote(PLANTED * long)}"
            assert asked(outside, "POST", "/ask", question, Content_Type=FORM)[0] in (200, 303), len(question)
        assert (folder / "nginx-body").stat().st_mtime_ns == bodies, "no question was written to a file"
        assert asked(outside, "GET", "/metrics")[0] == 404
        bearer = f"Bearer {(running.secrets / 'metrics-secret').read_text().strip()}"
        assert "signpost_ready 1.0" in asked(running.inside, "GET", "/metrics", Authorization=bearer)[1]
        assert asked(running.plain, "GET", "/topics", Host="signpost.example")[0] == 308
        update = json.dumps({"update_id": 1, **message(77, 1, text=PLANTED)})
        assert asked(outside, "POST", "/telegram", update, **{SECRET_HEADER: SECRET})[0] == 200
        assert running.wire.sees(77)
        assert asked(outside, "POST", "/telegram", update, **{SECRET_HEADER: "wrong"})[0] == 403
        assert running.program.stop() == 0
        status, shown, _ = asked(outside, "GET", "/at/planted-path")
        assert (status, told_when_down(shown)) == (502, True)
    (line,) = (folder / "access.log").read_text().splitlines()
    assert set(json.loads(line)) == {"time", "level", "said"}
    shutil.rmtree(folder / "tls")
    (folder / "nginx.conf").unlink()
    written = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for trace in (b"Zebedee", b"planted", b"/ask", b"127.0.0.1", b"/telegram"):
        assert trace not in written
