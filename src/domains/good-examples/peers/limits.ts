import type { Limit } from '#domains/accounts/index.ts'

/** So many colleagues may be asked about one draft. */
export const mostPeers = 5

/** How often one person may ask for comments, and comment. */
export const askingLimit: Limit = { name: 'ask-for-comments', times: 20, seconds: 86_400 }
export const commentLimit: Limit = { name: 'comment-on-example', times: 40, seconds: 3600 }
