const WORDS = Array.from({length: 1000}, (_, i) => `word${i * i % 97}`)

function run() {
  const counts = new Map()
  for (const word of WORDS) {
    counts.set(word, counts.has(word) ? counts.get(word) + 1 : 1)
  }
  let most = 0
  for (const [word, count] of counts) {
    most = Math.max(most, count + word.length)
  }
  return `${counts.size}:${most}`
}
