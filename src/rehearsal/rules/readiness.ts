import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/readiness',
  title: 'The domain is ready for p=reject',
  refs: [{ label: 'RFC 9989 §7.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-7.4' }],
  why: 'p=reject keeps others from sending as you, and refuses mail of your own that is not set up.',
  fix: 'Set up what fails, wait for two weeks of reports, and rehearse again.',
  messages: {
    'not-yet': { level: 'error', text: '{domain} is not yet ready for p=reject: {reasons}' },
  },
  evaluate({ rehearsed: { rehearsal } }, findings) {
    if (rehearsal.readiness.length === 0) return findings.notApplicable('a change was rehearsed');
    for (const { domain, verdict, reasons } of rehearsal.readiness) {
      const because = (kind: string): string =>
        reasons
          .filter((reason) => reason.kind === kind)
          .map(({ text }) => text)
          .join('; ');
      if (verdict === 'not yet') findings.add('not-yet', { domain, reasons: because('against') }, { subject: domain });
      if (verdict === 'cannot tell') findings.inconclusive(`${domain}: ${because('open')}`);
    }
  },
});
