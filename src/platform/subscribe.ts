import Taro from '@tarojs/taro'
import type { NoticeKind } from '../../types/inbox'
import { client } from './client'
import { demoIsThere, promptForMessages } from './demo-messages'
import { env } from './env'

/** WeChat's prompt for messages (订阅消息): only from a tap, at most three kinds, each acceptance is one message. */

let templates: Map<NoticeKind, string> | undefined
const mostKinds = 3

/** Fetches the template ids beforehand: the prompt itself must follow the tap at once. In a browser only the demo has a prompt. */
export async function prepareMessages(): Promise<void> {
  if (templates || (!env.inWechat && !(await demoIsThere()))) return
  const answer = await client.inbox.templates({}).catch(() => undefined)
  if (answer?.ok) templates = new Map(answer.value.rows.map((row) => [row.kind, row.templateId]))
}

/** Asks within a tap and records what was accepted. Resolves with how many kinds; refusing costs nothing. */
export async function askForMessages(kinds: readonly NoticeKind[]): Promise<number> {
  const wanted = kinds
    .flatMap((kind) => {
      const templateId = templates?.get(kind)
      return templateId === undefined ? [] : [{ kind, templateId }]
    })
    .slice(0, mostKinds)
  if (wanted.length === 0) return 0
  try {
    const accepted = env.inWechat ? await askInWechat(wanted) : await askInDemo(wanted)
    if (accepted.length > 0) await client.inbox.recordAcceptance({ kinds: accepted })
    return accepted.length
  } catch {
    return 0 // put away by the person
  }
}

interface Wanted {
  kind: NoticeKind
  templateId: string
}

async function askInWechat(wanted: readonly Wanted[]): Promise<NoticeKind[]> {
  const tmplIds = wanted.map((w) => w.templateId)
  const result = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown as Record<string, string>
  return wanted.filter((w) => result[w.templateId] === 'accept').map((w) => w.kind)
}

async function askInDemo(wanted: readonly Wanted[]): Promise<NoticeKind[]> {
  const kinds = wanted.map((w) => w.kind)
  return (await promptForMessages(kinds)) ? kinds : []
}
