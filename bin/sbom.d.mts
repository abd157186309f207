interface Component {
  'bom-ref': string
  type: string
  name: string
  version: string
  purl: string
  hashes?: { alg: string; content: string }[]
}
export function makeSbom(): {
  bomFormat: string
  specVersion: string
  serialNumber: string
  metadata: { component: { type: string; name: string } }
  components: Component[]
  dependencies: { ref: string }[]
}
