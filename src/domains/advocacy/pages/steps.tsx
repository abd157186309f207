import { textIn } from '#platform/http/form.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { advocacyPaths } from '../paths.ts'
import { type Deed, isDoable } from '../rules/state.ts'
import { textsOf } from '../texts.ts'
import type { MatterPageProps } from './matter.tsx'

/** What those who draft and those who send can do with a matter where it stands. */
export function Steps(props: MatterPageProps) {
  const { l, matter, latest, reader } = props
  const t = textsOf(l).steps
  const may = (deed: Deed) => isDoable(deed, matter.state)
  const { id } = matter
  return (
    <section class="flow steps-of-matter" aria-labelledby="steg">
      <h2 id="steg">{t.title}</h2>
      <p>{t.next[matter.state]}</p>
      {reader.drafts && (
        <p class="row">
          {may('write-text') && <a href={l.href(advocacyPaths.write(id))}>{t.write}</a>}
          {may('edit-demands') && <a href={l.href(advocacyPaths.editDemands(id))}>{t.demands}</a>}
          {may('edit-facts') && <a href={l.href(advocacyPaths.edit(id))}>{t.edit}</a>}
        </p>
      )}
      {reader.drafts && may('open') && <OneButton path={l.href(advocacyPaths.open(id))} label={t.open} />}
      {reader.sends && may('propose') && latest !== null && (
        <OneButton path={l.href(advocacyPaths.propose(id))} label={t.propose} />
      )}
      {reader.sends && may('take-back') && (
        <OneButton path={l.href(advocacyPaths.takeBack(id))} label={t.takeBack} secondary />
      )}
      {reader.sends && may('adopt') && <AdoptForm {...props} />}
      {reader.sends && may('send') && <Sending {...props} />}
      {reader.sends && may('close') && <CloseForm {...props} />}
      {latest === null && may('propose') && <p class="field-hint">{t.noText}</p>}
      {reader.drafts && may('write-text') && latest === null && (
        <p>
          <ButtonLink variant="secondary" href={l.href(advocacyPaths.write(id))}>
            {t.begin}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function OneButton({ path, label, secondary = false }: { path: string; label: string; secondary?: boolean }) {
  return (
    <form method="post" action={path}>
      <Button variant={secondary ? 'secondary' : 'primary'}>{label}</Button>
    </form>
  )
}

/** Notes a decision of the board that was made outside the program's meetings. */
function AdoptForm({ l, matter, form }: MatterPageProps) {
  const texts = textsOf(l)
  const t = texts.steps
  const mine = form?.about === 'beslut' ? form : undefined
  const field = fieldsOf(mine?.typed ?? {}, mine?.errors ?? {}, texts.errors)
  return (
    <Details summary={t.adopt} open={mine !== undefined}>
      <p>{t.adoptLead}</p>
      <form class="form" method="post" action={l.href(advocacyPaths.adopt(matter.id))} noValidate>
        <Input {...field('dag')} type="date" label={t.adoptedOn} />
        <Input {...field('mote')} label={t.meeting} hint={t.meetingHint} />
        <Input {...field('paragraf')} label={t.paragraph} hint={t.paragraphHint} />
        <Textarea {...field('reservationer')} label={t.reservations} hint={t.reservationsHint} rows={3} />
        <Button variant="secondary">{t.saveAdoption}</Button>
      </form>
    </Details>
  )
}

function Sending({ l, matter, voice }: MatterPageProps) {
  const t = textsOf(l).steps
  return (
    <>
      <Details summary={t.reservations}>
        <form class="form" method="post" action={l.href(advocacyPaths.reservations(matter.id))} noValidate>
          <Textarea
            id="reservationer"
            name="reservationer"
            label={t.reservations}
            hint={t.reservationsHint}
            value={matter.reservations}
            rows={3}
          />
          <Button variant="secondary">{t.saveReservations}</Button>
        </form>
      </Details>
      {voice.toConfirm.length > 0 && <p>{t.unconfirmed(voice.toConfirm.length)}</p>}
      <OneButton path={l.href(advocacyPaths.send(matter.id))} label={t.send} />
      <p class="field-hint">{t.sendHint}</p>
    </>
  )
}

function CloseForm({ l, matter, form }: MatterPageProps) {
  const texts = textsOf(l)
  const t = texts.steps
  const mine = form?.about === 'avsta' ? form : undefined
  const field = fieldsOf(mine?.typed ?? {}, mine?.errors ?? {}, texts.errors)
  return (
    <Details summary={t.close} open={mine !== undefined}>
      <form class="form" method="post" action={l.href(advocacyPaths.close(matter.id))} noValidate>
        <Input {...field('skal')} label={t.closeReason} value={textIn(mine?.typed ?? {}, 'skal')} />
        <Button variant="secondary">{t.closeButton}</Button>
      </form>
    </Details>
  )
}
