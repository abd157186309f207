import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vcardOf } from './vcard.ts'

const person = {
  id: 1,
  name: 'Anna Östlund',
  title: 'VA-ingenjör, enhetschef',
  organisation: 'Falkenberg; Miljö',
  email: 'anna@falkenberg.example',
  phone: '',
  address: 'https://eko.example/kontakter/person/1',
}

test('a card escapes what has a meaning and leaves out what is empty', () => {
  expect(vcardOf(person)).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'UID:https://eko.example/kontakter/person/1',
      'FN:Anna Östlund',
      'N:Östlund;Anna;;;',
      'ORG:Falkenberg\\; Miljö',
      'TITLE:VA-ingenjör\\, enhetschef',
      'EMAIL;TYPE=work:anna@falkenberg.example',
      'SOURCE:https://eko.example/kontakter/person/1',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})

test('no line is longer than 75 octets, and unfolding gives the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      const title = typed.replace(/[\r\n\\;,]/g, '')
      const card = vcardOf({ ...person, title: `t${title}` })
      const lines = card.split('\r\n')
      return (
        lines.every((line) => Buffer.byteLength(line) <= 75) &&
        card.replaceAll('\r\n ', '').includes(`TITLE:t${title}`)
      )
    }),
  )
})
