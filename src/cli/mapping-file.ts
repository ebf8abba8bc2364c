import { basename } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { LogFormat } from '../logs/format.ts';
import { mappedFormat } from '../logs/mapping/mapped-format.ts';
import type { Mapping } from '../logs/mapping/mapping.ts';
import type { Source } from './config/read-shape.ts';
import { readText } from './config/read-text.ts';
import { textOfFile } from './text-file.ts';

const PROPOSES = 'sendaudit logs --guess-map FILE proposes one for FILE';

/** The format that a mapping file declares. Throws a UserError naming the line of what is wrong in it. */
export async function readMapping(path: string): Promise<LogFormat> {
  const text = await textOfFile({
    path,
    what: 'the mapping',
    next: PROPOSES,
  });
  return mappingOf(text, path);
}

/** The same from a text. */
export async function mappingOf(text: string, file: string): Promise<LogFormat> {
  if (text.trim() === '') throw new UserError(`${file} is empty`, undefined, PROPOSES);
  const { MAPPING_SHAPE } = await import('./mapping-shape.ts');
  const { value, source } = await readText(text, file, MAPPING_SHAPE);
  const { $schema: _, ...raw } = value as Omit<Mapping, 'name' | 'input'> & { $schema?: string } & Partial<Mapping>;
  const mapping: Mapping = { name: basename(file).replace(/\.\w+$/, ''), input: 'table', ...raw };
  refuseIdle(mapping, file, source);
  return mappedFormat(mapping, file);
}

/** What is declared, and nothing would obey. */
function refuseIdle({ kind, input, ...mapping }: Mapping, file: string, { places }: Source): void {
  const lineOf = (path: string): number => places.get(path)?.line ?? 1;
  const line = lineOf('kind');
  const { column, always, columns } = kind;
  if (column === undefined) {
    const idle = (['values', 'separator', ...(columns === undefined ? [] : (['always'] as const))] as const).find(
      (key) => kind[key] !== undefined,
    );
    if (idle !== undefined)
      throw new UserError(
        `${file} line ${lineOf(`kind.${idle}`)}: kind has ${idle} and no column that ${idle === 'always' ? 'could be empty' : 'holds them'}`,
        undefined,
        `name it, "kind": { "column": "…" }, or leave ${idle} out`,
      );
  }
  const elsewhere = (input === 'records' ? (['names', 'encoding'] as const) : (['events'] as const)).find(
    (key) => mapping[key] !== undefined,
  );
  if (elsewhere !== undefined)
    throw new UserError(
      `${file} line ${lineOf(elsewhere)}: ${elsewhere} is for ${input === 'records' ? 'tables' : 'JSON objects'}, and the mapping is for ${input === 'records' ? 'JSON objects' : 'a table'}`,
      undefined,
      input === 'records' ? `leave it out, or say "input": "table"` : `leave it out, or say "input": "records"`,
    );
  if (always === 'ignored' && column === undefined && columns === undefined)
    throw new UserError(
      `${file} line ${line}: nothing says what happened in these rows`,
      'kind.always is `ignored`, and by that nothing would be read',
      'name what every row is, `"kind": { "always": "bounced" }`, or the column that says it',
    );
}
