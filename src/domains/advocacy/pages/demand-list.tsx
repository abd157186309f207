import { type Typed, textIn } from '#platform/http/form.ts'
import type { Language, Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { safeAddress } from '#ui/components/markdown.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { typedFollowUp } from '../demand-forms.ts'
import type { Demand } from '../demand-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { OutcomeTag } from './state-tag.tsx'

export interface DemandListProps {
  l: Locale
  demands: Demand[]
  /** The language that they are written in, where it is not the page's. */
  lang: Language | undefined
  /** What has come of them is told once they have been sent. */
  sent: boolean
  /** The drafters note what became of them. */
  follows: boolean
  /** The demand whose form came back, with what was typed. */
  form?: { id: number; typed: Typed; errors: Record<string, string> } | undefined
}

/** What a response asks for, demand by demand, and what became of each. */
export function DemandList({ l, demands, lang, sent, follows, form }: DemandListProps) {
  const t = textsOf(l).demands
  if (demands.length === 0) return null
  return (
    <section class="flow" aria-labelledby="kraven">
      <h2 id="kraven">{sent ? t.titleSent : t.title}</h2>
      <ol class="demands">
        {demands.map((demand) => (
          <li key={demand.id} id={`krav-${demand.id}`} class="flow">
            <p lang={lang}>{demand.text}</p>
            {sent && <Became l={l} demand={demand} lang={lang} />}
            {follows && (
              <FollowUpForm l={l} demand={demand} form={form?.id === demand.id ? form : undefined} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What became of a demand, when, and where that can be read. */
export function Became({ l, demand, lang }: { l: Locale; demand: Demand; lang: Language | undefined }) {
  const { outcome, outcomeOn, sourceTitle, sourceAddress, note } = demand
  const href = sourceAddress && safeAddress(sourceAddress)
  return (
    <>
      <p>
        <OutcomeTag l={l} outcome={outcome} /> {outcomeOn && l.date(outcomeOn)}
        {sourceTitle && (
          <>
            {'. '}
            {textsOf(l).demands.source}:{' '}
            <span lang={lang}>{href ? <a href={href}>{sourceTitle}</a> : sourceTitle}</span>
          </>
        )}
      </p>
      {note && <p lang={lang}>{note}</p>}
    </>
  )
}

function FollowUpForm({ l, demand, form }: { l: Locale; demand: Demand; form: DemandListProps['form'] }) {
  const texts = textsOf(l)
  const t = texts.demands
  const typed = form?.typed ?? typedFollowUp(demand)
  const fields = fieldsOf(typed, form?.errors ?? {}, texts.errors)
  // Several forms stand on the page; only the one that came back has the plain ids that the summary leads to.
  const field = (name: string) => ({ ...fields(name), id: form ? name : `${name}-${demand.id}` })
  return (
    <Details summary={t.follow(demand.ordinal)} open={form !== undefined}>
      <form
        class="form"
        method="post"
        action={l.href(advocacyPaths.followDemand(demand.matterId, demand.id))}
        noValidate
      >
        <Select
          {...field('utfall')}
          label={t.outcome}
          value={textIn(typed, 'utfall')}
          options={(['waiting', 'law', 'practice', 'rejected'] as const).map((value) => ({
            value,
            label: texts.outcomes[value],
          }))}
        />
        <Input {...field('nar')} type="date" label={t.when} />
        <Input {...field('kalla')} label={t.source} hint={t.sourceHint} />
        <Input {...field('adress')} label={t.address} />
        <Textarea {...field('anmarkning')} label={t.note} rows={3} />
        <Button variant="secondary">{t.saveFollowUp}</Button>
      </form>
    </Details>
  )
}
