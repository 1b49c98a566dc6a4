"""pyproject.toml, environment.yml and requirements.lock ask for the same packages."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from rattler import MatchSpec

from start import LOCKED_EXTRAS

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
CONDA_SPECS = [spec for spec in CONDA["dependencies"] if isinstance(spec, str)]
PIP_SPECS = next(d["pip"] for d in CONDA["dependencies"] if isinstance(d, dict))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKED = [entry.replace("\\\n", "") for entry in re.split(r"\n(?! )", LOCK.strip())]

ADDRESS_OR_PATH = re.compile(r"://|file:|git\+| @ |(^|[\s\"'=])[./~]|^-", re.M)


def key(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)


def ranges(requirements: list[str]) -> dict[str, SpecifierSet]:
    parsed = map(Requirement, requirements)
    return {key(one): one.specifier for one in parsed}


def asked_for() -> dict[str, SpecifierSet]:
    extras = [PROJECT["optional-dependencies"][name] for name in LOCKED_EXTRAS]
    return ranges([*PROJECT["dependencies"], *(r for extra in extras for r in extra)])


def conda_ranges() -> dict[str, SpecifierSet]:
    specs = [MatchSpec(spec, strict=True) for spec in CONDA_SPECS]
    named = {s.name.normalized: SpecifierSet(str(s.version or "")) for s in specs}
    return {canonicalize_name(name): named[name] for name in named}


def pins() -> list[Requirement]:
    """Read each pin of the lock; a package may have one for each Python."""
    return [Requirement(entry.split(" --hash")[0]) for entry in LOCKED]


def pinned() -> set[str]:
    return {key(pin) for pin in pins()}


def fits(pin: Requirement, asked: SpecifierSet | None) -> bool:
    return asked is None or asked.contains(str(pin.specifier).removeprefix("=="))


@pytest.mark.parametrize("spec", CONDA_SPECS)
def test_conda_can_read_a_spec(spec):
    assert MatchSpec(spec, strict=True).name.normalized == spec.split()[0]


def test_conda_asks_for_the_packages_and_ranges_of_the_project():
    own = {"python": SpecifierSet(PROJECT["requires-python"]), "pip": SpecifierSet()}
    from_pip = ranges([spec for spec in PIP_SPECS if not spec.startswith("-e")])
    assert conda_ranges() | from_pip == asked_for() | own


def test_conda_installs_the_project_itself():
    assert "-e ." in PIP_SPECS


def test_conda_needs_one_channel_only():
    assert CONDA["channels"] == ["conda-forge"]


def test_the_lock_holds_every_package_that_is_asked_for():
    assert asked_for().keys() <= pinned()


def test_each_pin_is_in_the_range_that_is_asked_for():
    asked = asked_for()
    wrong = [pin for pin in pins() if not fits(pin, asked.get(key(pin)))]
    assert wrong == []


def test_each_pin_comes_with_its_hashes():
    with_hash = re.compile(r"^\S+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert [entry for entry in LOCKED if not with_hash.match(entry)] == []


@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0"])
def test_each_python_gets_one_version_of_each_package(python):
    here = {"python_full_version": python, "python_version": python[:4]}
    fitting = [pin for pin in pins() if not pin.marker or pin.marker.evaluate(here)]
    names = [key(pin) for pin in fitting]
    assert len(names) == len(set(names))
    assert asked_for().keys() <= set(names)


def test_spark_is_an_extra_that_no_lock_holds():
    assert PROJECT["optional-dependencies"].keys() - {*LOCKED_EXTRAS} == {"spark"}
    assert "pyspark" not in pinned()


def test_the_lock_names_no_address_and_no_path():
    assert not ADDRESS_OR_PATH.search(LOCK)


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://example.org/simple",
        "-f wheels",
        "-e .",
        "utils @ file:///home/somebody/utils",
        "    # via -r ../other.txt",
        "./utils.whl",
    ],
)
def test_an_address_or_a_path_would_be_seen(line):
    assert ADDRESS_OR_PATH.search(f"pandas==3.1.1\n{line}\n")


def test_the_lock_brings_what_builds_the_project():
    builders = ranges(PYPROJECT["build-system"]["requires"])
    assert builders.items() <= asked_for().items()
