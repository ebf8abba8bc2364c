export const COPERNICA_FACTS = {
  service: 'copernica',
  obtain:
    'SMTPeter or Copernica: the dashboard (Operations Log, Download), or the REST call logfiles/FILENAME/header for CSV with column names, logfiles/FILENAME/json for JSON; files attempts, deliveries, failures, bounces, responses, opens, clicks and abuses of a day',
  caveats: [
    'Times have no zone; the names of the files go by UTC, and so are the times taken, unless --timezone says otherwise',
    'There is no file of single deferrals: a failure tells how many attempts there were before it',
    'Opens by proxies and scanners are not told from those of people',
    'CSV without column names is known by the values of its first row, except for abuses; XML is not read: ask for /header or /json',
    'A bounce and an automatic reply have the same columns, and are told apart by the mail itself',
  ],
  sources: [
    { label: 'SMTPeter, Deliveries log files', url: 'https://smtpeter.eu/en/documentation/log-deliveries' },
    {
      label: 'Copernica’s documentation: log files, all kinds',
      url: 'https://github.com/CopernicaMarketingSoftware/Documentation/tree/master/SMTPeter/en',
    },
  ],
} as const;
