function run() {
  const numbers = Array.from({length: 1000}, (_, i) => i * 7 % 101)
  const even = numbers.filter((n) => n % 2 === 0)
  const stack = [1]
  let total = 0
  for (const n of even) {
    stack.push(n)
    if (n % 5 === 0) {
      total += stack.pop() + stack[0]
    }
  }
  const half = stack.slice(0, Math.floor(stack.length / 2))
  half.forEach((a, i) => { total += a * numbers[i] })
  return total + stack.length
}
