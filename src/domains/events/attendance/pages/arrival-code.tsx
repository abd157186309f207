import type { Locale } from '#platform/i18n.ts'
import { QrCode } from '#ui/components/qr-code.tsx'
import { attendanceTexts } from '../texts.ts'

/** The code that a participant shows at the door. */
export function ArrivalCode({ l, name, modules }: { l: Locale; name: string; modules: boolean[][] }) {
  const texts = attendanceTexts(l)
  return (
    <section class="flow" aria-labelledby="koden">
      <h2 id="koden">{texts.own.title}</h2>
      <p>{texts.own.hint}</p>
      <QrCode modules={modules} label={texts.papers.code(name)} />
    </section>
  )
}
