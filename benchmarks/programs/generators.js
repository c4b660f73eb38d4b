function* numbers(count) {
  for (let i = 0; i < count; i++) {
    yield i
  }
}

function* oddSquares(count) {
  for (const n of numbers(count)) {
    if (n % 2) {
      yield n * n
    }
  }
}

function run() {
  let total = 0
  for (const n of oddSquares(1000)) {
    total += n
  }
  return total
}
