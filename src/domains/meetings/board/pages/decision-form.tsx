import { textIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { ownOutcomes, struck } from '../decide.ts'
import { boardPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { ItemPageProps } from './item.tsx'

/** Takes the decision down, while the meeting is open. */
export function DecisionForm(props: ItemPageProps) {
  const { l, meeting, item, business, mayDecide, about, typed, errors, rules } = props
  const texts = textsOf(l)
  const t = texts.decide
  if (meeting.state !== 'open' || item.paragraph !== null || !mayDecide) return null
  const mine = about === 'beslut'
  const shown = mine ? typed : { decision: suggestionFor(props), outcome: item.standing ? 'noted' : '' }
  const field = fieldsOf(shown, mine ? errors : {}, texts.errors)
  const options = [
    ...(business?.outcomes.map(({ outcome, label }) => ({ value: outcome, label })) ??
      (item.business ? [] : ownOutcomes.map((value) => ({ value, label: texts.outcomes[value] })))),
    { value: struck, label: texts.outcomes.struckLabel },
  ]
  const showing = mine && ['inFavour', 'against', 'abstained', 'tie-0'].some((name) => name in errors)
  return (
    <section class="flow" aria-labelledby="besluta">
      <h2 id="besluta">{t.title}</h2>
      <form
        class="form"
        method="post"
        action={l.href(boardPaths.itemStep(meeting.id, item.id, 'beslut'))}
        noValidate
      >
        <input type="hidden" name="version" value={item.version} />
        <Boxes
          id="outcome"
          name="outcome"
          kind="radio"
          legend={t.outcome}
          error={field('outcome-0').error}
          options={options}
          chosen={[textIn(shown, 'outcome')]}
        />
        <Textarea
          {...field('decision')}
          label={business ? t.conditions : t.wording}
          hint={business ? t.conditionsHint : t.wordingHint}
          rows={4}
        />
        {business?.outcomes.some(({ mayBegin }) => mayBegin) && (
          <Input {...field('begins')} label={t.begins} hint={t.beginsHint} type="date" />
        )}
        <Details summary={t.show} open={showing}>
          <p>{t.showText(rules.board_tie.paragraph)}</p>
          <Input {...field('inFavour')} label={t.inFavour} type="number" />
          <Input {...field('against')} label={t.against} type="number" />
          <Input {...field('abstained')} label={t.abstained} type="number" />
          {rules.board_tie.value !== 'falls' && (
            <Boxes
              id="tie"
              name="tie"
              legend={t.tieTitle}
              error={field('tie-0').error}
              options={[{ value: rules.board_tie.value, label: t.tie[rules.board_tie.value] }]}
              chosen={[textIn(shown, 'tie')]}
            />
          )}
        </Details>
        <div class="row">
          <Button>{t.save}</Button>
        </div>
      </form>
    </section>
  )
}

/** What is usually decided of a formality, in the minutes' own words. */
function suggestionFor({ l, item, signers, meeting }: ItemPageProps): string {
  if (item.standing === null) return ''
  const names = (part: 'chair' | 'adjuster') =>
    signers.filter((signer) => signer.part === part).map(({ name }) => name)
  return textsOf(l).suggestions[item.standing]({
    chair: names('chair').join(', '),
    adjusters: l.list(names('adjuster')),
    day: l.date(meeting.heldOn),
  })
}
