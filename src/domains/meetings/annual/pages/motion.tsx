import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { Motion } from '../motion-queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** A motion with its demands, the board's opinion and the decision. */
export function MotionPage({
  l,
  meeting,
  motion,
  errors,
  mayOpine,
  mayWithdraw,
  done,
}: {
  l: Locale
  meeting: Meeting
  motion: Motion
  errors: Record<string, string>
  mayOpine: boolean
  mayWithdraw: boolean
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.motions
  const year = annualSlug(meeting)
  const here = annualPaths.motion(year, motion.id)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={motion.title}
      lead={`${t.from(motion.organisationName)}. ${t.handedIn(l.date(motion.handedInAt))}`}
      done={done}
      errors={errors}
      madeUp={motion.madeUp}
      steps={[{ href: l.href(annualPaths.motions(year)), label: t.title }]}
    >
      {motion.outcome ? (
        <Notice tone="success" title={t.decisionTitle}>
          <p>
            {texts.decisions.outcomes[motion.outcome]}. {motion.decision}
          </p>
        </Notice>
      ) : null}
      <Markdown text={motion.text} />
      <section class="flow" aria-labelledby="yrkanden">
        <h2 id="yrkanden">{t.demandsTitle}</h2>
        <ol>
          {motion.demands.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </section>
      <section class="flow" aria-labelledby="styrelsens-yttrande">
        <h2 id="styrelsens-yttrande">{t.opinionTitle}</h2>
        {motion.opinion ? (
          <>
            <p>
              <strong>{t.opinions[motion.opinion]}.</strong>
            </p>
            <Markdown text={motion.opinionText} level={3} />
          </>
        ) : (
          <p>{t.noOpinion}</p>
        )}
        {mayOpine ? <OpinionForm l={l} motion={motion} action={`${here}/yttrande`} errors={errors} /> : null}
      </section>
      {mayWithdraw ? (
        <form method="post" action={l.href(`${here}/aterkalla`)}>
          <Button variant="tertiary">{t.withdraw}</Button>
        </form>
      ) : null}
    </MeetingFrame>
  )
}

function OpinionForm({
  l,
  motion,
  action,
  errors,
}: {
  l: Locale
  motion: Motion
  action: string
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.motions
  const typed = { yttrande: motion.opinion ?? '', text: motion.opinionText }
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form class="form" method="post" action={l.href(action)} noValidate>
      <input type="hidden" name="version" value={motion.version} />
      <Boxes
        id="yttrande"
        name="yttrande"
        kind="radio"
        legend={t.opinionChoice}
        error={field('yttrande').error}
        options={[
          { value: 'adopt', label: texts.decisions.adopt },
          { value: 'reject', label: texts.decisions.reject },
          { value: 'answered', label: texts.decisions.answered },
        ]}
        chosen={[typed.yttrande]}
      />
      <Textarea {...field('text')} label={t.opinionText} rows={6} />
      <Button>{t.saveOpinion}</Button>
    </form>
  )
}
