import type { Phone } from '../phone'

/** What everybody does with the app. */
export class Anyone {
  constructor(readonly phone: Phone) {}

  async signsIn(): Promise<void> {
    await this.phone.open('/features/people/pages/sign-in/index')
    await this.phone.identify()
    await this.phone.see('附近的活动') // back home, as there was nothing before
  }

  async opensActivity(activityId: number): Promise<void> {
    await this.phone.open(`/features/activity/pages/detail/index?activityId=${activityId}`)
  }

  sees = (words: string): Promise<void> => this.phone.see(words)
  putsThePhoneAway = (): Promise<void> => this.phone.close()
}
