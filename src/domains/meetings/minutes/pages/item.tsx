import { textIn } from '#platform/http/form.ts'
import { otherLanguage } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { MinutesItem } from '../document.ts'
import { minutesSteps } from '../organ.ts'
import { textsOf } from '../texts.ts'
import type { MinutesPageProps, Overtaken } from './minutes.tsx'

/** An item of the minutes; while they are a draft, with the form to write what was said. */
export function Item(props: MinutesPageProps & { item: MinutesItem }) {
  const { l, item, frozen, mayWrite } = props
  const t = textsOf(l)
  return (
    <article class="card flow" id={`arende-${item.id}`}>
      <h3 lang={otherLanguage('sv', l)}>
        {item.paragraph === null ? `${item.number}.` : t.paragraph(item.paragraph)} {item.title}
      </h3>
      {item.background && (
        <div lang={otherLanguage('sv', l)}>
          <Markdown text={item.background} level={4} />
        </div>
      )}
      {frozen || !mayWrite ? <Said {...props} /> : <SaidForm {...props} />}
      {item.decision ? (
        <p class="written">
          <strong>{t.decision}:</strong> <span lang={otherLanguage('sv', l)}>{item.decision}</span>
        </p>
      ) : (
        <p class="subtle">{t.noParagraph}</p>
      )}
      {item.lines.length > 0 && (
        <ul lang={otherLanguage('sv', l)}>
          {item.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {item.documents.length > 0 && (
        <p>
          <strong>{t.documents}:</strong> {item.documents.map(({ name }) => name).join(', ')}
        </p>
      )}
    </article>
  )
}

function Said({ l, item }: MinutesPageProps & { item: MinutesItem }) {
  return item.said ? (
    <div lang={otherLanguage('sv', l)}>
      <Markdown text={item.said} level={4} />
    </div>
  ) : null
}

function SaidForm({
  l,
  item,
  address,
  said,
  overtaken,
  typed,
  errors,
}: MinutesPageProps & { item: MinutesItem }) {
  const t = textsOf(l)
  const id = `text-${item.id}`
  const stands = said.get(item.id)
  const lost = overtaken?.itemId === item.id ? overtaken : undefined
  const error = errors[id]
  return (
    <form class="form" method="post" action={l.href(address + minutesSteps.said(item.id))} noValidate>
      {lost && <Both l={l} overtaken={lost} />}
      <input type="hidden" name="version" value={stands?.version ?? 0} />
      <Textarea
        id={id}
        name="text"
        label={
          lost ? (
            t.merged
          ) : (
            <>
              {t.write} <span class="sr-only">({item.title})</span>
            </>
          )
        }
        hint={stands?.writtenAt ? t.lastSaved(stands.writtenBy, l.moment(stands.writtenAt)) : undefined}
        error={error && (t.errors[error] ?? error)}
        value={lost?.merged ?? (textIn(typed, id) || stands?.text)}
        rows={lost ? 8 : 4}
      />
      <div class="row">
        <Button variant="secondary">{lost ? t.saveMerged : t.save}</Button>
      </div>
    </form>
  )
}

function Both({ l, overtaken }: { l: MinutesPageProps['l']; overtaken: Overtaken }) {
  const t = textsOf(l)
  const { by, at, theirs, mine } = overtaken
  return (
    <Notice tone="warning" title={t.overtakenTitle} role="alert">
      <p>{t.overtaken(by, at ? l.moment(at) : '')}</p>
      <p>
        <strong>{t.theirs(by)}</strong>
      </p>
      <blockquote class="written">{theirs}</blockquote>
      <p>
        <strong>{t.mine}</strong>
      </p>
      <blockquote class="written">{mine}</blockquote>
    </Notice>
  )
}
