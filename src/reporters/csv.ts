import { visible } from '../core/readable.ts';
import type { Cell } from '../core/report.ts';
import { batched } from './batched.ts';
import { defineReporter } from './reporter.ts';

export default defineReporter({
  title: 'comma-separated values (RFC 4180), safe to open in a spreadsheet',
  isRows: true,
  render: (report) => batched(report.table(), lineOf, '\r\n'),
});

const lineOf = (row: readonly Cell[]): string => row.map(field).join(',');

function field(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = visible(cell);
  // A spreadsheet runs what begins like a formula, and cells hold other people's text (OWASP "CSV injection").
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
