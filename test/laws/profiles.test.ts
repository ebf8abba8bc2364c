import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/all.ts';
import { coversCode } from '../../src/core/finding-code.ts';
import { profiles } from '../../src/profiles/all.ts';
import type { Demand } from '../../src/profiles/profile.ts';

const FOLDER = new URL('../../src/profiles/', import.meta.url);
const checkIds = checks.map(({ id }) => id);
const codes = new Set(checks.flatMap(({ id, messages }) => Object.keys(messages).map((key) => `${id}:${key}`)));
const demands = profiles.flatMap(({ id, demands: own }) =>
  own.map((demand) => ({ name: `${id} ${demand.id}`, demand })),
);
const offenders = (isWrong: (demand: Demand) => boolean): string[] =>
  demands.filter(({ demand }) => isWrong(demand)).map(({ name }) => name);
const repeated = (ids: readonly string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);
const isPhrase = (text: string): boolean => /^[^\s].*[^\s.:;,]$/.test(text);

describe('every profile', () => {
  it('stands in a file of its id, and every file is in the registry', () => {
    const files = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ts') && /^export default /m.test(readFileSync(new URL(file, FOLDER), 'utf8')))
      .map((file) => file.slice(0, -'.ts'.length))
      .toSorted();
    expect(profiles.map(({ id }) => id)).toEqual(files);
  });

  it('has a name of its own, a phrase for whom it is, and demands with ids of their own', () => {
    expect(repeated(profiles.map(({ name }) => name))).toEqual([]);
    for (const { id, about, demands: own } of profiles) {
      expect(about, id).toMatch(/^[a-z].*[^.]$/);
      expect(own.length, id).toBeGreaterThan(0);
      expect(repeated(own.map((demand) => demand.id)), id).toEqual([]);
    }
  });

  it('has something that checks can tell', () => {
    const blind = profiles.filter(({ demands: own }) => own.every(({ against }) => against.length === 0));
    expect(blind.map(({ id }) => id)).toEqual([]);
  });
});

describe('every demand', () => {
  it('has an id in kebab case, and a text without full stop', () => {
    expect(offenders(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(offenders(({ text }) => !/^[A-Z]/.test(text) || !isPhrase(text))).toEqual([]);
  });

  it('has a source with an https URL, and the month of the text that was read', () => {
    const isSourced = ({ source: { label, url }, checked }: Demand): boolean =>
      isPhrase(label) && URL.canParse(url) && url.startsWith('https://') && /^20\d\d-(0[1-9]|1[0-2])$/.test(checked);
    expect(offenders((demand) => !isSourced(demand))).toEqual([]);
  });

  it('names checks, families or findings that exist', () => {
    const exists = (code: string): boolean =>
      code.includes(':') ? codes.has(code) : checkIds.some((id) => coversCode(code, id));
    expect(
      demands.flatMap(({ name, demand }) =>
        demand.against.filter((code) => !exists(code)).map((code) => `${name}: ${code}`),
      ),
    ).toEqual([]);
  });

  it('names nothing twice', () => {
    expect(offenders(({ against }) => repeated(against).length > 0)).toEqual([]);
  });

  it('rests on checks that exist, whole ones', () => {
    expect(
      offenders(({ decisive = [], required = [] }) => [...decisive, ...required].some((id) => !checkIds.includes(id))),
    ).toEqual([]);
  });

  it('can be judged by a check, or says why nobody can', () => {
    expect(offenders(({ against, unknowable }) => against.length === 0 && unknowable === undefined)).toEqual([]);
    expect(offenders(({ unknowable }) => unknowable !== undefined && !isPhrase(unknowable))).toEqual([]);
  });

  it('that is against nothing rests on nothing', () => {
    expect(
      offenders(
        ({ against, ...rest }) => against.length === 0 && (rest.decisive ?? rest.required ?? rest.policy) !== undefined,
      ),
    ).toEqual([]);
  });
});
