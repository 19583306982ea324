import { Anyone } from './anyone'

/** Steps of somebody who takes part. */
export class Resident extends Anyone {
  /** From home through the list of all activities. */
  async findsInTheList(title: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.tap('看全部')
    await this.phone.see('我办的活动')
    await this.phone.tap(title)
  }

  /** On the page of an activity that is full, not yet signed in. */
  async queuesAndSignsIn(): Promise<void> {
    await this.phone.see('名额满了')
    await this.phone.tap('排队候补')
    await this.phone.identify()
    await this.agreesAndSends()
  }

  async opensSignUp(activityId: number): Promise<void> {
    await this.phone.goOn(`/features/activity/pages/sign-up/index?activityId=${activityId}`)
  }

  /** The first time, signing up means agreeing to the privacy guide too. */
  agreesAndSends = (): Promise<void> => this.sends('同意并报名')
  async sends(words = '报名'): Promise<void> {
    await this.phone.see(words)
    await this.phone.settle()
    await this.phone.tap(words)
    await this.phone.allowMessages()
  }

  isTold = (words: string): Promise<void> => this.phone.see(words)

  async acceptsTheSeat(title: string): Promise<void> {
    await this.phone.goOn('/pages/home/index')
    await this.phone.see(`${title}轮到您了，去不去？`)
    await this.phone.tap('去回复')
    await this.phone.tap('我去')
    await this.phone.see('已报上名')
  }

  async withdraws(activityId: number): Promise<void> {
    await this.opensActivity(activityId)
    await this.phone.tap('退出报名')
    await this.phone.see('名额会马上给排队的邻居')
    await this.phone.tap('退出报名')
    await this.phone.see('已经退了')
  }

  async readsInTheInbox(words: string): Promise<void> {
    await this.phone.goOn('/pages/inbox/index')
    await this.phone.see(words)
  }

  async checksIn(activityId: number, screenCode: string): Promise<void> {
    await this.opensActivity(activityId)
    await this.phone.tap('去签到')
    await this.phone.readCode(screenCode)
    await this.phone.see('签到好了')
  }

  async rates(activityId: number, stars: number, comment: string): Promise<void> {
    await this.phone.goOn(`/features/activity/pages/rate/index?activityId=${activityId}`)
    await this.phone.giveStars(stars)
    await this.phone.fill('说两句', comment)
    await this.phone.tap('提交评价')
    await this.phone.see('谢谢，评价已经贴出来')
  }
}
