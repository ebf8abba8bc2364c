import type { Report } from './report.ts';
import { VERSION } from './version.ts';

/** The contract for machines: keys are added, never changed. */
export const SCHEMA = 1;

/** What every JSON document begins with. */
export function envelope(report: Report): Readonly<Record<string, unknown>> {
  return {
    schema: SCHEMA,
    tool: { name: 'sendaudit', version: VERSION },
    command: report.command,
    startedAt: report.startedAt.toISOString(),
    inputs: report.inputs,
    summary: report.summary,
    ...report.body(),
  };
}
