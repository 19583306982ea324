import fs from 'node:fs'
import path from 'node:path'
import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'
import { measureFirstRender } from './first-render'
import type { Bench } from './main'

const sizeOf = (at: string): number =>
  fs.statSync(at).isDirectory()
    ? fs.readdirSync(at).reduce((sum, name) => sum + sizeOf(path.join(at, name)), 0)
    : fs.statSync(at).size

const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`

/**
 * Bytes of the production package (main at most 900 KB, each subpackage at most 300 KB), and what the first render of home costs: at most
 * 60 KB of setData and 600 nodes.
 */
export const packageBench: Bench = async (say) => {
  await buildIfChanged('weapp')
  const built = builtFolder('weapp')
  const { subPackages } = JSON.parse(fs.readFileSync(path.join(built, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const parts = Object.fromEntries(subPackages.map(({ root }) => [root, sizeOf(path.join(built, root))]))
  const main = sizeOf(built) - Object.values(parts).reduce((sum, size) => sum + size, 0)
  for (const [name, size] of Object.entries({ main, ...parts })) say(`${name.padEnd(24)} ${kb(size)}`)
  const { setDataBytes, setDataCalls, nodes } = await measureFirstRender()
  say(`${'first render of home'.padEnd(24)} ${kb(setDataBytes)} in ${setDataCalls} setData, ${nodes} nodes`)
  return { main, ...parts, setDataBytes, setDataCalls, nodes }
}
