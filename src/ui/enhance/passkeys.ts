import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Makes the passkey buttons of a page work, where the browser knows passkeys. */
export function enhancePasskeys(root: ParentNode): void {
  if (!('PublicKeyCredential' in window)) return
  for (const box of root.querySelectorAll<HTMLElement>('[data-passkey-login]')) {
    activate(box, async () => {
      const { options, token } = await send(box.dataset.options, {})
      return { token, till: box.dataset.till, answer: await startAuthentication({ optionsJSON: options }) }
    })
  }
  for (const box of root.querySelectorAll<HTMLElement>('[data-passkey-new]')) {
    activate(box, async () => {
      const name = box.querySelector('input')?.value
      const { options, token } = await send(box.dataset.options, {})
      return { token, name, answer: await startRegistration({ optionsJSON: options }) }
    })
  }
}

function activate(box: HTMLElement, ask: () => Promise<object>): void {
  const button = box.querySelector('button')
  const status = box.querySelector('[role=status]')
  if (!button || !status) return
  box.hidden = false
  button.hidden = false
  button.addEventListener('click', async () => {
    status.textContent = ''
    try {
      const { next } = await send(box.dataset.answer, await ask())
      window.location.assign(next)
    } catch {
      status.textContent = box.dataset.failed ?? ''
    }
  })
}

async function send(address: string | undefined, body: object) {
  const response = await fetch(address ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}
