import { randomLcg } from 'd3-random'

/** What nobody's form or program sends, and what somebody's does all the same. Answers never hold {@link planted}. */
export const planted = '<svg onload=planted(1)>'

export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff\ud83d',
  '\ufeff\u202egnp.exe\u2066',
  'e\u0301'.repeat(300),
  'x'.repeat(70_000),
  '👩‍👩‍👧‍👦',
  'İıßſ',
  '٣٤',
  '\r\nBcc: somebody@elsewhere.example\r\n\r\n',
  `"'>${planted}`,
  `</title></textarea></script>${planted}`,
  `[a](javascript:planted(1)) ![b](data:text/html,${planted})`,
  `' or 1=1; drop table person; --`,
  '%\\_%',
  '\\',
  '&|!:*()<->',
  '(((((((((((((((((((((a+)+)+)+)+)+$',
  '\x24{7*7}{{7*7}}#{7*7}',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://127.0.0.1:5432/',
  'http://[::ffff:169.254.169.254]/latest/',
  '//elsewhere.example',
  'javascript:planted(1)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-1',
  '0',
  '-0',
  '1.5',
  '1,5',
  '1e309',
  '1e-400',
  'NaN',
  'Infinity',
  '0x10',
  '2147483648',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999',
  '9'.repeat(400),
  '0000-00-00',
  '2025-02-30',
  '2025-13-45',
  '9999-12-31',
  '-000001-01-01',
  '+292277026596-12-04',
  '2025-06-10T25:61:61Z',
  '99:99',
  'infinity',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '{"a":{"b":[1,2,{}]}}',
  '[object Object]',
  '=1+1',
  '@SUM(A1)',
  'sv',
  'xx',
  '1382',
  '0000',
]

/** Parts of an address as they go over the wire, also such as no browser writes. */
export const hostileParts: readonly string[] = [
  ...hostileTexts
    .filter((text) => text !== '' && text.length < 8000 && text.isWellFormed())
    .map(encodeURIComponent),
  '%00',
  '%ED%A0%80',
  '%FF%FE',
  '%E0%A4%A',
  '%',
  '%25%32%66',
  '%2e%2e%2f%2e%2e%2f',
  '%2F%2Felsewhere.example',
  '1%0d%0aset-cookie:%20a=b',
  'x'.repeat(7000),
]

/** Chances that come the same again for a seed. */
export interface Chance {
  pick<T>(of: readonly T[]): T
  below(limit: number): number
}

export function chances(seed: number): Chance {
  const next = randomLcg(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (of) => {
      const found = of[below(of.length)]
      if (found === undefined) throw new Error('There is nothing to pick from')
      return found
    },
  }
}
