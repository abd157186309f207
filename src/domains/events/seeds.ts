import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { instantOf } from '#platform/days.ts'
import type { EventText } from './queries.ts'
import { demonstrateRegistrations } from './registration/seeds.ts'
import type { EventForm, EventKind, OpenTo } from './rules.ts'
import { demonstrateGathering } from './seeds-gathering.ts'

export interface EventSeed {
  kind: EventKind
  form: EventForm
  openTo: OpenTo
  day: string
  from: string
  to: string
  endDay?: string
  place?: string
  /** In whole units of the currency. */
  price?: number
  register?: string
  registerBy?: string
  cancelled?: string
  sv?: EventText
  en?: EventText
}

/** Events of the demonstration association, past and coming. All made up. */
export async function demonstrateEvents(trx: Transaction<Database>): Promise<void> {
  await saveEvents(trx, ours)
  await demonstrateRegistrations(trx)
  await demonstrateGathering(trx)
}

/** Writes made-up events. */
export async function saveEvents(trx: Transaction<Database>, seeds: EventSeed[]): Promise<void> {
  for (const seed of seeds) {
    const written = new Date('2026-09-01T08:00:00Z')
    const { id } = await trx
      .insertInto('event')
      .values({
        kind: seed.kind,
        form: seed.form,
        open_to: seed.openTo,
        starts_at: instantOf(seed.day, seed.from) ?? written,
        ends_at: instantOf(seed.endDay ?? seed.day, seed.to) ?? written,
        place: seed.place ?? '',
        price_ore: (seed.price ?? 0) * 100,
        register_at: seed.register ?? '',
        registration: seed.register ? 'elsewhere' : 'none',
        register_by: seed.registerBy ?? null,
        published_at: written,
        created_at: written,
        updated_at: written,
        made_up: true,
        written_by: null,
        ...(seed.cancelled ? { cancelled_at: written, cancel_reason: seed.cancelled, sequence: 1 } : {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('event_text')
      .values([
        ...(seed.sv ? [{ event_id: id, language: 'sv' as const, ...seed.sv }] : []),
        ...(seed.en ? [{ event_id: id, language: 'en' as const, ...seed.en }] : []),
      ])
      .execute()
  }
}

const office = 'kansli@sekom.example'

const ours: EventSeed[] = [
  {
    kind: 'annual-meeting',
    form: 'both',
    openTo: 'members',
    day: '2026-04-28',
    from: '10:00',
    to: '15:30',
    place: 'Rådhuset, Borås',
    register: office,
    registerBy: '2026-04-14',
    sv: {
      title: 'Årsmöte 2026',
      summary: 'Medlemmarna väljer styrelse och beslutar om avgift och nyckeltal.',
      programme:
        '- 10.00 Kaffe och registrering\n- 10.30 Årsmötesförhandlingar\n- 12.00 Lunch\n- 13.00 Borås visar sitt energiarbete\n- 15.30 Slut',
    },
    en: {
      title: 'Annual meeting 2026',
      summary: 'The members elect the board and decide on fee and key figures.',
      programme: '',
    },
  },
  {
    kind: 'seminar',
    form: 'online',
    openTo: 'everyone',
    day: '2026-10-15',
    from: '09:00',
    to: '11:00',
    register: office,
    registerBy: '2026-10-13',
    sv: {
      title: 'Matsvinnet som betalade det ekologiska',
      summary: 'Karlskrona berättar hur köken vägde sig fram till fler ekologiska råvaror.',
      programme: '## Så gjorde vi\n\nTre kök visar sina siffror. Därefter frågor.',
    },
  },
  {
    kind: 'network-meeting',
    form: 'online',
    openTo: 'members',
    day: '2026-12-03',
    from: '13:00',
    to: '14:30',
    register: office,
    registerBy: '2026-12-02',
    sv: {
      title: 'Rapportörernas träff inför årets omgång',
      summary: 'Vi går igenom nyckeltalen ett efter ett och svarar på frågor.',
      programme:
        '1. Vad är nytt i år?\n2. Energi i lokaler: vilka hus räknas?\n3. Tjänsteresor: så hämtar du uppgifterna\n4. Frågor',
    },
    en: {
      title: 'The reporters meet before this year’s round',
      summary: 'We go through the key figures one by one and answer questions.',
      programme: '',
    },
  },
  {
    kind: 'seminar',
    form: 'online',
    openTo: 'everyone',
    day: '2026-12-17',
    from: '08:00',
    to: '09:00',
    registerBy: '2026-12-16',
    sv: {
      title: 'Frukost på nätet: sol på skolans tak',
      summary: 'Växjö visar vad taken gav första året, i kilowattimmar och kronor.',
      programme: 'Vi börjar klockan 8 prick. Ta med kaffet.',
    },
    en: {
      title: 'Breakfast online: sun on the school roofs',
      summary: 'Växjö shows what the roofs gave in the first year, in kilowatt hours and kronor.',
      programme: '',
    },
  },
  {
    kind: 'board-meeting',
    form: 'online',
    openTo: 'board',
    day: '2026-12-10',
    from: '09:00',
    to: '12:00',
    sv: {
      title: 'Styrelsemöte i december',
      summary: 'Ansökningar om medlemskap, budget och årsmötets plats.',
      programme: '',
    },
  },
  {
    kind: 'training',
    form: 'on-site',
    openTo: 'everyone',
    day: '2027-01-21',
    from: '09:30',
    to: '16:00',
    place: 'Länsmuseet, Örebro',
    price: 1200,
    register: office,
    registerBy: '2027-01-11',
    sv: {
      title: 'Grundkurs i de fyra hållbarhetskriterierna',
      summary: 'En dag för dig som är ny i arbetet: vad kriterierna säger och hur de används i en kommun.',
      programme:
        '## Förmiddag\n\n- Varför just fyra?\n- Kriterierna i översiktsplan, upphandling och budget\n\n## Eftermiddag\n\n- Arbete i grupper med **egna exempel**\n- Vad tar vi med oss hem?',
    },
    en: {
      title: 'Basic course in the four sustainability criteria',
      summary:
        'A day for those who are new to the work: what the criteria say and how a municipality uses them.',
      programme: '',
    },
  },
  {
    kind: 'seminar',
    form: 'on-site',
    openTo: 'everyone',
    day: '2027-02-09',
    from: '13:00',
    to: '16:00',
    place: 'Stadsbiblioteket, Helsingborg',
    register: office,
    cancelled: 'Föreläsaren har fått förhinder. Vi återkommer med en ny dag.',
    sv: {
      title: 'Återbruk i stor skala',
      summary: 'Hur tre kommuner fick ner grovavfallet.',
      programme: '',
    },
  },
  {
    kind: 'conference',
    form: 'both',
    openTo: 'everyone',
    day: '2027-04-20',
    from: '09:00',
    endDay: '2027-04-21',
    to: '15:00',
    place: 'Folkets hus, Umeå',
    price: 2900,
    register: office,
    registerBy: '2027-03-31',
    sv: {
      title: 'Ekokommunernas vårkonferens och årsmöte 2027',
      summary: 'Två dagar om transporter, mat och mod. Årsmötet hålls den andra dagen klockan 10.',
      programme:
        '## Tisdag 20 april\n\n- 09.00 Välkommen\n- 10.00 Vintercykling på riktigt, med prova-på\n- 13.00 Parallella pass om mat, skog och energi\n- 18.00 Middag\n\n## Onsdag 21 april\n\n- 08.30 Studiebesök\n- 10.00 Årsmöte\n- 15.00 Slut',
    },
    en: {
      title: 'The eco-municipalities’ spring conference and annual meeting 2027',
      summary: 'Two days on transport, food and courage. The annual meeting is held on the second day at 10.',
      programme: '',
    },
  },
]
