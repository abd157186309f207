import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { votingTexts } from '../texts.ts'

export interface DecideProps {
  l: Locale
  action: string
  /** The paragraph, once the decision is recorded. */
  paragraph: number | null
  /** What can be decided in the house that the item is about; empty where there is nothing to choose. */
  outcomes: { outcome: string; label: string }[]
  chosen: string
  text: string
  errors: { beslut?: string; lydelse?: string; nekat?: string }
}

/** Records the decision that a ballot came to, in the meeting's words. */
export function Decide({ l, action, paragraph, outcomes, chosen, text, errors }: DecideProps) {
  const t = votingTexts(l).run
  if (paragraph !== null) {
    return (
      <Notice tone="success">
        <p>{t.decided(paragraph)}</p>
      </Notice>
    )
  }
  return (
    <form method="post" action={action} class="form">
      <h2>{t.decide}</h2>
      <p>{t.decideLead}</p>
      {errors.nekat && (
        <Notice tone="danger" role="alert">
          <p>{errors.nekat}</p>
        </Notice>
      )}
      {outcomes.length > 0 && (
        <Boxes
          id="beslut"
          name="beslut"
          legend={t.outcome}
          kind="radio"
          options={outcomes.map(({ outcome, label }) => ({ value: outcome, label }))}
          chosen={[chosen]}
          error={errors.beslut}
        />
      )}
      <Textarea id="lydelse" name="lydelse" label={t.text} value={text} rows={3} error={errors.lydelse} />
      <Button>{t.decide}</Button>
    </form>
  )
}
