import { applicationBench } from './application'
import { listsBench } from './lists'
import { liveMatchBench } from './live-match'
import { matchBench } from './match'
import { packageBench } from './package'
import { signUpBench } from './sign-up'
import { startBench } from './start'

/** A benchmark prints a small table and gives its figures; it throws when what it measured was wrong. */
export type Bench = (say: (line: string) => void) => Promise<Record<string, number | string>>

const benches: Record<string, { what: string; run: Bench }> = {
  'sign-up': {
    what: 'the last seats of one activity and of a thousand, full stack, beside a bare Fastify route',
    run: signUpBench,
  },
  lists: {
    what: 'every list of residents and staff in a county of a million residents, and how its cost grows from 100,000 (some minutes)',
    run: listsBench,
  },
  application: {
    what: '50,000 open applications with clocks: the sweep of what is due, and pages of the queue',
    run: applicationBench,
  },
  match: {
    what: '20,000 volunteers and 2,000 requests: the whole optimum, beside scipy and a greedy answer (--or-library DIR)',
    run: matchBench,
  },
  'live-match': {
    what: '20,000 volunteers in the database: a new request through the whole operation, and a round over the pool',
    run: liveMatchBench,
  },
  start: { what: 'npm start: first time with initdb and demo data, and again', run: startBench },
  package: { what: 'sizes of the WeChat package, and the first render of its home page', run: packageBench },
}

async function main(): Promise<void> {
  const [name = '', ...flags] = process.argv.slice(2)
  const bench = benches[name]
  if (!bench) {
    console.log('npm run bench -- <name> [--json]')
    for (const [key, { what }] of Object.entries(benches)) console.log(`  ${key.padEnd(10)} ${what}`)
    process.exitCode = name ? 1 : 0
    return
  }
  const figures = await bench.run((line) => console.log(line))
  if (flags.includes('--json')) console.log(JSON.stringify({ bench: name, node: process.version, ...figures }))
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
