import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Checkbox } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { minutesSteps } from '../organ.ts'
import { textsOf } from '../texts.ts'
import type { MinutesPageProps } from './minutes.tsx'

/** Who approves, who has, and whether the text still is the one they approved. */
export function Approval(props: MinutesPageProps) {
  const { l, signers, signatures, frozen, untouched, meeting, adjusters } = props
  const t = textsOf(l)
  const enough = signers.length === adjusters.value + 1
  return (
    <section class="flow" aria-labelledby="justering">
      <h2 id="justering">{t.signers}</h2>
      {!untouched && (
        <Notice tone="danger" title={t.touchedTitle} role="alert">
          <p>{t.touched}</p>
        </Notice>
      )}
      {!enough && <p>{t.noSigners(adjusters.value, adjusters.paragraph)}</p>}
      <ul>
        {signers.map(({ personId, name, part }) => {
          const signature = signatures.find((one) => one.person_id === personId)
          return (
            <li key={personId}>
              {t.parts[part]}: {signature?.name ?? name},{' '}
              {signature ? t.signed(l.moment(signature.signed_at)) : t.notSigned}
            </li>
          )
        })}
      </ul>
      {frozen && (
        <p class="subtle">
          {t.hash}: <code class="hash">{frozen.sha256}</code>
          <br />
          {untouched && (meeting.state === 'approved' ? t.untouched : t.waitingHash)}
        </p>
      )}
      <HandOver {...props} />
      <Sign {...props} />
    </section>
  )
}

function HandOver({ l, meeting, frozen, address, mayWrite, errors }: MinutesPageProps) {
  const t = textsOf(l)
  if (!mayWrite || meeting.state !== 'closed') return null
  if (frozen) {
    return (
      <Details summary={t.takeBack}>
        <p>{t.takeBackText}</p>
        <form method="post" action={l.href(address + minutesSteps.takeBack)}>
          <Button variant="secondary">{t.takeBack}</Button>
        </form>
      </Details>
    )
  }
  const fault = errors.lamna
  return (
    <form class="form" id="lamna" method="post" action={l.href(address + minutesSteps.handOver)}>
      <p>{t.handOverText}</p>
      {fault && <p class="ds-validation-message">{t.errors[fault] ?? fault}</p>}
      <div class="row">
        <Button>{t.handOver}</Button>
      </div>
    </form>
  )
}

function Sign({
  l,
  meeting,
  frozen,
  untouched,
  address,
  signers,
  signatures,
  reader,
  errors,
}: MinutesPageProps) {
  const t = textsOf(l)
  const mine =
    signers.some(({ personId }) => personId === reader) &&
    !signatures.some((signature) => signature.person_id === reader)
  if (!mine || !frozen || !untouched || meeting.state !== 'closed') return null
  const error = errors.read
  return (
    <form class="form" method="post" action={l.href(address + minutesSteps.sign)} noValidate>
      <p>{t.signText}</p>
      <input type="hidden" name="sha256" value={frozen.sha256} />
      <Checkbox id="read" name="read" label={t.read} error={error && (t.errors[error] ?? error)} />
      <div class="row">
        <Button>{t.sign}</Button>
      </div>
    </form>
  )
}
