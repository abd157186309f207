/** Addresses of the mail of questions, without the language. */
export const questionMailPaths = {
  choice: '/mina-sidor/fragor-pa-mejl',
  unsubscribe: <Token extends string>(token: Token) => `/avanmal/fragor/${token}` as const,
  received: '/kansli/fragor/inkommen-post',
} as const
