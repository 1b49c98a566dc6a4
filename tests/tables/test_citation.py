from utils.tables.citation import citation


def test_signs_that_bibtex_reads_as_its_own_are_escaped():
    cited = citation(
        *("x", "Fish & {chips}"),
        authors=("A_B",),
        version="1.0.0",
        created="2026-01-01",
        licence="CC0-1.0",
        checksum="0123456789abcdef",
    )
    assert "title = {{Fish \\& \\{chips\\}}}" in cited.bibtex
    assert "author = {{A\\_B}}" in cited.bibtex
    assert "year = {2026}" in cited.bibtex


def test_a_case_without_authors_begins_with_its_title():
    cited = citation(
        *("x", "A quarrel"),
        authors=(),
        version="1",
        created="",
        licence="CC0-1.0",
        checksum="0123456789abcdef",
    )
    assert str(cited) == "A quarrel. Version 1, SHA-256 0123456789ab. CC0-1.0."
    assert "year" not in cited.bibtex
