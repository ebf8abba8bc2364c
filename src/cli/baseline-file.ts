import { readFile, writeFile } from 'node:fs/promises';
import { parseBaseline, printBaseline, type Baseline } from '../audit/baseline.ts';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';

/** The findings of an earlier run. Where the file is to be written anyway, it need not be there yet. */
export async function readBaseline(file: string, isUpdated: boolean): Promise<Baseline | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isUpdated) return undefined;
    throw new UserError(
      `cannot read the baseline ${file}`,
      systemFault(error),
      'write one with --baseline FILE --update-baseline',
    );
  }
  const baseline = parseBaseline(text);
  if (baseline === undefined)
    throw new UserError(`${file} is no baseline`, 'it was not written by --update-baseline, or it is damaged');
  return baseline;
}

export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  try {
    await writeFile(file, printBaseline(baseline));
  } catch (error) {
    throw new UserError(`cannot write the baseline ${file}`, systemFault(error));
  }
}
