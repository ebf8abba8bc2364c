import { writeFile } from 'node:fs/promises';
import { parseBaseline, printBaseline, type Baseline } from '../audit/baseline.ts';
import { UserError } from '../core/errors.ts';
import { systemFault } from '../core/system-fault.ts';
import { textIfThere, textOfFile } from './text-file.ts';

/** The findings of an earlier run. Where the file is to be written anyway, it need not be there yet. */
export async function readBaseline(file: string, isUpdated: boolean): Promise<Baseline | undefined> {
  const named = { path: file, what: 'the baseline', next: 'write one with --baseline FILE --update-baseline' };
  const text = isUpdated ? await textIfThere(named) : await textOfFile(named);
  if (text === undefined) return undefined;
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

/** The baseline the settings name; undefined where there is none to compare with. */
export async function baselineOption(
  file: string | undefined,
  { updateBaseline = false }: { readonly updateBaseline?: boolean },
): Promise<Baseline | undefined> {
  if (file !== undefined) return readBaseline(file, updateBaseline);
  if (updateBaseline)
    throw new UserError('--update-baseline needs a file', undefined, '--baseline baseline.json --update-baseline');
  return undefined;
}
