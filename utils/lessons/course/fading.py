"""The second half of lesson 4: what fades, and what a curve may be called."""

from utils.lessons.course.curve import (
    TITLES,
    bestovia_at_the_end,
    left_of_eight,
    turns_the_lead,
)
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick

FADING: tuple[Exercise, ...] = (
    Exercise(
        "l04_5",
        asks="How much of a weight of eight is left after thirty days?",
        kind=Number("weight", decimals=1, least=0, most=8),
        right=lambda: left_of_eight(30),
        shows="Half, and half again, and half again. The rest gets small, but it is "
        "never nothing.",
        hints=(
            "Make a small table: after ten days, after twenty days, after thirty.",
            "In each step of ten days, half of what is still there goes.",
        ),
        slips=(
            Slip(
                lambda n: n == left_of_eight(10),
                "This is what is left after one half-life. How many pass here?",
            ),
            Slip(
                lambda n: n == left_of_eight(20),
                "One more half-life passes.",
            ),
            Slip(
                lambda n: n == 8 - left_of_eight(30),
                "This is what has gone. What is left?",
            ),
            Slip(
                lambda n: n == 0,
                "The second half does not go as a whole. Half of it stays.",
            ),
            Slip(
                lambda n: round(n, 1) == 2.7,
                "Do not divide by three. Halve three times.",
            ),
        ),
    ),
    Exercise(
        "l04_6",
        asks="How high is the tension of Bestovia towards Altania on its last day?",
        kind=Number("tension", decimals=1, least=-20, most=20),
        right=bestovia_at_the_end,
        shows="The search has halved twice, the summons once, and friendly acts add "
        "nothing and take nothing away.",
        hints=(
            "How many half-lives passed since act f, and since act g?",
            "Work out what is left of each conflictual act. Then add.",
            "Act h is cooperative. Tension is a sum of conflict only.",
        ),
        slips=(
            Slip(
                lambda n: n == 12,
                "You added the weights. Now let each one fade.",
            ),
            Slip(
                lambda n: n == 1,
                "You took the friendly act away. Tension sums conflict only.",
            ),
            Slip(
                lambda n: n == 7,
                "You added the friendly act. Its weight is above zero.",
            ),
            Slip(
                lambda n: n == 2,
                "This is what is left of one act. There are two conflictual ones.",
            ),
            Slip(
                lambda n: n == 8,
                "This is the level on the day of act g. Ten more days pass.",
            ),
            Slip(
                lambda n: n < 0,
                "Tension counts conflict without its minus sign.",
            ),
        ),
    ),
    Exercise(
        "l04_7",
        asks="Find a half-life that makes the other direction the higher one.",
        kind=Number("days", least=1, most=365),
        accepts=turns_the_lead,
        shows="Nothing happened but your choice, and another side stands on top. So "
        "the curve alone cannot say who went further.",
        hints=(
            "Read the two peaks for thirty days. Which one is higher?",
            "With a longer memory, acts that lie months apart pile up.",
            "Change the number in big steps, and run the cell above each time.",
        ),
        slips=(
            Slip(
                lambda n: n == 30,
                "This is where we began. Change the number.",
            ),
            Slip(
                lambda n: n < 30,
                "A shorter memory keeps the same direction on top. Try the other way.",
            ),
            Slip(
                lambda n: n > 30,
                "You go the right way. The peaks come closer, but go on.",
            ),
        ),
    ),
    Exercise(
        "l04_8",
        asks="Which title says no more than the curves show?",
        kind=Pick(TITLES),
        right=lambda: "recorded",
        shows="It says what was counted, and with which setting. It names no cause "
        "and no winner.",
        hints=(
            "Strike out each title that names a cause, or says who pushed.",
            "A title for a curve should say that acts were recorded, and with which "
            "choice.",
        ),
        slips=(
            Slip(
                lambda picked: picked == "drove",
                "A higher curve is not a push. And which direction is higher hangs "
                "on the half-life.",
            ),
            Slip(
                lambda picked: picked == "worst",
                "A curve of recorded acts is not the relation itself. Which settings "
                "does this title hide?",
            ),
            Slip(
                lambda picked: picked == "raids",
                "The curve knows days and weights. Does it know a cause?",
            ),
            Slip(
                lambda picked: picked == "calm",
                "Few recorded acts are not a calm time.",
            ),
        ),
    ),
)
