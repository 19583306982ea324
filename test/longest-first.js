const Sequencer = require('@jest/test-sequencer').default

/**
 * The stories first: they take longest, and whatever begins last leaves one core idle at the end. Jest knows durations only from an earlier run on the same machine; until then it goes by the
 * size of a file.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const long = ({ path }) => slow.some((name) => path.endsWith(name))
    return [...sorted.filter(long), ...sorted.filter((test) => !long(test))]
  }
}

const slow = ['journeys/h5.test.ts', 'journeys/weapp.test.ts', 'privacy/fields.test.ts', 'architecture/check.test.ts']

module.exports = LongestFirst
