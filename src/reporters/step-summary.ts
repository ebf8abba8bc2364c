import type { Report } from '../core/report.ts';
import { pageMarkdown } from './markdown.ts';

/** GitHub drops a step's summary altogether where it is larger than 1 MiB. */
const MOST_OCTETS = 1024 * 1024;
/** What stands in the file already: other commands of the same step write to it, too. */
const RESERVE = 64 * 1024;

/**
 * The report's page for the file at `GITHUB_STEP_SUMMARY`, to be appended as UTF-8: whole pieces of Markdown,
 * and a word where something had to be left out.
 */
export function stepSummary(report: Report): string {
  let summary = '\n';
  let octets = 0;
  let leftOut = 0;
  for (const piece of pageMarkdown(report.page())) {
    octets += Buffer.byteLength(piece);
    if (octets > MOST_OCTETS - RESERVE) leftOut += 1;
    else summary += piece;
  }
  if (leftOut === 0) return summary;
  return `${summary}\n**Cut here: GitHub shows 1 MiB of a step's summary. Another format holds the rest.**\n`;
}
