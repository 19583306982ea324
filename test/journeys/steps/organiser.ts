import { Anyone } from './anyone'

export interface Proposal {
  kind: string
  title: string
  body: string
  /** YYYY-MM-DD */
  day: string
  /** HH:mm */
  from: string
  until: string
  placeName: string
  address: string
  seats: string
}

/** Steps of somebody who holds an activity. */
export class Organiser extends Anyone {
  /** Writes a proposal down, looks at it as residents will, and hands it in. */
  async proposes(proposal: Proposal): Promise<void> {
    const { phone } = this
    await phone.goOn('/features/activity/pages/publish/index')
    await phone.choose('什么活动', proposal.kind)
    await phone.fill('名称', proposal.title)
    await phone.fill('说明', proposal.body)
    await phone.turnWheel('哪天', proposal.day)
    await phone.turnWheel('几点开始', proposal.from)
    await phone.turnWheel('几点结束', proposal.until)
    await phone.choose('报名截止', '提前 2 小时')
    await phone.fill('地点', proposal.placeName)
    await phone.fill('门牌', proposal.address)
    await phone.fill('名额', proposal.seats)
    await phone.tap('看看样子')
    await phone.see('居民看到的样子')
    await phone.see(proposal.placeName)
    await phone.tap('同意并提交')
    await phone.see('交上去了，等社区审批')
  }

  async managesActivity(activityId: number): Promise<void> {
    await this.phone.goOn(`/features/activity/pages/console/index?activityId=${activityId}`)
  }

  seesOnTheRoster = (name: string): Promise<void> => this.phone.see(name)

  async checksInByCode(code: string): Promise<void> {
    await this.phone.fill('输入签到码', code)
    await this.phone.tap('签到')
  }

  async showsTheScreenCode(): Promise<void> {
    await this.phone.tap('签到码')
    await this.phone.see('请邻居用微信扫一扫签到')
  }

  async callsOff(reason: string): Promise<void> {
    await this.phone.tap('取消活动')
    await this.phone.see('会马上告诉所有报名和候补的邻居')
    await this.phone.fill('为什么取消', reason)
    await this.phone.tap('取消活动')
  }

  /** The name of the file. */
  exportsTheRoster = (): Promise<string> => this.phone.receiveFile(() => this.phone.tap('导出名单'))
}
