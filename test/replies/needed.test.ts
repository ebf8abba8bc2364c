import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitals } from '../../src/replies/capitals.ts';
import { neededBy } from '../../src/replies/needed.ts';
import { all, either, needsOf, none } from '../../src/replies/pattern.ts';
import type { Rule } from '../../src/replies/rule.ts';
import { ruleReader } from '../../src/replies/rule-reader.ts';
import { ruleSets } from '../../src/replies/rules/all.ts';

/** Of the reviewed key, the texts alone. */
const replies = readFileSync('fixtures/replies/key.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly reply: string }).reply);

const isPossible = (pattern: RegExp, text: string): boolean =>
  neededBy(pattern)?.some((one) => capitals(text).includes(one)) ?? true;

describe('what a pattern needs', () => {
  it.each([
    [/mailbox is full/i, ['MAILBOX IS FULL']],
    [/no such user|unknown mailbox/i, ['NO SUCH USER', 'UNKNOWN MAILBOX']],
    [/(?:user|recipient) (?:is )?unknown/i, ['UNKNOWN']],
    [/gr[ae]y-?listed/i, ['LISTED']],
    [/quotas? exceeded/i, [' EXCEEDED']],
    [/\bblocked\b.{0,20}using/i, ['BLOCKED']],
    [/a{2,3}bcdef+g/i, ['BCDEF']],
    [/^(?=.*domain)(?=.*(?:unknown|invalid))(?!.*sender)/i, ['DOMAIN']],
    [/foo(?!bar)barrel/i, ['FOOBARREL']],
    [/p=NoSuchUser/, ['P=NOSUCHUSER']],
    [/\(S3150\)/i, ['(S3150)']],
    [/\u004dailbox/i, ['MAILBOX']],
    [/邮箱已?满/i, ['邮箱']],
    [/straße/i, ['STRASSE']],
  ])('%s: %j', (pattern, texts) => {
    expect(neededBy(pattern)).toEqual(texts);
  });

  it.each([/\d{3}/, /a?b?c?/i, /(?:user|\d+) x/i, /[abc]{5}/, /(?:abcdef)?/i, /[\p{L}--[a-z]]abcdef/v, /😀abcdef/u])(
    'of %s nothing is told',
    (pattern) => {
      expect(neededBy(pattern)).toBeUndefined();
    },
  );

  it('of several, what each or one of them needs', () => {
    expect(needsOf(all(/full/i, /mailbox/i))).toEqual(['MAILBOX']);
    expect(needsOf(all(/full/i, /\d/))).toEqual(['FULL']);
    expect(needsOf(either(/full/i, /mailbox/i))).toEqual(['FULL', 'MAILBOX']);
    expect(needsOf(either(/full/i, /\d/))).toBeUndefined();
    expect(needsOf(none(/full/i))).toBeUndefined();
    expect(needsOf(all(either(/full/i, /exceeded/i), none(/sender/i)))).toEqual(['FULL', 'EXCEEDED']);
  });

  it('letters that only Unicode takes for others are found', () => {
    for (const [pattern, text] of [
      [/kelvin/iu, '\u212aelvin'],
      [/ångström/iu, '\u212bngström'],
      [/ωμέγα/iu, '\u2126μέγα'],
      [/θήτα/iu, '\u03f4ήτα'],
      [/straße/iu, 'STRA\u1e9eE'],
      [/suspended/iu, '\u017fuspended'],
      [/no such user/i, 'NO SUCH USER'],
    ] as const) {
      expect(pattern.test(text), text).toBe(true);
      expect(isPossible(pattern, text), text).toBe(true);
    }
  });

  it('no text that a pattern fits is without it', () => {
    const letters = fc.stringMatching(/^[ab .é]{1,4}$/);
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      part: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        letters.map((text) => text.replaceAll('.', '\\.')),
        fc.constantFrom('.', '[ab]', '\\w', '\\b', '^', '$', '\\.', '\\u0061', '[^b]'),
        tie('pattern').map((inner) => `(?:${inner})`),
        tie('pattern').map((inner) => `(${inner})`),
        tie('pattern').map((inner) => `(?=${inner})`),
        tie('pattern').map((inner) => `(?<=${inner})`),
        tie('pattern').map((inner) => `(?!${inner})`),
      ),
      pattern: fc
        .array(
          fc.array(
            fc
              .tuple(tie('part'), fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '+?'))
              .map((both) => both.join('')),
            { minLength: 1, maxLength: 4 },
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((ways) => ways.map((parts) => parts.join('')).join('|')),
    }));
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom('i', '', 'iu'),
        fc.array(fc.stringMatching(/^[abAB .éÉ]{0,16}$/)),
        (source, flags, texts) => {
          let made: RegExp;
          try {
            made = new RegExp(source, flags);
          } catch {
            return;
          }
          for (const text of texts) if (made.test(text)) expect(isPossible(made, text), `${made} ${text}`).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('rules read by what they need', () => {
  const sets = ruleSets.filter(({ kind }) => kind !== 'provider');
  const rules = sets.flatMap((set) => set.rules);

  it('are the rules that come first when all are tried, for every reply of the key', () => {
    const read = ruleReader(sets);
    const first = (text: string): Rule | undefined => {
      for (const { rules: ruled, notOf } of sets) {
        const found = notOf?.test(text) === true ? undefined : ruled.find(([pattern]) => pattern.test(text));
        if (found !== undefined) return found;
      }
      return undefined;
    };
    for (const reply of replies) expect(read(reply), reply).toBe(first(reply));
  });

  it('are few: most are never compiled', () => {
    const always = rules.filter(([pattern]) => needsOf(pattern) === undefined);
    expect(always.length / rules.length).toBeLessThan(0.03);
  });
});
