import { UserError } from '../../core/errors.ts';
import { REPORT_SCHEMA } from '../../core/json-schema.ts';
import type { ExitCode } from '../../core/report.ts';
import { CONFIG_SCHEMA } from '../config/settings.ts';
import type { Io } from '../io.ts';
import { MAPPING_SCHEMA } from '../mapping-shape.ts';

const SCHEMAS: Readonly<Record<string, object>> = {
  report: REPORT_SCHEMA,
  config: CONFIG_SCHEMA,
  mapping: MAPPING_SCHEMA,
};

/** `sendaudit schema`: what machines may rely on. */
export async function schema(operands: readonly string[], _options: unknown, io: Io): Promise<ExitCode> {
  const [what = 'report'] = operands;
  const wanted = Object.hasOwn(SCHEMAS, what) ? SCHEMAS[what] : undefined;
  if (wanted === undefined)
    throw new UserError(`there is no schema of \`${what}\``, `there are ${Object.keys(SCHEMAS).join(', ')}`);
  await io.stdout.write(`${JSON.stringify(wanted, undefined, 2)}\n`);
  return 0;
}
