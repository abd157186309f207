import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import type { CartogramProps } from '#ui/charts/types.ts'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import type { Demand } from '../demand-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { Voice } from '../voice.ts'
import { DemandList } from './demand-list.tsx'
import { Endorsers } from './endorsers.tsx'
import { MatterDocuments, MatterFacts } from './matter-facts.tsx'
import { MatterFrame } from './matter-frame.tsx'
import { MyEndorsements } from './my-endorsements.tsx'
import { Steps } from './steps.tsx'
import { WeightPart } from './weight.tsx'

export interface MatterPageProps {
  l: Locale
  matter: Matter
  voice: Voice
  map: CartogramProps | null
  demands: Demand[]
  /** The number of the last version; null while nothing is written. */
  latest: number | null
  /** Organisations that the reader may endorse for. */
  mine: { code: string; name: string }[]
  reader: { member: boolean; drafts: boolean; sends: boolean }
  done: string | undefined
  /** A form of the page that came back. */
  form?: { about: string; typed: Typed; errors: Record<string, string> } | undefined
}

/** A matter as a whole: what is asked, who stands behind the answer, and when it has been sent all of it. */
export function MatterPage(props: MatterPageProps) {
  const { l, matter, voice, map, demands, latest, mine, reader, done, form } = props
  const texts = textsOf(l)
  const { sent } = matter
  const weight = sent ? sent.weight : voice.weight
  return (
    <>
      {form && <ErrorSummary l={l} errors={errorTexts(form.errors, texts.errors)} />}
      <MatterFrame l={l} matter={matter} view="overview" member={reader.member} done={done}>
        <Standing l={l} matter={matter} />
        <MatterFacts l={l} matter={matter} />
        {sent && <SentFile l={l} matter={matter} sha256={sent.sha256} />}
        {!sent && <MyEndorsements l={l} matter={matter} voice={voice} mine={mine} latest={latest} />}
        {!sent && (reader.drafts || reader.sends) && <Steps {...props} />}
        <WeightPart l={l} weight={weight} map={map} />
        {sent && (
          <section class="flow" aria-labelledby="svaret">
            <h2 id="svaret">{texts.matter.response[matter.kind]}</h2>
            <div lang={otherLanguage(matter.language, l)}>
              <Markdown text={sent.text} level={3} />
            </div>
          </section>
        )}
        <DemandList
          l={l}
          demands={demands}
          lang={otherLanguage(matter.language, l)}
          sent={sent !== null}
          follows={sent !== null && reader.drafts}
          form={form && { id: Number(form.about), typed: form.typed, errors: form.errors }}
        />
        <Endorsers l={l} voice={voice} member={reader.member} />
        <MatterDocuments l={l} matter={matter} />
      </MatterFrame>
    </>
  )
}

/** What has happened that everyone of the network should know first. */
function Standing({ l, matter }: { l: Locale; matter: Matter }) {
  const t = textsOf(l).matter
  const { state, closedReason, returnedReason } = matter
  if (state === 'closed') {
    return (
      <Notice tone="warning">
        <p>{t.closed(closedReason)}</p>
      </Notice>
    )
  }
  return returnedReason ? (
    <Notice tone="warning">
      <p>{t.returned(returnedReason)}</p>
    </Notice>
  ) : null
}

/** The very file that was sent, with what shows that it is unchanged. */
function SentFile({ l, matter, sha256 }: { l: Locale; matter: Matter; sha256: string }) {
  const t = textsOf(l).matter
  return (
    <section class="flow" aria-labelledby="filen">
      <h2 id="filen">{t.file}</h2>
      <p>
        <a href={advocacyPaths.pdf(matter.id)}>{t.pdf}</a>
      </p>
      <p class="field-hint">
        {t.frozen} <code class="hash">{sha256}</code>
      </p>
    </section>
  )
}
