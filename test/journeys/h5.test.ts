import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'
import { axe } from '../browser/chromium'
import { describeInBrowser } from '../browser/describe-in-browser'
import { tellBalanceStory, tellBranchStories, tellThreadStory } from './branch-stories'
import { h5Phone } from './h5-phone'
import { tellHelpStories } from './help-stories'
import { tellHubStories } from './hub-stories'
import { tellMatchingStories } from './matching-stories'
import { type Neighbourhood, startNeighbourhood } from './neighbourhood'
import { visitEveryPage } from './pages'
import { tellServiceStories } from './service-stories'
import { tellStories } from './stories'

/** The stories in a browser on the built app. Every page is looked at by axe, too. */

describeInBrowser('in a browser', () => {
  let place: Neighbourhood

  beforeAll(async () => {
    await buildIfChanged('h5')
    place = await startNeighbourhood(builtFolder('h5'), h5Phone)
  }, 400_000)
  afterAll(() => place?.stop())

  tellStories(() => place)
  tellServiceStories(() => place)
  tellHelpStories(() => place)
  tellHubStories(() => place)
  tellBranchStories(() => place)
  tellThreadStory(() => place)
  tellBalanceStory(() => place)
  tellMatchingStories(() => place)
  visitEveryPage(() => place, axe)
})
