import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from './tables.ts'

/** The source of everything that the demonstration makes up. */
export const demonstrationSource = 'demonstration'

/** Founding members; that Falkenberg was one is known, the rest is made up. */
const since1995 = [
  '1382',
  '2518',
  '2281',
  '1283',
  '1080',
  '0980',
  '1490',
  '2061',
  '2380',
  '0127',
  '0191',
  '1730',
]

const since2001 =
  `0114 0120 0136 0140 0184 0186 0188 0305 0319 0381 0461 0480 0481 0486 0509 0512 0560 0561 0580 0581 0583
0586 0662 0680 0682 0683 0687 0760 0765 0780 0821 0834 0840 0860 0880 0883 0885 1060 1081 1082 1083`.split(
    /\s+/,
  )

const since2010 =
  `1256 1261 1263 1264 1272 1273 1276 1278 1281 1285 1287 1290 1315 1380 1383 1384 1401 1402 1415 1421 1435
1441 1463 1470 1484 1485 1487 1489 1495 1497 1715 1763 1780 1781 1783 1785 1861 1880 1904 1907 1980 1984 2021 2023
2031`.split(/\s+/)

const regions = ['0003', '0010', '0012', '0017', '0020', '0023']

/** Whether anyone is a member; a demonstration is only loaded into an association without members. */
export async function hasMembers(trx: Transaction<Database>): Promise<boolean> {
  return (await trx.selectFrom('membership').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Members, board, expert group and secretariat of the demonstration association, the same every time. */
export async function demonstrateMembers(trx: Transaction<Database>): Promise<void> {
  await trx
    .insertInto('source')
    .values({
      id: demonstrationSource,
      title_sv: 'Påhittat för demonstrationen',
      title_en: 'Made up for the demonstration',
      publisher: 'Ekokommun',
      licence_sv: 'CC0 1.0. Säger inget om verkligheten.',
      licence_en: 'CC0 1.0. Says nothing about the real world.',
      address: null,
      retrieved_on: '2026-11-01',
      covers_sv: 'Medlemskap, personer och de värden som är märkta ”påhittat”. Finns inte i skarp drift.',
      covers_en: 'Memberships, people and the values marked “made up”. Does not exist in production.',
    })
    .execute()
  const memberships = [
    ...since1995.map((code) => ({ code, since: '1995-05-01' })),
    ...since2001.map((code) => ({ code, since: '2001-01-01' })),
    ...since2010.map((code) => ({ code, since: '2010-01-01' })),
    ...regions.map((code) => ({ code, since: '2004-01-01' })),
  ]
  await trx
    .insertInto('membership')
    .values(memberships.map(({ code, since }) => ({ organisation_code: code, since, made_up: true })))
    .execute()
  for (const [ordinal, seat] of seats.entries()) {
    const { id } = await trx
      .insertInto('person')
      .values({ name: seat.name, made_up: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('appointment')
      .values({
        person_id: id,
        organisation_code: 'SEKOM',
        role: seat.role,
        title_sv: seat.sv,
        title_en: seat.en,
        home_organisation_code: seat.home,
        since: seat.role === 'secretariat' ? '2024-01-01' : '2026-04-28',
        ordinal,
      })
      .execute()
  }
  await sql`analyze membership`.execute(trx)
}

interface Seat {
  name: string
  home: string
  role: Role
  sv: string
  en: string
}

const board = (name: string, home: string, role: Role = 'board-member'): Seat => ({
  name,
  home,
  role,
  sv: { 'board-chair': 'Ordförande', 'board-substitute': 'Ersättare' }[String(role)] ?? 'Ledamot',
  en: { 'board-chair': 'Chair', 'board-substitute': 'Substitute' }[String(role)] ?? 'Member',
})
const expert = (name: string, home: string, sv: string, en: string): Seat => ({
  name,
  home,
  role: 'expert-group',
  sv,
  en,
})

const seats: Seat[] = [
  board('Karin Åsberg', '1382', 'board-chair'),
  board('Lars-Göran Ek', '2518'),
  board('Amina Yusuf', '1283'),
  board('Björn Hällström', '2281'),
  board('Eva Lindqvist', '0980'),
  board('Mikael Öhman', '1490'),
  board('Sara Nyström', '1080'),
  board('Johan Ängquist', '2061'),
  board('Petra Sjöholm', '0012'),
  board('Oskar Fält', '1401', 'board-substitute'),
  board('Lena Dahlgren', '0381', 'board-substitute'),
  board('Ali Rahimi', '1980', 'board-substitute'),
  expert('Maria Bergvall', '1382', 'Miljöstrateg', 'Environmental strategist'),
  expert('Henrik Sandås', '1490', 'Energirådgivare', 'Energy adviser'),
  expert('Ingrid Våg', '1080', 'VA-ingenjör', 'Water engineer'),
  expert('Tove Grönlund', '2281', 'Folkhälsoplanerare', 'Public health planner'),
  expert('Daniel Möller', '1283', 'Trafikplanerare', 'Transport planner'),
  expert('Fatima El-Amin', '0581', 'Kostchef', 'Head of catering'),
  expert('Per Åkerlund', '2061', 'Naturvårdare', 'Nature conservation officer'),
  {
    name: 'Annika Strand',
    home: '1080',
    role: 'secretariat',
    sv: 'Samordnare, halvtid',
    en: 'Coordinator, half time',
  },
  {
    name: 'Viktor Lönn',
    home: '1490',
    role: 'secretariat',
    sv: 'Kommunikatör, 30 procent',
    en: 'Communicator, 30 per cent',
  },
]
