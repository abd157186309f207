import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { createSecrets } from '../../../src/platform/secrets.ts'
import { bgMax } from '../../support/payment-files.ts'
import { ask } from './ask.ts'
import type { Kind, Ledger } from './ledger.ts'
import type { Prepared, Voter } from './prepare.ts'
import { type Site, secret } from './site.ts'

type Saving = Exclude<Kind, 'read'>

/** One thing that somebody sends, and the name under which the database must hold it once. */
interface Work {
  kind: Saving
  name: string
  path: string
  cookie: string
  form: () => URLSearchParams | FormData
}

/** Visitors who read, report, register, vote, pay and upload until they are told to go home. */
export interface Visitors {
  goHome(): Promise<void>
}

const pages = ['/', '/nyckeltal', '/kommuner', '/evenemang', '/exempel', '/om']

/** Lets the visitors in. */
export function letIn(site: Site, ledger: Ledger, prepared: Prepared): Visitors {
  let open = true
  let count = 0
  const next = () => {
    count += 1
    return count
  }
  const signer = createSecrets(secret)

  const readers = async () => {
    for (let i = 0; open; i += 1) {
      await ask(site, ledger, { kind: 'read', path: `${pages[i % pages.length]}?nr=${next()}` })
      await pause(150)
    }
  }
  const reporter = async (figure: string) => {
    const { secretariat, organisation } = prepared
    const path = `/rapportera/${organisation}/2025/nyckeltal/${figure}`
    while (open) {
      const page = await ask(site, ledger, { kind: 'read', path, cookie: secretariat })
      const version = /name="version" value="(-?\d+)"/.exec(page.text)?.[1]
      if (page.outcome === 'done' && version !== undefined) {
        const value = String(1000 + next())
        const form = () => new URLSearchParams({ version, varde: value, kommentar: 'Prov' })
        await send({ kind: 'report', name: `${figure} ${value}`, path, cookie: secretariat, form })
      }
      await pause(200)
    }
  }
  const guest = async () => {
    while (open) {
      const email = `gast${next()}@gast.example`
      const until = Date.now() + 100 * 3_600_000
      const token = signer.sign('event-guest', { event: prepared.event, email, until })
      const path = `/evenemang/${prepared.event}/anmalan/gast/${token}`
      const form = () => new URLSearchParams({ namn: `Gäst ${email}`, 'deltar-0': 'on-site' })
      await send({ kind: 'register', name: email, path, cookie: '', form })
      await pause(200)
    }
  }
  const voter = async (voters: Voter[]) => {
    for (const { entry, year, cookie, token } of voters) {
      if (!open) return
      const path = `/arsmote/${year}/rosta`
      const form = () =>
        new URLSearchParams({ [`formular-${entry}`]: token, [`rost-${entry}`]: String(1 + (entry % 2)) })
      await send({ kind: 'vote', name: String(entry), path, cookie, form })
      await pause(500)
    }
  }
  const bank = async () => {
    while (open) {
      const ore = 100_000 + next()
      const form = () => {
        const sent = new FormData()
        const file = bgMax.file(
          bgMax.start(),
          bgMax.open(),
          bgMax.transfer('20', ore, '', String(ore)),
          bgMax.deposit(ore, 1),
          bgMax.end(1, 0, 0, 1),
        )
        sent.set('fil', new File([file.slice()], `bank-${ore}.txt`))
        return sent
      }
      const path = '/kansli/avgifter/inbetalningar'
      await send({ kind: 'pay', name: String(ore), path, cookie: prepared.secretariat, form })
      await pause(400)
    }
  }
  const designer = async () => {
    const { secretariat, organisation } = prepared
    const path = `/mina-sidor/organisation/${organisation}`
    while (open) {
      const page = await ask(site, ledger, { kind: 'read', path, cookie: secretariat })
      const version = /name="version" value="([^"]*)"/.exec(page.text)?.[1]
      if (page.outcome === 'done' && version !== undefined) {
        const n = next()
        const background = { r: n % 256, g: (n >> 8) % 256, b: (n >> 16) % 256 }
        const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background } })
          .png()
          .toBuffer()
        const form = () => {
          const sent = new FormData()
          sent.set('version', version)
          sent.set('logoAlt', `Logotyp ${n}`)
          sent.set('logo', new File([new Uint8Array(picture)], 'logo.png', { type: 'image/png' }))
          return sent
        }
        await send({ kind: 'upload', name: `Logotyp ${n}`, path, cookie: secretariat, form })
      }
      await pause(400)
    }
  }
  /** Sends a form until it is known to be saved, as somebody does who reads what the answers say. */
  const send = async ({ kind, name, path, cookie, form }: Work) => {
    let maybeSaved = false
    for (;;) {
      const { outcome, text } = await ask(site, ledger, { kind, path, cookie, form: form() })
      if (outcome === 'already' && !maybeSaved) {
        ledger.fault(`${kind} ${name}: refused as sent before, but it was not: ${text.slice(0, 80)}`)
        return
      }
      if (outcome === 'done' || outcome === 'already') return ledger.acknowledge(kind, name)
      if (outcome === 'wrong') return
      maybeSaved ||= outcome === 'unknown'
      if (!open) return
      await pause(700)
    }
  }
  const [half, rest] = [
    prepared.voters.filter((_, i) => i % 2 === 0),
    prepared.voters.filter((_, i) => i % 2),
  ]
  const everybody = Promise.all([
    readers(),
    readers(),
    ...prepared.figures.map(reporter),
    guest(),
    guest(),
    voter(half),
    voter(rest),
    bank(),
    designer(),
  ])
  return {
    goHome: async () => {
      open = false
      await everybody
    },
  }
}
