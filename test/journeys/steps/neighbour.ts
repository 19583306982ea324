import { Anyone } from './anyone'

const page = (name: string, query = '') => `/features/volunteer/pages/${name}/index${query}`

/** Steps of somebody who asks neighbours for help, or helps. */
export class Neighbour extends Anyone {
  /** Three taps from the entry on home. */
  async asksFor(kind: string, when: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap('互助')
    await this.phone.settle()
    await this.phone.tap(kind)
    await this.phone.tap(when)
    await this.phone.tap('请人来帮')
    await this.phone.allowMessages()
    await this.phone.see('我的求助')
  }

  opensRequest = (helpRequestId: number): Promise<void> =>
    this.phone.goOn(page('request', `?helpRequestId=${helpRequestId}`))

  /** From home, where what waits for an answer stands first. */
  async opensTheOffer(kind: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.see(`${kind}，您能去吗？`)
    await this.phone.tap('去回复')
    await this.phone.see('为什么问您')
  }

  opensOffer = (offerId: number): Promise<void> => this.phone.goOn(page('offer', `?offerId=${offerId}`))

  async accepts(): Promise<void> {
    await this.phone.tap('我去')
    await this.phone.see('我去帮忙')
  }

  async declines(reason: string): Promise<void> {
    await this.phone.tap('去不了')
    await this.phone.see('去不了也没关系')
    await this.phone.choose('为什么去不了', reason)
    await this.phone.tap('告诉他们')
    await this.phone.see('您说过去不了，没关系')
  }

  async opensTheTask(deed: string): Promise<void> {
    await this.phone.goOn(page('tasks'))
    await this.phone.tap(deed)
    await this.phone.see('我去帮忙')
    await this.phone.settle()
  }

  async does(step: string, said: string): Promise<void> {
    await this.phone.tap(step)
    await this.phone.see(said)
  }

  /** It is done: said, and rated. */
  async confirmsAndRates(stars: number, comment: string): Promise<void> {
    await this.phone.see('办完了吗？')
    await this.phone.settle()
    await this.phone.tap('办完了')
    await this.phone.see('帮得怎么样？')
    await this.phone.giveStars(stars)
    await this.phone.fill('说两句', comment)
    await this.phone.tap('提交评价')
    await this.phone.see('办完了，谢谢您的评价')
  }
}
