import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Role, seatOf } from '#domains/accounts/index.ts'
import { association } from '#platform/association.ts'
import { type Cast, demonstratePeople, ourCast } from './seeds-people.ts'

/** The source of everything that the demonstration makes up. */
export const demonstrationSource = 'demonstration'

/** When each municipality joined. Known is that Falkenberg was there from the start in 1995; the rest is made up. */
const joined: Record<string, string> = {
  '1995-05-01': '1382 2518 2281 1283 1080 0980 1490 2061 2380 0127 0191 1730',
  '1997-03-13': '0114 0480 0581 0680 0780 0880 1081 1281 1380',
  '1999-06-03': '1780 1880 1980 2180 2480 0381 0188 1401',
  '2001-09-20': '0136 0186 0319 0486 0580 0682 0883 1082 1290',
  '2004-02-12': '1384 1484 1485 1781 1785 2021 2184 2280 2580',
  '2006-11-16': '0120 0461 0481 0586 0683 0765 0885 1083 1278',
  '2009-04-23': '1315 1383 1415 1463 1487 1489 1861 2023 2321',
  '2012-05-10': '0305 0512 0662 0760 0840 1285 1287 1402',
  '2014-10-02': '1421 1441 1783 1885 1904 2031 2283 2409 2510',
  '2017-03-16': '0561 0687 1256 1261 1495 1863 2313 2584',
  '2021-12-09': '1264 1273 1984 2101 2309 2463',
  '2025-02-13': '1907 2482',
}

const regions = ['0003', '0010', '0012', '0017', '0020', '0023']

/** Whether anyone is a member; a demonstration is only loaded into an association without members. */
export async function hasMembers(trx: Transaction<Database>): Promise<boolean> {
  return (await trx.selectFrom('membership').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Whether the demonstration was ever loaded; everything that it makes up comes with its source. */
export async function hasDemonstration(db: Kysely<Database>): Promise<boolean> {
  const found = db.selectFrom('source').select('id').where('id', '=', demonstrationSource)
  return (await found.executeTakeFirst()) !== undefined
}

/** Who is a member, who sits in the association's organs, and the people of the members. */
export interface MadeUpMembers {
  memberships: { code: string; since: string }[]
  seats: Seat[]
  cast: Cast
}

/** Members, board, expert group and secretariat of the demonstration association, the same every time. */
export async function demonstrateMembers(
  trx: Transaction<Database>,
  { memberships, seats, cast }: MadeUpMembers = ours(),
): Promise<void> {
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
      retrieved_on: '2026-11-23',
      covers_sv: 'Medlemskap, personer och de värden som är märkta ”påhittat”. Finns inte i skarp drift.',
      covers_en: 'Memberships, people and the values marked “made up”. Does not exist in production.',
    })
    .execute()
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
    await seatOf(trx, association.code, seat.role)
    await trx
      .insertInto('appointment')
      .values({
        person_id: id,
        organisation_code: association.code,
        role: seat.role,
        title_sv: seat.sv,
        title_en: seat.en,
        home_organisation_code: seat.home,
        since: seat.role === 'secretariat' ? '2024-01-01' : '2026-04-28',
        ordinal,
      })
      .execute()
  }
  await demonstratePeople(trx, cast)
  await sql`analyze membership, person, appointment`.execute(trx)
}

/** Somebody in an organ of the association. */
export interface Seat {
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
  expert('Henrik Sandås', '2480', 'Energirådgivare', 'Energy adviser'),
  expert('Ingrid Våg', '0880', 'VA-ingenjör', 'Water engineer'),
  expert('Tove Grönlund', '2184', 'Folkhälsoplanerare', 'Public health planner'),
  expert('Daniel Möller', '1281', 'Trafikplanerare', 'Transport planner'),
  expert('Fatima El-Amin', '0581', 'Kostchef', 'Head of catering'),
  expert('Per Åkerlund', '1780', 'Naturvårdare', 'Nature conservation officer'),
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

function ours(): MadeUpMembers {
  return {
    memberships: [
      ...Object.entries(joined).flatMap(([since, codes]) =>
        codes.split(' ').map((code) => ({ code, since })),
      ),
      ...regions.map((code) => ({ code, since: '2004-09-23' })),
    ],
    seats,
    cast: ourCast,
  }
}
