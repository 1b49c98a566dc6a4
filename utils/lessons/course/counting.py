"""The first half of lesson 4: counting by hand, and by bins."""

from utils.lessons.course.curve import (
    COMPARED,
    DATED,
    HIDDEN,
    MONTHS,
    february_of_altania,
    led_for_certain,
    months_of_acts,
)
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Sort

COUNTING: tuple[Exercise, ...] = (
    Exercise(
        "l04_1",
        asks="In which month does each act count?",
        kind=Sort(DATED, MONTHS),
        right=months_of_acts,
        shows="A date without a day can still have a sure month. A window over the "
        "end of a month has none.",
        hints=(
            "Read each date aloud: one day, a span of days, a month, or a window?",
            "An act that lasts counts once, on its first day. A window is for one "
            "day that nobody knows.",
        ),
        slips=(
            Slip(
                lambda put: put["b"] != "january",
                "The festival lasted some days. We count it once. On which day did "
                "it begin?",
            ),
            Slip(
                lambda put: put["d"] == "either",
                "The day of the lorries is not known. Is the month known?",
            ),
            Slip(
                lambda put: put["e"] != "either",
                "Square brackets mean: one day of these. Do they all lie in the same "
                "month?",
            ),
        ),
    ),
    Exercise(
        "l04_2",
        asks="How much does February get in the direction from Altania to Bestovia?",
        kind=Number("acts", decimals=1, least=0),
        right=february_of_altania,
        shows="A count with a fraction says: one act here may belong to the "
        "neighbour. The fractions of all months add up to whole acts.",
        hints=(
            "First count the acts that lie in February for certain.",
            "The window of act e has five days, and each of them is equally likely. "
            "What part of them lies in February?",
            "Add that part to the sure acts.",
        ),
        slips=(
            Slip(
                lambda n: n == 2,
                "These acts are sure. But act e may lie in February too.",
            ),
            Slip(
                lambda n: n == 3,
                "You count act e as a whole. Some days of its window lie in March.",
            ),
            Slip(
                lambda n: n == 2.5,
                "You gave each month one half. Count the days of the window instead.",
            ),
            Slip(
                lambda n: n == 2.4,
                "This is the part of the window that lies in March.",
            ),
            Slip(
                lambda n: n == 3.6,
                "The festival of act b counts on its first day only.",
            ),
            Slip(
                lambda n: n == 1.6,
                "One act names a month without a day. It lies in February for sure.",
            ),
        ),
    ),
    Exercise(
        "l04_3",
        asks="In which months is one direction ahead, whatever the uncertain dates "
        "were?",
        kind=PickSeveral(COMPARED),
        right=led_for_certain,
        shows="There the fewest of one direction are more than the most of the "
        "other. Ahead means more recorded acts, and nothing else.",
        hints=(
            "Compare the fewest of one direction with the most of the other.",
            "Do the two spans, from fewest to most, touch each other? If they do, "
            "nobody can tell.",
        ),
        slips=(
            Slip(
                lambda picked: "2025-06" in picked,
                "In June the two spans lie over each other. Look once more.",
            ),
            Slip(
                lambda picked: "2025-11" in picked,
                "In November both directions may have the same number.",
            ),
            Slip(
                lambda picked: picked and picked < led_for_certain(),
                "What you ticked is right. One more month belongs to it.",
            ),
        ),
    ),
    Exercise(
        "l04_4",
        asks="What does the chart by week show that the chart by month hides?",
        kind=Pick(HIDDEN),
        right=lambda: "one_week",
        shows="A month adds up busy and quiet weeks. The bin decides what the eye "
        "can see.",
        hints=(
            "Find the tallest bars of the chart by week. On which day does their "
            "week begin?",
            "That week lies partly in June and partly in July. What became of it in "
            "the chart by month?",
        ),
        slips=(
            Slip(
                lambda picked: picked == "more_acts",
                "Other bins cut the same acts in other places. Does the sum change?",
            ),
            Slip(
                lambda picked: picked == "even",
                "Compare the bars of July in the chart by week.",
            ),
            Slip(
                lambda picked: picked == "heavier",
                "These charts count. A note and a raid are one act each.",
            ),
        ),
    ),
)
