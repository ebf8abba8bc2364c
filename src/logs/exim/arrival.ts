import { ownCopy } from '../../core/own-copy.ts';
import { wordEnd } from './address.ts';
import { fieldsAt } from './fields.ts';

/** What a `<=` line says. Its strings are copies: they are kept. */
export interface Arrival {
  /** Empty for the null reverse-path. */
  readonly envelopeFrom: string;
  /** `R=`: the message that this one was made in answer to. */
  readonly answers: string | undefined;
  readonly size: number | undefined;
  readonly messageId: string | undefined;
  /** `DKIM=`: the domain whose signature was found good (log_selector dkim). */
  readonly signedBy: string | undefined;
  /** Who handed it in: `sasl`, as authenticated; `user`, by login on this machine. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Octets. No message is larger than that. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Reads `sender H=… P=… S=… id=…`; undefined where there is no sender. */
export function arrivalAt(line: string, at: number): Arrival | undefined {
  const end = wordEnd(line, at);
  const sender = line.slice(at, end);
  if (sender === '') return undefined;
  const { router: answers, size, messageId: id, signedBy, protocol, user, authenticated } = fieldsAt(line, end);
  const octets = Number(size ?? Number.NaN);
  const tags: Record<string, string> = {};
  const login = authenticated === undefined ? undefined : loginOf(authenticated);
  if (login !== undefined) tags['sasl'] = ownCopy(login);
  // From another host, U= is what its ident server says.
  if (user !== undefined && protocol?.startsWith('local') === true) tags['user'] = ownCopy(user);
  return {
    envelopeFrom: sender === '<>' ? '' : ownCopy(sender),
    answers: answers === undefined ? undefined : ownCopy(answers),
    size: octets >= 0 && octets <= LARGEST ? octets : undefined,
    messageId: id === undefined || id === '' ? undefined : ownCopy(bare(id)),
    signedBy: signedBy === undefined || signedBy === '' ? undefined : ownCopy(signedBy.toLowerCase()),
    tags,
  };
}

/** `plain_server:anna@example.com`, and behind another colon what MAIL FROM's AUTH= said (log_selector smtp_mailauth). */
function loginOf(authenticated: string): string | undefined {
  const [, login] = authenticated.split(':');
  return login === undefined || login === '' ? undefined : login;
}

const bare = (id: string): string => (id.startsWith('<') && id.endsWith('>') ? id.slice(1, -1) : id);

/** `DKIM: d=example.com s=k1 c=relaxed/relaxed a=rsa-sha256 b=2048 [verification succeeded]`, log_selector dkim_verbose. */
const SIGNATURE = /^DKIM: d=(\S{1,255}) s=(\S{1,255}) .{0,300}\[verification succeeded\]/;

export function signatureIn(
  line: string,
  at: number,
): { readonly domain: string; readonly selector: string } | undefined {
  const match = SIGNATURE.exec(line.slice(at));
  return match === null
    ? undefined
    : { domain: ownCopy((match[1] ?? '').toLowerCase()), selector: ownCopy(match[2] ?? '') };
}
