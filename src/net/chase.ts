import type { Answer, Failure, RecordType } from './net.ts';

/** Resolvers stop at 8 to 17 links; a chain that works is shorter. */
const MOST_LINKS = 16;

/** The answer for one name, or where its CNAME (or several in a row) leads. */
export type Step<T extends RecordType> =
  | { readonly kind: 'answer'; readonly answer: Answer<T> }
  | {
      readonly kind: 'alias';
      /** Never empty. */
      readonly targets: readonly string[];
      readonly ttl: number;
      readonly authentic: boolean;
    };

export const failed = (failure: Failure, reason: string): Extract<Answer, { status: 'failed' }> => ({
  status: 'failed',
  failure,
  reason,
});

export const cannotBeAsked = (name: string, type: RecordType): ReturnType<typeof failed> =>
  failed('name', `${name} cannot be a DNS name, so there is no ${type}`);

/** `example.net TXT`, and where the chain began. */
export const question = (name: string, type: RecordType, asked: string): string =>
  name === asked ? `${name || '.'} ${type}` : `${name || '.'} ${type} (reached from ${asked} by CNAME)`;

/** Follows CNAMEs from `name` until a step answers. TTLs are the smallest of the chain; loops and long chains fail. */
export async function chase<T extends RecordType>(
  name: string,
  type: T,
  step: (name: string) => Step<T> | Promise<Step<T>>,
): Promise<Answer<T>> {
  const via: string[] = [];
  let ttl = Infinity;
  let authentic = true;
  for (;;) {
    const next = await step(via.at(-1) ?? name);
    const targets = next.kind === 'alias' ? next.targets : next.answer.status === 'failed' ? [] : next.answer.via;
    for (const target of targets) {
      if (target === name || via.includes(target)) {
        return failed('malformed', `the CNAME chain loops: ${[name, ...via, target].join(' → ')} (asked for ${type})`);
      }
      if (via.length === MOST_LINKS) {
        return failed(
          'malformed',
          `the CNAME chain from ${name} has more than ${MOST_LINKS} links (asked for ${type})`,
        );
      }
      via.push(target);
    }
    if (next.kind === 'alias') {
      ttl = Math.min(ttl, next.ttl);
      authentic &&= next.authentic;
      continue;
    }
    const { answer } = next;
    if (answer.status === 'failed') return answer;
    return { ...answer, ttl: Math.min(ttl, answer.ttl), authentic: authentic && answer.authentic, via };
  }
}
