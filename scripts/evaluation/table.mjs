// A table for the terminal.

export const decimal = number => number.toFixed(4);
export const percent = number => `${(100 * number).toFixed(2)} %`;

/** `goal` is `{atLeast}`, `{atMost}` or absent. */
export function verdict(value, goal) {
  if (!goal) return '';
  const met = goal.atLeast === undefined ? value <= goal.atMost : value >= goal.atLeast;
  return met ? 'met' : 'missed';
}

function goalText(goal, show) {
  if (!goal) return '';
  return goal.atLeast === undefined ? `<= ${show(goal.atMost)}` : `>= ${show(goal.atLeast)}`;
}

/** Lines are `{name, value, goal, show, others}`, or `{title}` for a heading. */
export function renderTable(lines) {
  const rows = lines.map(line => line.title ? [line.title] : [
    `  ${line.name}`, line.show(line.value), goalText(line.goal, line.show),
    verdict(line.value, line.goal), line.others ?? '']);
  rows.unshift(['', 'measured', 'goal', '', 'others']);
  // A heading may run on over the columns.
  const cells = rows.filter(row => row.length > 1);
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...cells.map(row => row[column].length)));
  const pad = (cell, column) => column === 1 || column === 2
    ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return rows.map(row => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
