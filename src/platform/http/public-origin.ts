/**
 * The origin for absolute links in an answer: the one that the client used, so that links work wherever a demonstration
 * runs. In production, or when the client came by it, that is the configured public address: a header that anybody can
 * send never ends up in an answer that others are given.
 */
export function publicOrigin(
  asked: string,
  { mode, baseUrl }: { mode: 'demo' | 'production'; baseUrl: string },
): string {
  const url = new URL(asked)
  return mode === 'production' || url.host === new URL(baseUrl).host ? baseUrl : url.origin
}
