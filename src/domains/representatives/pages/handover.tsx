import { type Holder, roleName } from '#domains/accounts/index.ts'
import type { HandoverPart } from '#platform/http/context.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { representativePaths } from '../paths.ts'
import type { PromiseRow, Seat } from '../seat-queries.ts'
import { textsOf } from '../texts.ts'

export interface HandoverPageProps {
  l: Locale
  seat: Seat
  /** Everyone who sits or sat on the seat, newest first. */
  holders: Holder[]
  colleagues: Holder[]
  promises: PromiseRow[]
  mayPromise: boolean
  /** What other houses have to say. */
  parts: HandoverPart[]
  today: string
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Made for one seat: what the network is, how we stand, what we have promised, whom to call. */
export function HandoverPage(props: HandoverPageProps) {
  const { l, seat, parts, errors, done } = props
  const texts = textsOf(l)
  const t = texts.handover
  const notice = done && t.notices[done]
  return (
    <>
      <ErrorSummary
        l={l}
        errors={Object.entries(errors).map(([field, key]) => ({ field, message: texts.errors[key] ?? key }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(representativePaths.mine), label: texts.mine.plainTitle }]} />
      <Done text={notice} />
      <PageHeader title={t.title(roleName(seat.role, l), seat.organisationName)} lead={t.lead} />
      <section class="flow" aria-labelledby="uppdraget">
        <h2 id="uppdraget">{t.role}</h2>
        <p>{t.roles[seat.role]}</p>
        <h2>{t.network}</h2>
        <p>
          {t.networkText}{' '}
          <a href={l.href('/om')}>{l.language === 'sv' ? 'Läs mer om oss' : 'More about us'}</a>
        </p>
      </section>
      {parts.map((part) => (
        <section key={part.title} class="flow">
          <h2>{part.title}</h2>
          {part.lines.length === 0 ? (
            <p>{part.empty}</p>
          ) : (
            <ul>
              {part.lines.map(({ text, href }) => (
                <li key={text}>{href ? <a href={l.href(href)}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Promises {...props} />
      <People {...props} />
    </>
  )
}

function Promises({ l, seat, promises, mayPromise, typed, errors }: HandoverPageProps) {
  const texts = textsOf(l)
  const t = texts.handover
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  return (
    <section class="flow" aria-labelledby="loften">
      <h2 id="loften">{t.promises}</h2>
      {promises.length === 0 && <p>{t.noPromises}</p>}
      <ul class="people">
        {promises.map(({ id, text, dueOn, madeOn, madeBy, keptOn }) => (
          <li key={id}>
            <div>
              <p>
                {text}
                {dueOn && ` (${t.due(l.date(dueOn))})`}
              </p>
              <p class="subtle">
                {madeBy && t.madeBy(madeBy, l.date(madeOn))} {keptOn && `· ${t.kept(l.date(keptOn))}`}
              </p>
            </div>
            {mayPromise && !keptOn && (
              <form method="post" action={l.href(representativePaths.promiseKept(seat.id, id))}>
                <button
                  class="ds-button"
                  data-variant="tertiary"
                  type="submit"
                  aria-label={t.markKeptOf(text)}
                >
                  {t.markKept}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayPromise && (
        <form
          class="flow narrow"
          method="post"
          action={l.href(representativePaths.promises(seat.id))}
          noValidate
        >
          <h3>{t.newPromise}</h3>
          <Input
            id="text"
            name="text"
            label={t.promiseText}
            value={textIn(typed, 'text')}
            error={error('text')}
            autocomplete="off"
          />
          <Input
            id="senast"
            name="senast"
            type="date"
            label={t.promiseDue}
            value={textIn(typed, 'senast')}
            error={error('senast')}
          />
          <Button variant="secondary">{t.add}</Button>
        </form>
      )}
    </section>
  )
}

function People({ l, seat, holders, colleagues, today }: HandoverPageProps) {
  const t = textsOf(l).handover
  const former = holders.filter(({ until }) => until !== null && until <= today)
  return (
    <section class="flow" aria-labelledby="kollegor">
      <h2 id="kollegor">{t.colleagues}</h2>
      <ul>
        {colleagues.map(({ appointmentId, name, role, email }) => (
          <li key={appointmentId}>
            {name}, {roleName(role, l).toLocaleLowerCase(l.language)}{' '}
            {email && <a href={`mailto:${email}`}>{email}</a>}
          </li>
        ))}
      </ul>
      <p>
        {t.secretariat}{' '}
        <a href={l.href('/om/kansliet')}>
          {l.language === 'sv' ? 'kontakta kansliet' : 'contact the secretariat'}
        </a>
        .
      </p>
      <h2>{t.history}</h2>
      {former.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <ul>
          {former.map(({ appointmentId, name, since, until }) => (
            <li key={appointmentId}>
              {name}, {t.period(l.date(since), until ? l.date(until) : t.now.toLocaleLowerCase(l.language))}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={l.href(representativePaths.people(seat.organisationCode))}>{textsOf(l).mine.people}</a>
      </p>
    </section>
  )
}
