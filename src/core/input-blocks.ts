import { count } from './format.ts';
import type { Block, Line } from './page.ts';
import type { Inputs } from './report.ts';

/** A list may have thousands of bad lines; every JSON report holds them. */
const LINES_SHOWN = 20;

/** What could not be read, at the foot of a page. */
export const inputBlocks = ({ failed }: Inputs): Block[] =>
  listBlocks(
    'Not read in full',
    failed.map(({ path, error }) => `${path}: ${error}`),
  );

/** A heading and the first of these lines; nothing where there are none. */
export function listBlocks(heading: string, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LINES_SHOWN;
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'lines',
      lines: [
        ...lines.slice(0, LINES_SHOWN),
        ...(rest > 0 ? [`and ${count(rest)} more: --format json lists all`] : []),
      ],
    },
  ];
}
