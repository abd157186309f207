import { keyFigurePaths } from '#domains/key-figures/index.ts'

/** Addresses of this house, without the language. */
export const followingPaths = {
  mine: keyFigurePaths.following,
  stop: `${keyFigurePaths.following}/sluta`,
  mail: `${keyFigurePaths.following}/mejl`,
  unsubscribe: <Token extends string>(token: Token) => `/avanmal/foljer/${token}` as const,
} as const
