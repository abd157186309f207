import { textIn } from '#platform/http/form.ts'
import { otherLanguage } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Once } from '#ui/components/once.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { MeetingItem } from '../../queries.ts'
import { standings } from '../../tables.ts'
import { boardPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { MeetingPageProps } from './meeting.tsx'

/** The items in order, what waits to be put there, and the forms that build the agenda. */
export function Agenda(props: MeetingPageProps) {
  const { l, meeting, items, mayEdit } = props
  const t = textsOf(l).agenda
  const building = mayEdit && (meeting.state === 'planned' || meeting.state === 'called')
  const growing = mayEdit && (building || meeting.state === 'open')
  const standing = items.filter((item) => item.standing !== null).length
  return (
    <section class="flow" aria-labelledby="dagordning">
      <h2 id="dagordning">{t.title}</h2>
      {items.length === 0 && <p>{t.none}</p>}
      <ol class="task-list">
        {items.map((item, at) => (
          <Row key={item.id} {...props} item={item} at={at} ordering={growing && item.paragraph === null} />
        ))}
      </ol>
      {building && standing < standings.length && (
        <form method="post" action={l.href(boardPaths.formalities(meeting.id))}>
          <Button variant="secondary">{t.formalities}</Button>
        </form>
      )}
      {growing && <Waiting {...props} />}
      {growing && <OwnItem {...props} />}
    </section>
  )
}

function Row({
  l,
  meeting,
  items,
  item,
  at,
  ordering,
}: MeetingPageProps & { item: MeetingItem; at: number; ordering: boolean }) {
  const texts = textsOf(l)
  const t = texts.agenda
  const { id, title, paragraph, decision, madeUp } = item
  return (
    <li id={`arende-${id}`}>
      <span>
        {at + 1}.{' '}
        <a href={l.href(boardPaths.item(meeting.id, id))} lang={otherLanguage('sv', l)}>
          {title}
        </a>
        {paragraph !== null && (
          <>
            <br />
            <span class="subtle" lang={otherLanguage('sv', l)}>
              § {paragraph}: {decision}
            </span>
          </>
        )}
      </span>
      <span class="row">
        {item.kind === 'information' && <Tag tone="outline">{t.kinds.information}</Tag>}
        {madeUp && !meeting.madeUp && <MadeUpBadge label={texts.madeUp} />}
        {ordering && at > 0 && (
          <Step l={l} action={boardPaths.itemStep(meeting.id, id, 'upp')} sign="↑" label={t.up(title)} />
        )}
        {ordering && at < items.length - 1 && (
          <Step l={l} action={boardPaths.itemStep(meeting.id, id, 'ner')} sign="↓" label={t.down(title)} />
        )}
      </span>
    </li>
  )
}

function Step({
  l,
  action,
  sign,
  label,
}: {
  l: MeetingPageProps['l']
  action: string
  sign: string
  label: string
}) {
  return (
    <form method="post" action={l.href(action)}>
      <Button variant="tertiary">
        <span aria-hidden="true">{sign}</span>
        <span class="sr-only">{label}</span>
      </Button>
    </form>
  )
}

function Waiting({ l, meeting, waiting }: MeetingPageProps) {
  const texts = textsOf(l)
  const t = texts.agenda
  return (
    <section class="flow" aria-labelledby="vantar">
      <h3 id="vantar">{t.waiting}</h3>
      {waiting.length === 0 && <p>{t.noneWaiting}</p>}
      {waiting.map(({ kind, id, title, text, href, madeUp }) => (
        <article key={`${kind} ${id}`} class="card flow">
          <h4>
            <a href={l.href(href)}>{title}</a>
          </h4>
          {madeUp && (
            <p class="row">
              <MadeUpBadge label={texts.madeUp} />
            </p>
          )}
          <Markdown text={text} level={4} />
          <form method="post" action={l.href(boardPaths.business(meeting.id))}>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="id" value={id} />
            <Button variant="secondary">
              {t.put} <span class="sr-only">({title})</span>
            </Button>
          </form>
        </article>
      ))}
    </section>
  )
}

function OwnItem({ l, meeting, about, typed, errors }: MeetingPageProps) {
  const texts = textsOf(l)
  const t = texts.agenda
  const mine = about === 'arende'
  const field = fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors)
  return (
    <Details summary={t.own} open={mine}>
      <form class="form" method="post" action={l.href(boardPaths.items(meeting.id))} noValidate>
        <Once />
        <Input {...field('title')} label={t.itemTitle} />
        <Select
          {...field('kind')}
          label={t.kind}
          value={(mine && textIn(typed, 'kind')) || 'decision'}
          options={(['decision', 'information'] as const).map((value) => ({ value, label: t.kinds[value] }))}
        />
        <Textarea {...field('text')} label={t.text} hint={t.textHint} />
        <div class="row">
          <Button variant="secondary">{t.add}</Button>
        </div>
      </form>
    </Details>
  )
}
