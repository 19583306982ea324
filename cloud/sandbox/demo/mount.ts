import type { Settings } from '../../platform/settings'
import type { ServerDeps } from '../../server'
import type { SandboxState } from '../wechat'
import { mountDemoMessages, sandboxTemplates } from './messages'
import { mountDemoPeople } from './people'

/** What a server on the sandbox has more: people to sign in as, templates for every message, and the messages delivered. */
export function demoOf(state: SandboxState, settings: Settings): Pick<ServerDeps, 'settings' | 'mount'> {
  const templates = Object.keys(settings.templates).length > 0 ? settings.templates : sandboxTemplates
  return {
    settings: { ...settings, templates },
    async mount(app, inside) {
      await mountDemoPeople(app)
      await mountDemoMessages(app, { ...inside, state })
    },
  }
}
