"""Lesson 5: weights are arguments. A list, a class's scale, and what turns an end."""

from math import isclose

from utils.lessons.course.weights_found import (
    COUNTED,
    EXAMPLE,
    FORMS,
    HEAVIEST,
    LIGHTEST,
    MOST_CHANGED,
    PAIRS,
    RANKED,
    ahead,
    changed,
    is_ours,
    n_heavier,
    n_of_pair,
    ours,
    overlapping,
    ranked,
    turns,
    way,
    within,
)
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Rank, Weights

_PAIRS = {
    key: f"{FORMS[one]}; and: {FORMS[other]}" for key, (one, other) in PAIRS.items()
}
_AHEAD = {
    "AZE>RUS": "Azerbaijan towards Russia",
    "RUS>AZE": "Russia towards Azerbaijan",
    "same": "Both weigh the same",
    "none": "The table cannot say it, since the weights are below zero",
}
_HEADLINES = {
    "a": "Azerbaijan was the harsher side.",
    "b": "Acts of eight forms from Azerbaijan towards Russia weigh more on the scale "
    "of one class; one weight turns this.",
    "c": "All lists agree, so it is proven who weighs more.",
    "d": "Weights are a matter of taste, so acts cannot be compared.",
}


def _near(number: float, other: float) -> bool:
    return isclose(number, other, abs_tol=0.06)


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "l05_1",
        asks="Rank five forms as the list does: the lightest on top.",
        kind=Rank({form: FORMS[form] for form in RANKED}, "lightest", "heaviest"),
        right=ranked,
        shows="So says this list. Others made other lists, and so can you.",
        hints=(
            "Find the five forms in the table. The lightest lies nearest to zero.",
            "All weights are below zero. The farther below, the heavier the act.",
        ),
        slips=(
            Slip(
                lambda order: order == ranked()[::-1],
                "This is the order from the other end: what shall stand on top?",
            ),
            Slip(
                lambda order: order[-1] != ranked()[-1],
                "Which of the five lies farthest below zero? It belongs to the bottom.",
            ),
            Slip(
                lambda order: order[0] != ranked()[0],
                "Which of the five lies nearest to zero? It belongs on top.",
            ),
            Slip(
                lambda order: order[0] == ranked()[0] and order[-1] == ranked()[-1],
                "Both ends fit. Compare the forms between them two by two.",
            ),
        ),
    ),
    Exercise(
        "l05_2",
        asks="How many of these judges held the demand heavier than the accusation?",
        kind=Number("judges", least=0, most=168),
        right=n_heavier,
        shows="The judges of one class differ. Each of them had a reason.",
        hints=(
            "Put the two forms of the exercise into `pair`, run the cell, and read "
            "the column `heavier`.",
            "Count the rows that have `demand` under `heavier`. Then look at `tie`.",
        ),
        slips=(
            Slip(
                lambda n: n == n_heavier(with_ties=True),
                "One of these judges could not say. Look at the column `tie`.",
            ),
            Slip(
                lambda n: n == n_of_pair(),
                "So many judged the pair at all. How many of them chose the demand?",
            ),
            Slip(
                lambda n: n == n_heavier(COUNTED[::-1]),
                "You counted those who chose the other form of the pair.",
            ),
            Slip(
                lambda n: n == n_heavier(EXAMPLE),
                "This fits the pair of the example. Did you change both forms?",
            ),
        ),
    ),
    Exercise(
        "l05_3",
        asks="In which pairs do the intervals of the two forms overlap?",
        kind=PickSeveral(_PAIRS),
        right=overlapping,
        shows="The class as a whole leaves these pairs open, at this rough look.",
        hints=(
            "Take one pair. Is the `low` of the heavier form below the `high` of the "
            "lighter one? Then they overlap.",
            "Draw the intervals as strokes on paper, one below the other.",
        ),
        slips=(
            Slip(
                lambda keys: keys == overlapping() - {"f"},
                "One more pair overlaps. A form that always wins has a very wide "
                "interval.",
            ),
            Slip(
                lambda keys: keys == set(PAIRS) - overlapping(),
                "These are the pairs that do not overlap.",
            ),
            Slip(
                lambda keys: keys == set(PAIRS),
                "In some of these pairs there is a gap between the two intervals.",
            ),
            Slip(
                lambda keys: bool(keys & {"a", "b", "e"}),
                "In one of your pairs there is a gap between the two intervals.",
            ),
        ),
    ),
    Exercise(
        "l05_4",
        asks="What weight does `threaten` get on the scale?",
        kind=Number("points", decimals=1, least=-100, most=100),
        right=lambda: ours().weights["threaten"],
        shows="Equal steps of strength became equal steps of weight. That is a choice.",
        hints=(
            "First find the share of the way. Take the step from the weakest form to "
            "`threaten`. Divide it by the step from the weakest to the strongest.",
            "Multiply that share by the way between the two ends. Then start from the "
            "light end, and go that far down.",
        ),
        slips=(
            Slip(
                lambda weight: _near(weight, -ours().weights["threaten"]),
                "The number fits, but what sign has a weight of conflict?",
            ),
            Slip(
                lambda weight: _near(weight, HEAVIEST + way() * (LIGHTEST - HEAVIEST)),
                "You started from the heavy end. Is `threaten` near the strongest or "
                "near the weakest form?",
            ),
            Slip(
                lambda weight: _near(weight, way() * (HEAVIEST - LIGHTEST)),
                "That is how far to go down. Where does the way begin?",
            ),
            Slip(
                lambda weight: _near(abs(weight), way()),
                "That is the share of the way. Now turn it into points.",
            ),
        ),
    ),
    Exercise(
        "l05_5",
        asks="Which direction weighs more on the scale of the class?",
        kind=Pick(_AHEAD),
        right=lambda: ahead(ours()),
        shows="But the gap is small, as the next exercise shows.",
        hints=(
            "Compare the two sums. Which of them lies farther below zero?",
            "A sum far below zero means much conflict.",
        ),
        slips=(
            Slip(
                lambda key: key == "RUS>AZE",
                "This sum is nearer to zero. What does below zero mean on this scale?",
            ),
            Slip(
                lambda key: key == "same",
                "The two sums are near each other, but look at the figures once more.",
            ),
            Slip(
                lambda key: key == "none",
                "Below zero stands for conflict, so the sums can be compared.",
            ),
        ),
    ),
    Exercise(
        "l05_6",
        asks="Change one or two weights of `ours`, so that the order turns.",
        kind=Weights("a scale, as in ours.but({'criticise': -2})"),
        accepts=turns,
        shows="You turned the conclusion. Would you defend your weights?",
        hints=(
            "Look for a form that one direction has often, and the other rarely.",
            "Make a form lighter that is frequent in the direction that is ahead. "
            "Then run the cell again and compare the sums.",
        ),
        slips=(
            Slip(
                lambda scale: scale.column != "form",
                "This is a published list. Start from the scale of the class.",
            ),
            Slip(
                lambda scale: not changed(scale),
                "These are the weights as they were. Change one.",
            ),
            Slip(
                lambda scale: not is_ours(scale),
                "Each of the eight forms needs a weight, and no other form has one.",
            ),
            Slip(
                lambda scale: len(changed(scale)) > MOST_CHANGED,
                "You changed more than two weights. Try with fewer.",
            ),
            Slip(
                lambda scale: not within(scale),
                "Stay on the scale: no weight above zero, and none beyond the heavy "
                "end.",
            ),
            Slip(
                lambda scale: ahead(scale) == ahead(ours()),
                "The order has not turned yet. Does your form differ between the "
                "directions?",
            ),
        ),
    ),
    Exercise(
        "l05_7",
        asks="Which sentence may stand above the table?",
        kind=Pick(_HEADLINES),
        right=lambda: "b",
        shows="It names the acts, whose scale it is, and what turns it.",
        hints=(
            "A good sentence says which acts and whose weights it rests on.",
            "Think of your own weights from the exercise before. Which sentence "
            "still holds?",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "Do the sums speak about a side, or about acts that were recorded?",
            ),
            Slip(
                lambda key: key == "c",
                "Lists that descend from one another agree easily. And you have just "
                "turned the order.",
            ),
            Slip(
                lambda key: key == "d",
                "The judges agreed on some pairs nearly always. Is that mere taste?",
            ),
        ),
    ),
)
