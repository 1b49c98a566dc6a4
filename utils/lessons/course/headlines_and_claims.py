"""The exercises of lesson 8 on words: a loaded headline, and an article's claims."""

from utils.lessons.course import headline
from utils.lessons.course.founding import case
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import PickSeveral, Sort, Text

LOADED = frozenset({"thugs", "storm", "innocent", "brutal", "revenge"})
CLAIMS = {
    "a": "Baku cancelled all cultural events with Russian participation "
    "after the detentions",
    "b": "They were charged with working for a foreign security service",
    "c": "Moscow summoned the Azerbaijani ambassador",
    "d": "The press branded the House a spy centre in those days",
    "e": "Deputy Vodolatsky advised not to answer and belittled the act",
    "f": "The alliance with Russia was a passing need for Baku",
}
VERDICTS = {
    "confirmed": "Confirmed",
    "date wrong": "Date wrong",
    "contradicted": "Contradicted",
    "not found": "Not found",
    "opinion": "Opinion",
}


def _verdicts() -> dict[str, str]:
    by_claim = case().claims.set_index("claim")["verdict"].astype("str")
    return {key: by_claim[claim] for key, claim in CLAIMS.items()}


ON_WORDS: tuple[Exercise, ...] = (
    Exercise(
        "l08_5",
        asks="Which words of the first headline judge?",
        kind=PickSeveral(
            {
                "Bestovian": "Bestovian",
                "thugs": "thugs",
                "storm": "storm",
                "innocent": "innocent",
                "newsroom": "newsroom",
                "brutal": "brutal",
                "revenge": "revenge",
            }
        ),
        right=lambda: LOADED,
        shows="What is left says where something took place. It does not say what.",
        hints=(
            "Ask of each word: could a camera show it, or is it a judgement?",
            "Words can judge people, the manner and the motive. Look for each.",
        ),
        slips=(
            Slip(
                lambda keys: bool(keys & {"Bestovian", "newsroom"}),
                "You picked a word that only says where, or of which country.",
            ),
            Slip(
                lambda keys: "innocent" not in keys,
                "A word may also judge by praising somebody.",
            ),
            Slip(
                lambda keys: "revenge" not in keys,
                "One word claims to know why the police came.",
            ),
            Slip(
                lambda keys: "storm" not in keys,
                "One verb paints a fight where the facts tell of a search.",
            ),
        ),
    ),
    Exercise(
        "l08_6",
        asks="Write a neutral headline about the newsroom.",
        kind=Text(least=5, most=20),
        accepts=headline.is_neutral,
        shows="It says who did what to whom. Both papers could print it.",
        hints=(
            "Check three things: who acted, what was done, and to whom?",
            "Use only what the column what_is_known says. A reason needs somebody "
            "who gives it.",
        ),
        slips=(
            Slip(
                headline.is_loaded,
                "A word, or an exclamation mark, still judges. What could a camera "
                "show?",
            ),
            Slip(
                headline.is_turned,
                "Whose police was it, and did they act? Read the facts again.",
            ),
            Slip(
                headline.states_charge,
                "A charge stands there as if it were a fact. Who makes it?",
            ),
            Slip(
                headline.guesses_motive,
                "A reason stands there that the facts do not give.",
            ),
            Slip(
                lambda text: not headline.names_actor(text),
                "The headline does not say who acted, and of which country they are.",
            ),
            Slip(
                lambda text: not headline.names_act(text),
                "The headline does not say what was done.",
            ),
            Slip(
                lambda text: not headline.names_target(text),
                "The headline does not say to whom, and of which country they are.",
            ),
        ),
    ),
    Exercise(
        "l08_7",
        asks="What became of each claim?",
        kind=Sort({key: f"{key}: {claim}" for key, claim in CLAIMS.items()}, VERDICTS),
        right=_verdicts,
        shows="What fails is seldom the act. It is a charge, a day or a judgement.",
        hints=(
            "Read the rows of one claim. Does a page support it, or say otherwise? "
            "Are there pages at all?",
            "For d compare the days of the pages with the month that the article "
            "means. For b read the notes of the pages that contradict.",
        ),
        slips=(
            Slip(
                lambda put: put["f"] != "opinion",
                "Claim f is about no act. Could any page show it right or wrong?",
            ),
            Slip(
                lambda put: put["e"] != "not found",
                "Claim e has no page in the table. That does not make it untrue.",
            ),
            Slip(
                lambda put: put["b"] == "confirmed",
                "For claim b: who spoke of such a charge, and what did the court say?",
            ),
            Slip(
                lambda put: "confirmed" not in (put["a"], put["c"]),
                "One page with another day does not undo what several others tell.",
            ),
            Slip(
                lambda put: put["d"] != "date wrong",
                "For claim d: the article means February. When did the reports begin?",
            ),
        ),
    ),
)
