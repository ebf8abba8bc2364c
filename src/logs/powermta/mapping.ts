import type { Mapping } from '../mapping/mapping.ts';

/** Accounting columns as PowerMTA names them; which ones there are, and in what order, is configured. */
export const POWERMTA: Mapping = {
  name: 'powermta',
  input: 'table',
  time: { column: ['timeLogged', 'timeQueued'] },
  kind: { column: 'type' },
  recipient: { column: ['rcpt', 'orcpt'] },
  queuedAt: { column: 'timeQueued' },
  envelopeFrom: { column: 'orig' },
  from: { column: 'header_From' },
  diagnostic: { column: 'dsnDiag' },
  enhancedCode: { column: 'dsnStatus' },
  relayHost: { column: 'dsnMta' },
  relayIp: { column: 'dlvDestinationIp' },
  sourceIp: { column: 'dlvSourceIp' },
  espClass: { column: 'bounceCat' },
  size: { column: 'dlvSize' },
  messageId: { column: 'header_Message-Id' },
  tags: {
    vmta: { column: 'vmta' },
    pool: { column: 'vmtaPool' },
    job: { column: 'jobId' },
    envelopeId: { column: 'envId' },
    feedback: { column: 'feedbackType' },
  },
};
