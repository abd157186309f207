import { describe, expect, test } from 'vitest'
import {
  readLock,
  readPackage,
  strangeLicences,
  unaskedScripts,
  unsealed,
  unused,
} from '../../bin/dependencies.mjs'
import { makeSbom } from '../../bin/sbom.mjs'

describe('the packages that the program is made of', () => {
  const [lock, own] = [readLock(), readPackage()]

  test('have licences that fit, strong hashes, and no script that nobody has looked at', () => {
    expect(strangeLicences(lock)).toEqual([])
    expect(unsealed(lock)).toEqual([])
    expect(unaskedScripts(lock, own)).toEqual([])
  })

  test('are all used', () => {
    expect(unused(own)).toEqual([])
  })

  test('would be refused with another licence, without a hash, from elsewhere, or with a script', () => {
    const strange = {
      packages: {
        '': {},
        'node_modules/a': { license: 'SSPL-1.0', integrity: 'sha1-x', hasInstallScript: true },
        'node_modules/b': {
          license: '(MIT OR SSPL-1.0)',
          integrity: 'sha512-x',
          resolved: 'https://x.example/b',
        },
        'node_modules/c': { license: 'MIT AND SSPL-1.0', integrity: 'sha512-x' },
      },
    }
    expect(strangeLicences(strange)).toEqual(['a: SSPL-1.0', 'c: MIT AND SSPL-1.0'])
    expect(unsealed(strange)).toEqual(['a', 'b'])
    expect(unaskedScripts(strange, { allowScripts: {} })).toEqual(['a'])
    expect(unused({ dependencies: { ['left' + '-pad-of-nobody']: '1' }, devDependencies: {} })).toHaveLength(
      1,
    )
  })
})

test('the bill of materials names the program and every package that it runs on, with version, hash and licence', () => {
  const sbom = makeSbom()
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
  expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(sbom.metadata.component).toMatchObject({ type: 'application', name: 'ekokommun' })
  const known = new Map(sbom.components.map((one) => [one.name, one]))
  for (const name of Object.keys(readPackage().dependencies)) {
    expect(known.get(name)).toMatchObject({
      type: 'library',
      version: expect.stringMatching(/^\d/),
      purl: expect.stringMatching(/^pkg:npm\//),
      'bom-ref': expect.any(String),
    })
  }
  const unhashed = sbom.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512')
  expect(unhashed.map(({ name }) => name)).toEqual([])
  const references = new Set(sbom.dependencies.map(({ ref }) => ref))
  for (const component of sbom.components) expect(references).toContain(component['bom-ref'])
})
