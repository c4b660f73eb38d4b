async function run() {
  const promise = Promise.resolve(1)
  let total = 0
  for (let i = 0; i < 1000; i++) {
    total += await promise
  }
  return total
}
