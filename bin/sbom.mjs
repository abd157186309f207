// npm run sbom: writes what the program is made of (CycloneDX 1.5) to build/sbom.cdx.json, or to the file named.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPackage } from './dependencies.mjs'
import { root } from './install.mjs'

/** The bill of materials from the lockfile: what runs, without what only tests need, in an order that stays. */
export function makeSbom() {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { stdout, stderr, status } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm sbom did not succeed: ${stderr}`)
  const sbom = JSON.parse(stdout)
  // Left to itself npm leaves out too much: also what both the program and a test need.
  const isForTests = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')
  const gone = new Set(sbom.components.filter(isForTests).map((component) => component['bom-ref']))
  sbom.components = sbom.components.filter((component) => !gone.has(component['bom-ref']))
  sbom.dependencies = sbom.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => !gone.has(one)) }))
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
