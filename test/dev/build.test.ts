import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { builtins } from '../../src/dev/build/builtins.ts';
import { latePatterns } from '../../src/dev/build/late-patterns.ts';
import { late } from '../../src/dev/build/late.ts';
import { needed } from '../../src/dev/build/needed.ts';
import { rawTemplates } from '../../src/dev/build/raw-templates.ts';
import { ruleReader } from '../../src/replies/rule-reader.ts';
import type { RuleSet } from '../../src/replies/rule.ts';
import gmx from '../../src/replies/rules/gmx.ts';
import phrasesStems from '../../src/replies/rules/phrases-stems.ts';

/** The code of one file, as it is built, and what it exports. */
async function built(code: string, id = '/src/file.ts') {
  const bundle = await rolldown({
    input: id,
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'file',
        resolveId: (asked) => (asked === id ? id : undefined),
        load: (asked) => (asked === id ? code : undefined),
      },
      late(),
      rawTemplates(),
      builtins(),
    ],
  });
  const { output } = await bundle.generate({
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
  });
  await bundle.close();
  const text = output[0].code;
  return { text, exported: await exportsOf(text) };
}

const exportsOf = async (code: string): Promise<Record<string, unknown>> =>
  (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>;
/** What the language itself makes of an expression. */
const plain = async (code: string): Promise<unknown> => (await exportsOf(`export const value = ${code};`))['value'];

const SAMPLES = [
  String.raw`'ß’…😀'`,
  String.raw`'\u2019\u{1F600}\x41'`,
  '`a’${"é"}😀\\n’`',
  'String.raw`’`',
  String.raw`String.raw${'`'}a\’b\\’c\\\’d$’${'$'}{'é'}\n😀\u2019${'`'}`,
  'String.raw`\\d’$`',
  '((parts, ...values) => [parts.map((one) => one), parts.raw.map((one) => one), values])`a’b${1}ü`',
  "({ 'é’': 1, ü: 2 })",
];
test.each(SAMPLES)('%s is the same text in ASCII', async (sample) => {
  const { exported, text } = await built(`const ünicode = ${sample}; export const value = ünicode;`);
  expect(exported['value']).toEqual(await plain(sample));
  // A tag of one's own sees the raw text, so that stays as it is.
  if (!sample.startsWith('((parts')) expect(text).toMatch(/^[\0-\u007F]*$/);
});

const TEXT = 'aà’é\u0301Ü ü–…😀😂𝒳 ’’ \u3002 k\u212A';
test.each([
  '/[’–…]+/g',
  '/[à-ü]/gi',
  '/[à-ü]/giu',
  '/[😀-😂]/gu',
  '/[[😀-😂]--[😂]]/gv',
  '/😀?/gu',
  '/(?<!’)’/g',
  '/\\p{L}é?/gu',
  '/k|Ü/giu',
  '/[^’]/gu',
  '/a\\à/g',
  '/(?<ü>ü)/g',
])('%s finds the same in ASCII', async (sample) => {
  const { exported, text } = await built(`export const value = ${sample};`);
  const found = (pattern: RegExp) => [...TEXT.matchAll(pattern)].map((match) => [match.index, ...match]);
  const value = exported['value'] as RegExp;
  const wanted = (await plain(sample)) as RegExp;
  expect(found(value)).toEqual(found(wanted));
  expect(value.flags).toBe(wanted.flags);
  expect(text).toMatch(/^[\0-\u007F]*$/);
});

test('a module of Node’s is the same, whichever way it was imported', async () => {
  const { exported, text } = await built(`
    import path, { join as joined, type ParsedPath } from 'node:path';
    import type { Hash } from 'node:crypto';
    import { constants, createHash, X509Certificate } from 'node:crypto';
    import * as os from 'node:os';
    import process from 'node:process';
    import {
      gzipSync,
      gunzipSync,
    } from 'node:zlib';
    export const parsed: ParsedPath = path.parse(joined('a', 'b.c'));
    export const hash: Hash = createHash('sha256');
    export const digest = hash.update('x').digest('hex');
    export const same = [constants.RSA_PKCS1_PADDING, typeof X509Certificate, os.EOL, process.pid];
    export const zipped = String(gunzipSync(gzipSync('text')));
  `);
  expect(exported).toMatchObject({
    parsed: { dir: 'a', base: 'b.c' },
    digest: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
    same: [1, 'function', '\n', process.pid],
    zipped: 'text',
  });
  expect(text).not.toMatch(/import/);
});

test('an import nobody uses loads nothing', async () => {
  const { text } = await built(
    `import { createHash } from 'node:crypto'; import fs from 'node:fs'; export const value = 1;`,
  );
  expect(text).not.toMatch(/node:/);
});

test('the examples of a check are made when they are read', async () => {
  const code = `
    export const made: string[] = [];
    const defineCheck = <T extends object>(check: T): T => Object.assign(check, { evaluate: 1 });
    export default defineCheck({ id: 'a/b', examples: [{ name: (made.push('x'), 'one') }], evaluate: 0 });
  `;
  const { exported } = await built(code, '/src/checks/a/b.ts');
  const check = exported['default'] as { readonly examples: unknown };
  expect(exported['made']).toEqual([]);
  expect(check).toEqual({ id: 'a/b', examples: [{ name: 'one' }], evaluate: 1 });
  expect(exported['made']).not.toEqual([]);
});

test.each([
  ['gmx', gmx],
  ['phrases-stems', phrasesStems],
])('the rules of %s are made when they are asked, and judge alike', async (name, source) => {
  const bundle = await rolldown({
    input: `src/replies/rules/${name}.ts`,
    platform: 'node',
    logLevel: 'silent',
    plugins: [needed(), latePatterns()],
  });
  const { output } = await bundle.generate();
  await bundle.close();
  const made = (await exportsOf(output[0].code))['default'] as RuleSet;
  expect(made.rules.filter(([pattern]) => pattern instanceof RegExp)).toEqual([]);
  expect(made.rules.length).toBe(source.rules.length);
  const [madeLate, plainly] = [ruleReader([made], true), ruleReader([source], true)];
  for (const text of REPLIES) expect(madeLate(text)?.[1]).toBe(plainly(text)?.[1]);
  expect(REPLIES.map((text) => madeLate(text)?.[1]).filter((found) => found !== undefined)).not.toEqual([]);
});

const REPLIES = [
  '554 Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=<ip>&c=rdns',
  '552 Das Postfach ist voll',
  '550 Пользователь не найден',
  '550 ユーザーが存在しません',
  '451 try again later',
];
