"""Lesson 6: action and answer. Stated links, shares, lots, and what days can show."""

from typing import Any

from utils.lessons.course.replies_found import (
    DAYS,
    KINDS,
    LAST_DAY,
    LINKED,
    LINKS,
    RATES,
    TYPES,
    WITHIN_DAYS,
    above_expected,
    beyond_lot,
    dealt,
    in_kind,
    is_deal,
    missing,
    near,
    recorded,
    share_by_hand,
)
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Sort, Values


def _put(item: str, bin_: str) -> Any:
    return lambda answer: answer[item] == bin_


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "l06_1",
        asks="Put each act into a column: what is it to the search?",
        kind=Sort(LINKS, KINDS),
        right=lambda: LINKED,
        shows="Two acts have no link: a date that comes after is not enough.",
        hints=(
            "Ask two things of each act: whose act is it, and does it speak about "
            "the search?",
            "The side that searched cannot answer itself. A country outside is no "
            "side. And an act that says nothing about the search has no link.",
        ),
        slips=(
            Slip(
                _put("film", "answer"),
                "One act comes two days later, but no source gives a reason. Who "
                "says that it is about the search?",
            ),
            Slip(
                _put("defence", "answer"),
                "Look once more at the minister: on whose side does he stand?",
            ),
            Slip(
                _put("third", "answer"),
                "One act comes from a country that is neither of the two sides.",
            ),
            Slip(
                _put("harvest", "answer"),
                "The same evening is not the same subject. What is the speech about?",
            ),
        ),
    ),
    Exercise(
        "l06_2",
        asks="What share of the acts was answered within seven days?",
        kind=Number("share", decimals=2, least=0, most=1),
        right=share_by_hand,
        shows="You left out the acts that nobody could watch for seven days.",
        hints=(
            "First cross out the acts that were not watched for seven days. Then "
            "count the others.",
            "Divide: above the line, acts answered within seven days; below it, all "
            "acts that were watched long enough, answered or not.",
        ),
        slips=(
            Slip(
                lambda share: near(share, share_by_hand(watched=False)),
                "You counted all nine acts. Two of them were not watched for seven "
                "days, so nobody knows their end.",
            ),
            Slip(
                lambda share: near(share, share_by_hand(within=LAST_DAY)),
                "One answer came later than seven days. Did you count it?",
            ),
            Slip(
                lambda share: near(share, share_by_hand(within=WITHIN_DAYS - 1)),
                "On the seventh day is still within seven days.",
            ),
            Slip(
                lambda share: near(share, 4 / 5) or near(share, 5 / 6),
                "You left out the acts that nobody answered. They belong below the "
                "line too.",
            ),
        ),
    ),
    Exercise(
        "l06_3",
        asks="Which sentence may stand under the table?",
        kind=Pick(RATES),
        right=lambda: "c",
        shows="The direction is that of the act, the answer comes from the other "
        "side, and the intervals overlap.",
        hints=(
            "Read one row aloud: acts of whom, towards whom, answered by whom?",
            "Compare `low` and `high` of the two rows, not only `share`.",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "Look at the column `direction`: it tells who acted. Who answered?",
            ),
            Slip(
                lambda key: key == "b",
                "You read who answered. Now look at `low` and `high`: would another "
                "year like this one give the same order?",
            ),
            Slip(
                lambda key: key == "d",
                "An act without a recorded answer may have had one that no source "
                "named. Can the table look into heads?",
            ),
        ),
    ),
    Exercise(
        "l06_4",
        asks="How many missing answers would lift the lower share to the higher one?",
        kind=Number("acts", least=0),
        right=lambda: missing()[0],
        shows="So few unnamed answers would level the two shares.",
        hints=(
            "Start from the row with the lower `share`. How many answered acts would "
            "give it the share of the other row?",
            "Multiply `n` of the lower row by the higher `share`. Then take away "
            "`n_expected` of the lower row, and round up.",
        ),
        slips=(
            Slip(
                lambda n: n == missing()[0] - 1,
                "Very near. With so many the share is still a little below: acts "
                "come whole, so round up.",
            ),
            Slip(
                lambda n: near(n, missing()[1], 1),
                "So many answered acts are needed in all. Some of them are there "
                "already.",
            ),
            Slip(
                lambda n: near(n, missing()[2], 1),
                "You took one number of answers from the other. But the two rows do "
                "not have the same `n`.",
            ),
        ),
    ),
    Exercise(
        "l06_5",
        asks="Deal your own lot, and give its number and the pairs of one type.",
        kind=Values({"number": "the number of the lot", "pairs": "pairs of one type"}),
        accepts=is_deal,
        shows="This is your lot. Put it on the board beside those of the others.",
        hints=(
            "Run the cell that deals once more, and copy both numbers that it prints.",
            "Change `number` in the dealing cell, run it with Shift+Enter, then write "
            "what it prints in place of the dots.",
        ),
        slips=(
            Slip(
                lambda lot: lot["pairs"] == recorded(),
                "So many pairs are in the record, before any dealing. How many are "
                "there after it?",
            ),
            Slip(
                lambda lot: not lot["number"].is_integer() or lot["number"] < 0,
                "The number of a lot is a whole number, such as your day of birth.",
            ),
            Slip(
                lambda lot: 0 < lot["pairs"] < 1,
                "This is a share. Give the count of pairs.",
            ),
            Slip(
                lambda lot: lot["pairs"] == dealt(1),
                "These pairs belong to the lot of the example. Did you run the cell "
                "after you changed the number?",
            ),
        ),
    ),
    Exercise(
        "l06_6",
        asks="Which types are answered in kind more often than lots usually give?",
        kind=PickSeveral(TYPES),
        right=beyond_lot,
        shows="Like answers like in these types. One of them has very few pairs: "
        "look at `n`.",
        hints=(
            "Go row by row: is `share` above `expected_high`?",
            "`expected` is the middle of the lots. `expected_high` is the top of what "
            "they usually give: compare `share` with that one.",
        ),
        slips=(
            Slip(
                lambda keys: bool(
                    keys & set(in_kind().index[in_kind()["n_in_kind"] == 0])
                ),
                "One of your types has no answer in kind at all. Look at `n_in_kind`.",
            ),
            Slip(
                lambda keys: keys == {*above_expected()},
                "You compared with `expected`. Lots do not always give exactly that: "
                "how far up do they usually go?",
            ),
            Slip(
                lambda keys: keys == {*beyond_lot()} - {"humanitarian"},
                "One more row fulfils the rule. It has few pairs, but the rule asks "
                "only for `share` and `expected_high`.",
            ),
        ),
    ),
    Exercise(
        "l06_7",
        asks="Which sentence may stand under both pictures?",
        kind=Pick(DAYS),
        right=lambda: "d",
        shows="In the second picture nobody answers anybody, and it looks much the "
        "same.",
        hints=(
            "In the second picture the sides were dealt by lot. What is left of the "
            "marks?",
            "A sentence that would be false for the second picture cannot rest on "
            "the first one.",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "In the second picture no side answers, yet marks of the same kind "
                "are filled. What do they show, then?",
            ),
            Slip(
                lambda key: key == "b",
                "Look at the other half of the picture too, and at the lots.",
            ),
            Slip(
                lambda key: key == "c",
                "Think of the pairs that sources name. Are they gone?",
            ),
        ),
    ),
)
