export const COPERNICA_FACTS = {
  service: 'copernica',
  obtain:
    'SMTPeter or Copernica: the dashboard (Operations Log, Download), or the REST call logfiles/FILENAME/header for CSV with column names, logfiles/FILENAME/json for JSON; files attempts, deliveries, failures, bounces, responses, opens, clicks and abuses of a day; Copernica’s cdm-… and pom-… files likewise. As JSON also the answers of the REST call events, and what SMTPeter’s webhooks post',
  caveats: [
    'Times have no zone; the names of the files go by UTC, and so are the times taken, unless --timezone says otherwise',
    'SMTPeter has no file of single deferrals: a failure tells how many attempts there were before it; a retry of Copernica’s stands for one',
    'pom-clicks-old has the columns of pom-impressions, and is taken for opens',
    'Opens by proxies and scanners are not told from those of people',
    'CSV without column names is known by the values of its first row, except for abuses and the cdm-… and pom-… files; XML is not read: ask for /header or /json',
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
