import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card, Row } from '../../components/card'
import { Dated } from '../../components/dated'
import { Shell } from '../../components/shell'
import { Skeleton } from '../../components/states'
import { Switch } from '../../components/switch'
import { roleNames, wording } from '../../features/people/wording'
import { chooseElderMode, useElderMode } from '../../platform/elder-mode'
import { makePhoneCall, useHelpPhone } from '../../platform/help-phone'
import { go } from '../../platform/routes'
import { useMe, useSignedIn } from '../../platform/session'
import { helpWording } from '../help-wording'
import { hubWording } from '../hub-wording'
import { HubRows } from './hub-rows'

const words = wording.me
const help = helpWording.me
const hub = hubWording.me

/** Who I am here, what I may do, and every setting. */
export default function MePage() {
  const me = useMe()
  const signedIn = useSignedIn()
  const elder = useElderMode()
  const helpPhone = useHelpPhone()
  const has = (...wanted: readonly string[]) => me?.grants.some((g) => wanted.includes(g.role)) ?? false
  return (
    <Shell tab title={words.title}>
      <View className="stack">
        {signedIn && !me && <Skeleton rows={1} />}
        <Card>
          {me ? (
            <View>
              <View className="t-title">{me.nickname}</View>
              <View className="t-note">
                <Dated
                  words={[me.community?.name, ...me.grants.map((g) => `${g.areaName} ${roleNames[g.role]}`)]
                    .filter(Boolean)
                    .join(' · ')}
                />
              </View>
            </View>
          ) : (
            <View className="between">
              <View className="t-head">{words.notSignedIn}</View>
              <Button onTap={() => go('signIn')}>{words.signIn}</Button>
            </View>
          )}
        </Card>
        <Card>
          <Switch label={words.elder} hint={words.elderHint} on={elder} onChange={chooseElderMode} />
        </Card>
        {me && (
          <Card flush>
            <Row
              icon="pin"
              title={words.community}
              note={me.community?.name ?? words.choose}
              onTap={() => go('homeArea')}
            />
            <Row icon="hub" title={hubWording.me.hub} note={hubWording.me.hubNote} onTap={() => go('hub')} />
            <Row icon="family" title={words.family} onTap={() => go('family')} />
            <Row
              icon="heart"
              title={has('volunteer') ? help.volunteer : help.become}
              note={has('volunteer') ? help.volunteerNote : help.becomeNote}
              onTap={() => go('volunteerProfile')}
            />
            {has('volunteer') && <Row icon="walk" title={help.tasks} onTap={() => go('helpTasks')} />}
            <Row icon="people" title={help.mediations} onTap={() => go('mediations')} />
            <Row icon="briefcase" title={help.work} onTap={() => go('workOpenings')} />
            {has('organiser') && <Row icon="briefcase" title={help.hire} onTap={() => go('workEmployer')} />}
            {has('communityAdmin') && <Row icon="handshake" title={help.workFollow} onTap={() => go('workFollow')} />}
            {has('volunteer') && <Row icon="clock" title={help.hours} onTap={() => go('helpHours')} />}
            <Row icon="hand" title={help.requests} onTap={() => go('helpRequests')} />
            <Row icon="calendar" title={words.organise} onTap={() => go('managed')} />
            {has('clerk', 'approver', 'communityAdmin', 'supervisor') && (
              <Row icon="list" title={words.desk} onTap={() => go('desk')} />
            )}
            {has('approver', 'communityAdmin', 'supervisor') && (
              <Row icon="star" title={words.deskBoard} onTap={() => go('deskBoard')} />
            )}
            <HubRows />
            {has('gridWorker', 'communityAdmin', 'supervisor') && (
              <Row icon="people" title={words.matching} onTap={() => go('matching')} />
            )}
            {has('gridWorker', 'communityAdmin', 'supervisor') && (
              <Row icon="home" title={hub.community} note={hub.communityNote} onTap={() => go('branchHubs')} />
            )}
            {has('partyMember') && (
              <Row icon="star" title={help.branch} note={help.branchNote} onTap={() => go('partyLife')} />
            )}
            {has('communityAdmin') && <Row icon="star" title={help.branches} onTap={() => go('partyBranches')} />}
            {has('communityAdmin') && <Row icon="check" title={words.approvals} onTap={() => go('approvals')} />}
            {has('communityAdmin', 'supervisor') && (
              <Row icon="mail" title={words.feedbackDesk} onTap={() => go('feedbackDesk')} />
            )}
            {has('communityAdmin', 'supervisor') && (
              <Row icon="list" title={words.catalogue} onTap={() => go('catalogue')} />
            )}
            {has('communityAdmin', 'supervisor') && (
              <Row icon="shield" title={words.grants} onTap={() => go('grants')} />
            )}
          </Card>
        )}
        <Card flush>
          {me && <Row icon="person" title={words.data} onTap={() => go('data')} />}
          <Row icon="edit" title={words.feedback} note={words.feedbackNote} onTap={() => go('feedback')} />
          <Row icon="shield" title={words.privacy} onTap={() => go('privacy')} />
          {helpPhone && <Row icon="phone" title={words.help} note={helpPhone} onTap={() => makePhoneCall(helpPhone)} />}
        </Card>
      </View>
    </Shell>
  )
}
