import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import type { Network } from '../../queries.ts'
import type { Project } from '../queries.ts'

export interface OwnProjectPageProps {
  l: Locale
  /** Undefined for a new one. */
  project: Project | undefined
  /** In whose name a new one can be written. */
  writers: { code: string; name: string }[]
  networks: Network[]
  typed: Typed
  errors: Record<string, string>
  overtaken: boolean
  done: string | undefined
}

/** A project to be written, changed and published. */
export function OwnProjectPage(props: OwnProjectPageProps) {
  const { l, project, errors, overtaken, done } = props
  const texts = officeTextsOf(l)
  const t = texts.project
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.ownProjects), label: t.mine }]} />
      <PageHeader title={project ? t.edit : t.new} lead={t.formLead} />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{texts.form.overtaken}</p>
        </Notice>
      )}
      {project?.hiddenAt && (
        <Notice tone="warning">
          <p>{t.hiddenWhy(project.hiddenReason)}</p>
        </Notice>
      )}
      {project && !project.publishedAt && (
        <form class="form" method="post" action={l.href(partnerPaths.publishProject(project.id))}>
          <p>{t.publishHint}</p>
          <Button>{t.publish}</Button>
        </form>
      )}
      {project?.publishedAt && !project.hiddenAt && (
        <p>
          <a href={l.href(partnerPaths.project(project.id))}>{t.see}</a>
        </p>
      )}
      <Fields {...props} />
    </>
  )
}

function Fields({ l, project, writers, networks, typed, errors }: OwnProjectPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.project
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      class="form"
      method="post"
      action={l.href(project ? partnerPaths.ownProject(project.id) : partnerPaths.beginProject)}
      noValidate
    >
      <input type="hidden" name="version" value={textIn(typed, 'version')} />
      {writers.length > 1 && (
        <Select
          {...field('kommun')}
          label={t.organisation}
          options={writers.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Input {...field('namn')} label={t.name} />
      <Input {...field('borjar')} label={t.begins} />
      <Input {...field('slutar')} label={t.ends} hint={t.endsHint} />
      <Textarea {...field('medlemmar')} label={t.members} hint={t.membersHint} rows={4} />
      <Boxes
        id="natverk"
        name="natverk"
        legend={t.partners}
        options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={textsIn(typed, 'natverk')}
      />
      <Input {...field('andra-partner')} label={t.otherPartners} hint={t.otherPartnersHint} />
      <Input {...field('belopp')} label={t.amount} hint={t.amountHint} />
      <Input {...field('valuta')} value={textIn(typed, 'valuta') || 'SEK'} label={t.currency} />
      <Input {...field('betalar')} label={t.funder} />
      {(['sv', 'en'] as const).map((language) => (
        <fieldset key={language} class="boxes flow">
          <legend class="legend">{t.inLanguage[language]}</legend>
          <Textarea {...field(`kort-${language}`)} label={t.short} rows={3} />
          <Textarea
            {...field(`resultat-${language}`)}
            label={t.results}
            hint={texts.form.markdown}
            rows={8}
          />
        </fieldset>
      ))}
      <Textarea {...field('lankar')} label={t.links} hint={t.linksHint} rows={3} />
      <Button variant={project && !project.publishedAt ? 'secondary' : 'primary'}>{t.save}</Button>
    </form>
  )
}
