async function step(n) {
  return n + 1
}

async function run() {
  let total = 0
  for (let i = 0; i < 1000; i++) {
    total = await step(total)
  }
  return total
}
