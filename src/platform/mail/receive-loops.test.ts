import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAutomatic, isDisowned } from './receive-loops.ts'

const own = { address: 'noreply@eko.example', domain: 'eko.example' }
const head = (headers: Record<string, string[]> = {}, more = {}) => ({
  returnPath: 'anna@falkenberg.example',
  from: 'anna@falkenberg.example',
  messageId: '<a1@falkenberg.example>',
  header: (name: string) => headers[name] ?? [],
  ...more,
})

describe('mail that nobody wrote', () => {
  test.each([
    ['a bounce', head({}, { returnPath: '' })],
    ['a bounce by its sender', head({}, { returnPath: 'MAILER-DAEMON@mx.example' })],
    ['from a machine', head({}, { from: 'no-reply@system.example' })],
    ['from ourselves', head({}, { from: 'NoReply@Eko.example' })],
    ['an absence note', head({ 'auto-submitted': ['auto-replied (vacation)'] })],
    ['what we sent', head({ 'auto-submitted': ['auto-generated'] })],
    ['a list', head({ precedence: ['List'] })],
    ['a list by its id', head({ 'list-id': ['<eko.lists.example>'] })],
    ['one that goes round', head({ 'x-loop': ['svar@eko.example'] })],
    ['one that has gone far', head({ received: Array.from({ length: 31 }, () => 'from a by b') })],
    ['a report', head({ 'content-type': ['multipart/report; report-type=delivery-status'] })],
    ['our own mail come back', head({}, { messageId: '<mail-12-mabc1@eko.example>' })],
  ])('%s', (_what, mail) => {
    expect(isAutomatic(mail, own)).toBe(true)
  })

  test('is not what people write', () => {
    expect(isAutomatic(head({ 'auto-submitted': ['no'], received: ['from a by b'] }), own)).toBe(false)
    expect(isAutomatic(head({ precedence: ['first-class'] }, { from: 'replyson@x.example' }), own)).toBe(
      false,
    )
  })

  test('is told by any of its marks, whatever else stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, messageId) => {
        expect(isAutomatic(head({ 'auto-submitted': ['auto-replied'] }, { from, messageId }), own)).toBe(true)
      }),
    )
  })
})

test('the verdict of the operator’s own server on the sender is heeded', () => {
  expect(
    isDisowned(head({ 'authentication-results': ['mx.eko.example; spf=pass; dmarc=fail (p=reject)'] })),
  ).toBe(true)
  expect(isDisowned(head({ 'authentication-results': ['mx.eko.example; dkim=pass; dmarc=pass'] }))).toBe(
    false,
  )
  expect(isDisowned(head())).toBe(false)
})
