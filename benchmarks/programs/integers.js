function divisor(a, b) {
  while (b) {
    [a, b] = [b, a % b]
  }
  return a
}

function run() {
  let number = 42
  let total = 0
  for (let i = 0; i < 1000; i++) {
    number = (number * 16807 + 11) % 2147483647
    total += divisor(number, 5040) + Math.floor(number / 65536)
  }
  return total
}
