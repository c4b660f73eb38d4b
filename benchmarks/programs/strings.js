const SENTENCE = 'the quick brown fox jumps over the lazy dog and runs away'
const TEXT = Array(10).fill(SENTENCE).join(' ')

function run() {
  let vowels = 0
  const words = []
  for (const word of TEXT.split(' ')) {
    words.push(word.toUpperCase() + '-' + word.slice(1).replaceAll('o', '0'))
  }
  const joined = words.join(',')
  for (const letter of joined) {
    if ('AEIOUaeiou'.includes(letter)) {
      vowels++
    }
  }
  return `${joined.length}:${vowels}:${joined.indexOf('DOG-')}`
}
