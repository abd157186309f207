import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Database } from '#database/tables.ts'
import { NotFoundPage, ServerErrorPage } from '#domains/site/index.ts'
import { FilesAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { inLanguage, localeOf } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { currentScope } from '#platform/observe/scope.ts'
import { type Outage, outageOf } from '#platform/outage.ts'
import { NoRoom } from '#platform/room.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { page } from '#ui/page.tsx'
import { outageTexts } from './outage-texts.ts'

type C = Context<AppEnv<Database>>

const missing = {
  sv: 'Sidan finns inte. Adressen kan vara felskriven, eller så har sidan tagits bort.',
  en: 'There is no such page. The address may be misspelt, or the page may have been removed.',
}

const foreignForm = {
  sv: 'Formuläret kom inte från den här webbplatsen, så vi tog inte emot det. Öppna sidan igen och försök på nytt.',
  en: 'The form did not come from this site, so we did not accept it. Open the page again and retry.',
  fi: 'Lomake ei tullut tältä sivustolta, joten emme ottaneet sitä vastaan. Avaa sivu uudelleen ja yritä taas.',
}

const ourFault = {
  sv: 'Något gick fel hos oss',
  en: 'Something went wrong on our side',
  fi: 'Meillä meni jokin vikaan',
}

const filesAway = {
  sv: 'Platsen där filer ligger svarar inte just nu. Inget har ändrats. Försök igen om en stund.',
  en: 'The place where files are kept does not answer right now. Nothing has changed. Try again in a while.',
  fi: 'Tiedostojen säilytyspaikka ei vastaa juuri nyt. Mitään ei ole muutettu. Yritä hetken kuluttua uudelleen.',
}
const awaySeconds = 30

const crowded = {
  sv: 'Väldigt många läser här just nu, så vi hinner inte visa sidan. Ladda om den om en stund.',
  en: 'Very many people are reading here right now, and we cannot show the page in time. Load it again in a moment.',
  fi: 'Sivustolla on juuri nyt hyvin paljon lukijoita, emmekä ehdi näyttää sivua. Lataa se hetken kuluttua uudelleen.',
}

const notFound = { sv: 'Finns inte', en: 'Not found', fi: 'Ei löydy' }
const refused = { sv: 'Det gick inte', en: 'That did not work', fi: 'Se ei onnistunut' }

/** Nothing answers to the address. What is not translated is read, and taken, in the language that holds all. */
export function answerMissing(c: C): Response | Promise<Response> {
  const { language, tongue } = localeIn(c)
  if (language !== tongue) {
    const address = localeOf(language).href(c.var.path) + new URL(c.req.url).search
    // 307 sends a form again as it was.
    return c.redirect(address, c.req.method === 'GET' ? 302 : 307)
  }
  return answerProblem(c, new Problem(404, missing[language]))
}

/** What went wrong on the way: the reader's to mend (a {@link Problem}) or ours (anything else, which is logged). */
export function answerFailure(error: Error, c: C): Response | Promise<Response> {
  if (error instanceof Problem) return answerProblem(c, error)
  if (error instanceof HTTPException && error.status === 403) {
    return answerProblem(c, new Problem(403, inLanguage(foreignForm, localeIn(c))))
  }
  if (isUnreadable(error)) {
    log.warn({ err: error, method: c.req.method }, 'a request asked for what no column can hold')
    return answerMissing(c)
  }
  if (error instanceof FilesAway) {
    log.warn({ err: error }, 'files are away')
    c.header('retry-after', String(awaySeconds))
    return answerProblem(c, new Problem(503, inLanguage(filesAway, localeIn(c))))
  }
  if (error instanceof NoRoom) {
    c.header('retry-after', '5')
    return answerProblem(c, new Problem(503, inLanguage(crowded, localeIn(c))))
  }
  log.error({ err: error, method: c.req.method }, 'a request failed')
  const { requestId } = currentScope()
  c.header('cache-control', 'no-store')
  const outage = outageOf(error)
  if (outage) return answerOutage(c, outage)
  // What failed before the page's frame was known cannot be told in it.
  if (!c.get('menu')) return c.text(`Something went wrong. Try again in a while. (${requestId})`, 500)
  const l = localeIn(c)
  const title = inLanguage(ourFault, l)
  if (isForPrograms(c.req.path)) return problemJson(c, { title, status: 500, requestId })
  return page(
    c,
    { title, description: title, noIndex: true },
    <ServerErrorPage l={l} requestId={requestId} />,
    500,
  )
}

/**
 * PostgreSQL's word for a value that no column can hold: a text for a number, a number beyond all numbers, a NUL. Forms
 * are checked before, so somebody wrote it into an address, where nothing is then.
 */
function isUnreadable(error: Error): boolean {
  return 'code' in error && ['22P02', '22003', '22021'].includes(String(error.code))
}

/** The database cannot do it now: says what became of what was sent, and what to do. */
function answerOutage(c: C, { why, saved }: Outage): Response | Promise<Response> {
  c.header('retry-after', '10')
  const l = localeIn(c)
  const t = inLanguage(outageTexts, l)
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const { title, text } = isReading
    ? t.reading
    : saved === 'unknown'
      ? t.unknown
      : { title: t.nothing.title, text: t.nothing.text[why] }
  if (!c.get('locale')) return c.text(title, 503)
  if (isForPrograms(c.req.path)) return problemJson(c, { title, status: 503, detail: text })
  return page(c, { title, description: text, noIndex: true }, <PageHeader title={title} lead={text} />, 503)
}

function answerProblem(c: C, problem: Problem): Response | Promise<Response> {
  const l = localeIn(c)
  c.header('cache-control', 'no-store')
  if (isForPrograms(c.req.path)) {
    return problemJson(c, { title: problem.message, status: problem.status, choices: problem.choices })
  }
  const title = inLanguage(problem.status === 404 ? notFound : refused, l)
  return page(
    c,
    { title, description: problem.message, noIndex: true },
    <NotFoundPage l={l} title={title} message={problem.message} choices={problem.choices} />,
    problem.status,
  )
}

/** Files and the API are read by programs, which want a problem (RFC 9457) and not a page. */
function isForPrograms(path: string): boolean {
  return /\.(json|csv|xlsx|parquet|json-stat|rdf|ttl|jsonld)$|^\/(api|kolada)\//.test(path)
}

function problemJson(
  c: C,
  problem: {
    title: string
    status: ContentfulStatusCode
    detail?: string
    choices?: object[]
    requestId?: string | undefined
  },
): Response {
  return c.body(JSON.stringify({ type: 'about:blank', ...problem }), problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

function localeIn(c: C) {
  return c.get('locale') ?? localeOf('sv')
}
