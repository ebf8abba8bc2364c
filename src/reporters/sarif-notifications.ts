import { visible } from '../core/readable.ts';
import type { Report } from '../core/report.ts';
import { fileLocation } from './sarif-location.ts';

/** What may be said of the run itself (SARIF §3.58); a result that is missing because of it is not a thing mended. */
export const NOTIFICATIONS = [
  { id: 'inconclusive', shortDescription: { text: 'A check could not be decided' } },
  { id: 'crashed', shortDescription: { text: 'A check crashed, which is a bug of sendaudit' } },
  { id: 'not-read', shortDescription: { text: 'An input could not be read in full' } },
];

export function notificationsOf({ judgements, inputs, rules }: Report): object[] {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const notifications: object[] = [];
  for (const { subject, declaredAt, result } of judgements()) {
    const { check, title, outcome, reason } = result;
    if (outcome !== 'crashed' && (reason === undefined || (outcome !== 'inconclusive' && outcome !== 'fail'))) continue;
    const index = indices.get(check);
    notifications.push({
      descriptor: { id: outcome === 'crashed' ? 'crashed' : 'inconclusive' },
      associatedRule: { id: check, ...(index === undefined ? {} : { index }) },
      level: outcome === 'crashed' ? 'error' : 'warning',
      message: { text: visible(`${subject}: ${title}: ${reason ?? 'no reason is known'}`) },
      ...(declaredAt === undefined || declaredAt.file === ''
        ? {}
        : { locations: [{ physicalLocation: fileLocation(declaredAt) }] }),
    });
  }
  for (const { path, error } of inputs.failed)
    notifications.push({
      descriptor: { id: 'not-read' },
      level: 'warning',
      message: { text: visible(`${path}: ${error}`) },
    });
  return notifications;
}
