// Taro's templates drop every aria attribute, so WeChat's screen readers would hear nothing of ours. Taro numbers the
// attributes of a component, once when it builds and once when it runs: both must know the same ones.
const path = require('node:path')
const attributes = require('./attributes.json')

/** A Taro plugin: lets the aria attributes that we use through to WeChat. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat()
    },
  })
}
