type Id = string | number

/** Addresses of evaluations, without the language. */
export const evaluationPaths = {
  office: <E extends Id>(event: E) => `/kansli/evenemang/${event}/utvardering` as const,
  drop: <E extends Id>(event: E) => `/kansli/evenemang/${event}/utvardering/avsta` as const,
  publish: <E extends Id>(event: E) => `/kansli/evenemang/${event}/utvardering/publicera` as const,
  withdraw: <E extends Id>(event: E) => `/kansli/evenemang/${event}/utvardering/dra-tillbaka` as const,
  summary: <E extends Id>(event: E) => `/evenemang/${event}/utvardering` as const,
  sheet: <Token extends string>(token: Token) => `/evenemang/utvardering/${token}` as const,
  thanks: '/evenemang/utvardering',
}
