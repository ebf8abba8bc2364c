import type { CheckResult, Finding } from '../core/outcome.ts';
import type { FailOn, Rule } from '../core/report.ts';
import type { Profile } from '../profiles/profile.ts';
import type { DemandVerdict, ProfileVerdict } from './profile-verdict.ts';

const idOf = ({ id }: Profile): string => `profile/${id}`;

/** A profile's verdict in the form of a check's, for formats that list findings one by one. */
export function profileResult({ profile, demands }: ProfileVerdict, domain: string, failOn: FailOn): CheckResult {
  const missed = demands.filter(({ state }) => state === 'not-met');
  return {
    check: idOf(profile),
    title: `${domain} does what is demanded: ${profile.name}`,
    outcome: missed.length > 0 ? 'fail' : 'pass',
    findings: missed.map((verdict) => finding(profile, verdict, domain, failOn)),
  };
}

const finding = (profile: Profile, { demand, reasons }: DemandVerdict, domain: string, failOn: FailOn): Finding => ({
  check: idOf(profile),
  code: `${idOf(profile)}:${demand.id}`,
  // What is demanded by name fails the run where that is asked for; otherwise the findings behind it speak.
  level: failOn === 'profile' ? 'error' : 'warning',
  message: `${profile.name}, not met: ${demand.text}`,
  params: {},
  subject: domain,
  fix: `${reasons.join('; ')} (${demand.source.label}, ${demand.source.url})`,
  changes: [],
});

export const profileRule = (profile: Profile): Rule => ({
  id: idOf(profile),
  title: profile.name,
  why: profile.about,
  fix: 'Mend what speaks against the demand',
  refs: profile.demands
    .map(({ source }) => source)
    .filter(({ url }, index, all) => all.findIndex((one) => one.url === url) === index),
  messages: Object.fromEntries(profile.demands.map(({ id, text }) => [id, { level: 'warning', text }])),
});
