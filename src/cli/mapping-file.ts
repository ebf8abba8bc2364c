import { basename } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { LogFormat } from '../logs/format.ts';
import { mappedFormat } from '../logs/mapping/mapped-format.ts';
import type { Mapping } from '../logs/mapping/mapping.ts';
import { readText } from './config/read-text.ts';
import { textOfFile } from './text-file.ts';

/** The format that a mapping file declares. Throws a UserError naming the line of what is wrong in it. */
export async function readMapping(path: string): Promise<LogFormat> {
  const text = await textOfFile({
    path,
    what: 'the mapping',
    next: 'sendaudit logs --guess-map FILE proposes one for FILE',
  });
  return mappingOf(text, path);
}

/** The same from a text. */
export async function mappingOf(text: string, file: string): Promise<LogFormat> {
  const { MAPPING_SHAPE } = await import('./mapping-shape.ts');
  const { value, source } = await readText(text, file, MAPPING_SHAPE);
  const { $schema: _, ...raw } = value as Omit<Mapping, 'name' | 'input'> & { $schema?: string } & Partial<Mapping>;
  const mapping: Mapping = { name: basename(file).replace(/\.\w+$/, ''), input: 'table', ...raw };
  const line = source.places.get('kind')?.line ?? 1;
  const { column, always, columns } = mapping.kind;
  if (column === undefined && always === undefined && columns === undefined)
    throw new UserError(`${file} line ${line}: kind has values and no column that holds them`);
  if (always === 'ignored' && column === undefined && columns === undefined)
    throw new UserError(
      `${file} line ${line}: nothing says what happened in these rows`,
      'kind.always is `ignored`, and by that nothing would be read',
      'name what every row is, `"kind": { "always": "bounced" }`, or the column that says it',
    );
  return mappedFormat(mapping, file);
}
