"""Lesson 3, filters as questions: its exercises."""

from utils.lessons.course.filters import (
    CHANGES,
    DROPPED,
    FILTERS,
    PIECES,
    SAID_BY,
    SENTENCES,
    counts_as,
    courts,
    june,
    keeps,
    kept_by,
    media_acts,
    perhaps_in_june,
    same_acts,
    ways_out,
)
from utils.lessons.course.founding import acts
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Selected, Sort

_BOTH = ["AZE>RUS", "RUS>AZE"]
_ANY_DAY = {"since": "", "until": ""}


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "l03_1",
        asks="Which filter can say each piece of the question?",
        kind=Sort(PIECES, FILTERS),
        right=lambda: SAID_BY,
        shows="Some pieces become a filter. Causes and intentions do not: no box of "
        "the record can be ticked for them.",
        hints=(
            "Ask of each piece: who, what, when, how sure, who says so?",
            "A filter needs something that is written in the record. Which pieces "
            "are an opinion about the act?",
            "No bin stays empty, and one of them takes two pieces.",
        ),
        slips=(
            Slip(
                lambda put: put["cause"] == "period",
                "The crash has a day, so a period can begin with it. But can days "
                "say that one thing happened because of another?",
            ),
            Slip(
                lambda put: put["teller"] == "direction",
                "Who tells of an act is not always who acted.",
            ),
            Slip(
                lambda put: put["sure"] == "side",
                "How sure we are is one matter. Who tells of it is another.",
            ),
            Slip(
                lambda put: put["intent"] != "none",
                "What somebody meant stands in no column of the record.",
            ),
        ),
    ),
    Exercise(
        "l03_2",
        asks="How many media acts from Russia towards Azerbaijan are shown?",
        kind=Number("acts", least=0),
        right=media_acts,
        shows="Two filters made one number: a direction and a type, in the period "
        "that was surveyed.",
        hints=(
            "Read the line on top of the explorer: which filters does it name?",
            "Begin again with Reset. Then press Only beside one direction, and Only "
            "beside one type.",
        ),
        slips=(
            Slip(
                counts_as(directions=_BOTH),
                "This counts both directions. Keep only one of them.",
            ),
            Slip(
                counts_as(directions="AZE>RUS"),
                "This is the other direction. Who acts here, and towards whom?",
            ),
            Slip(
                counts_as(**_ANY_DAY),
                "This counts all years of the record. Set the period back to the "
                "days that were surveyed.",
            ),
            Slip(
                counts_as(types=()),
                "The direction is right. Now keep one type only.",
            ),
        ),
    ),
    Exercise(
        "l03_3",
        asks="Which changes can never show more acts than before?",
        kind=PickSeveral(CHANGES),
        right=lambda: {"tone_as_well", "shorter_period", "certainly_in_it"},
        shows='Boxes in one list are joined by "or"; different lists are joined by '
        '"and". A second "and" never lets more acts through.',
        hints=(
            "Try each change in the explorer, and watch the number on top.",
            'Does the change add an "or", or an "and"? More than two changes belong '
            "here.",
        ),
        slips=(
            Slip(
                lambda picked: "one_more_type" in picked,
                "Boxes of one list are alternatives: an act may have this type or "
                "that one.",
            ),
            Slip(
                lambda picked: "any_direction" in picked,
                "A filter that is dropped stops nobody. What was held back before?",
            ),
            Slip(
                lambda picked: "certainly_in_it" not in picked,
                "What happens to an act whose days reach beyond the period?",
            ),
        ),
    ),
    Exercise(
        "l03_4",
        asks="Select the confirmed judicial acts of Azerbaijan towards Russia in the "
        "surveyed period.",
        kind=Selected(),
        accepts=lambda given: same_acts(given, courts()),
        shows="Your selection keeps exactly the acts that were asked for. Anybody "
        "who runs this line gets the same ones.",
        hints=(
            "Four things are asked for: a type, a certainty, a direction, a period.",
            "Print `chosen.describe()` and compare it with the question, word for "
            "word.",
            "Set the filters in the explorer, and give `desk.selection`.",
        ),
        slips=(
            Slip(
                lambda given: kept_by(given) is None,
                "The case does not know one of these words. Run "
                "`chosen.apply(case.actions)`: the message names the known ones.",
            ),
            Slip(
                keeps(certainty=()),
                "This keeps acts that are only reported or disputed as well.",
            ),
            Slip(
                keeps(directions=_BOTH),
                "This keeps both directions. Who acts in the question?",
            ),
            Slip(
                keeps(directions="RUS>AZE"),
                "This is the other direction. Who acts in the question?",
            ),
            Slip(
                keeps(**_ANY_DAY),
                "This looks at all years. The question asks for the period that was "
                "surveyed.",
            ),
            Slip(
                lambda given: not kept_by(given),
                "No act fits this selection. Which of its filters holds all acts back?",
            ),
        ),
    ),
    Exercise(
        "l03_5",
        asks="Which single filters, when dropped, bring acts back?",
        kind=PickSeveral(DROPPED),
        right=ways_out,
        shows="Each filter alone lets acts through; together they leave none. One "
        "of the four held nothing back.",
        hints=(
            "Drop one filter, read the number on top, then press Undo.",
            "Try all four. The explorer offers one of them only.",
        ),
        slips=(
            Slip(
                lambda picked: "drop_direction" in picked,
                "Try it: are there cooperative cultural acts of July that run in any "
                "other direction?",
            ),
            Slip(
                lambda picked: len(picked) == 1,
                "The explorer offers the one that helps most. Others may help too.",
            ),
            Slip(
                lambda picked: "drop_tone" not in picked,
                "Were there cultural acts in July that are not cooperative?",
            ),
        ),
    ),
    Exercise(
        "l03_6",
        asks="How many acts may lie in June, but need not?",
        kind=Number("acts", least=0),
        right=perhaps_in_june,
        shows="These acts have dates that reach beyond June. They are in one count "
        "and not in the other, and both counts are honest.",
        hints=(
            "Compare the two numbers that the cell above prints.",
            "Acts that certainly lie in June are among those that possibly do. How "
            "many are left over?",
        ),
        slips=(
            Slip(
                lambda n: n == len(acts(june())),
                "So many acts possibly lie in June. Some of them do so for certain.",
            ),
            Slip(
                lambda n: n == len(acts(june().but(dates="certainly"))),
                "So many acts lie in June for certain. We ask for the others.",
            ),
            Slip(
                lambda n: n == 0,
                "The two numbers differ, so some acts must be uncertain.",
            ),
        ),
    ),
    Exercise(
        "l03_7",
        asks="Which sentence may the editor read out?",
        kind=Pick(SENTENCES),
        right=lambda: "not_recorded",
        shows="The sentence says what was counted, and where. It leaves open what "
        "was never written down.",
        hints=(
            "Which sentence speaks about the record, and not about the world?",
            "Three of the sentences say more than an empty count can show.",
        ),
        slips=(
            Slip(
                lambda picked: picked == "stopped",
                "Do we know of every concert and every school visit?",
            ),
            Slip(
                lambda picked: picked == "raids",
                "A filter shows no cause, and no wish.",
            ),
            Slip(
                lambda picked: picked == "press",
                "Drop the filter on the tone: is there really nothing about culture?",
            ),
        ),
    ),
)
