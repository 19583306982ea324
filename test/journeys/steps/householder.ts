import type { Phone } from '../phone'
import { Neighbour } from './neighbour'

/** Steps of somebody who lives next to a hub. */
export class Householder extends Neighbour {
  constructor(
    phone: Phone,
    readonly openid: string,
  ) {
    super(phone)
  }

  opensHerHub = (): Promise<void> => this.phone.goOn('/features/hub/pages/card/index')

  /** From home, by the code that somebody of the household gave. */
  async joinsByCode(code: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap('找我的中心户')
    await this.phone.see('您住哪一户？')
    await this.phone.fill('邀请码', code)
    await this.phone.settle()
    await this.phone.tap('加入这一户')
    await this.phone.allowMessages()
    await this.phone.see('有事跟户长说')
  }

  /** From home, without a code: where I live is for the staff to see. */
  async asksToJoin(grid: string, door: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap('找我的中心户')
    await this.phone.tap('没有邀请码')
    await this.phone.tap(grid)
    await this.phone.fill('门牌', door)
    await this.phone.settle()
    await this.phone.tap('请网格员确认')
    await this.phone.allowMessages()
    await this.phone.see(`交给${grid}的网格员了`)
  }

  /** Two taps from home and the words between them. */
  async asksTheHub(words: string, photo?: Buffer): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap('中心户')
    await this.phone.see('有事跟户长说')
    await this.phone.settle()
    await this.phone.fill('想说什么', words)
    if (photo) {
      await this.phone.choosePhoto('加照片', photo)
      await this.phone.see('已上传')
    }
    await this.phone.tap('告诉户长')
    await this.phone.allowMessages()
    await this.phone.see('等户长回您')
  }

  /** From home, where what waits for me stands first. */
  async opensTheThread(task: string, head: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap(task)
    await this.phone.see(head)
    await this.phone.settle()
  }

  /** From all that I asked: home shows only the most urgent. */
  async opensTheThreadFromTheList(said: string, head: string): Promise<void> {
    await this.phone.goOn('/features/hub/pages/contacts/index')
    await this.phone.tap(said)
    await this.phone.see(head)
    await this.phone.settle()
  }

  /** Where the host sent me, with what I said already there. */
  async asksForHelpFromTheThread(kind: string, when: string): Promise<void> {
    await this.phone.tap('去求助')
    await this.phone.see('要帮什么？')
    await this.phone.tap(kind)
    await this.phone.tap(when)
    await this.phone.tap('请人来帮')
    await this.phone.allowMessages()
    await this.phone.see('我的求助')
  }

  /** Where the host sent me: a few questions, the form, handed in. */
  async appliesFromTheThread(answers: Readonly<Record<string, string>>, shop: string): Promise<void> {
    await this.phone.tap('去办')
    for (const [question, option] of Object.entries(answers)) await this.phone.choose(question, option)
    await this.phone.tap('看看怎么办')
    await this.phone.see('您不用跑')
    await this.phone.tap('开始办')
    await this.phone.fill('店名', shop)
    await this.phone.choose('办好了怎么给您', '手机上看')
    await this.phone.tap('交上去')
    await this.phone.allowMessages()
    await this.phone.see('交上去了')
  }

  /** Where the host sent me: what is on near me. */
  async signsUpFromTheThread(title: string): Promise<void> {
    await this.phone.tap('看看活动')
    await this.phone.tap(title)
    await this.phone.tap('我要报名')
    await this.phone.settle()
    await this.phone.tap('报名')
    await this.phone.allowMessages()
    await this.phone.see('报上了')
  }

  async ratesTheAnswer(stars: number, comment: string): Promise<void> {
    await this.phone.giveStars(stars)
    await this.phone.fill('说两句', comment)
    await this.phone.tap('提交评价')
    await this.phone.see('办好了，谢谢您的评价')
  }

  /** What is about the host himself goes another way. */
  async complainsPastTheHost(words: string): Promise<void> {
    await this.phone.goOn('/features/hub/pages/card/index')
    await this.phone.tap('对户长有意见？不经过他说')
    await this.phone.see('这件事不经过户长')
    await this.phone.fill('想说什么', words)
    await this.phone.tap('交给社区')
    await this.phone.allowMessages()
    await this.phone.see('没经过户长')
  }
}
