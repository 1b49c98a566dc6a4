"""What the notebook on publishing shows."""

from notebook_outputs import FIGURE, said, tagged

NAME = "07-publish-a-figure"


def figure(notebook, tag):
    outputs = tagged(notebook, tag).outputs
    return next(o.data[FIGURE] for o in outputs if FIGURE in o.get("data", {}))


def test_the_words_are_those_that_the_figure_carries(run):
    notebook = run(NAME)
    assert (
        said(notebook, "words").strip()
        == (figure(notebook, "figure")["layout"]["meta"]["alt"])
    )


def test_one_call_writes_seven_files(run):
    told = " ".join(said(run(NAME), "files").split())
    for ending in ("pdf", "svg", "png", "html", "csv", "txt", "json"):
        assert f"tension.{ending}" in told


def test_the_narrow_picture_has_the_width_of_a_column(run):
    assert "The picture is 90.0 × " in " ".join(said(run(NAME), "sizes").split())


def test_the_narrow_picture_is_shown_with_its_alt_text(run):
    (shown,) = tagged(run(NAME), "narrow").outputs
    assert shown.metadata["image/png"]["alt"].startswith("Curves of tension")


def test_the_caption_begins_with_the_finding_and_names_version_and_citation(run, case):
    caption = said(run(NAME), "caption")
    assert caption.startswith("Recorded tension is highest on ")
    assert f"Dataset version: {case.version}" in caption
    assert f"Cite as: {case.cite()}" in caption


def test_the_figure_drawn_again_says_the_same(run):
    assert said(run(NAME), "record") == "True"


def test_the_deck_is_written(run):
    assert said(run(NAME), "slides").startswith("Saved talk.pptx")


def test_the_explorer_gives_a_figure_of_what_was_chosen(run):
    meta = figure(run(NAME), "explorer")["layout"]["meta"]
    assert meta["about"]["selection"].startswith("media acts between ")
    assert meta["chart"] == "butterfly"


def test_the_page_is_written(run):
    assert "page.html" in said(run(NAME), "page")
