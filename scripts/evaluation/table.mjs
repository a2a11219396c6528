// The table, from lines [measure, measured, goal, peers].

export const decimal = number => number.toFixed(4);
export const percent = number => `${(100 * number).toFixed(2)} %`;

/** A line is met, missed, or has no goal: `goal` is `{atLeast}` or `{atMost}`. */
export function verdict(value, goal) {
  if (!goal) return '';
  const met = goal.atLeast !== undefined ? value >= goal.atLeast : value <= goal.atMost;
  return met ? 'met' : 'MISSED';
}

const goalText = (goal, show) =>
  !goal ? '' : goal.atLeast !== undefined ? `>= ${show(goal.atLeast)}` : `<= ${show(goal.atMost)}`;

/** Entries are `{name, value, goal, show, peers}`, or `{title}` for a heading. */
export function renderTable(entries) {
  const cells = entries.map(entry => entry.title ? [entry.title] : [
    `  ${entry.name}`, entry.show(entry.value), goalText(entry.goal, entry.show),
    verdict(entry.value, entry.goal), entry.peers ?? '']);
  const all = [['', 'measured', 'goal', '', 'others'], ...cells];
  const widths = [0, 1, 2, 3].map(column =>
    Math.max(...all.filter(row => row.length > 1).map(row => row[column].length)));
  return all.map(row => row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[0]) : column < 3 ? cell.padStart(widths[column])
      : column === 3 ? cell.padEnd(widths[3]) : cell).join('  ').trimEnd()).join('\n');
}
