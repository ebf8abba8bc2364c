import { domainName } from '../protocols/domain.ts';

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253; // RFC 7208 §7.3

/**
 * The name to ask for after macro expansion: without final dot, in small letters, cut from the left to 253 octets by
 * whole labels (RFC 7208 §7.3). Undefined where it cannot be asked: an empty label, one over 63 octets, or no dot.
 * RFC 7208 §4.8 leaves what follows open; receivers here take it as no match, and as "none" for include and redirect.
 */
export function targetName(expanded: string): string | undefined {
  const name = shortened(domainName(expanded));
  return isAskable(name) ? name : undefined;
}

function shortened(name: string): string {
  let rest = name;
  while (rest.length > NAME_OCTETS && rest.includes('.')) rest = rest.slice(rest.indexOf('.') + 1);
  return rest;
}

function isAskable(name: string): boolean {
  const labels = name.split('.');
  return labels.length > 1 && labels.every((label) => label !== '' && label.length <= LABEL_OCTETS);
}
