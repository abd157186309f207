// Runs inside NodeBB, on its own Node: writes the question and its answers, and prints the address.
// biome-ignore-start lint/style/useNodejsImportProtocol: Node 12 does not know it
const { readFileSync } = require('fs')
const path = require('path')
// biome-ignore-end lint/style/useNodejsImportProtocol: Node 12 does not know it
const root = process.cwd()
const fromRoot = (name) => require(path.join(root, name))
const nconf = fromRoot('node_modules/nconf')
const { question, answers } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

nconf.file({ file: path.join(root, 'config.json') })
nconf.defaults({
  base_dir: root,
  themes_path: path.join(root, 'node_modules'),
  views_dir: path.join(root, 'public/templates'),
  version: '1.4.0',
  upload_url: '/uploads/',
})
nconf.set('relative_path', '')
const fail = (error) => {
  console.error(error)
  process.exit(1)
}
const then = (go) => (error, result) => (error ? fail(error) : go(result))
fromRoot('src/database').init(
  then(() =>
    fromRoot('src/meta').configs.init(
      then(() =>
        fromRoot('src/plugins').init(
          null,
          null,
          then(() => {
            const topics = fromRoot('src/topics')
            topics.post(
              { uid: 1, cid: 1, title: question.title, content: question.body },
              then(({ topicData: { tid, slug } }) => {
                const answer = () => {
                  const content = answers.shift()
                  if (content === undefined) {
                    console.log(`/topic/${slug}`)
                    process.exit(0)
                  }
                  topics.reply({ uid: 1, tid, content }, then(answer))
                }
                answer()
              }),
            )
          }),
        ),
      ),
    ),
  ),
)
