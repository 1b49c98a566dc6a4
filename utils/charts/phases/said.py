"""What a chart of phases says: its title, its dates and its key."""

from utils.about import About
from utils.charts.phases.runs import Levels, Run
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, bins_named, number, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

_NAMED = 3
_GLUE = "\N{NO-BREAK SPACE}"


def title(levels: Levels) -> str:
    """State how often the level changes and, where there is room, when."""
    if not any(run.n.any() for run in levels.shown):
        between = " between the two sides" if levels.sided else ""
        return f"No recorded act{between} in this selection"
    if levels.sided:
        return _title_of_two(levels)
    run = levels.up
    many = len(run.breaks)
    if not many:
        return "The level of recorded acts shows no change in this period"
    times = {1: "once", 2: "twice"}.get(many, f"{many} times")
    dates = words.listed(_dates(run)[:_NAMED])
    if many > _NAMED:
        return f"Recorded acts change level {times}, first on {_dates(run)[0]}"
    return f"Recorded acts change level {times}: {dates}"


def _title_of_two(levels: Levels) -> str:
    up, down = (_dates(run) for run in levels.runs)
    if up == down and 0 < len(up) <= _NAMED:
        dates = words.listed(up)
        return f"Recorded acts change level in both directions: {dates}"
    said = [f"{len(run.breaks)} from {words.towards(run.name)}" for run in levels.runs]
    return f"Changes of level in recorded acts: {said[0]}, {said[1]}"


def subtitle(levels: Levels, about: About) -> str:
    """Say what is counted, and each break with its 95 % interval."""
    unit = levels.up.bins.unit
    counted = (
        f"Recorded acts by {unit}, uncertain dates spread over their window; a level "
        f"is acts in a full {unit}"
    )
    said = [words.subtitle(about, counted), *(_breaks(run) for run in levels.shown)]
    if any(len(run.breaks) for run in levels.shown):
        said.append(f"In brackets: the {unit}s that 95 % of draws give.")
    if levels.others:
        others = words.acts(max(1, round(levels.others)))
        said.append(f"{others} in other directions not drawn.")
    return " ".join(filter(None, said))


def _breaks(run: Run) -> str:
    of = f"{words.arrow(run.name)}: " if run.name else ""
    if not run.phase.any():
        return f"{of}too few acts to seek changes." if run.n.any() or of else ""
    first = [_break(run, i) for i in run.breaks[:_NAMED]]
    if more := len(run.breaks) - _NAMED:
        first += [f"and {more} more"] * (more > 0)
    found = "; ".join(first) or "no change found"
    return f"{of or 'Changes: '}{found}."


def _break(run: Run, i: int) -> str:
    low, high, when = (
        words.day(day).replace(" ", _GLUE)
        for day in (run.low[i], run.high[i], run.bins.starts[i])
    )
    unit = run.bins.unit
    between = f"{low} to {high}" if low != high else f"the same {unit}"
    return f"{when} ({between})"


def _dates(run: Run) -> list[str]:
    return [words.day(day) for day in run.bins.starts[run.breaks]]


def spoken(levels: Levels, about: About) -> str:
    """Say the picture: the level of each phase, and when the next one begins."""
    unit = levels.up.bins.unit
    picture = f"Bars of recorded acts by {unit} and their level in acts a {unit}"
    if not any(run.n.any() for run in levels.shown):
        return alt(f"{picture}: no recorded act in this selection.")
    names = ways(about) if levels.sided else ("all acts",)
    told = "; ".join(map(_course, names, levels.shown))
    starts = max((run.bins.starts for run in levels.shown), key=len)
    return alt(f"{picture}, {bins_named(starts[[0, -1]], unit)}: {told}.")


def _course(name: str, run: Run) -> str:
    """Give the levels in their order, each with the day that it begins on."""
    if not run.phase.any():
        return f"{name} too few acts to seek changes"
    first, *rest = [number(run.level[i]) for i in (0, *run.breaks)]
    turns = [f"{n} from {day}" for n, day in zip(rest, _dates(run), strict=True)]
    more = f", and {len(turns) - _NAMED} more" if len(turns) > _NAMED else ""
    found = ", then ".join([first, *turns[:_NAMED]]) + more
    return f"{name} {found}" if turns else f"{name} {first} throughout"


def key(levels: Levels, look: Look) -> list[Key]:
    """Explain bars, lines, bands and numbers."""
    theme = look.theme
    colours = theme.directions
    names = [words.arrow(run.name) for run in levels.runs]
    bars = [
        Key(f"up: {names[0]}", "■", colours[0]),
        Key(f"down, hatched: {names[1]}", "■", colours[1]),
    ]
    return [
        *(bars if levels.sided else [Key("recorded acts", "■", theme.other)]),
        Key("level of a phase", "━━━", theme.text),
        Key("upright: change of level, band: 95 % interval", "┄┄┄", theme.text),
        Key("numbers inside: phases"),
    ]
