import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { env } from './env'

export interface DemoPerson {
  openid: string
  nickname: string
  role: string
}

/** People of the demo county to sign in as in a browser; none where a real WeChat is configured. */
export function useDemoPeople(): readonly DemoPerson[] {
  const [people, setPeople] = useState<readonly DemoPerson[]>([])
  useEffect(() => {
    if (env.inWechat) return
    Taro.request<{ people?: DemoPerson[] }>({ url: `${env.serverUrl}/sandbox/people` })
      .then(({ data, statusCode }) => {
        if (statusCode === 200) setPeople(data.people ?? [])
      })
      .catch(() => {}) // no demo county here
  }, [])
  return people
}
