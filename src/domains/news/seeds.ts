import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { NewsText } from './queries.ts'

interface Seed {
  slug: string
  /** `YYYY-MM-DD`; comes out in the morning. */
  day: string
  sv: NewsText
  en?: NewsText
}

/** News of the demonstration association. All made up; one waits for its hour. */
export async function demonstrateNews(trx: Transaction<Database>): Promise<void> {
  for (const { slug, day, sv, en } of seeds) {
    const publishAt = new Date(`${day}T07:00:00Z`)
    const { id } = await trx
      .insertInto('news_item')
      .values({
        slug,
        publish_at: publishAt,
        created_at: publishAt,
        updated_at: publishAt,
        made_up: true,
        written_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('news_text')
      .values([
        { news_id: id, language: 'sv', ...sv },
        ...(en ? [{ news_id: id, language: 'en' as const, ...en }] : []),
      ])
      .execute()
  }
}

const seeds: Seed[] = [
  {
    slug: 'arsmotet-valde-ny-styrelse',
    day: '2026-04-29',
    sv: {
      title: 'Årsmötet valde ny styrelse',
      lead: 'Medlemmarna samlades i Borås och på skärm. Karin Åsberg från Falkenberg blev omvald till ordförande.',
      body: 'Årsmötet beslutade också att avgiften är oförändrad nästa år.\n\n## Det här ska styrelsen arbeta med\n\n- Nyckeltalen: fler ska rapportera alla tolv\n- Erfarenhetsutbyte: minst sex träffar om året\n- Påverkan: svara på remisser tillsammans\n\nHela styrelsen finns under [Kansliet](/om/kansliet).',
    },
    en: {
      title: 'The annual meeting elected a new board',
      lead: 'The members met in Borås and online. Karin Åsberg of Falkenberg was re-elected as chair.',
      body: 'The annual meeting also decided to leave the fee unchanged next year.\n\n## What the board will work with\n\n- Key figures: more members shall report all twelve\n- Exchange of experience: at least six meetings a year\n- Advocacy: answer consultations together\n\nThe whole board is on the page of the [secretariat](/en/om/kansliet).',
    },
  },
  {
    slug: 'sa-blev-angarna-billigare-an-grasmattorna',
    day: '2026-09-08',
    sv: {
      title: 'Så blev ängarna billigare än gräsmattorna',
      lead: 'Örebro har delat med sig av fem års erfarenheter av ängar i staden.',
      body: 'Fler än trettio kommuner följde seminariet i förra veckan. Den vanligaste frågan gällde skyltar.\n\n> Skylta det första året, innan något syns. Då ser ytan mest glömd ut.\n\nLäs hela berättelsen bland de [goda exemplen](/exempel?sok=ängar).',
    },
  },
  {
    slug: 'nu-oppnar-arets-rapportering',
    day: '2026-11-02',
    sv: {
      title: 'Nu öppnar årets rapportering',
      lead: 'Rapportörerna har fått ett mejl med en länk till sin egen lista. Svara senast 31 januari.',
      body: 'Nytt i år är att ni kan ladda ner listan som arbetsbok, fylla i den tillsammans och läsa in den igen. Ni ser varje ändring innan den sparas.\n\nHar ni frågor? Kom på [rapportörernas träff](/evenemang) den 3 december.',
    },
    en: {
      title: 'This year’s reporting opens',
      lead: 'The reporters have got a mail with a link to their own list. Answer by 31 January.',
      body: 'New this year: you can take the list out as a workbook, fill it in together and read it in again. You see every change before it is saved.\n\nQuestions? Come to the [reporters’ meeting](/en/evenemang) on 3 December.',
    },
  },
  {
    slug: 'varkonferensen-2027-halls-i-umea',
    day: '2026-11-19',
    sv: {
      title: 'Vårkonferensen 2027 hålls i Umeå',
      lead: 'Två dagar om transporter, mat och mod, den 20 och 21 april. Årsmötet hålls den andra dagen.',
      body: 'Umeå visar hur staden fick fler att cykla i januari, och vad det kostade. Programmet och anmälan finns bland [evenemangen](/evenemang).\n\nRes gärna med tåg. Nattåget från Göteborg och Stockholm kommer fram **i god tid** till första passet.',
    },
  },
  {
    slug: 'gott-nytt-ekoar',
    day: '2026-12-31',
    sv: {
      title: 'Gott nytt ekoår',
      lead: 'Kansliet tackar för i år och öppnar igen den 7 januari.',
      body: 'Tack till alla rapportörer, skribenter och deltagare.',
    },
  },
]
