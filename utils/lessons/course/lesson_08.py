"""Lesson 8: whose story a record tells, and what would be missing without one side."""

from functools import cache

from utils import measures
from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.course.headlines_and_claims import ON_WORDS
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick

AZERBAIJANI = ("aze_private", "aze_state")
RUSSIAN = ("rus_independent", "rus_private", "rus_state")


@cache
def _told() -> dict[str, int]:
    """Count the acts of the surveyed period by whose pages tell of them."""
    whole = acts(surveyed())
    azerbaijani, russian = (
        surveyed().but(sides=list(sides)) for sides in (AZERBAIJANI, RUSSIAN)
    )
    return {
        "all": len(whole),
        "azerbaijani": len(azerbaijani.apply(whole)),
        "russian": len(russian.apply(whole)),
        "both": len(russian.apply(azerbaijani.apply(whole))),
    }


@cache
def _gone() -> dict[tuple[str, str], int]:
    """Count what is gone without each group, by group and direction."""
    found = measures.vanished(case().left_out(surveyed()))
    rows = found[["without", "direction", "n_gone"]].itertuples(index=False)
    return {(str(without), str(way)): int(n) for without, way, n in rows}


@cache
def _left() -> set[int]:
    found = measures.vanished(case().left_out(surveyed()))
    return set(found["n_before"]) | set(found["n_after"])


def _asked_for() -> int:
    return _gone()[("without Russian state-near sources", "RUS>AZE")]


ON_SOURCES: tuple[Exercise, ...] = (
    Exercise(
        "l08_1",
        asks="What does a cross in the matrix tell us?",
        kind=Pick(
            {
                "false": "The act did not take place.",
                "denied": "The side of that page denies the act.",
                "lied": "One of the two pages lied.",
                "differs": "That page differs in something; its note says in what.",
            }
        ),
        right=lambda: "differs",
        shows="A page may differ in a day, a number or a cause. Read the note first.",
        hints=(
            "Read the notes above once more. What exactly is not the same there?",
            "Count the notes that speak of another day. Is the act itself doubted?",
        ),
        slips=(
            Slip(
                lambda key: key == "false",
                "Look at the column certainty: many of these acts are confirmed.",
            ),
            Slip(
                lambda key: key == "denied",
                "Look for a note that says that nothing happened. How many are there?",
            ),
            Slip(
                lambda key: key == "lied",
                "We cannot see what a writer knew. Stay with what the note says.",
            ),
        ),
    ),
    Exercise(
        "l08_2",
        asks="How many acts do both Azerbaijani and Russian pages tell of?",
        kind=Number("acts", least=0),
        right=lambda: _told()["both"],
        shows="Both tell of less than half. The others may be true too.",
        hints=(
            "Draw two circles that overlap. Which number belongs to which part?",
            "Take away from all acts those that neither circle holds. Then add the "
            "two circles, and see what was counted twice.",
        ),
        slips=(
            Slip(
                lambda n: n == _told()["all"],
                "These are all acts, whoever tells of them.",
            ),
            Slip(
                lambda n: n in (_told()["azerbaijani"], _told()["russian"]),
                "That is one circle. We ask for the part where the two overlap.",
            ),
            Slip(
                lambda n: n == _told()["azerbaijani"] + _told()["russian"],
                "The sum of both circles counts the overlap twice.",
            ),
            Slip(
                lambda n: n == _told()["all"] - _told()["both"],
                "These are the acts that are not in the overlap.",
            ),
        ),
    ),
    Exercise(
        "l08_3",
        asks="How many acts of Russia towards Azerbaijan are gone without Russian "
        "state-near pages?",
        kind=Number("acts", least=0),
        right=_asked_for,
        shows="These acts rest on that group alone, as far as pages were found.",
        hints=(
            "Find the rows of the group first. Then find the direction RUS>AZE.",
            "Put a finger on the right row, and go along it to the column n_gone.",
        ),
        slips=(
            Slip(
                lambda n: (
                    n == _gone()[("without Russian state-near sources", "AZE>RUS")]
                ),
                "That is the right group, but look at the direction once more.",
            ),
            Slip(
                lambda n: n in _left(),
                "So many there were, or so many stay. We ask how many go.",
            ),
            Slip(
                lambda n: n in _gone().values(),
                "This is a number of acts that go, but without another group.",
            ),
        ),
    ),
    Exercise(
        "l08_4",
        asks="Which sentence may we publish about this table?",
        kind=Pick(
            {
                "a": "That group made these acts up.",
                "b": "The other groups hid these acts.",
                "c": "In this record these acts rest on one group's pages alone.",
                "d": "Without that group nobody would know of these acts.",
            }
        ),
        right=lambda: "c",
        shows="It speaks of this record and of pages, not of what anybody wanted.",
        hints=(
            "Which sentence says no more than the table shows?",
            "The table counts pages that were found. Which sentence stays with that?",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "That one group tells of an act does not make the act untrue.",
            ),
            Slip(
                lambda key: key == "b",
                "Hiding is a motive. Others may have told of it where nobody looked.",
            ),
            Slip(
                lambda key: key == "d",
                "Then others might have been looked for and found. The table is an "
                "upper bound.",
            ),
        ),
    ),
)

EXERCISES = (*ON_SOURCES, *ON_WORDS)
