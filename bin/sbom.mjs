// npm run sbom: writes what the program is made of (CycloneDX 1.5) to build/sbom.cdx.json, or to the file named.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPackage } from './dependencies.mjs'
import { root } from './install.mjs'

/** The bill of materials from the lockfile: what runs, without what only tests need, in an order that stays. */
export function makeSbom() {
  const args = [
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--omit=dev',
    '--package-lock-only',
  ]
  const { stdout, stderr, status } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm sbom did not succeed: ${stderr}`)
  const sbom = JSON.parse(stdout)
  // npm names the program after its folder.
  sbom.metadata.component.name = readPackage().name
  return sbom
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(process.argv[2] ?? join(root, 'build', 'sbom.cdx.json'))
  mkdirSync(dirname(file), { recursive: true })
  const sbom = makeSbom()
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`)
  console.log(`${sbom.components.length} components in ${file}`)
}
