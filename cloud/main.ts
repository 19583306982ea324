import { readSettings } from './platform/settings'
import { buildIfChanged } from './start/build-h5'
import { checkPort } from './start/port'
import { runUntilSignal } from './start/run'
import { step } from './start/steps'

/** `npm start`: everything on one machine, with a demo county when there is no WeChat account. */
async function main(): Promise<void> {
  console.log('邻里帮 Linlibang')
  const settings = readSettings(process.env)
  await checkPort(settings)
  await step('Building the app (only when its sources changed)', () => buildIfChanged('h5'))
  const running = await runUntilSignal(settings, async (server) => {
    if (settings.wechat) return undefined
    const { loadDemoCounty } = await import('./sandbox/demo')
    await step('Loading the demo county (once)', () => loadDemoCounty(server))
    // They take half a minute and more: they move in while the county can be looked at.
    const { loadDemoVolunteers } = await import('./sandbox/demo/volunteers/load')
    const { loadDemoHubs } = await import('./sandbox/demo/hubs/load')
    return async () => {
      if (await loadDemoVolunteers(server)) console.log('  The volunteers of the county have moved in.\n')
      if (await loadDemoHubs(server)) console.log('  Its party-member hubs look after their households.\n')
    }
  })
  console.log(`\n  Open ${running.url}\n`)
  if (!settings.wechat) {
    const { demoPeople } = await import('./sandbox/demo/people')
    console.log('  Sign in there as one of the demo people:')
    for (const { nickname, role } of demoPeople) console.log(`    ${nickname}  ${role}`)
  }
  console.log('\n  In WeChat DevTools: npm run build:weapp, then open this folder.\n  Stop with Ctrl-C.\n')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
