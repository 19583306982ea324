import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'
import { describeInBrowser } from '../browser/describe-in-browser'
import { bundleForBrowser } from '../weapp/host/bundle'
import { tellBranchStories, tellThreadStory } from './branch-stories'
import { tellHelpStories } from './help-stories'
import { tellHubStories } from './hub-stories'
import { type Neighbourhood, startNeighbourhood } from './neighbourhood'
import { visitEveryPage } from './pages'
import { tellServiceStories } from './service-stories'
import { tellStories } from './stories'
import { weappPhone } from './weapp-phone'

/** The stories on `dist/weapp`, the package for WeChat, in the browser host. */

describeInBrowser('in WeChat', () => {
  let place: Neighbourhood

  beforeAll(async () => {
    await buildIfChanged('weapp')
    const folder = await bundleForBrowser(builtFolder('weapp'), process.env.TARO_APP_API ?? 'http://127.0.0.1:3000')
    place = await startNeighbourhood(folder, weappPhone)
  }, 400_000)
  afterAll(() => place?.stop())

  tellStories(() => place)
  tellServiceStories(() => place)
  tellHelpStories(() => place)
  tellHubStories(() => place)
  tellBranchStories(() => place)
  tellThreadStory(() => place)
  it('hears each of two taps that come in one moment', async () => {
    const resident = await place.resident('李奶奶')
    await resident.signsIn()
    const { phone } = resident
    await phone.goOn('/features/volunteer/pages/profile/index')
    await phone.settle()
    const cells = phone.page.locator('.week__cell')
    await cells.first().scrollIntoViewIfNeeded()
    await cells.evaluateAll((all) => {
      for (const [identifier, target] of all.slice(0, 2).entries()) {
        const finger = new Touch({ identifier, target })
        const touch = { bubbles: true, cancelable: true, changedTouches: [finger] }
        target.dispatchEvent(new TouchEvent('touchstart', { ...touch, touches: [finger] }))
        target.dispatchEvent(new TouchEvent('touchend', touch))
      }
    })
    await phone.page.locator('.week__cell--free').nth(1).waitFor()
    expect(await phone.page.locator('.week__cell--free').count()).toBe(2)
    await place.endOfStory()
  })

  // In the largest letters, where most can go wrong; the stories above are told in the others, and H5 visits in both.
  visitEveryPage(
    () => place,
    async () => [],
    ['elder'],
  )
})
