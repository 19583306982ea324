import { Anyone } from './anyone'

/** Steps of the community's staff. */
export class Staff extends Anyone {
  async approves(title: string): Promise<void> {
    await this.phone.goOn('/features/activity/pages/approvals/index')
    await this.phone.see(title)
    await this.phone.tap('通过')
    await this.phone.see('没有等审批的活动')
  }
  /** From the board to one request, as it is told by what it is about. */
  async opensTheRequest(kind: string): Promise<void> {
    await this.phone.goOn('/features/matching/pages/board/index')
    await this.taps(kind)
  }

  /** Somebody else out of those who were considered. */
  async picksInstead(name: string): Promise<void> {
    await this.taps('看还考虑过谁')
    await this.taps(name)
  }

  /** Somebody who says he lives there: what he says is looked at first. */
  async letsIn(name: string, door: string): Promise<void> {
    await this.phone.goOn('/features/branch/pages/joins/index')
    await this.taps(name)
    await this.taps('看说的是哪儿')
    await this.sees(door)
    await this.taps('住在这里，加入这一户')
    await this.sees('加入了，已经告诉本人')
  }

  /** A table of households, taken in whole or not at all. */
  async importsHouseholds(csv: string): Promise<void> {
    await this.phone.goOn('/features/branch/pages/import/index')
    await this.sees('表格要有这几列')
    const chooser = this.phone.page.waitForEvent('filechooser')
    await this.taps('选文件')
    await (await chooser).setFiles({ name: '住户.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await this.taps('开始导入')
  }

  /** What would be moved is read before it is done. */
  async balances(moves: number): Promise<void> {
    await this.phone.goOn('/features/branch/pages/balance/index')
    await this.sees(`动 ${moves} 户就够`)
    await this.sees('去最近有空位的那家')
    await this.taps(`就这样动 ${moves} 户`)
    await this.taps('就这样动')
    await this.sees('不用动')
  }

  async choosesBecause(name: string, reason: string): Promise<void> {
    await this.phone.fill('原因', reason)
    await this.taps(`改派给${name}`)
  }
}
