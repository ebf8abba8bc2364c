import { count, percent } from '../../core/format.ts';
import { isOver, lostBy } from '../gate.ts';
import { byLoss } from '../fixes.ts';
import { whoseIs } from '../../streams/whose.ts';
import { defineRule } from './define-rule.ts';

const STREAMS_SHOWN = 3;

export default defineRule({
  id: 'rehearsal/allowed-loss',
  title: 'No more of your own mail is lost than is allowed',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'Somebody said with --fail-on how much may be lost.',
  fix: 'Set up the streams that lose most, or leave the change.',
  messages: {
    refused: {
      level: 'error',
      text: '{lost} of {messages} messages of your own ({share}) would be refused, more than the {limit} allowed: {streams}',
    },
    quarantined: {
      level: 'error',
      text: '{lost} of {messages} messages of your own ({share}) would be filed as spam, more than the {limit} allowed: {streams}',
    },
  },
  evaluate({ rehearsed: { rehearsal, gates } }, findings) {
    if (gates.length === 0) return findings.notApplicable('no limit was given');
    const ours = rehearsal.groups.ours.after;
    for (const gate of gates) {
      if (!isOver(gate, ours)) continue;
      const losing = byLoss(rehearsal.streams).filter(
        ({ stream, after }) => whoseIs(stream.class) === 'ours' && lostBy(gate, after) > 0,
      );
      const streams = losing
        .slice(0, STREAMS_SHOWN)
        .map(({ stream, after }) => `${stream.name} from ${stream.headerFrom} ${count(lostBy(gate, after))}`);
      const lost = lostBy(gate, ours);
      findings.add(gate.kind === 'legitimate-loss' ? 'refused' : 'quarantined', {
        lost: count(lost),
        messages: count(ours.messages),
        share: percent(lost, ours.messages),
        limit: `${gate.limit * 100} %`,
        streams: `${streams.join(', ')}${losing.length > STREAMS_SHOWN ? ' …' : ''}`,
      });
    }
  },
});
