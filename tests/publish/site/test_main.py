import subprocess
import sys

import pytest


def run(repository, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "utils.publish.site", *arguments],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_builds_a_site_and_says_where(repository, tmp_path):
    answer = run(repository, "--folder", str(tmp_path / "s"), "--without-notebooks")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines() == [
        "writing the pages",
        "checking the links",
        f"The site is in {tmp_path / 's'}; open {tmp_path / 's' / 'index.html'} in a "
        "browser.",
    ]
    assert (tmp_path / "s" / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--case", "nowhere"], "nowhere has 1 fault:"),
        (["--folder", "utils"], "were not made here, so it is left alone"),
    ],
)
def test_what_stands_in_the_way_is_a_sentence(repository, tmp_path, arguments, said):
    answer = run(repository, "--folder", str(tmp_path / "s"), *arguments)
    assert answer.returncode == 1
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr
