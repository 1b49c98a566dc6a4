"""Lesson 7: do coders agree? Percent, alpha by hand, a repaired rule, what to drop."""

from utils.lessons.course.coders_found import (
    COLUMNS,
    INTERVAL,
    PUZZLES,
    REPAIRS,
    alpha,
    below_bound,
    clear,
    counted,
    expected_apart,
    hardest,
    is_alpha,
    near,
    passages,
    share_alike,
)
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Sort

EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "l07_1",
        asks="Code the ten passages by the first rule: deed or words?",
        kind=Sort(passages(), {"deed": "Deed", "words": "Words"}),
        accepts=lambda put: clear().items() <= put.items(),
        shows="The clear passages are coded by the rule. Some others can be read "
        "both ways: on these your neighbour may differ, and both of you are right.",
        hints=(
            "Read the rule once more: has something changed, or did somebody speak?",
            "Harsh words are words, and so is praise. Look first for passages in "
            "which something was done with hands.",
        ),
        slips=(
            Slip(
                lambda put: set(put.values()) == {"deed"},
                "You put all into one column. Does talk alone change something?",
            ),
            Slip(
                lambda put: put["p04"] == "words",
                "Look at the passage with the police: did they only speak?",
            ),
            Slip(
                lambda put: any(put[unit] == "deed" for unit in ("p03", "p08")),
                "Harsh talk may hurt, but what has changed by it?",
            ),
            Slip(
                lambda put: any(put[unit] == "deed" for unit in ("p05", "p10")),
                "Praise is kind. But is it more than talk?",
            ),
        ),
    ),
    Exercise(
        "l07_2",
        asks="What share of the passages did coder 1 and coder 2 code alike?",
        kind=Number("share", decimals=2, least=0, most=1),
        right=share_alike,
        shows="This share is called percent agreement. It sounds high.",
        hints=(
            "Go row by row: do the two columns hold the same word?",
            "Divide the rows in which both say the same by all rows.",
        ),
        slips=(
            Slip(
                lambda share: near(share, 1 - share_alike()),
                "This is the share on which they differ.",
            ),
            Slip(
                lambda share: near(share, counted()["both_words"] / counted()["units"]),
                "Two coders are alike too if both say the rarer word.",
            ),
            Slip(
                lambda share: near(share, counted()["alike_all"] / counted()["units"]),
                "You compared all three columns. Here only two coders count.",
            ),
        ),
    ),
    Exercise(
        "l07_3",
        asks="How often do two slips from the bag differ, by chance alone?",
        kind=Number("share", decimals=2, least=0, most=1),
        right=expected_apart,
        shows="This is the expected disagreement: blind coders would differ so often.",
        hints=(
            "The first slip is a deed and the second words, or the other way round. "
            "Work out both, and add them.",
            "The bag holds one slip fewer when the second is drawn. Multiply the "
            "deeds by the words, then by two, and divide by (all times one fewer).",
        ),
        slips=(
            Slip(
                lambda share: near(share, expected_apart(put_back=True)),
                "You put the first slip back. A coder is not compared with the same "
                "slip, so it stays out.",
            ),
            Slip(
                lambda share: near(share, expected_apart() / 2),
                "You have one order only. Deed first and words first both count.",
            ),
            Slip(
                lambda share: near(share, 1 - expected_apart()),
                "This is how often the two slips are alike.",
            ),
        ),
    ),
    Exercise(
        "l07_4",
        asks="What is alpha of coder 1 and coder 2?",
        kind=Number("alpha", decimals=2, most=1),
        accepts=is_alpha,
        shows="One is full agreement, zero is what the bag gives. Most of the high "
        "share came from the bag.",
        hints=(
            "Divide the share on which they differ by the share that the bag gives. "
            "What is left to one?",
            "Alpha is one minus (observed disagreement divided by expected "
            "disagreement). The observed one is what is left of the share of "
            "exercise 2.",
        ),
        slips=(
            Slip(
                lambda value: near(value, 1 - alpha()),
                "This is the part that is lost. Take it from one.",
            ),
            Slip(
                lambda value: near(value, share_alike()),
                "This is percent agreement again. Where is the bag?",
            ),
            Slip(
                lambda value: near(value, alpha(put_back=True)),
                "Your bag had one slip too many: it was put back after the first draw.",
            ),
            Slip(
                lambda value: value < 0,
                "Below zero they would agree less than by lot. Did you divide by "
                "the expected disagreement?",
            ),
        ),
    ),
    Exercise(
        "l07_5",
        asks="What does the interval of alpha tell?",
        kind=Pick(INTERVAL),
        right=lambda: "c",
        shows="The interval reaches from below zero to one. More passages would "
        "make it narrower.",
        hints=(
            "Say what alpha means at the lower end, and what at the upper end.",
            "An interval tells how much another set of passages of the same kind "
            "could move alpha.",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "Look at the upper end: would you call that bad agreement?",
            ),
            Slip(
                lambda key: key == "b",
                "The passages are drawn anew for the interval, not the coders.",
            ),
            Slip(
                lambda key: key == "d",
                "Alpha compares coders with each other. Who knows what is right?",
            ),
        ),
    ),
    Exercise(
        "l07_6",
        asks="On which passages do the coders differ most about the deed?",
        kind=Pick(PUZZLES),
        right=hardest,
        shows="The rule says nothing about these, so each coder made up a rule.",
        hints=(
            "Take the units of the list where `column` is `deed`, and read these "
            "passages.",
            "Count the passages of each sort in the list. Which sort comes most often?",
        ),
        slips=(
            Slip(
                lambda key: key == "clear",
                "On which of the units of the list was the step already taken?",
            ),
            Slip(
                lambda key: key == "paper",
                "There is such a passage in the list. Is there more than one?",
            ),
            Slip(
                lambda key: key == "harsh",
                "Find the passages with harsh talk. Are they in the list at all?",
            ),
        ),
    ),
    Exercise(
        "l07_7",
        asks="Which sentence repairs the rule?",
        kind=Pick(REPAIRS),
        right=lambda: "d",
        shows="It decides each disputed passage, it is the same for both sides, and "
        "it can be checked in the text.",
        hints=(
            "A good rule gives two strangers the same coding. It needs nobody to ask.",
            "Try each sentence on the disputed passages. Then swap the names of the "
            "countries, and try again.",
        ),
        slips=(
            Slip(
                lambda key: key == "a",
                "Then one person decides. What would another team do, far away?",
            ),
            Slip(
                lambda key: key == "b",
                "Two coders need not find the same things serious.",
            ),
            Slip(
                lambda key: key == "c",
                "Swap the names of the countries. Is the rule still the same?",
            ),
        ),
    ),
    Exercise(
        "l07_8",
        asks="Which columns fall below the usual bound, and should carry no finding?",
        kind=PickSeveral(COLUMNS),
        right=below_bound,
        shows="These columns ask for a feeling or a verdict, and no rule was found "
        "that gives strangers the same one.",
        hints=(
            "Compare `alpha` of each row with the bound in the text.",
            "Look at the column `alpha`, not at `percent`. Each row below the bound "
            "is one to drop.",
        ),
        slips=(
            Slip(
                lambda keys: keys == below_bound(low=True),
                "You compared the lower end of the interval. That is careful; the "
                "usual bound is for `alpha` itself.",
            ),
            Slip(
                lambda keys: len(keys & below_bound()) == 1 and len(keys) == 1,
                "That is one of them. Is there another?",
            ),
            Slip(
                lambda keys: bool(keys) and not keys & below_bound(),
                "You picked what agrees well. Which columns would you leave out?",
            ),
        ),
    ),
)
