"""The Militarized Interstate Disputes: participants of incidents (midip)."""

import narwhals as nw

from utils.events.formats.days import possible_days
from utils.events.formats.expressions import text
from utils.events.formats.format import Format, Sides

_FIRST, _END = nw.col("st_first"), nw.col("end_last")
_BEGUN_BY = nw.min_horizontal(nw.col("st_last"), _END)

COW_MID = Format(
    name="cow-mid",
    title="Militarized Interstate Disputes, incident participants",
    columns=(
        *("dispnum", "incidnum", "stabb", "ccode", "stday", "stmon", "styear"),
        *("endday", "endmon", "endyear", "insidea", "sidea", "fatality", "fatalpre"),
        *("action", "hostlev", "revtype1", "revtype2", "version"),
    ),
    ontology="mid",
    event={
        "event_id": nw.concat_str(text("incidnum"), text("ccode"), separator="-"),
        "earliest": nw.when(_END >= _FIRST).then(_FIRST).otherwise(nw.lit("")),
        "latest": _BEGUN_BY,
        "actor_name": text("stabb"),
        "actor_country": text("ccode"),
        "target_country": nw.col("across"),
        "code": text("action"),
        "story": text("incidnum"),
    },
    prepared=(*possible_days("st"), *possible_days("end")),
    separator=",",
    header=True,
    quoted=True,
    refused={
        "no act": text("action") == "0",
        "no other side": nw.col("n_across") == 0,
        "several on the other side": nw.col("n_across") > 1,
    },
    translated={"actor_country": "cow", "target_country": "cow"},
    sides=Sides("incidnum", "insidea", "ccode"),
    repeats=True,
    optional=("sidea", "fatality", "fatalpre", "revtype1", "revtype2", "version"),
    scale="hostility",
    version="5.0",
    citation="Palmer et al. 2022, The MID5 Dataset, 2011-2014, Conflict Management "
    "and Peace Science 39(4), doi:10.1177/0738894221995743",
    licence="Free for research; the authors ask to be cited",
)
