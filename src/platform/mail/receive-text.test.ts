import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutMarks, newTextOf } from './receive-text.ts'

const answer = 'Vi gjorde så här.\n\nDet kostade 40 000 kr.'
const quoted = '> Hur gjorde ni?\n> Hälsningar Umeå'

describe('only what was written anew is kept', () => {
  test.each([
    [
      'Gmail',
      `${answer}\n\nDen tors 26 nov. 2026 kl 14:03 skrev Ekokommun <noreply@eko.example>:\n\n${quoted}`,
    ],
    [
      'Gmail, broken over two lines',
      `${answer}\n\nDen tors 26 nov. 2026 kl 14:03 skrev Sveriges Ekokommuner <\nnoreply@eko.example>:\n\n${quoted}`,
    ],
    [
      'Gmail in English',
      `${answer}\n\nOn Thu, 26 Nov 2026 at 14:03, Ekokommun <noreply@eko.example> wrote:\n${quoted}`,
    ],
    [
      'Apple',
      `${answer}\n\nSkickat från min iPhone\n\n> 26 nov. 2026 kl. 14:03 skrev Ekokommun <noreply@eko.example>:\n> \n${quoted}`,
    ],
    ['Apple Mail', `${answer}\n\n26 nov. 2026 kl. 14:03 skrev Ekokommun <noreply@eko.example>:\n\n${quoted}`],
    [
      'Outlook',
      `${answer}\n\nFrån: Ekokommun <noreply@eko.example>\nSkickat: den 26 november 2026 14:03\nTill: Anna\nÄmne: Hur gjorde ni?\n\nHur gjorde ni?`,
    ],
    [
      'Outlook with a line above',
      `${answer}\n\n________________________________\nFrån: Ekokommun\nDatum: torsdag, 26 november 2026\nTill: Anna\n\nHur gjorde ni?`,
    ],
    [
      'Outlook from HTML',
      `${answer}\n\n--------------------------------------------------------------------------------\n\n*Från:* Ekokommun <noreply@eko.example>\n*Skickat:* den 26 november 2026\n\nHur?`,
    ],
    [
      'old Outlook',
      `${answer}\n\n-----Ursprungligt meddelande-----\nFrån: Ekokommun\nSkickat: i dag\n\nHur gjorde ni?`,
    ],
    ['Thunderbird', `${answer}\n\nDen 2026-11-26 kl. 14:03, skrev Ekokommun:\n${quoted}`],
    [
      'any program, by our own line',
      `${answer}\n\nsomething unheard of\n-----\n${cutMarks[0]}\n\nHur gjorde ni?`.replace(
        'something unheard of\n-----\n',
        '',
      ),
    ],
    [
      'a quoted line of ours',
      `${answer}\n\n> -- ${cutMarks[1]} --\n> Hur gjorde ni?\nand more that is not marked as quoted`,
    ],
    [
      'below the quoted mail',
      `Den tors 26 nov. 2026 kl 14:03 skrev Ekokommun <noreply@eko.example>:\n${quoted}\n\n${answer}`,
    ],
    ['a signature', `${answer}\n-- \nAnna Ek\nEkolog, Falkenberg`],
    ['a farewell', `${answer}\n\nMed vänlig hälsning\n\nAnna Ek\nEkolog\n0346-88 60 00`],
    ['a short farewell', `${answer}\nMvh Anna`],
    ['Windows line ends', `${answer}\n\n${quoted}`.replaceAll('\n', '\r\n')],
  ])('%s', (_program, mail) => {
    expect(newTextOf(mail)).toBe(answer)
  })

  test('an answer between the lines of the question keeps its own lines', () => {
    expect(newTextOf('> Vad kostade det?\n\n40 000 kr.\n\n> Hur lång tid tog det?\n\nTvå år.')).toBe(
      '40 000 kr.\n\nTvå år.',
    )
  })

  test.each([
    'Den här åtgärden skrev vi om i planen. Där står: ingenting.',
    'Den stora frågan, skrev kommunstyrelsen:\n\nVem betalar?',
    'Från: januari till juni. Det gick bra.',
    'Hälsningar kom från hela landet, och vi svarade alla som skrev till oss om projektet.',
    'Vänligen notera att priset är utan moms.',
    `Bästa hälsningar från vår sommar:\n\n${'En lång berättelse om ängar. '.repeat(40)}`,
  ])('what only looks like a quote stays: %s', (text) => {
    expect(newTextOf(text)).toBe(text.trim())
  })

  test('nothing new is nothing', () => {
    expect(newTextOf(`\n\n${quoted}\n`)).toBe('')
    expect(newTextOf('-- \nAnna')).toBe('')
  })
})

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    'Den ',
    'skrev ',
    'Från: ',
    'Skickat: ',
    '>',
    '> ',
    '-- ',
    '--',
    ':',
    '@',
    '14:03',
    '\n',
    '\r\n',
    '\n\n',
    '-----Ursprungligt meddelande-----',
    'On ',
    'wrote:',
    '_'.repeat(40),
    '\u0000',
    '\u202e',
    ' '.repeat(50),
    cutMarks[0],
    'mvh',
    '<script>alert(1)</script>',
    'å',
    'text',
  )
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.array(pieces, { maxLength: 400 }).map((some) => some.join('')),
  )

  test('never becomes more than was there, and holds nothing unseen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const kept = newTextOf(text)
        expect(kept).not.toMatch(/[^\P{Cc}\n\t]/u)
        expect(kept).not.toMatch(/^>/m)
        expect(kept.split('\n').length).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length)
        expect(kept).toBe(kept.trim())
      }),
    )
  })

  test('is cut the same when it is cut again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Så här.', '', '> hur?', '> varför?'), { maxLength: 60 }),
        (lines) => {
          const once = newTextOf(lines.join('\n'))
          expect(newTextOf(once)).toBe(once)
        },
      ),
    )
  })

  test.each([
    ['line breaks', '\n'.repeat(200_000)],
    ['attributions', 'Den a skrev\n'.repeat(20_000)],
    ['headers', 'Från: a\n'.repeat(25_000)],
    ['spaces', `${' '.repeat(199_000)}x`],
    ['dashes', `${'-'.repeat(199_000)}x`],
    ['words', 'Den skrev wrote '.repeat(12_000)],
    ['farewells', 'mvh\n'.repeat(50_000)],
    ['quotes', '> '.repeat(90_000)],
  ])('takes no long time: %s', (_name, text) => {
    const start = performance.now()
    newTextOf(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
