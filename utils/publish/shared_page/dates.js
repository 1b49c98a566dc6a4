// The period: two dates, what "in the period" means for an uncertain date, and
// short ways to a period.

const FIRST_DAY = "1000-01-01";
const LAST_DAY = "2999-12-31";
const MEANINGS = [
  ["possibly", "possibly in the period"],
  ["certainly", "certainly in it"],
];

function labelled(words, field) {
  field.id = `field-${words.toLowerCase().replaceAll(" ", "-")}`;
  return make("div", { class: "field" }, make("label", { for: field.id }, words), field);
}

function dayField() {
  return make("input", { type: "date", min: FIRST_DAY, max: LAST_DAY });
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

// From each landmark to the day before the next; of two on one day the first counts.
function phasesOf(landmarks) {
  const starts = landmarks.filter(([day], i) => day !== landmarks[i - 1]?.[0]);
  return starts.map(([since, label], i) => {
    const [next, name] = starts[i + 1] ?? [];
    const words = next ? `${label} (${since}) to ${name}` : `Since ${label} (${since})`;
    return { since, until: next ? dayBefore(next) : "", words };
  });
}

// Whoever types 2025 passes through the years 2, 20 and 202.
function isWhole(day) {
  return !day || day >= FIRST_DAY;
}

// `change` is given fields of the selection; it may refuse them with a sentence.
function datesPicker({ surveyed, landmarks, change }) {
  const fields = { since: dayField(), until: dayField(), dates: choiceOf(MEANINGS) };
  const fault = make("p", { class: "fault", role: "alert" });
  const wish = (wanted) => {
    fault.textContent = "";
    try {
      change(wanted);
    } catch (error) {
      fault.textContent = error.message;
    }
  };
  const names = Object.keys(fields);
  const typed = () => {
    const wanted = Object.fromEntries(names.map((name) => [name, fields[name].value]));
    if (isWhole(wanted.since) && isWhole(wanted.until)) wish(wanted);
  };
  for (const name of names) fields[name].addEventListener("change", typed);
  const phases = phasePicker(phasesOf(landmarks), wish);
  const box = make("fieldset", { class: "demarche-facet dates" }, make("legend", {}, "Period"));
  box.append(labelled("Since", fields.since), labelled("Until", fields.until));
  box.append(labelled("Dates", fields.dates), shortWays(surveyed, wish), ...phases.nodes, fault);
  const show = (selection) => {
    for (const name of names) fields[name].value = selection[name];
    fault.textContent = "";
    phases.show(selection);
  };
  return { box, show };
}

function shortWays([first, last], wish) {
  const way = (words, since, until) => button(words, "", () => wish({ since, until }));
  const surveyed = first ? [way("Surveyed period", first, last)] : [];
  return make("div", { class: "tools" }, ...surveyed, way("All dates", "", ""));
}

function phasePicker(phases, wish) {
  if (!phases.length) return { nodes: [], show: () => {} };
  const options = phases.map((phase, i) => [String(i), phase.words]);
  const field = choiceOf([["", "choose two neighbours"], ...options]);
  field.addEventListener("change", () => {
    const { since, until } = phases[field.value] ?? { since: "", until: "" };
    wish({ since, until });
  });
  const show = ({ since, until }) => {
    const at = phases.findIndex((phase) => phase.since === since && phase.until === until);
    field.value = at < 0 ? "" : String(at);
  };
  return { nodes: [labelled("Between landmarks", field)], show };
}
