"""A student in front of a lesson in JupyterLab, with a mouse or with keys alone."""

from nbformat import NotebookNode
from playwright.sync_api import Locator, Page, expect

from utils.lessons import Exercise
from utils.lessons.kinds import Pick, PickSeveral, Rank

LABEL = """() => {
  const it = document.activeElement;
  return it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent;
}"""
IN_RADIOS = "() => document.activeElement.type === 'radio'"
MOST_KEYS = 120


class Student:
    """What a student does in any case; how it is done is another matter."""

    def __init__(self, page: Page, notebook: NotebookNode) -> None:
        self.page, self.notebook = page, notebook
        self.keys = page.keyboard

    def cell(self, number: int) -> Locator:
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def hears(self, number: int, words: str) -> None:
        """Wait until the check in a cell says some words; a kernel may be busy."""
        said = self.cell(number).locator("[role=status]:not(.past)")
        said.filter(has_text=words).wait_for()

    def put_in_order(self, number: int, labels: list[str]) -> None:
        """Move each item up until it stands where it should."""
        for place, label in enumerate(labels):
            items = self.cell(number).locator(".what")
            for _ in range(items.all_inner_texts().index(label) - place):
                self.move_up(number, label)

    def choose(self, number: int, asked: Exercise, answer: object) -> None:
        """Give an answer in the form of a cell."""
        kind = asked.kind
        if isinstance(kind, Pick):
            self.pick(number, kind.options[answer])
        elif isinstance(kind, PickSeveral):
            for key, label in kind.options.items():
                self.tick(number, label, key in answer)
        elif isinstance(kind, Rank):
            self.put_in_order(number, [kind.options[key] for key in answer])
        else:
            for key, place in answer.items():
                self.press(number, f"{kind.bins[place]}: {kind.options[key]}")


class MouseStudent(Student):
    """Clicks; the keys serve to write alone."""

    def run(self, number: int) -> None:
        """Run a cell of code by the button of the notebook."""
        self.cell(number).locator(".jp-InputPrompt").click()
        self.page.locator('[data-command="notebook:run-cell-and-select-next"]').click()

    def write(self, number: int, source: str) -> None:
        editor = self.cell(number).locator(".cm-content")
        editor.click()
        editor.click(click_count=3)
        self.keys.press("ControlOrMeta+a")
        self.keys.insert_text(source)
        self.run(number)

    def press(self, number: int, label: str) -> None:
        self.cell(number).get_by_role("button", name=label, exact=True).click()

    def pick(self, number: int, label: str) -> None:
        self.cell(number).get_by_text(label, exact=True).click()

    def tick(self, number: int, label: str, wanted: bool) -> None:
        box = self.cell(number).get_by_label(label, exact=True)
        if box.is_checked() != wanted:
            self.cell(number).get_by_text(label, exact=True).click()

    def move_up(self, number: int, label: str) -> None:
        self.press(number, f"Move up: {label}")


class KeyStudent(Student):
    """Has no mouse: the focus goes from cell to cell, and into a form by Tab."""

    at = 0

    def go(self, number: int) -> None:
        """Leave whatever has the focus for its cell, and go to another by arrows."""
        self.keys.press("Escape")
        step = "ArrowDown" if number > self.at else "ArrowUp"
        for _ in range(abs(number - self.at)):
            self.keys.press(step)
        self.at = number
        expect(self.cell(number)).to_be_focused()

    def run(self, number: int) -> None:
        self.go(number)
        self.keys.press("ControlOrMeta+Enter")

    def write(self, number: int, source: str) -> None:
        self.go(number)
        self.keys.press("Enter")
        self.keys.press("ControlOrMeta+a")
        self.keys.insert_text(source)
        self.keys.press("ControlOrMeta+Enter")

    def reach(self, number: int, label: str, key: str = "Tab") -> None:
        """Press a key until what is named has the focus."""
        if key == "Tab":
            self.go(number)
        for _ in range(MOST_KEYS):
            self.keys.press(key)
            if self.page.evaluate(LABEL) == label:
                return
        raise AssertionError(f"No {key} leads to {label!r}.")

    def press(self, number: int, label: str) -> None:
        self.reach(number, label)
        self.keys.press("Enter")

    def pick(self, number: int, label: str) -> None:
        self.go(number)
        while not self.page.evaluate(IN_RADIOS):
            self.keys.press("Tab")
        if self.page.evaluate(LABEL) == label:
            self.keys.press("Space")
        else:
            self.reach(number, label, "ArrowDown")

    def tick(self, number: int, label: str, wanted: bool) -> None:
        box = self.cell(number).get_by_label(label, exact=True)
        if box.is_checked() != wanted:
            self.reach(number, label)
            self.keys.press("Space")

    def move_up(self, number: int, label: str) -> None:
        if self.page.evaluate(LABEL) != f"Move up: {label}":
            self.reach(number, f"Move up: {label}")
        self.keys.press("ArrowUp")
