import pandas as pd
import pytest

from utils.errors import CaseError
from utils.tables import load

TYPES = "type,label,definition\n"
OWN = TYPES + "media,Press,In print.\nlaw_enforcement,Police,x\ndiplomatic,Talk,x\n"


@pytest.fixture
def own(small_case):
    """Write a table of the case's own codebook."""

    def write(name, text):
        path = small_case / "codebook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return write


@pytest.fixture
def codebook(tmp_path, repository):
    """Give a copy of the project's codebook beside the small case."""
    folder = tmp_path / "words"
    (folder / "scales").mkdir(parents=True)
    for path in (repository / "data/codebook").rglob("*.csv"):
        name = path.relative_to(repository / "data/codebook")
        (folder / name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture
def broken(codebook, small_case):
    """Edit the copy and give the only fault that loading then finds."""

    def only(file, old, new):
        path = codebook / file
        assert path.read_text().count(old) == 1
        path.write_text(path.read_text().replace(old, new))
        with pytest.raises(CaseError) as caught:
            load(small_case, codebook=codebook)
        (fault,) = caught.value.faults
        return (fault.file, fault.column, fault.value), fault.problem

    return only


def test_every_scale_has_a_name_and_weights(load_small):
    scales = load_small().scales
    assert list(scales) == ["goldstein-gdelt", "goldstein-icews", "plover", "signs"]
    assert scales["signs"].weights["conflictual"] == -1
    assert scales["goldstein-gdelt"].column == "cameo"


def test_rungs_are_whole_numbers_or_missing(load_small):
    forms = load_small().codebook.forms.set_index("form")["rung"]
    assert forms["accuse"] == 2
    assert forms["apologise"] is pd.NA


def test_a_table_of_the_case_stands_in_for_the_common_one(own, load_small):
    own("types.csv", OWN + "cultural,Arts,x\n")
    case = load_small()
    assert case.codebook.types["label"].tolist() == ["Press", "Police", "Talk", "Arts"]
    assert case.actions["type"].cat.categories[0] == "media"
    assert "disputed" in set(case.codebook.certainty["certainty"])


def test_a_word_that_the_own_table_lacks_is_a_fault(own, faults):
    own("types.csv", OWN)
    (fault,) = faults()
    assert (fault.line, fault.column, fault.value) == (5, "type", "cultural")


def test_a_fault_of_the_own_codebook_bears_its_file_name(own, faults):
    own("types.csv", OWN + "cultural,,x\n")
    (fault,) = faults()
    assert (fault.file, fault.line) == ("codebook/types.csv", 5)
    assert fault.column == "label"


def test_a_form_of_an_unknown_tone(broken):
    where, problem = broken("forms.csv", "Accuse,conflictual", "Accuse,angry")
    assert where == ("../words/forms.csv", "tone", "angry")
    assert problem == "is not in the codebook"


def test_a_form_on_a_rung_that_the_ladder_lacks(broken):
    where, _ = broken(
        "forms.csv", "Accuse,conflictual,112,2", "Accuse,conflictual,112,77"
    )
    assert where == ("../words/forms.csv", "rung", "77")


def test_a_weight_that_is_no_number(broken):
    where, problem = broken("scales/signs.csv", "conflictual,-1", "conflictual,minus")
    assert where == ("../words/scales/signs.csv", "weight", "minus")
    assert problem == "is no number"


def test_a_scale_without_its_weights(broken, codebook):
    where, problem = broken("scales.csv", "signs,Signs", "sings,Signs")
    assert where == ("../words/scales/sings.csv", None, "")
    assert problem == "is missing"


def test_a_code_that_stands_twice(broken):
    where, problem = broken("scales/signs.csv", "neutral,0", "conflictual,0")
    assert where == ("../words/scales/signs.csv", "code", "conflictual")
    assert problem == "is the key of line 2 already"


def test_a_folder_that_is_no_codebook(small_case, tmp_path):
    with pytest.raises(CaseError) as caught:
        load(small_case, codebook=tmp_path / "none")
    files = [fault.file for fault in caught.value.faults]
    assert files == [
        f"../none/{name}.csv"
        for name in ("types", "tones", "certainty", "roles", "sides")
    ] + ["../none/forms.csv", "../none/ladder.csv", "../none/scales.csv"]
