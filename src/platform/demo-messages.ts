import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { NoticeKind } from '../../types/inbox'
import { useWatched, watched } from './emitter'
import { env } from './env'
import { AV } from './leancloud'

/**
 * The demo county in a browser: WeChat's prompt for messages, drawn by us, and the messages that the sandbox delivered. Where a real
 * WeChat is configured the sandbox is not there, and none of this either.
 */

export interface DemoMessage {
  page: string
  lines: string[]
}

interface Prompt {
  kinds: readonly NoticeKind[]
  answer: (accepted: boolean) => void
}
const prompt = watched<Prompt | undefined>(undefined)
export const useDemoPrompt = () => useWatched(prompt)

let there: Promise<boolean> | undefined

/** Whether this is a browser before the sandbox. Asked once. */
export function demoIsThere(): Promise<boolean> {
  if (env.inWechat) return Promise.resolve(false)
  there ??= ask('GET', '/sandbox/people').then((answer) => answer !== undefined)
  return there
}

/** Shows the prompt; resolves with whether the person allows these messages, once the sandbox knows it too. */
export async function promptForMessages(kinds: readonly NoticeKind[]): Promise<boolean> {
  const accepted = await new Promise<boolean>((resolve) => {
    prompt.get()?.answer(false)
    prompt.set({ kinds, answer: resolve })
  })
  prompt.set(undefined)
  return accepted && (await ask('POST', '/sandbox/accept', { kinds })) !== undefined
}

/** What "WeChat" delivered to me, newest first; read anew whenever the page is shown. */
export function useDemoMessages(): readonly DemoMessage[] {
  const [messages, setMessages] = useState<readonly DemoMessage[]>([])
  useDidShow(() => {
    void demoIsThere().then(async (yes) => {
      const answer = yes ? await ask('GET', '/sandbox/messages') : undefined
      setMessages(((answer as { messages?: DemoMessage[] } | undefined)?.messages ?? []).slice(0, 5))
    })
  })
  return messages
}

/** What the sandbox answers; undefined without one. */
async function ask(method: 'GET' | 'POST', path: string, data?: object): Promise<unknown> {
  const session = AV.User.current()?.getSessionToken()
  try {
    const reply = await Taro.request({
      url: `${env.serverUrl}${path}`,
      method,
      data,
      header: { 'content-type': 'application/json', ...(session ? { 'x-lc-session': session } : {}) },
    })
    return reply.statusCode === 200 ? reply.data : undefined
  } catch {
    return undefined
  }
}
