import { Anyone } from './anyone'

/** Steps of whoever answers for a hub: the host, a deputy, the branch. */
export class HubKeeper extends Anyone {
  /** From the list to the thread, as it is told by how the question begins. */
  async opensWhatWasAsked(words: string): Promise<void> {
    await this.phone.goOn('/features/branch/pages/inbox/index')
    await this.taps(words)
    await this.sees('要做什么')
    await this.phone.settle()
  }

  async answers(words: string): Promise<void> {
    await this.phone.fill('回给居民的话', words)
    await this.taps('回给居民')
    await this.sees('回话了，等居民说')
  }

  /** To the item of the catalogue that this is, with what to do there. */
  async handsOnToService(item: string, words: string): Promise<void> {
    await this.taps('转去办')
    await this.taps('网上办事')
    await this.phone.fill('哪个事项', item)
    await this.taps(item)
    await this.handsOn(words)
  }

  async handsOnToActivity(words: string): Promise<void> {
    await this.taps('转去办')
    await this.taps('办个活动')
    await this.handsOn(words)
  }

  private async handsOn(words: string): Promise<void> {
    await this.phone.fill('跟居民说怎么去', words)
    await this.taps('转过去')
    await this.sees('转过去了，居民点开就能办')
  }

  async isAway(from: string, until: string): Promise<void> {
    await this.phone.goOn('/features/branch/pages/absence/index')
    await this.sees('您不在，谁来回')
    await this.phone.turnWheel('从哪天起', from)
    await this.phone.turnWheel('到哪天（算在内）', until)
    await this.taps('这几天我不在')
    await this.sees('说好不在的日子')
  }

  async isBack(): Promise<void> {
    await this.phone.goOn('/features/branch/pages/absence/index')
    await this.taps('我回来了')
    await this.taps('我回来了')
    await this.phone.seeNoMore('说好不在的日子')
  }
}
