import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Scene } from '../../../../components/scene'
import { Shell } from '../../../../components/shell'
import { roleOf } from '../../../../components/spoken'
import { useDemoPeople } from '../../../../platform/demo-people'
import { env } from '../../../../platform/env'
import { goBack } from '../../../../platform/routes'
import { signInAsDemoPerson, signInWithPassword, signInWithWechat } from '../../../../platform/session'
import { wording } from '../../wording'

const words = wording.signIn

/** Signing in: one tap inside WeChat; in a browser a demo person, or staff with a password. */
export default function SignInPage() {
  const { params } = useRouter()
  const demo = useDemoPeople()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')

  const enter = async (signIn: () => Promise<void>) => {
    setProblem('')
    try {
      await signIn()
    } catch (error) {
      const { code } = error as { code?: number }
      return setProblem(code === 210 || code === 211 ? words.wrong : code === 219 ? words.locked : words.failed)
    }
    const next = params.next ? decodeURIComponent(params.next) : undefined
    if (next) Taro.redirectTo({ url: next }).catch(() => {})
    else goBack()
  }

  return (
    <Shell title={words.title}>
      <View className="stack">
        <Scene name="other" />
        <View>{words.why}</View>
        {problem && (
          <View className="t-late" {...roleOf('alert')}>
            {problem}
          </View>
        )}
        {env.inWechat && (
          <Button block onTap={() => enter(signInWithWechat)}>
            {words.wechat}
          </Button>
        )}
        {demo.length > 0 && (
          <Section title={words.demo}>
            <Card flush>
              {demo.map((person) => (
                <Row
                  key={person.openid}
                  tile="person"
                  title={person.nickname}
                  note={person.role}
                  onTap={() => enter(() => signInAsDemoPerson(person.openid))}
                />
              ))}
            </Card>
          </Section>
        )}
        {!env.inWechat && (
          <Section title={words.staff}>
            <Card>
              <View className="stack">
                <Field label={words.username} required value={username} onChange={setUsername} />
                <Field label={words.password} required type="password" value={password} onChange={setPassword} />
                <Button
                  look={demo.length > 0 ? 'secondary' : 'primary'}
                  disabled={!username || !password}
                  onTap={() => enter(() => signInWithPassword(username, password))}
                >
                  {words.enter}
                </Button>
              </View>
            </Card>
          </Section>
        )}
      </View>
    </Shell>
  )
}
