/** Headers that make a browser save a file rather than show it, under its own name (RFC 6266, RFC 8187). */
export function downloadHeaders(file: { name: string; mediaType: string }): Record<string, string> {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  }
}

/** The last part of an uploaded file's name, without what could mislead: folders, control and direction signs. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  return (clean.length > 150 ? clean.slice(0, 150 - ending.length) + ending : clean) || 'dokument'
}
