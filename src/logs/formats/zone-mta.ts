import { defineLogFormat } from '../format.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { zoneMtaReader } from '../zone-mta/reader.ts';

const LINE =
  /\b(?:Sender|Feeder|Queue|API)\/\S+ .*\b[\da-f]{16,24}(?:\.[\da-f]{3,})? [A-Z]{4,}|\b(?:Sender|Feeder)\/[^/\s]+\/\d+ /;

export default defineLogFormat({
  id: 'zone-mta',
  title: 'ZoneMTA',
  shape: 'lines',
  obtain:
    'What ZoneMTA prints, with the stamps of the service manager that keeps it: journalctl -u zone-mta, the syslog, or docker logs --timestamps; the outgoing side of WildDuck',
  caveats: [
    'Receptions are not read, so neither is a delay known nor how many messages there were: what is told are attempts',
    'The sending zone stands under ip-pool; ZoneMTA’s category of a refusal (greylist, blacklist, recipient) is the service’s own word',
    'Whether TLS was used is not logged',
    'A temporary refusal at which it gives up (REJECTED) is expired where the log has a deferral before it, and otherwise bounced',
  ],
  sources: [
    { label: 'ZoneMTA, lib/sender.js', url: 'https://github.com/zone-eu/zone-mta/blob/master/lib/sender.js' },
    { label: 'ZoneMTA, README', url: 'https://github.com/zone-eu/zone-mta/blob/master/README.md' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: zoneMtaReader,
});
