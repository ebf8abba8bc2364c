import { defineLogFormat } from '../format.ts';
import { isObject } from '../json/inside.ts';
import { kumomtaKind, readKumomta } from '../kumomta/read.ts';

export default defineLogFormat({
  id: 'kumomta',
  title: 'KumoMTA',
  shape: 'records',
  obtain:
    'The segments below the log_dir of configure_local_logs (/var/log/kumomta by default): one JSON record a line, packed with zstd; or what a log hook posts. kcat and zstdcat unpack them, too',
  caveats: [
    'Before 2025.10.06 times are whole seconds',
    'Meta and headers are told as far as the logger is configured to record them; Message-ID and From come from there',
    'A complaint names its recipient only where the report, or KumoMTA’s own trace header in it, does',
    'No TLS is believed only where the record names its session (2025.01.23 and later): older ones may not have said it',
    'What an operator cancels (AdminBounce) is a bounce, as KumoMTA calls it and tells its sender, with the operator’s reason for one',
  ],
  sources: [
    { label: 'KumoMTA, log record', url: 'https://docs.kumomta.com/reference/log_record/' },
    { label: 'KumoMTA, Cancelling Queued Messages', url: 'https://docs.kumomta.com/userguide/operation/cancel' },
  ],
  recognise(record) {
    if (kumomtaKind(record['type']) === undefined) return 0;
    const has = ['response', 'queue', 'num_attempts', 'bounce_classification', 'nodeid', 'egress_pool'];
    const found = has.filter((key) => key in record).length;
    if (found >= 2) return 0.97;
    return isObject(record['response']) && 'code' in record['response'] ? 0.6 : 0;
  },
  read: readKumomta,
});
