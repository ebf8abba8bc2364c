import { ANY_TIME } from '../any-time.ts';
import { defineLogFormat } from '../format.ts';
import { innerFormat } from '../shipped/inner.ts';
import { linesIn } from '../shipped/line.ts';
import { shippedReader } from '../shipped/reader.ts';
import { firstTimeIn } from '../syslog/recognise.ts';

const SURE = 0.9;
/** Lines of a stream that are looked at. */
const LOOKED_AT = 20;

export default defineLogFormat({
  id: 'log-shipper',
  title: 'A mail server’s log, its lines in JSON or in rows',
  shape: 'entries',
  obtain:
    'The log of Postfix, Exim, Sendmail, OpenSMTPD, qmail or maddy as collectors hand it on: /var/lib/docker/containers/*/*-json.log, Mailcow’s /api/v1/get/logs/postfix, exports of Loki, Elasticsearch, Splunk, CloudWatch or Google Cloud Logging, what Fluentd, Fluent Bit, Vector or rsyslog write as JSON; tables that Graylog, Kibana, Splunk, Datadog or CloudWatch export; archives of Papertrail’s; the maillog stream of Proofpoint on Demand (PoD Log API, type=maillog), which is a sendmail’s; journalctl -o json of Exim and others',
  caveats: [
    'The line is looked for under log, message, msg, line, _raw, textPayload, data and the like, the program under program, ident, appname, syslogtag or process; where all fields of a line have been taken apart already, a mapping reads them (--map)',
    'The line’s own stamp counts where it names year and zone, otherwise the collector’s: that may be a little later',
    'An input that begins with its newest entry is turned round, up to 500 000 entries',
    'Everything else is as with the log file of the mail server',
  ],
  sources: [
    {
      label: 'Docker, JSON File logging driver',
      url: 'https://docs.docker.com/engine/logging/drivers/json-file/',
    },
    { label: 'mailcow API, logs', url: 'https://demo.mailcow.email/api/#/Logs' },
    { label: 'Fluent Bit, parsers', url: 'https://docs.fluentbit.io/manual/pipeline/parsers' },
    {
      label: 'Elastic, Proofpoint on Demand: sample events',
      url: 'https://github.com/elastic/integrations/tree/main/packages/proofpoint_on_demand/data_stream/mail',
    },
    { label: 'Vector, syslog source', url: 'https://vector.dev/docs/reference/configuration/sources/syslog/' },
  ],
  recognise: (record) =>
    linesIn(record)
      .slice(0, LOOKED_AT)
      .some((line) => innerFormat(line) !== undefined)
      ? SURE
      : 0,
  firstTime(records) {
    const lines = records.flatMap(linesIn);
    // The newest may come first.
    const times = lines.map((line) => firstTimeIn([line], ANY_TIME)).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  },
  open: shippedReader,
});
