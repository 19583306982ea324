import { execFileSync } from 'node:child_process'
import { optimise } from '../../cloud/volunteer/match/match'
import { defaultDistance, defaultWeights } from '../../cloud/volunteer/match/model'
import { buildRoster } from '../../cloud/volunteer/match/roster'
import { drawCounty } from './match-county'

/** Megabytes of a process that does nothing but plan a pool, run as the server is run, with tsx. */
export interface Memory {
  /** What it takes before: node, tsx and the engine; and with the drawn county. */
  idleMegabytes: number
  countyMegabytes: number
  /** Its peak after the first optimum, and after so many one after the other. */
  onceMegabytes: number
  peakMegabytes: number
}

/** Plans the pool of a county in a process of its own. */
export function measureMemory(people: number, asks: number, times: number): Memory {
  const figures = [people, asks, times].map(String)
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', __filename, ...figures], { encoding: 'utf8' }))
}

function run(people: number, asks: number, times: number): Memory {
  const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)
  const idleMegabytes = peak()
  const { volunteers, requests } = drawCounty(1, people, asks)
  const countyMegabytes = peak()
  const peaks = Array.from({ length: times }, () => {
    optimise(buildRoster(volunteers, defaultDistance), requests, defaultWeights)
    return peak()
  })
  return {
    idleMegabytes,
    countyMegabytes,
    onceMegabytes: peaks[0] as number,
    peakMegabytes: peaks.at(-1) as number,
  }
}

if (require.main === module) {
  const [people, asks, times] = process.argv.slice(2).map(Number) as [number, number, number]
  process.stdout.write(JSON.stringify(run(people, asks, times)))
}
