import { printTerm } from './edit.ts';
import type { SpfProblem, SpfRecord, UnknownModifier } from './record.ts';
import { problem } from './reading.ts';
import { isMechanism, isMechanismTerm, readTerm } from './term.ts';

/** What is wrong or odd about how the terms of a record stand together. */
export function oddities({ terms }: SpfRecord): SpfProblem[] {
  const all = terms.findIndex(({ kind }) => kind === 'all');
  const last = terms.findLastIndex(isMechanismTerm);
  const seen = new Map<string, number>();
  return terms.flatMap((term, index) => {
    const found: SpfProblem[] = [];
    const say = (code: SpfProblem['code'], message: string, replacement?: string) =>
      found.push({ ...problem(code, message, term, replacement), term: index });

    if (all >= 0 && index > all && isMechanismTerm(term)) {
      say('after-all', `"${term.text}" stands behind "${terms[all]!.text}", so receivers never look at it`);
    }
    if (term.kind === 'redirect' || term.kind === 'exp') {
      if (seen.has(term.kind)) say(`duplicate-${term.kind}`, `"${term.kind}=" is there twice: "${term.text}"`);
      else if (term.kind === 'redirect' && all >= 0) {
        say('redirect-with-all', `"${term.text}" is ignored, because the record has "${terms[all]!.text}"`);
      } else if (index < last) say('modifier-not-last', `"${term.text}" stands before a mechanism`);
      seen.set(term.kind, index);
    }
    if (term.kind === 'unknown-modifier') oddModifier(term, say);
    else if (isMechanismTerm(term)) {
      const printed = printTerm(term).toLowerCase();
      if (seen.has(printed)) say('duplicate-term', `"${term.text}" is there twice`);
      seen.set(printed, index);
    }
    return found;
  });
}

function oddModifier(
  { name, text, value }: UnknownModifier,
  say: (code: SpfProblem['code'], message: string, replacement?: string) => void,
): void {
  if (name.toLowerCase() === 'v' && /^spf/i.test(value.text)) {
    say('repeated-version', `"${text}" stands in the middle of the record: two records seem to be joined`, '');
    return;
  }
  if (isMechanism(name.toLowerCase())) {
    const meant = `${name}:${text.slice(name.length + 1)}`;
    const isTerm = !readTerm(meant, 0).problems.some(({ fatal }) => fatal);
    const message = `"${text}" reads as an unknown modifier and is ignored`;
    if (isTerm) say('mechanism-as-modifier', `${message}; "${meant}" may be meant`, meant);
    else say('mechanism-as-modifier', message);
    return;
  }
  say('unknown-modifier', `"${text}" is a modifier no receiver knows`);
}
