import { count, percent } from '../../core/format.ts';
import { ALIGNED_SHARE } from '../../traffic/totals.ts';
import { whoseIs } from '../../streams/whose.ts';
import { MOST_LOST } from '../thresholds.ts';
import { byLoss, fixOf } from '../fixes.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/own-stream',
  title: 'Every stream of your own is delivered',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'Receivers refuse what fails DMARC under reject and file it as spam under quarantine. A stream of your own that fails is lost the day the change is published.',
  fix: 'Let the service sign with a DKIM key of the From domain, or use a return-path below it, before the change is published.',
  messages: {
    lost: {
      level: 'error',
      text: '{stream} from {from} would be refused: {lost} of {messages} messages ({share}), {why}',
    },
    'partly-lost': {
      level: 'warning',
      text: '{lost} of {messages} messages ({share}) of {stream} from {from} would be refused: {why}',
    },
    'hardly-lost': {
      level: 'note',
      text: '{lost} of {messages} messages ({share}) of {stream} from {from} would be refused: {why}',
    },
    filed: {
      level: 'error',
      text: '{stream} from {from} would be filed as spam: {lost} of {messages} messages ({share}), {why}',
    },
    'partly-filed': {
      level: 'warning',
      text: '{lost} of {messages} messages ({share}) of {stream} from {from} would be filed as spam: {why}',
    },
    'hardly-filed': {
      level: 'note',
      text: '{lost} of {messages} messages ({share}) of {stream} from {from} would be filed as spam: {why}',
    },
  },
  evaluate({ rehearsed: { rehearsal } }, findings) {
    for (const outcome of byLoss(rehearsal.streams)) {
      const { stream, after, why } = outcome;
      const lost = after.refused + after.quarantined;
      if (whoseIs(stream.class) !== 'ours' || lost === 0) continue;
      const share = lost / after.messages;
      const what = after.refused >= after.quarantined ? 'lost' : 'filed';
      const key = share > 1 - ALIGNED_SHARE ? what : (`${share > MOST_LOST ? 'partly' : 'hardly'}-${what}` as const);
      const params = {
        stream: stream.name,
        from: stream.headerFrom,
        lost: count(lost),
        messages: count(after.messages),
        share: percent(lost, after.messages),
        why: why
          .slice(0, 2)
          .map(({ text }) => text)
          .join('; '),
      };
      findings.add(key, params, { subject: stream.id, ...fixOf(outcome, rehearsal) });
    }
  },
});
