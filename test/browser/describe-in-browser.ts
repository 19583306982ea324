import { chromiumPath } from './chromium'

/** `describe` where a browser is installed; elsewhere the tests say that they were skipped. In CI a missing browser is a failure. */
export const describeInBrowser: typeof describe.skip = chromiumPath() || process.env.CI ? describe : describe.skip
