import { readSes, sesKind } from '../amazon-ses/read.ts';
import { defineLogFormat } from '../format.ts';
import { isObject } from '../json/inside.ts';

export default defineLogFormat({
  id: 'amazon-ses',
  title: 'Amazon SES',
  service: 'amazon-ses',
  shape: 'records',
  obtain:
    'What a configuration set publishes: objects that Amazon Data Firehose wrote to S3, messages of SNS or SQS with their envelopes, EventBridge or CloudWatch records; or the feedback notifications of an identity',
  caveats: [
    'Tags and the configuration set are there only where events are published through a configuration set',
    'An open or click of a message with several recipients does not say who it was: it has no recipient here',
    'SES does not tell machine opens from human ones',
    'Send, Reject and Rendering Failure have no time of their own: the message’s is taken',
    'A Transient bounce means that SES gave up as well; the enhanced code outranks the word',
  ],
  sources: [
    {
      label: 'Amazon SES, contents of event data',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html',
    },
    {
      label: 'Amazon SES, notification contents',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html',
    },
    {
      label: 'Amazon SES, EventBridge',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html',
    },
  ],
  recognise(record) {
    const told = sesKind(record);
    if (told === undefined) return 0;
    // The first feedback notifications came without the message.
    return isObject(record['mail']) ? 0.98 : isObject(record[told.part]) ? 0.9 : 0;
  },
  read: readSes,
});
