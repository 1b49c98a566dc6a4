"""The fonts in a picture hold its letters and no others; ours come with the package."""

import zipfile
from pathlib import Path

import flit_core.wheel
import pytest
from fontTools.ttLib import TTFont

from utils.exports.browser.fonts import embedded, faces, without_font

ROOT = Path(__file__).resolve().parents[3]
SIGNS = "▲▼●■◆✕━╍┄→"


def letters(path: Path) -> set[str]:
    with TTFont(path) as font:
        return set(map(chr, font.getBestCmap()))


@pytest.fixture(scope="module")
def cut(embedded_fonts, files) -> list[set[str]]:
    return [letters(path) for path in embedded_fonts(files["svg"].decode())]


def test_an_svg_has_a_font_for_plain_letters_one_for_bold_and_one_for_signs(cut):
    plain, bold, signs = cut
    assert bold == set("Bold əğşçıİöü")
    assert signs == set(SIGNS)
    assert plain == set(" Путин1234.5")


def test_a_font_is_cut_to_the_same_bytes_each_time():
    once, again = (list(embedded(set("Əli Эli"), {"B"})) for _ in range(2))
    embedded.__globals__["_data_uri"].cache_clear()
    assert once == again == list(embedded(set("Əli Эli"), {"B"}))


def test_letters_beyond_the_common_ones_are_cut_from_the_whole_font():
    ((face, data),) = embedded({"ḁ"}, set())
    assert face.name == "NotoSans-Regular.ttf"
    assert len(data) < 4000


def test_without_letters_there_is_no_font():
    assert list(embedded(set(), set())) == []


@pytest.mark.parametrize("script", ["AZƏaə ĞğŞşÇçİiIıÖöÜü", "АЯЁёЪъЭэЎў", SIGNS])
def test_every_letter_of_the_case_and_every_sign_of_the_charts_has_a_font(script):
    assert without_font(script) == ""


def test_every_font_is_whole_and_may_be_embedded():
    for face in faces():
        with TTFont(ROOT / "utils/exports/browser/fonts" / face.name) as font:
            assert font["OS/2"].fsType == 0
            assert str(font["name"].getDebugName(1)) == face.family
            assert font["OS/2"].usWeightClass == face.weight


def test_the_package_takes_fonts_licences_and_scripts_along(tmp_path):
    built = flit_core.wheel.make_wheel_in(ROOT / "pyproject.toml", tmp_path)
    folder = "utils/exports/browser/"
    with zipfile.ZipFile(built.file) as wheel:
        packed = {name.removeprefix(folder) for name in wheel.namelist()}
    licences = {"fonts/LICENSE-NotoSans-OFL.txt", "fonts/LICENSE-DejaVuSans.txt"}
    fonts = {f"fonts/{face.name}" for face in faces()}
    assert licences | fonts | {"draw.js", "sheet.js"} <= packed
