// Days as numbers since 1 January 1970, as texts, and in bins.

const DAY_MS = 86_400_000;

const isoOf = (day) => new Date(day * DAY_MS).toISOString().split("T")[0];
const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

// The year and the month (from 0) of a day.
function monthOf(day) {
  const date = new Date(day * DAY_MS);
  return [date.getUTCFullYear(), date.getUTCMonth()];
}

// The first day of a month; months below 0 and above 11 lie in other years.
function firstOf(year, month) {
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / DAY_MS;
}

const MONTHS_IN = { month: 1, quarter: 3, year: 12 };
const DAYS_IN = { day: 1, week: 7 };
// Day 4 was a Monday, on which weeks begin.
const MONDAY = 4;

// The first day of the bin that a day lies in.
function binOf(day, per) {
  if (per === "day") return day;
  if (per === "week") return day - ((((day - MONDAY) % 7) + 7) % 7);
  const [year, month] = monthOf(day);
  return firstOf(year, month - (month % MONTHS_IN[per]));
}

// The first day of the bin after the one that begins on `start`.
function nextBin(start, per) {
  if (DAYS_IN[per]) return start + DAYS_IN[per];
  const [year, month] = monthOf(start);
  return firstOf(year, month + MONTHS_IN[per]);
}

// The first days of all bins from one day to another.
function binsOf(first, last, per) {
  const starts = [];
  for (let start = binOf(first, per); start <= last; start = nextBin(start, per)) {
    starts.push(start);
  }
  return starts;
}

// "9 Jun 2025", as captions write it.
function dayInWords(facts, iso) {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${facts.months[month - 1]} ${year}`;
}
