import type { Phone } from '../phone'

/** What everybody does with the app. */
export class Anyone {
  constructor(readonly phone: Phone) {}

  /** Nothing to do on a phone that still knows its holder; else on the page for it. */
  async signsIn(): Promise<void> {
    if (await this.phone.remembersHolder()) return
    await this.phone.open('/features/people/pages/sign-in/index')
    await this.phone.identify()
    await this.phone.see('我能做什么') // back home, as there was nothing before
  }

  async opensActivity(activityId: number): Promise<void> {
    await this.phone.goOn(`/features/activity/pages/detail/index?activityId=${activityId}`)
  }

  async choosesElderMode(): Promise<void> {
    await this.phone.see('要用大字的长辈模式吗')
    await this.phone.tap('用长辈模式')
    await this.phone.seeNoMore('要用大字的长辈模式吗')
  }

  /** In elder mode, on any page: nothing is small, and help is one tap away. */
  async readsWithEase(): Promise<void> {
    await this.phone.settle()
    await this.phone.findHelp()
    expect(await this.phone.smallWords()).toEqual([])
  }

  taps = (words: string): Promise<void> => this.phone.tap(words)
  sees = (words: string): Promise<void> => this.phone.see(words)
}
