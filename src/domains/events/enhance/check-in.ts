/** What a browser that can read codes offers. Not every browser does, and TypeScript does not know it yet. */
interface Detector {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector
  }
}

const pauseMs = 250
const arrival = /^(\/en)?\/evenemang\/anmalan\/[\w.-]+\/in$/

/** At the door: says honestly when there is no connection, and reads QR codes where the browser can. */
export function enhanceCheckIn(root: Document): void {
  tellOffline(root)
  for (const place of root.querySelectorAll<HTMLElement>('[data-scan]')) offerScanning(place)
}

/** Without a connection a press would be lost, so it is stopped and said. */
function tellOffline(root: Document): void {
  const notices = root.querySelectorAll<HTMLElement>('[data-offline]')
  if (notices.length === 0) return
  const show = () => {
    for (const notice of notices) notice.hidden = navigator.onLine
  }
  addEventListener('online', show)
  addEventListener('offline', show)
  show()
  for (const form of root.querySelectorAll('form[data-needs-network]')) {
    form.addEventListener('submit', (event) => {
      show()
      if (!navigator.onLine) event.preventDefault()
    })
  }
}

function offerScanning(place: HTMLElement): void {
  const button = place.querySelector('button')
  const video = place.querySelector('video')
  const failed = place.querySelector<HTMLElement>('[data-failed]')
  const Reader = window.BarcodeDetector
  if (!Reader || !button || !video || !navigator.mediaDevices) return
  place.hidden = false
  let stream: MediaStream | undefined
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = undefined
    video.hidden = true
    button.textContent = button.dataset.start ?? ''
  }
  button.addEventListener('click', async () => {
    if (stream) return stop()
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      video.srcObject = stream
      video.hidden = false
      button.textContent = button.dataset.stop ?? ''
      await video.play()
      const reader = new Reader({ formats: ['qr_code'] })
      while (stream) {
        const [code] = await reader.detect(video)
        const address = code && URL.parse(code.rawValue)
        if (address && arrival.test(address.pathname)) {
          stop()
          // The path alone: the code may be printed with another name of this same site.
          location.assign(address.pathname)
          return
        }
        await new Promise((done) => setTimeout(done, pauseMs))
      }
    } catch {
      stop()
      if (failed) failed.textContent = failed.dataset.failed ?? ''
    }
  })
}
