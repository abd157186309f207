import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { organisationPaths } from '../paths.ts'
import type { MembershipRow, Profile } from '../profile-queries.ts'
import { dayBefore } from '../rules/membership.ts'
import { paragraphsOf } from '../rules/profile.ts'
import { periodOn } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface OrganisationProfileProps {
  l: Locale
  profile: Profile
  /** `YYYY-MM-DD`. */
  day: string
}

/** What an organisation tells of itself on its public page: one line and its logo, the rest a click away. */
export function OrganisationProfile({ l, profile, day }: OrganisationProfileProps) {
  const t = textsOf(l).public
  const now = periodOn(profile.memberships, day)
  const more = hasMore(profile)
  if (!now && !more) return null
  return (
    <section class="profile flow" aria-label={t.label(profile.name)}>
      <div class="row">
        {profile.hasLogo && (
          <img
            class="logo logo--small"
            src={`${organisationPaths.logo(profile.code)}?v=${encodeURIComponent(profile.version)}`}
            alt={profile.logoAlt}
          />
        )}
        {now && <Membership l={l} period={now} />}
      </div>
      {more && (
        <Details summary={t.about(profile.name)}>
          <Presentation l={l} profile={profile} />
          <DefinitionList items={factsOf(l, profile)} />
          {profile.madeUp && <MadeUpBadge label={t.madeUp} />}
        </Details>
      )}
    </section>
  )
}

/** Since when, by which decision, and until when. */
function Membership({ l, period }: { l: Locale; period: MembershipRow }) {
  const t = textsOf(l).public
  const { kind, since, until, decision, madeUp } = period
  return (
    <p>
      <Tag tone={kind === 'full' ? 'brand' : 'outline'}>{kind === 'full' ? t.member : t.observer}</Tag>{' '}
      {t.since(l.date(since))}
      {decision && `, ${t.decided(decision)}`}
      {until && `. ${t.leaves(l.date(dayBefore(until)))}`} {madeUp && <MadeUpBadge label={t.madeUp} />}
    </p>
  )
}

function Presentation({ l, profile }: { l: Locale; profile: Profile }) {
  const told = toldIn({ sv: profile.presentationSv || null, en: profile.presentationEn || null }, l)
  if (!told) return null
  return (
    <div class="flow" lang={otherLanguage(told.language, l)}>
      {paragraphsOf(told.text).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}

function factsOf(l: Locale, profile: Profile): Definition[] {
  const t = textsOf(l).public
  const { programmeTitle, programmeAddress, programmeAdoptedOn, website, socialLinks, email, phone } = profile
  const adopted = programmeAdoptedOn ? `, ${t.adopted(l.date(programmeAdoptedOn))}` : ''
  const postal = [profile.address, `${profile.postalCode} ${profile.city}`.trim()].filter(Boolean).join(', ')
  return [
    programmeTitle && {
      term: t.programme,
      meaning: (
        <>
          <span lang="sv">
            {programmeAddress ? <a href={programmeAddress}>{programmeTitle}</a> : programmeTitle}
          </span>
          {adopted}
        </>
      ),
    },
    website && { term: t.website, meaning: <a href={website}>{hostOf(website)}</a> },
    socialLinks.length > 0 && {
      term: t.social,
      meaning: (
        <ul class="inline-list">
          {socialLinks.map((link) => (
            <li key={link}>
              <a href={link}>{hostOf(link)}</a>
            </li>
          ))}
        </ul>
      ),
    },
    email && { term: t.email, meaning: <a href={`mailto:${email}`}>{email}</a> },
    phone && { term: t.phone, meaning: phone },
    postal && { term: t.address, meaning: <span lang="sv">{postal}</span> },
  ].filter((item) => typeof item === 'object')
}

/** Whether there is more to tell than the membership. */
function hasMore(profile: Profile): boolean {
  const { presentationSv, presentationEn, programmeTitle, website, email, phone, address } = profile
  return (
    [presentationSv, presentationEn, programmeTitle, website, email, phone, address].some(Boolean) ||
    profile.socialLinks.length > 0
  )
}

function hostOf(link: string): string {
  return URL.parse(link)?.hostname.replace(/^www\./, '') ?? link
}
