"""Poppler finds every font in the file, too."""

import shutil
import subprocess

import pytest

HOW = "install poppler-utils, as with: sudo apt install poppler-utils"


@pytest.fixture(scope="module")
def pdffonts() -> str:
    """Find the program, or install Debian's where nobody must be asked."""
    if not shutil.which("pdffonts") and (apt := shutil.which("apt-get")):
        for step in (["update"], ["install", "-y", "poppler-utils"]):
            subprocess.run([apt, "-qq", *step], check=False)
    found = shutil.which("pdffonts")
    return found or pytest.fail(f"pdffonts is missing: {HOW}")


@pytest.mark.wide
def test_every_font_is_embedded_as_a_subset_that_can_be_read_as_text(
    pdffonts, files, tmp_path
):
    path = tmp_path / "figure.pdf"
    path.write_bytes(files["pdf"])
    listed = subprocess.run(
        [pdffonts, path], capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in listed.stdout.splitlines()[2:]]
    names = {row[0].partition("+")[2] for row in rows}
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "DejaVuSans"}
    # The columns before the two numbers of the object: embedded, subset, to Unicode.
    assert [row[-5:-2] for row in rows] == [["yes", "yes", "yes"]] * 3
