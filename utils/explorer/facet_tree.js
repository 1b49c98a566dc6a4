// The options of a facet as a tree. Only the leaves are ticked or not; a group
// is what its leaves are.

// Letters alike for a search: no case, no accents, one kind of i, schwa as e.
function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll("ı", "i").replaceAll("ə", "e");
}

// Parents stand before their children, so the way back meets the children first.
function plant(options) {
  const tree = new Map(options.map((o) => [o.value, { ...o, children: [] }]));
  const branches = [...tree.values()];
  for (const branch of branches) tree.get(branch.parent)?.children.push(branch);
  for (const branch of branches.reverse()) {
    const below = branch.children.flatMap((child) => child.leaves);
    branch.leaves = below.length ? below : [branch.value];
    branch.words = fold(`${branch.label} ${branch.also}`);
  }
  return tree;
}

const rootsOf = (tree) => [...tree.values()].filter((branch) => !branch.parent);
const leavesOf = (tree) => rootsOf(tree).flatMap((root) => root.leaves);
const whole = (branch, ticks) => branch.leaves.every((leaf) => ticks.has(leaf));
const partly = (branch, ticks) => branch.leaves.some((leaf) => ticks.has(leaf));

// `chosen` is null where the facet filters nothing.
function ticksOf(tree, chosen) {
  const values = chosen ?? leavesOf(tree);
  return new Set(values.flatMap((value) => tree.get(value)?.leaves ?? []));
}

// A group that is ticked as a whole stands for everything below it.
function smallestSet(tree, ticks) {
  const roots = rootsOf(tree);
  if (roots.every((root) => whole(root, ticks))) return null;
  const names = (branch) =>
    whole(branch, ticks) ? [branch.value] : branch.children.flatMap(names);
  return roots.flatMap(names);
}

// A group without a count of its own shows the sum of what is below it.
function countOf(branch, counts) {
  const below = () => branch.children.reduce((sum, c) => sum + countOf(c, counts), 0);
  return counts[branch.value] ?? below();
}

// Mark what a search finds: the matches, the groups above and all that is below.
function seek(branch, query, within = false) {
  branch.matches = branch.words.includes(query);
  const inside = within || branch.matches;
  const found = branch.children.map((child) => seek(child, query, inside));
  branch.opens = found.includes(true);
  branch.found = inside || branch.opens;
  return branch.matches || branch.opens;
}
