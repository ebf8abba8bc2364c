import { count } from '../core/format.ts';
import { visible } from '../core/readable.ts';
import type { Inputs } from '../core/report.ts';
import type { Io } from './io.ts';

/** A folder may hold thousands of them; the other formats list them all. */
const MOST_TOLD = 20;

/** Says beside rows, which have no place for it, what was not read in full. */
export async function tellUnreadInputs({ failed }: Inputs, { stderr }: Io): Promise<void> {
  if (failed.length === 0) return;
  const told = failed.slice(0, MOST_TOLD).map(({ path, error }) => `sendaudit: ${visible(path)}: ${visible(error)}`);
  const more = failed.length - told.length;
  if (more > 0) told.push(`sendaudit: and ${count(more)} more inputs not read in full: --format json lists them`);
  await stderr.write(`${told.join('\n')}\n`);
}
