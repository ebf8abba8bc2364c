import { defineLogFormat } from '../format.ts';
import { isObject } from '../json/inside.ts';
import { readSparkpost, sparkpostEvent, sparkpostKind } from '../sparkpost/read.ts';

export default defineLogFormat({
  id: 'sparkpost',
  title: 'SparkPost',
  service: 'sparkpost',
  shape: 'records',
  obtain:
    'Batches that its webhooks post, kept as they come, or pages of its Events API (their results; it keeps ten days)',
  caveats: [
    'Times of the webhooks are whole seconds',
    'queue_time is the time until this event, whatever it was spent on',
    'An open by a prefetch is told where user_agent_parsed says is_prefetched; other machines are not told',
    'Out-of-band bounces come after the delivery: both stand',
  ],
  sources: [
    { label: 'SparkPost, event webhooks', url: 'https://developers.sparkpost.com/api/webhooks/' },
    { label: 'SparkPost, Events API', url: 'https://developers.sparkpost.com/api/events/' },
    {
      label: 'SparkPost, bounce classification codes',
      url: 'https://support.sparkpost.com/docs/deliverability/bounce-classification-codes',
    },
  ],
  recognise(record) {
    if (isObject(record['msys'])) return 0.98;
    const event = sparkpostEvent(record);
    if (event === undefined || sparkpostKind(event) === undefined) return 0;
    const isOurs = ['transmission_id', 'rcpt_to', 'raw_rcpt_to', 'friendly_from', 'msg_from'].some(
      (key) => key in event,
    );
    return isOurs && 'event_id' in event ? 0.9 : 0;
  },
  read: readSparkpost,
});
