import { Anyone } from './anyone'

/** Steps of the community's staff. */
export class Staff extends Anyone {
  async approves(title: string): Promise<void> {
    await this.phone.open('/features/activity/pages/approvals/index')
    await this.phone.see(title)
    await this.phone.tap('通过')
    await this.phone.see('没有等审批的活动')
  }
  /** From the board to one request, as it is told by what it is about. */
  async opensTheRequest(kind: string): Promise<void> {
    await this.phone.open('/features/matching/pages/board/index')
    await this.taps(kind)
  }

  /** Somebody else out of those who were considered. */
  async picksInstead(name: string): Promise<void> {
    await this.taps('看还考虑过谁')
    await this.taps(name)
  }

  async choosesBecause(name: string, reason: string): Promise<void> {
    await this.phone.fill('原因', reason)
    await this.taps(`改派给${name}`)
  }
}
