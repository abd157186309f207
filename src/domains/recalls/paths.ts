import { keyFigurePaths } from '#domains/key-figures/index.ts'

/** Addresses of this house, without the language. */
export const recallPaths = {
  follow: keyFigurePaths.follow,
  confirm: <Token extends string>(token: Token) => `/bevaka/bekrafta/${token}` as const,
  manage: <Token extends string>(token: Token) => `/bevaka/mina/${token}` as const,
  unsubscribe: <Token extends string>(token: Token) => `/avanmal/rattelser/${token}` as const,
  mine: '/mina-sidor/bevakningar',
  desk: '/kansli/rattelser',
  settings: '/kansli/rattelser/tid',
  release: '/kansli/rattelser/skicka',
  day: <Day extends string>(day: Day) => `/kansli/rattelser/${day}` as const,
}
