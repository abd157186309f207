import { association } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { blocksOf } from '#ui/markdown-blocks.ts'
import type { Demand } from '../demand-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { Voice } from '../voice.ts'
import { weightWords } from '../weight-words.ts'
import { responseTemplate } from './response-template.ts'

export interface Response {
  l: Locale
  matter: Matter
  /** Markdown, with its key figures drawn. */
  text: string
  voice: Voice
  demands: Demand[]
  /** `YYYY-MM-DD`. */
  day: string
  baseUrl: string
}

/** A response as accessible PDF: to whom, what is said and asked for, who decided, and everyone who stands behind it. */
export function responsePdf(response: Response): Promise<Buffer> {
  const { l, matter, text, voice, demands, day, baseUrl } = response
  const t = textsOf(l)
  const words = t.paper
  const { adopted } = matter
  const page = baseUrl + l.href(advocacyPaths.matter(matter.id, matter.title))
  return renderPdf(responseTemplate, {
    title: matter.title,
    language: l.language,
    day,
    data: {
      title: matter.title,
      eyebrow: t.kinds[matter.kind],
      running: `${t.kinds[matter.kind]} · ${association.name[l.language]}`,
      madeUp: matter.madeUp ? words.madeUp : '',
      facts: [
        { term: words.to, meaning: matter.counterpart },
        ...(matter.reference ? [{ term: words.reference, meaning: matter.reference }] : []),
        { term: words.day, meaning: l.date(day) },
        ...(adopted
          ? [
              {
                term: words.decision,
                meaning: t.matter.adoptedBy(l.date(adopted.on), adopted.meeting, adopted.paragraph),
              },
            ]
          : []),
      ],
      blocks: blocksOf(text, baseUrl, () => false),
      demands: demands.map((demand) => demand.text),
      reservations: matter.reservations,
      weight: weightWords(l, voice.weight),
      counted: t.voice.counted,
      endorsers: voice.standing.map(({ organisation, decidedBy, decidedOn, delegation }) => ({
        organisation,
        decided: `${decidedBy}, ${l.date(decidedOn)}`,
        delegation,
      })),
      address: page,
      words,
    },
  })
}
