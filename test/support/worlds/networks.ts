/**
 * Where services send from, as their own SPF records and documentation said in 2026: the first octets of an address and the
 * network they lie in. Written for these worlds, and not read from the catalogue: it is to be a second opinion.
 */
export const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  'amazon-ses': ['54.240.0.0/18', '69.169.224.0/20', '76.223.176.0/20'],
  sendgrid: ['167.89.0.0/17', '149.72.0.0/16', '168.245.0.0/17'],
  mailchimp: ['148.105.0.0/16', '205.201.128.0/20'],
  mandrill: ['198.2.128.0/18'],
  hubspot: ['54.174.52.0/24', '158.247.16.0/20'],
  salesforce: ['96.43.144.0/20', '136.146.128.0/20'],
  'salesforce-marketing-cloud': ['13.111.0.0/16'],
  marketo: ['192.28.128.0/18', '199.15.212.0/22'],
  zendesk: ['188.172.128.0/20', '192.161.144.0/20'],
  'microsoft-365': ['40.107.0.0/16', '52.100.0.0/14', '2a01:111:f400::/48'],
  'google-workspace': ['209.85.128.0/17', '2a00:1450:4864::/48'],
  mimecast: ['170.10.128.0/20', '195.130.217.0/24'],
  proofpoint: ['148.163.128.0/19', '205.220.160.0/20'],
  mailgun: ['159.135.224.0/20', '69.72.32.0/20'],
  postmark: ['50.31.156.96/27', '104.245.209.192/26'],
  brevo: ['185.41.28.0/22', '77.32.148.0/24'],
  'cloudflare-email-routing': ['104.30.0.0/19'],
};
