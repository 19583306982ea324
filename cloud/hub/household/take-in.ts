import { type Keys, seal } from '../../platform/crypto'
import type { Tx } from '../../platform/database'
import { assignNearest } from '../assign/assign'
import { lockLinks } from '../assign/queries'
import type { FileHousehold, FileProblem } from '../file/read'
import { hubWording } from '../wording'
import { doorHash, doorHashes } from './door'
import * as queries from './queries'

const words = hubWording.problems
const titles = hubWording.columns

export interface TakenIn {
  added: number
  linked: number
  orphaned: number
}

/**
 * Registers the households of a file and gives each its hub, all or nothing: with one problem nothing is written. `by` null: the operator, who serves every
 * area.
 */
export async function takeInHouseholds(
  tx: Tx,
  rows: readonly FileHousehold[],
  { by, keys }: { by: number | null; keys: Keys },
  now: Date,
): Promise<TakenIn | { problems: FileProblem[] }> {
  // From here on nobody else registers a door: what is taken is known, by its line.
  await lockLinks(tx)
  const codes = [...new Set(rows.map(({ areaCode }) => areaCode))]
  const places = new Map((await queries.selectPlaces(tx, by, codes)).map((place) => [place.areaCode, place]))
  const problems: FileProblem[] = []
  const lines = new Map<string, number>()
  const hashes = rows.map(({ areaCode, door }) => doorHashes(keys, areaCode, door))
  const taken = new Set((await queries.selectTakenDoors(tx, hashes.flat())).map(({ hash }) => hash.toString('hex')))
  const sealed = rows.flatMap((row, n) => {
    const { line, areaCode } = row
    const note = (path: string, problem: string) => {
      problems.push({ line, path, problem })
      return []
    }
    const place = places.get(areaCode)
    if (!place) return note(titles.areaCode, words.noSuchArea)
    const [lat, lng] = [row.lat ?? place.lat, row.lng ?? place.lng]
    if (lat === null || lng === null) return note(titles.lat, words.noPlace)
    const hash = doorHash(keys, areaCode, row.door)
    const earlier = lines.get(hash.toString('hex'))
    if (earlier !== undefined) return note(titles.door, words.doorTwice(earlier))
    lines.set(hash.toString('hex'), line)
    if (hashes[n]?.some((one) => taken.has(one.toString('hex')))) return note(titles.door, words.doorTaken)
    return [{ ...sealedHousehold(keys, row, hash), lat, lng }]
  })
  if (problems.length > 0) return { problems }
  const ids = await queries.insertHouseholds(tx, sealed, by, now)
  const { linked, orphaned } = await assignNearest(tx, ids, { news: true }, now)
  return { added: ids.length, linked: linked.length, orphaned: orphaned.length }
}

const sealedHousehold = ({ field }: Keys, { areaCode, people, reason, door, phone }: FileHousehold, hash: Buffer) => ({
  areaCode,
  people,
  reason,
  doorCipher: seal(field, door),
  doorHash: hash,
  phoneCipher: phone === undefined ? null : seal(field, phone),
})
