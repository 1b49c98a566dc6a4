"""A link of a lesson opens the glossary at its word, in a real JupyterLab."""

import nbformat
import pytest
from jupyter_lab import PYTHON

LINKS = ["half-life", "alt-text", "window"]
IN_SIGHT = """(word) => [...document.querySelectorAll('h3')].some((head) => {
  const box = head.getBoundingClientRect();
  return head.dataset.jupyterId === word && box.height && box.top > 0
    && box.bottom < innerHeight;
})"""


@pytest.fixture(scope="module")
def page(lab_server, lab):
    """Open a lesson that links three words, and from there the glossary.

    JupyterLab opens a notebook at its top, whichever heading a link names, and goes
    to the heading once the notebook is open.
    """
    new = nbformat.v4
    links = " ".join(f"[{word}](glossary.ipynb#{word})" for word in LINKS)
    lesson = new.new_notebook(metadata=PYTHON)
    lesson.cells = [
        new.new_markdown_cell(f"# Words\n\n{links}"),
        new.new_code_cell("1"),
    ]
    nbformat.write(lesson, lab_server.folder / "lessons" / "links.ipynb")
    page = lab.open("lessons/links.ipynb")
    page.get_by_role("link", name=LINKS[0], exact=True).first.click()
    page.get_by_role("heading", name="The words of the course").wait_for()
    page.wait_for_function(lab.idle)
    return page


@pytest.mark.parametrize("word", LINKS)
def test_following_a_link_brings_the_word_into_sight(page, word):
    page.locator(".lm-TabBar-tabLabel", has_text="links.ipynb").first.click()
    page.get_by_role("link", name=word, exact=True).first.click()
    page.wait_for_function(IN_SIGHT, arg=word)
