// The period: two dates, what "in the period" means for an uncertain date, and
// short ways to a period.

const FIRST_YEAR = "1000";
const LAST_DAY = "2999-12-31";
const MEANINGS = [
  ["possibly", "possibly in the period"],
  ["certainly", "certainly in it"],
];

function labelled(words, field) {
  return make("label", {}, make("span", {}, words), field);
}

function dayField(words) {
  const field = make("input", { type: "date", min: `${FIRST_YEAR}-01-01`, max: LAST_DAY });
  return { field, label: labelled(words, field) };
}

function choiceOf(options) {
  const choices = options.map(([value, words]) => make("option", { value }, words));
  return make("select", {}, ...choices);
}

function dayBefore(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

// From each landmark to the day before the next; days that bear two are one start.
function phasesOf(landmarks) {
  const starts = landmarks.filter(([day], i) => day !== landmarks[i - 1]?.[0]);
  return starts.map(([since, label], i) => {
    const next = starts[i + 1];
    const until = next ? dayBefore(next[0]) : "";
    const words = next ? `${label} (${since}) to ${next[1]}` : `Since ${label} (${since})`;
    return { since, until, words };
  });
}

// Whoever types 2025 passes through the years 2, 20 and 202.
function isWhole(day) {
  return !day || day >= FIRST_YEAR;
}

// `choose` is given { since, until, dates }; it may throw a sentence.
function datesPicker({ surveyed, landmarks, choose }) {
  const [since, until] = [dayField("Since"), dayField("Until")];
  const dates = choiceOf(MEANINGS);
  const fault = make("p", { class: "fault", role: "alert" });
  const wish = (change) => {
    fault.textContent = "";
    try {
      choose(change);
    } catch (error) {
      fault.textContent = error.message;
    }
  };
  const typed = () => {
    const days = [since.field.value, until.field.value];
    if (!days.every(isWhole)) return;
    wish({ since: days[0], until: days[1], dates: dates.value });
  };
  for (const field of [since.field, until.field, dates]) field.addEventListener("change", typed);
  const short = (words, from, to) => button(words, "", () => wish({ since: from, until: to }));
  const buttons = make("div", { class: "tools" });
  if (surveyed[0]) buttons.append(short("Surveyed period", ...surveyed));
  buttons.append(short("All dates", "", ""));
  const box = make("fieldset", { class: "demarche-facet dates" }, make("legend", {}, "Period"));
  box.append(since.label, until.label, labelled("Dates", dates), buttons);
  const phases = phasesOf(landmarks);
  const between = phases.length ? phasePicker(phases, wish) : null;
  if (between) box.append(between.label);
  box.append(fault);
  return {
    box,
    show(chosen) {
      since.field.value = chosen.since;
      until.field.value = chosen.until;
      dates.value = chosen.dates;
      fault.textContent = "";
      between?.show(chosen);
    },
  };
}

function phasePicker(phases, wish) {
  const options = phases.map((phase, i) => [String(i), phase.words]);
  const field = choiceOf([["", "choose two neighbours"], ...options]);
  field.addEventListener("change", () => {
    const phase = phases[field.value];
    if (phase) wish({ since: phase.since, until: phase.until });
  });
  const show = (chosen) => {
    const at = phases.findIndex((p) => p.since === chosen.since && p.until === chosen.until);
    field.value = at < 0 ? "" : String(at);
  };
  return { label: labelled("Between landmarks", field), show };
}
