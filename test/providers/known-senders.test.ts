import { describe, expect, it } from 'vitest';
import { providers } from '../../src/providers/all.ts';
import { catalogue, selectorsToProbe } from '../../src/providers/catalogue.ts';

const known = catalogue(providers);

/** Names as they stand in real zones and reports, and who they belong to. */
describe('names seen in the wild', () => {
  it.each([
    ['amazonses.com', 'amazon-ses'],
    ['sendgrid.info', 'sendgrid'],
    ['contoso.onmicrosoft.com', 'microsoft-365'],
    ['example-com.20230601.gappssmtp.com', 'google-workspace'],
    ['mailchimpapp.net', 'mailchimp'],
    ['pm.mtasv.net', 'postmark'],
    ['improvmx-mails.com', 'improvmx'],
    ['email.cloudflare.net', 'cloudflare-email-routing'],
    ['gmail.com', 'gmail'],
    ['s50.y.mc.salesforce.com', 'salesforce-marketing-cloud'],
    ['s6.csa1.acemsc3.com', 'activecampaign'],
    ['outlook.com', 'outlook-com'],
    ['google.com', undefined],
    ['notamazonses.com', undefined],
  ])('the DKIM domain %s belongs to %s', (domain, id) => {
    expect(known.byDkimDomain(domain)?.id).toBe(id);
  });

  it.each([
    ['eu-west-1.amazonses.com', 'amazon-ses'],
    ['feedback-smtp.eu-west-1.amazonses.com', 'amazon-ses'],
    ['mail182.atl171.mcdlv.net', 'mailchimp'],
    ['nam11-dm6-obe.outbound.protection.outlook.com', 'microsoft-365'],
    ['hotmail.com', 'outlook-com'],
    ['u123.wl059.sendgrid.net', 'sendgrid'],
    ['gg.d.sender-sib.com', 'brevo'],
    ['a.b.na150.bnc.salesforce.com', 'salesforce'],
    ['rp.acme.intercom-mail.com', 'intercom'],
    ['tracking.socketlabs.com', 'socketlabs'],
  ])('the return-path %s belongs to %s', (domain, id) => {
    expect(known.byReturnPath(domain)?.id).toBe(id);
  });

  it.each([
    ['_spf.google.com', 'google-workspace'],
    ['spf.protection.outlook.com', 'microsoft-365'],
    ['outlook.com', 'outlook-com'],
    ['eu.mailgun.org', 'mailgun'],
    ['39814015.spf07.hubspotemail.net', 'hubspot'],
    ['u1791881.wl.sendgrid.net', 'sendgrid'],
    ['de._netblocks.mimecast.com', 'mimecast'],
    ['spf-00148501.pphosted.com', 'proofpoint'],
    ['%{i}._ip.%{h}._ehlo.%{d}._spf.vali.email', 'valimail'],
    ['_u.example.com._spf.smart.ondmarc.com', 'red-sift-ondmarc'],
    ['eu.rp.oracleemaildelivery.com', 'oracle-email-delivery'],
    ['spf-0.secureserver.net', 'godaddy-email'],
    ['_spf2.protonmail.ch', 'proton-mail'],
    ['_spf.marketo.com', undefined],
    ['_spf.intuit.com', undefined],
    ['mail.google.com', undefined],
  ])('the SPF include %s belongs to %s', (domain, id) => {
    expect(known.bySpfInclude(domain)?.id).toBe(id);
  });

  it.each([
    ['alt1.aspmx.l.google.com', 'google-workspace'],
    ['ASPMX3.GOOGLEMAIL.COM', 'google-workspace'],
    ['alt2.gmail-smtp-in.l.google.com', 'gmail'],
    ['contoso-com.mail.protection.outlook.com', 'microsoft-365'],
    ['contoso-com.o-v1.mx.microsoft', 'microsoft-365'],
    ['hotmail-com.olc.protection.outlook.com', 'outlook-com'],
    ['mta5.am0.yahoodns.net', 'yahoo-mail'],
    ['route1.mx.cloudflare.net', 'cloudflare-email-routing'],
    ['mxa-00148501.gslb.pphosted.com', 'proofpoint'],
    ['mx1-us1.ppe-hosted.com', 'proofpoint-essentials'],
    ['eforward3.registrar-servers.com', 'namecheap-forwarding'],
    ['mx00.emig.gmx.net', 'gmx-web-de'],
    ['mktomail.com', undefined],
    ['ec2-1-2-3-4.compute-1.amazonaws.com', undefined],
  ])('the mail host %s belongs to %s', (host, id) => {
    expect(known.byMx(host)?.id).toBe(id);
  });

  it.each([
    ['dkim3.mcsv.net', 'mailchimp'],
    ['k4y.dkim.amazonses.com', 'amazon-ses'],
    ['s1.domainkey.u123.wl059.sendgrid.net', 'sendgrid'],
    ['st.domainkey.u17391058.wl059.sendgrid.net', 'stytch'],
    ['selector1-contoso-com._domainkey.contoso.w-v1.dkim.mail.microsoft', 'microsoft-365'],
    ['pdk1._domainkey.9d876.dkim1.mailgun.com', 'mailgun'],
    ['dkim1.d04843a6720.p362.email.myshopify.com', 'shopify'],
    ['zendesk1._domainkey.zendesk.com', 'zendesk'],
    ['acme.myshopify.com', undefined],
    ['evilmcsv.net', undefined],
  ])('the DKIM target %s belongs to %s', (host, id) => {
    expect(known.byDkimTarget(host)?.id).toBe(id);
  });

  it.each([
    ['a8-50.smtp-out.amazonses.com', 'amazon-ses'],
    ['mail-ed1-f41.google.com', 'google-workspace'],
    ['mail209.atl81.rsgsv.net', 'mailchimp'],
    ['o1.ptr1.example.sendgrid.net.attacker.test', undefined],
  ])('the PTR name %s belongs to %s', (name, id) => {
    expect(known.byPtr(name)?.id).toBe(id);
  });

  it.each([
    ['zendesk1', 'zendesk'],
    ['shh3fegwg5fppqsuzphvschd53n6ihuv', 'amazon-ses'],
    ['20240131120000pm', 'postmark'],
    ['pm20250324', 'postmark'],
    ['hs1-39814015', 'hubspot'],
    ['selector2-SuperiorChamber-onmicrosoft-com', 'microsoft-365'],
    ['selector1-azurecomm-prod-net', 'azure-communication-services'],
    ['scph0125', 'sparkpost'],
    ['cf2024-1', 'cloudflare-email-routing'],
    ['dkimprovmx1', 'improvmx'],
    ['mte2', 'mandrill'],
    ['MBO0001', 'mailbox-org'],
    ['krs', 'mailgun'],
  ])('the selector %s alone names %s', (selector, id) => {
    expect(known.bySelector(selector).alone.map((provider) => provider.id)).toEqual([id]);
  });

  it.each(['k1', 's1', 's2', 'default', 'mail', 'dkim', 'selector1', 'api', 'key1', 'sig1', '200608'])(
    'the selector %s names nobody',
    (selector) => {
      expect(known.bySelector(selector).alone).toEqual([]);
    },
  );
});

describe('selectors to probe', () => {
  it.each([
    ['cloudflare-email-routing', ['cf2024-1']],
    ['zendesk', ['zendesk1', 'zendesk2']],
    ['microsoft-365', ['selector1', 'selector2']],
    ['amazon-ses', []],
  ])('of %s are %j', (id, selectors) => {
    const provider = known.byId(id);
    expect(provider && selectorsToProbe(provider)).toEqual(selectors);
  });
});
