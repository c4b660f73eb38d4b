"""Floats: three bodies that attract each other."""


def run():
    xs, ys = [0.0, 1.0, -2.0], [0.0, 0.5, 1.5]
    vxs, vys = [0.0, 0.1, -0.2], [0.0, 0.4, 0.1]
    masses = [10.0, 1.0, 0.5]
    for _ in range(200):
        for i in range(3):
            for j in range(3):
                if i != j:
                    dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                    force = masses[j] * 0.0001 / (dx * dx + dy * dy + 0.01)
                    vxs[i] += dx * force
                    vys[i] += dy * force
        for i in range(3):
            xs[i] += vxs[i] * 0.01
            ys[i] += vys[i] * 0.01
    return int((xs[0] + ys[1] * 3.0 + xs[2] * 7.0) * 100000000.0)
