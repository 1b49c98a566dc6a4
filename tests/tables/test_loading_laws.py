import shutil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import CaseError
from utils.tables import load

NAMES = (
    *("actions.csv", "actors.csv", "sources.csv", "evidence.csv"),
    *("landmarks.csv", "claims.csv", "datapackage.json"),
)
PIECES = (
    *(b"", b",", b";", b'"', b"\n", b"\r", b"\x00", b"\xff\xfe", b" ", b"a1", b"AAA"),
    *(b"2025-13", b"[2025-01-01..2024-01-01]", b"9999999999", b"-1", b"\xd0\x96"),
    *(b"{", b"null", b"\xef\xbb\xbf", b"a1;a1", b"_", b"/", b"=1+1", b"\xc2\x85"),
)
cuts = st.tuples(
    st.sampled_from(NAMES),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 40),
    st.sampled_from(PIECES),
)


def outcome(folder):
    """Give the acts or the faults; any other error is an error of ours."""
    try:
        return len(load(folder).actions)
    except CaseError as refused:
        return [fault for fault in refused.faults if fault.problem and fault.remedy]


@given(st.lists(cuts, min_size=1, max_size=3))
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mutated_folder_is_a_case_or_a_list_of_faults(small_case, mutations):
    folder = small_case.parent / "mutated"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(small_case, folder)
    for name, place, length, piece in mutations:
        raw = (folder / name).read_bytes()
        start = int(place * len(raw))
        (folder / name).write_bytes(raw[:start] + piece + raw[start + length :])
    assert outcome(folder)
