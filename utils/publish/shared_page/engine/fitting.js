// Text that fits: how wide it may come out, and the lines that hold it, as
// utils/charts/sheet/fitting.py has it. The widths of letters come from there.

// A letter that no text of the case has can only be one that the reader typed.
function emsOf(facts, sign) {
  const known = facts.fitting.ems[sign];
  if (known) return known;
  if (sign.codePointAt(0) >= 0x1100) return 1.1;
  return sign === sign.toLowerCase() ? 0.7 : 0.9;
}

// Added up in the same order as there, so that a line that just fits does in both.
function widthOf(facts, text, sizePx, bold = false) {
  let ems = 0;
  for (const sign of text) ems += emsOf(facts, sign);
  return ems * sizePx * (bold ? facts.fitting.bold : 1);
}

// Split at spaces, but not at those that glue, and words no line could hold.
function wordsOf(facts, text, roomPx, sizePx) {
  const { widest_em: widest, bold } = facts.fitting;
  const most = Math.max(1, Math.trunc(roomPx / (sizePx * widest * bold)));
  const parts = (word) => {
    if (widthOf(facts, word, sizePx, true) <= roomPx) return word ? [word] : [];
    const letters = lettersOf(word);
    const starts = [...letters.keys()].filter((i) => i % most === 0);
    return starts.map((i) => letters.slice(i, i + most).join(""));
  };
  return text.replaceAll("\n", " ").split(" ").flatMap(parts);
}

function linesOf(facts, text, roomPx, sizePx, bold = false) {
  const found = [];
  let left = 0;
  for (const word of wordsOf(facts, text, roomPx, sizePx)) {
    const needed = widthOf(facts, ` ${word}`, sizePx, bold);
    if (!found.length || needed > left) {
      found.push([]);
      left = roomPx;
    }
    found[found.length - 1].push(word);
    left -= needed;
  }
  return found.map((line) => plain(facts, line.join(" ").replaceAll(NO_BREAK, " ")));
}

// A bold text in as few lines as it needs, as even as they go.
function balancedLines(facts, text, roomPx, sizePx) {
  const most = linesOf(facts, text, roomPx, sizePx, true);
  for (let share = 14; share < 20; share += 1) {
    const tried = linesOf(facts, text, (roomPx * share) / 20, sizePx, true);
    if (tried.length <= most.length) return tried;
  }
  return most;
}

function shortened(facts, text, roomPx, sizePx) {
  if (widthOf(facts, text, sizePx) <= roomPx) return text;
  const room = roomPx - widthOf(facts, "…", sizePx);
  let end = 0;
  const fits = (sign) => (end += widthOf(facts, sign, sizePx)) <= room;
  return `${lettersOf(text).filter(fits).join("").trimEnd()}…`;
}
