import type { ComponentChildren } from 'preact'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { registerPaths } from '../paths.ts'
import type { Profile } from '../profile-queries.ts'
import { proposedLastDay } from '../rules/membership.ts'
import { textsOf } from '../texts.ts'

export interface MembershipFormsProps {
  l: Locale
  profile: Profile
  /** `YYYY-MM-DD`. */
  today: string
  form: { step: string; typed: Typed; errors: Record<string, string> } | null
}

/** The steps that the present membership allows: begin, become full, give notice, end, take back. */
export function MembershipForms({ l, profile, today, form }: MembershipFormsProps) {
  const t = textsOf(l).membership
  const now = profile.memberships.find(({ until }) => until === null || until > today)
  const frame = { l, profile, form }
  if (!now) {
    return (
      <Step {...frame} name="nytt" summary={t.open} defaults={{ kind: 'full', since: today, decision: '' }}>
        {(field) => (
          <>
            <Select {...field('kind')} label={t.kind} options={t.kinds} />
            <Input {...field('since')} label={t.since} type="date" />
            <Input {...field('decision')} label={t.decision} hint={t.decisionHint} />
          </>
        )}
      </Step>
    )
  }
  if (now.until !== null) {
    return (
      <Step {...frame} name="angra" summary={t.takeBack} defaults={{ id: String(now.id) }}>
        {() => <p>{t.takeBackText}</p>}
      </Step>
    )
  }
  return (
    <>
      {now.kind === 'observer' && (
        <Step
          {...frame}
          name="full"
          summary={t.makeFull}
          defaults={{ id: String(now.id), since: today, decision: '' }}
        >
          {(field) => (
            <>
              <Input {...field('since')} label={t.since} type="date" />
              <Input {...field('decision')} label={t.decision} hint={t.decisionHint} />
            </>
          )}
        </Step>
      )}
      <Step
        {...frame}
        name="uppsagning"
        summary={t.notice}
        defaults={{ id: String(now.id), noticeGivenOn: today, lastDay: proposedLastDay(today), reason: '' }}
      >
        {(field) => (
          <>
            <Input {...field('noticeGivenOn')} label={t.noticeGivenOn} type="date" />
            <Input {...field('lastDay')} label={t.lastDay} hint={t.lastDayHint} type="date" />
            <Input {...field('reason')} label={t.reason} />
          </>
        )}
      </Step>
      <Step
        {...frame}
        name="avslut"
        summary={t.end}
        defaults={{ id: String(now.id), lastDay: today, reason: '' }}
      >
        {(field) => (
          <>
            <Input {...field('lastDay')} label={t.lastDay} type="date" />
            <Input {...field('reason')} label={t.endDecision} hint={t.decisionHint} />
          </>
        )}
      </Step>
    </>
  )
}

type FieldOf = (name: string) => {
  id: string
  name: string
  value: string
  error: string | undefined
}

/** One step as a form that opens at need, and stands open when it came back with errors. */
function Step({
  l,
  profile,
  form,
  name,
  summary,
  defaults,
  children,
}: Omit<MembershipFormsProps, 'today'> & {
  name: string
  summary: string
  defaults: Record<string, string>
  children: (field: FieldOf) => ComponentChildren
}) {
  const texts = textsOf(l)
  const sent = form?.step === name ? form : null
  const typed: Typed = sent?.typed ?? defaults
  const field: FieldOf = (key) => {
    const error = sent?.errors[key]
    return {
      id: `${name}-${key}`,
      name: key,
      value: textIn(typed, key),
      error: error && (texts.errors[error] ?? error),
    }
  }
  return (
    <Details summary={summary} open={sent !== null}>
      <form
        class="form"
        method="post"
        action={l.href(registerPaths.membership(profile.code, name))}
        noValidate
      >
        {defaults.id && <input type="hidden" name="id" value={defaults.id} />}
        {children(field)}
        <Button>{summary}</Button>
      </form>
    </Details>
  )
}
