import { Command } from 'commander'
import { readSettings } from '../platform/settings'
import { runCloud } from '../start/run'

export const demo = new Command('demo')
  .description('Loads the demo county 云溪县 into an empty database, once. Refused where a real WeChat is configured.')
  .action(async () => {
    const settings = readSettings({ ...process.env, PORT: '0' })
    if (settings.wechat) throw new Error('The demo county belongs to the sandbox; WECHAT_APPID is set.')
    const { loadDemoCounty } = await import('../sandbox/demo')
    const { loadDemoVolunteers } = await import('../sandbox/demo/volunteers/load')
    const { loadDemoHubs } = await import('../sandbox/demo/hubs/load')
    const running = await runCloud(settings, async (server) => {
      await loadDemoCounty(server)
      await loadDemoVolunteers(server)
      await loadDemoHubs(server)
    })
    await running.stop()
    console.log('The demo county is loaded.')
  })
