// Runs WeChat's miniprogram-ci on the project in the folder given, without asking WeChat for the project's attributes.
const path = require('node:path')
const ci = require('miniprogram-ci')
const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config')

const projectPath = process.argv[2]
const project = new ci.Project({
  appid: 'wx1234567890abcdef',
  type: 'miniProgram',
  projectPath,
  privateKeyPath: path.join(projectPath, 'key.pem'),
  ignores: [],
})
project.attr = async () => DefaultProjectAttr
project._attr = DefaultProjectAttr

ci.getCompiledResult(
  {
    project,
    version: '1.0.0',
    setting: { es6: false, minify: false, codeProtect: false, autoPrefixWXSS: true },
    onProgressUpdate() {},
  },
  path.join(projectPath, 'result.zip'),
).then(
  () => {
    console.log('compiled')
    process.exit(0)
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
