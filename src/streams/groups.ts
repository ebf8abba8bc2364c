import type { Signature } from './signature.ts';
import type { Tallies } from './tally.ts';

/** All that authenticated alike: what can be said of the signature is said once, whatever the number of addresses. */
export interface Group {
  readonly signature: Signature;
  readonly messages: number;
  /** Keys of its tallies. */
  readonly keys: readonly number[];
}

export function groupsOf(tallies: Tallies): Group[] {
  const groups = new Map<Signature, { readonly signature: Signature; messages: number; readonly keys: number[] }>();
  for (let key = 0; key < tallies.size(); key += 1) {
    const signature = tallies.signatureOf(key);
    const messages = tallies.messagesOf(key);
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, { signature, messages, keys: [key] });
    else {
      group.messages += messages;
      group.keys.push(key);
    }
  }
  return [...groups.values()];
}
