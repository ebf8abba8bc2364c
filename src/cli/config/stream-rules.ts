import { providers } from '../../providers/all.ts';
import { networkOf, RULE_PURPOSES } from '../../streams/rules.ts';
import { near } from './near.ts';
import type { Shape } from './shape.ts';

const SENDERS: readonly string[] = ['own', ...providers.map(({ id }) => id)];

const NAME = /^[\w*-]+(?:\.[\w*-]+)*$/;
const nameFault = (text: string): string | undefined =>
  NAME.test(text) ? undefined : 'is no domain name; * stands for any characters';
const keyFault = (text: string): string | undefined => {
  const at = text.lastIndexOf('@');
  return nameFault(text.slice(at + 1)) ?? (at < 0 ? undefined : nameFault(text.slice(0, at)));
};

/** Rules on whose mail something is, for `dmarc` and for `check --reports`. */
export const STREAM_RULES: Shape = {
  kind: 'list',
  about:
    'whose mail is what in DMARC reports, by your own word: the first rule whose conditions all hold counts, whatever else speaks for somebody',
  of: {
    kind: 'object',
    about: 'one rule',
    required: ['name', 'when'],
    fields: {
      name: {
        kind: 'text',
        about: 'what the stream is called; rules of one name make one stream',
        example: 'Invoices',
      },
      purpose: { kind: 'choice', about: 'what its mail is for', of: RULE_PURPOSES },
      provider: {
        kind: 'text',
        about: 'who sends it: `own`, or an id of `sendaudit list providers`; by default whom the reports name',
        fault: (text) => (SENDERS.includes(text) ? undefined : near('provider', text, SENDERS)),
        example: 'own',
      },
      class: {
        kind: 'choice',
        about: 'whose it is; ours by default, aligned where it passes DMARC and fixable where it does not',
        of: ['ours', 'forwarded', 'suspicious'],
      },
      when: {
        kind: 'object',
        about: 'conditions, which must all hold',
        atLeastOne: true,
        fields: {
          headerFrom: { kind: 'text', about: 'From domain', fault: nameFault, example: '*.example.com' },
          dkim: {
            kind: 'text',
            about: 'a signature that verified, by its domain, or by selector and domain',
            fault: keyFault,
            example: 'inv*@example.com',
          },
          spf: { kind: 'text', about: 'a domain SPF passed for', fault: nameFault, example: 'bounce.example.com' },
          envelopeFrom: {
            kind: 'text',
            about: 'envelope-from domain, whether SPF passed or not: anybody can write it',
            fault: nameFault,
            example: 'cron.example.com',
          },
          ip: {
            kind: 'text',
            about: 'an address, or a network in CIDR notation',
            fault: (text) => (networkOf(text) === undefined ? 'is neither an address nor a network' : undefined),
            example: '192.0.2.0/24',
          },
        },
      },
    },
  },
};
