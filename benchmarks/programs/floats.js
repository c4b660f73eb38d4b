function run() {
  const xs = [0, 1, -2], ys = [0, 0.5, 1.5]
  const vxs = [0, 0.1, -0.2], vys = [0, 0.4, 0.1]
  const masses = [10, 1, 0.5]
  for (let step = 0; step < 200; step++) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        if (i !== j) {
          const dx = xs[j] - xs[i], dy = ys[j] - ys[i]
          const force = masses[j] * 0.0001 / (dx * dx + dy * dy + 0.01)
          vxs[i] += dx * force
          vys[i] += dy * force
        }
      }
    }
    for (let i = 0; i < 3; i++) {
      xs[i] += vxs[i] * 0.01
      ys[i] += vys[i] * 0.01
    }
  }
  return Math.trunc((xs[0] + ys[1] * 3 + xs[2] * 7) * 100000000)
}
