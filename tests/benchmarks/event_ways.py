"""Ways to add up events by day, direction, type and tone; each runs by itself.

`python -m tests.benchmarks.event_ways WAY FILE` prints seconds, memory and a checksum
of what came of it. Every row counts, told twice or not, and a weight is a whole number.
Every way is to give a frame in order of its key, with days as dates; the sums may come
in any type.
"""

import hashlib
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import pandas as pd

from utils import events
from utils.events.daily import whole_weights
from utils.events.engines.duck_reading import quoted
from utils.events.formats.gdelt import GDELT_2
from utils.events.ontology import codes, shelf

KEY = ["date", "direction", "type", "tone"]
USED = ["SQLDATE", "Actor1CountryCode", "Actor2CountryCode", "EventCode"]


def coded() -> pd.DataFrame:
    """Give type, tone and tenths of the weight of each code."""
    scale = shelf("cameo").scales()[GDELT_2.scale]
    units, one = whole_weights(scale)
    assert one == 10
    table = codes("cameo")[["code", "type", "tone"]].merge(units, "left", "code")
    return table.fillna({"units": 0}).astype({"units": int})


def ours(file: Path, **options: object) -> pd.DataFrame:
    """Let our layer do it."""
    read = events.read(file, **options).row_by_row()
    found = read.daily(shelf("cameo").scales()[GDELT_2.scale])
    units = (found.pop("weight") * 10).round().astype(int)
    return found.drop(columns="n_weighted").assign(units=units)


def each_once(file: Path) -> pd.DataFrame:
    """Let our layer do it, and count once what is told from two sides."""
    found = events.read(file).daily(shelf("cameo").scales()[GDELT_2.scale])
    return found.rename(columns={"weight": "units"})


def report(file: Path) -> pd.DataFrame:
    """Let our layer say what became of every row."""
    return events.read(file).report().frame()


def by_hand(file: Path) -> pd.DataFrame:
    """Write the SQL for DuckDB by hand."""
    import duckdb

    names = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in GDELT_2.columns)
    text = (
        "SELECT try_strptime(SQLDATE, '%Y%m%d')::DATE AS day, "
        "Actor1CountryCode AS a, Actor2CountryCode AS b, EventCode AS code "
        f"FROM read_csv({quoted(str(file))}, columns = {{{names}}}, header = false, "
        "auto_detect = false, delim = '\t', quote = '', ignore_errors = true)"
    )
    parquet = (
        "SELECT earliest AS day, actor_country AS a, target_country AS b, code "
        f"FROM read_parquet({quoted(f'{file}/*/*.parquet')}) WHERE left_out = ''"
    )
    table_of_codes = coded()
    with duckdb.connect() as own:
        own.execute("SET memory_limit = '512MB'; SET preserve_insertion_order = false")
        own.register("table_of_codes", table_of_codes)
        return own.sql(
            "SELECT * REPLACE (date::DATE AS date) FROM ("
            "SELECT day AS date, a || '>' || b AS direction, type, tone, "
            "count(*) AS n, sum(units)::BIGINT AS units "
            f"FROM ({parquet if file.is_dir() else text}) "
            "JOIN table_of_codes USING (code) "
            "WHERE day IS NOT NULL AND a IS NOT NULL AND b IS NOT NULL GROUP BY ALL) "
            "ORDER BY date, direction, type, tone"
        ).df()


def pandas_chunks(file: Path) -> pd.DataFrame:
    """Read with pandas a part at a time, and add the parts up."""
    table, parts = coded(), []
    for chunk in pd.read_csv(
        file, sep="\t", header=None, names=list(GDELT_2.columns), usecols=USED,
        dtype=str, keep_default_na=False, quoting=3, chunksize=500_000,
    ):  # fmt: skip
        parts.append(_added(chunk, table))
    return pd.concat(parts).groupby(KEY, as_index=False)[["n", "units"]].sum()


def _added(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    rows = rows.rename(columns={"EventCode": "code"}).merge(table, on="code")
    day = pd.to_datetime(rows["SQLDATE"], format="%Y%m%d", errors="coerce")
    one, other = rows["Actor1CountryCode"], rows["Actor2CountryCode"]
    rows = rows.assign(date=day, direction=one + ">" + other, n=1)
    kept = rows[day.notna() & (one != "") & (other != "")]
    return kept.groupby(KEY, as_index=False)[["n", "units"]].sum()


def dask_frames(file: Path) -> pd.DataFrame:
    """Let Dask spread the same over threads."""
    import dask.dataframe as dd

    read = dd.read_csv(
        file, sep="\t", header=None, names=list(GDELT_2.columns), usecols=USED,
        dtype=str, keep_default_na=False, quoting=3, blocksize=64 << 20,
    )  # fmt: skip
    table = coded()
    meta = _added(pd.DataFrame({name: ["", ""] for name in USED}), table)
    added = read.map_partitions(_added, table, meta=meta)
    sums = added.groupby(KEY)[["n", "units"]].sum().compute()
    return sums.sort_index().reset_index()


def polars_lazy(file: Path) -> pd.DataFrame:
    """Let Polars do it lazily, a part at a time."""
    import polars as pl

    schema = dict.fromkeys(GDELT_2.columns, pl.String)
    table = pl.LazyFrame(coded().to_dict("list"))
    one, other = pl.col("Actor1CountryCode"), pl.col("Actor2CountryCode")
    read = pl.scan_csv(
        file, separator="\t", has_header=False, schema=schema, quote_char=None
    )
    rows = read.with_columns(
        date=pl.col("SQLDATE").str.to_date("%Y%m%d", strict=False), code="EventCode",
        direction=one + ">" + other,
    ).filter(pl.col("date").is_not_null() & (one != "") & (other != ""))  # fmt: skip
    sums = rows.join(table, on="code").group_by(KEY)
    found = sums.agg(n=pl.len(), units=pl.col("units").sum()).sort(KEY)
    return pd.DataFrame(found.collect(engine="streaming").to_dict(as_series=False))


WAYS: dict[str, tuple[str, Callable[[Path], pd.DataFrame]]] = {
    "our layer": ("utils", ours),
    "DuckDB by hand": ("duckdb", by_hand),
    "Polars": ("polars", polars_lazy),
    "pandas by chunks": ("pandas", pandas_chunks),
    "Dask": ("dask", dask_frames),
    "our layer on Polars": ("polars", lambda file: ours(file, engine="polars")),
    "our layer on Spark": ("pyspark", lambda file: ours(file, engine="spark")),
    "each act once": ("utils", each_once),
    "report": ("utils", report),
}


def checksum(found: pd.DataFrame) -> str:
    """Sum up what came of it, in an order and types that are the same for all."""
    if "units" not in found or found["units"].dtype.kind != "i":
        return ""
    found = found.assign(date=pd.to_datetime(found["date"]))
    found = found[[*KEY, "n", "units"]].astype({"n": "int64", "units": "int64"})
    told = found.sort_values(KEY).to_csv(index=False, date_format="%Y-%m-%d")
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def peak_mb() -> float:
    """Give the most memory that this process took.

    What is counted of a process elsewhere begins with the peak of the one that started
    it, which may have been larger.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Go one way once."""
    way, file = sys.argv[1], Path(sys.argv[2])
    begun, used = perf_counter(), process_time()
    found = WAYS[way][1](file)
    took = {"s": perf_counter() - begun, "cpu_s": process_time() - used}
    print(json.dumps({**took, "peak_mb": peak_mb(), "sum": checksum(found)}))


if __name__ == "__main__":
    main()
