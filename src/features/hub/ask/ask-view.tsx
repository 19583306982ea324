import { View } from '@tarojs/components'
import { contactLimits } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Card, Row, Section } from '../../../components/card'
import { SayBox } from '../../../components/say-box'
import { Shell } from '../../../components/shell'
import { roleOf } from '../../../components/spoken'
import { Switch } from '../../../components/switch'
import { nearTime } from '../../../platform/dates'
import { go, pathOf } from '../../../platform/routes'
import { useDraft } from '../../../platform/use-draft'
import { useUploads } from '../../../platform/use-uploads'
import { HubHead, type NearHub } from '../card/hub-head'
import { Instead } from '../card/instead'
import { cardWording as words } from '../card/wording'
import type { MyHub } from '../my-hub'
import { hubWording } from '../wording'
import { emptyAsk } from './form'
import { Kinds } from './kinds'
import { useSendAsk } from './use-send'

const hourMs = 3_600_000

/** One hub, for anybody who has signed in or not: is somebody there, and what one wants to say to it, on one page. */
export function AskView({ hub, mine }: { hub: NearHub; mine: MyHub | null }) {
  const own = mine?.hub?.hubId === hub.hubId
  const hubId = own ? undefined : hub.hubId
  const [form, change, forget] = useDraft(`hub/ask/${own ? 'mine' : hub.hubId}`, emptyAsk)
  const uploads = useUploads()
  const { problem, sending, waiting, consented, send, forgive } = useSendAsk({ form, hubId, uploads, forget })
  const title = own ? words.title : words.otherTitle
  if (waiting)
    return (
      <Shell title={title}>
        <View className="stack" {...roleOf('status')}>
          <View className="t-display">{hubWording.kept}</View>
          <View>{words.keptNote}</View>
        </View>
      </Shell>
    )
  const by = mine ? nearTime(new Date(Date.now() + mine.answerHours * hourMs), new Date()) : ''
  const sendWords = form.aboutHost
    ? consented
      ? words.sendStaff
      : words.agreeStaff
    : consented
      ? words.send
      : words.agree
  const signIn = () => go('signIn', { next: pathOf('hub', { hubId: hub.hubId }) })
  const bar = !mine ? (
    <Button block onTap={signIn}>
      {words.sendSignIn}
    </Button>
  ) : (
    <View className="ask-bar">
      <View className="t-note t-center">
        {form.aboutHost ? words.promiseStaff(by) : words.promise(by, hub.hasDeputy)}
      </View>
      <Button block loading={sending} disabled={sending} onTap={() => void send()}>
        {sendWords}
      </Button>
    </View>
  )
  return (
    <Shell title={title} bar={bar}>
      <View className="stack ask-page">
        <HubHead hub={hub} home={mine?.household ?? undefined} />
        {own && mine && <Instead mine={mine} />}
        {!own && mine && <View className="t-note">{hub.status === 'open' ? words.notYours : words.otherPaused}</View>}
        <Section title={form.aboutHost ? words.aboutHostTitle : words.tell}>
          <View className="stack">
            {form.aboutHost ? (
              <View className="t-note">{words.aboutHostNote}</View>
            ) : (
              <Kinds value={form.kind} onChange={(kind) => change({ kind })} />
            )}
            <SayBox
              mostFiles={contactLimits.files}
              label={words.say}
              placeholder={form.aboutHost ? words.sayToStaff : words.sayPlaceholders[form.kind]}
              value={form.words}
              problem={problem}
              focus={problem !== ''}
              uploads={uploads}
              onChange={(text) => {
                forgive()
                change({ words: text })
              }}
            />
            <Card flush>
              <View className="ask-switches">
                <Switch
                  label={words.callBack}
                  hint={words.callBackHint}
                  on={form.callBack}
                  onChange={(callBack) => change({ callBack })}
                />
                <View className="ask-switches__line" />
                <Switch
                  label={form.aboutHost ? words.anonymousToStaff : words.anonymous}
                  hint={form.aboutHost ? words.anonymousToStaffHint : words.anonymousHint}
                  on={form.anonymous}
                  onChange={(anonymous) => change({ anonymous })}
                />
              </View>
            </Card>
            {mine && !consented && (
              <Card>
                <View className="t-strong">{hubWording.consent}</View>
                <View className="t-note">{hubWording.consentBody}</View>
                <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
                  {hubWording.readPrivacy}
                </Button>
              </Card>
            )}
            <Button look="quiet" block onTap={() => change({ aboutHost: !form.aboutHost })}>
              {form.aboutHost ? words.backToHost : words.aboutHost}
            </Button>
          </View>
        </Section>
        <Section title={words.more}>
          <Card flush>
            <Row icon="chat" title={words.mine} onTap={() => go('contacts')} />
            <Row icon="pin" title={words.others} onTap={() => go('hubs')} />
            <Row icon="clock" title={words.duty} note={words.dutyNote} onTap={() => go('duty')} />
            {mine?.household && (
              <Row icon="family" title={words.household} note={words.householdNote} onTap={() => go('household')} />
            )}
          </Card>
        </Section>
      </View>
    </Shell>
  )
}
